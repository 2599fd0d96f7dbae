"""Each sentence is the person's: another wording, out, up, down; a line of the resume in; undone and done again."""

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any, TypeVar

import streamlit as st

from ui import reader
from ui.asking import ask
from ui.brief import lines_of, text_of
from ui.client import ServiceError, Services
from ui.drafts import Draft, Place, change, history, keep, move
from ui.keeping import say_the_same, version_of
from ui.records import HIGHLIGHTS, Sentence, Summary
from ui.session import Question, holder, question, reopen
from ui.trouble import told
from ui.wording import words

LONGEST_LINE = 400
"""Characters of a line that becomes a sentence: a longer one is a paragraph, and no sentence of a summary."""
T = TypeVar("T")


def tools(place: Place) -> dict[str, bool]:
    """What can be done with the text now, for the buttons of the reader."""
    past = history(place)
    return {
        "undo": past.at > 0,
        "redo": past.at < len(past.steps) - 1,
    }


def act(services: Services, asked: Question, place: Place, shown: Summary) -> None:
    """Do what was asked for in the reader, before it is drawn: the page shows it at once."""
    wish = reader.wish()
    if not wish or wish.get("turn") == st.session_state.get("turn"):
        return
    st.session_state.turn = wish.get("turn")
    _do(services, asked, place, shown, wish)


def _do(services: Services, asked: Question, place: Place, shown: Summary, wish: Mapping[str, Any]) -> None:
    kind, number = wish["kind"], int(wish.get("number", 0))
    if kind in ("undo", "redo"):
        move(place, -1 if kind == "undo" else 1)
    elif kind == "use":
        _use(place, shown, str(wish["line"]))
    elif not 0 <= number < len(shown.sentences):
        return
    elif kind == "keep":
        keep(place, number, shown.sentences[number])
    elif kind == "reword":
        _reword(services, asked, place, shown, number)
    elif kind == "move":
        _arrange(place, shown, moved(shown.sentences, number, int(wish["to"])))
    elif kind == "drop":
        _arrange(place, shown, (*shown.sentences[:number], *shown.sentences[number + 1 :]))


def moved(sentences: tuple[Sentence, ...], number: int, to: int) -> tuple[Sentence, ...]:
    """The sentences with one of them at another place; before the first or behind the last there is none.

    A sentence of a brief stays in its line: where the place is in another one, its line takes that one's place.
    """
    to = min(max(to, 0), len(sentences) - 1)
    lines = lines_of(sentences)
    line_of = [at for at, line in enumerate(lines) for _ in line]
    if line_of[number] == line_of[to]:
        return _shifted(sentences, number, to)
    return tuple(chain.from_iterable(_shifted(lines, line_of[number], line_of[to])))


def _shifted(items: Sequence[T], number: int, to: int) -> tuple[T, ...]:
    others = [*items[:number], *items[number + 1 :]]
    return (*others[:to], items[number], *others[to:])


def _arrange(place: Place, shown: Summary, sentences: tuple[Sentence, ...]) -> None:
    """Take these sentences, each of which was checked before: nothing has to be asked."""
    if sentences and sentences != shown.sentences:
        version = version_of(sentences)
        change(place, Draft(version.summary, version))


def _reword(services: Services, asked: Question, place: Place, shown: Summary, number: int) -> None:
    """Put another wording of the same facts in the place of a sentence; each press gives the next."""
    document, options = holder(asked), asked[2].model_copy(update={"alternatives": 5})
    if document is None:
        return
    reopen([question(document, options)])  # a press asks, whatever came of the one before
    outcome = ask(services, document, options, words("waiting")["summary"])
    if isinstance(outcome, ServiceError):
        st.error(told(outcome), icon=":material/error:")
        return
    sentence = shown.sentences[number]
    told_already = {each.text for at, each in enumerate(shown.sentences) if at != number}
    found = [each for each in wordings(sentence, outcome) if each.text not in told_already]
    if all(each.text == sentence.text for each in found):
        st.toast("The resume gives no other wording of this sentence.")
        return
    texts = [each.text for each in found]
    following = (texts.index(sentence.text) + 1) % len(found) if sentence.text in texts else 0
    _arrange(place, shown, (*shown.sentences[:number], found[following], *shown.sentences[number + 1 :]))


def wordings(sentence: Sentence, summary: Summary) -> list[Sentence]:
    """The sentences of all versions that say the same as `sentence`, by their sources, each once."""
    told = (each for version in summary.versions for each in version.sentences)
    return list({each.text: each for each in told if say_the_same(each, sentence)}.values())


def _use(place: Place, shown: Summary, line: str) -> None:
    """Add a line of the resume as a sentence of its own; it is checked like any other text of a person."""
    said = " ".join(line.split()).strip(" .;,")
    if not said or len(said) > LONGEST_LINE:
        return
    sentence = f"{said[0].upper()}{said[1:]}."
    if sentence not in (each.text for each in shown.sentences):
        change(place, Draft(text_of(_with_line(shown, sentence))))


def _with_line(shown: Summary, text: str) -> tuple[Sentence, ...]:
    """The sentences with one more: the last of a summary, in a brief the last highlight."""
    own = Sentence(text=text, origin="person", slot=HIGHLIGHTS if shown.brief else None)
    same = [at for at, each in enumerate(shown.sentences, 1) if each.slot == own.slot]
    at = same[-1] if same else len(shown.sentences)
    return (*shown.sentences[:at], own, *shown.sentences[at:])
