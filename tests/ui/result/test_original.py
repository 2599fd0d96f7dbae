"""The places of facts that were put right, as places of the document."""

from typing import Any

import pytest
import streamlit as st

from tests.ui.fakes import SUMMARY
from ui.records import Place, Sentence, Summary
from ui.result import original
from ui.result.original import on_document


class Remembered(dict[str, Any]):
    """What a session holds, without one."""

    __setattr__ = dict.__setitem__


DOCUMENT = """Ada Obi
EXPERIENCE
Nurse\tElm Hospital\tMay 2016 - Dec 2018
Led a team
of 12
Nurse\tOak Clinic\tJan 2019 - present
Led a ward"""
LOOKS = ("heading", "heading", "text", "item", "item", "text", "item")
READ = SUMMARY.model_copy(update={"text": DOCUMENT, "looks": LOOKS})
FACTS = [
    "Ada Obi",
    *("Nurse", "Oak Clinic", "2019-01 –", "Led a ward"),
    *("Nurse", "Elm Hospital", "2016-05 – 2018-12", "Led a team of 12"),
]


def resting_on(number: int, facts: list[str], part: str = "") -> tuple[Summary, list[str]]:
    """The summary of a sentence that rests on a line of facts, or a part of it, and what it rests on then."""
    text = "\n".join(facts)
    start = sum(len(line) + 1 for line in facts[:number])
    if part:
        start += facts[number].index(part)
    quote = part or facts[number]
    place = Place(start=start, end=start + len(quote), quote=quote, section="experience")
    sentence = Sentence(text="So it is.", origin="model", evidence=(place,))
    made = on_document(SUMMARY.model_copy(update={"text": text, "looks": (), "sentences": (sentence,)}), READ)
    [told] = made.sentences
    assert all(each.quote == made.text[each.start : each.end] for each in told.evidence)
    return made, [f"{each.start}: {each.quote}" for each in told.evidence]


def at(words: str, number: int = 0) -> str:
    start = -1
    for _ in range(number + 1):
        start = DOCUMENT.index(words, start + 1)
    return f"{start}: {words}"


def test_a_document_that_says_it_all_is_shown_as_it_is() -> None:
    made, told = resting_on(4, FACTS)
    assert (made.text, made.looks) == (DOCUMENT, LOOKS)
    assert told == [at("Led a ward")]


def test_of_two_places_with_the_same_words_it_is_the_one_beside_the_other_facts() -> None:
    assert resting_on(1, FACTS)[1] == [at("Nurse", 1)]
    assert resting_on(5, FACTS)[1] == [at("Nurse", 0)]


def test_dates_are_found_by_what_they_mean_and_words_over_the_end_of_a_line() -> None:
    assert resting_on(3, FACTS)[1] == [at("Jan 2019 - present")]
    assert resting_on(7, FACTS)[1] == [at("May 2016 - Dec 2018")]
    assert resting_on(8, FACTS)[1] == [at("Led a team\nof 12")]
    assert resting_on(8, FACTS, "team of 12")[1] == [at("team\nof 12")]


def test_what_the_document_does_not_say_stands_below_it() -> None:
    facts = [*FACTS, "Porter", "Ash House"]
    made, told = resting_on(10, facts, "House")
    assert made.text == f"{DOCUMENT}\n\nAs you put it right\nPorter\nAsh House"
    assert made.looks == (*LOOKS, "text", "heading", "item", "item")
    assert told == [f"{made.text.rindex('House')}: House"]


def test_a_part_of_a_word_is_no_place_of_it() -> None:
    made, _ = resting_on(0, ["Obi", "Led a war"])
    assert made.text.endswith("As you put it right\nLed a war")


def test_the_same_facts_are_found_once_and_others_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    sought: list[str] = []
    found = original._found

    def counting(lines: list[str], text: str) -> list[tuple[int, int] | None]:
        sought.append(text)
        return found(lines, text)

    monkeypatch.setattr(original, "_found", counting)
    monkeypatch.setattr(st, "session_state", Remembered())
    assert resting_on(4, FACTS)[1] == resting_on(4, FACTS)[1]
    assert len(sought) == 1
    resting_on(4, FACTS[:5])
    assert len(sought) == 2
