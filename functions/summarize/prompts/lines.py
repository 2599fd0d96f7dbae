"""A resume line cut into slots: its verbs, its runs of words, its figures, and the joints between them.

"Cut invoice processing time from 9 days to 3" becomes `[did] <a1!> <a2> from <a3#> to <a4#>`: `!` is a verb,
which the model writes in the form it needs (`<a1.gerund>`), `#` a run that starts with a figure. Lines that are
longer than a sentence can bear lose their trailing clauses here, by rule, so that what a model is shown can be
told whole.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from functions.summarize.language.surface import running_case
from functions.summarize.language.verbs import Form, Verb
from functions.summarize.prompts.leads import (
    FIGURE,
    Lead,
    has_figure,
    leading_verb,
    lexicon,
    parallel_verb,
    responsibility,
    words_of,
)
from functions.summarize.prompts.slots import LINE_SLOTS, VERB_FORMS
from functions.summarize.sentences import Voice

Manner = Literal["did", "does", "had"]
_SHORTEST_CLAUSE = 5
_LIST_REACH = 6


@dataclass(frozen=True, slots=True)
class Line:
    """`tokens` for the prompt, what each slot stands for, and how the line speaks.

    `did`: an act, told in the past; `does`: a standing duty; `had`: no verb leads, so it can only be named.
    """

    manner: Manner
    tokens: tuple[str, ...]
    slots: tuple[tuple[str, str], ...]


def cut_line(line: str, letter: str, *, current: bool, room: int, voice: Voice = "implied") -> Line:
    """Cut one line; `letter` names its slots, `room` is how many words it keeps where it can be trimmed."""
    words = _balanced(_trimmed(words_of(line), room))
    lead = leading_verb(words)
    if lead is None and (duty := responsibility(line, voice)) is not None:
        return _Cutter(letter).cut("does" if current else "did", words, duty)
    if lead is None:
        return _Cutter(letter).cut("had", words, None)
    standing = current and lead.form != "past" and not (lead.written is None and has_figure(words))
    told_in_past = any(parallel_verb(words, at, "past") for at in range(lead.words, len(words)))
    return _Cutter(letter).cut("does" if standing and not told_in_past else "did", words, lead)


def _trimmed(words: list[str], room: int) -> list[str]:
    """Drop brackets, then trailing clauses, until the line fits; a clause that holds its only figure stays."""
    if len(words) <= room:
        return words
    kept = list(_without_brackets(words))
    while len(kept) > room:
        cuts = [at for at in range(_SHORTEST_CLAUSE, len(kept)) if _clause_starts(kept, at)]
        cuts = [at for at in cuts if has_figure(kept[:at]) or not has_figure(kept)]
        if not cuts:
            break
        kept = kept[: cuts[-1]]
    return kept


def _clause_starts(words: Sequence[str], at: int) -> bool:
    word, following = words[at].lower(), words[at + 1].lower() if at + 1 < len(words) else ""
    if word == "by":
        return following.endswith("ing")
    if word == ",":
        return following not in ("and", "or") and "and" not in words[at + 1 : at + _LIST_REACH]
    return word in lexicon().trims and words[at - 1] not in (",", "as", "and", "or")


def _without_brackets(words: Sequence[str]) -> Iterator[str]:
    depth = 0
    for word in words:
        depth += word == "("
        if depth == 0:
            yield word
        depth -= word == ")" and depth > 0


def _balanced(words: list[str]) -> list[str]:
    if words.count("(") == words.count(")"):
        return words
    return [word for word in words if word not in ("(", ")")]


class _Cutter:
    """Walks the words of a line: parallel verbs, joints, and runs of everything else.

    Once the tokens of a line are used up, the rest joins the last slot.
    """

    def __init__(self, letter: str) -> None:
        self._letter = letter
        self._tokens: list[str] = []
        self._slots: list[tuple[str, str]] = []
        self._run: list[str] = []
        self._count = 0

    def cut(self, manner: Manner, words: Sequence[str], lead: Lead | None) -> Line:
        """The line, without joints left hanging at its end."""
        if lead is not None:
            self._verb(lead.verb, lead.form, lead.written)
        for at in range(lead.words if lead else 0, len(words)):
            self._word(words, at, lead)
        self._close()
        while self._tokens and not self._tokens[-1].startswith("<") and self._tokens[-1] != ")":
            self._tokens.pop()
        return Line(manner, tuple(self._tokens), tuple(self._slots))

    def _word(self, words: Sequence[str], at: int, lead: Lead | None) -> None:
        word, room = lexicon().neutral.get(words[at].lower(), words[at]), self._count + 2 < LINE_SLOTS
        for form in (lead.form, "past") if lead and room and at else ():
            verb = parallel_verb(words, at, form)
            if verb is not None:
                self._close()
                self._verb(verb, form, word.lower())
                return
        if room and (word.lower() in lexicon().joints or word in lexicon().marks):
            self._close()
            self._tokens.append(word.lower())
            return
        if room and FIGURE.match(word):
            self._close()
        self._run.append(word)

    def _verb(self, verb: Verb, form: Form, written: str | None) -> None:
        """A verb in every form that is known; the form it was written in keeps its spelling."""
        name = self._next()
        self._tokens.append(f"<{name}!>")
        for each in VERB_FORMS:
            spelling = written if written and each == form else getattr(verb, each)
            if spelling:
                self._slots.append((f"<{name}.{each}>", spelling))

    def _close(self) -> None:
        if not self._run:
            return
        text = " ".join(self._run)
        token = f"<{self._next()}{'#' if FIGURE.match(text) else ''}>"
        self._slots.append((token, text if self._tokens else running_case(text)))
        self._tokens.append(token)
        self._run = []

    def _next(self) -> str:
        self._count += 1
        return f"{self._letter}{self._count}"
