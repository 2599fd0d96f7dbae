"""Phrases of word lists in a text."""

from pathlib import Path

import pytest

from functions.summarize.text.phrases import Mention, PhraseIndex, read_lists
from functions.summarize.text.words import folded_words, words_of

INDEX = PhraseIndex({"degree": ["Bachelor of Science", "BSc", "MA"], "title": ["engineer"]})


def found(text: str) -> list[tuple[str, str]]:
    words = words_of(text)
    return [(m.kind, text[words[m.first].start : words[m.last].end]) for m in INDEX.find(text, words)]


def test_phrases_of_every_list_are_found_in_one_pass() -> None:
    assert found("bachelor of science, then Engineer") == [
        ("degree", "bachelor of science"),
        ("title", "Engineer"),
    ]


def test_a_phrase_ends_at_a_separator() -> None:
    assert found("Bachelor of, Science") == []


def test_letters_that_are_a_word_too_must_stand_in_capitals() -> None:
    assert found("ma thesis, MA") == [("degree", "MA")]


def test_marks_within_words_part_them() -> None:
    assert [word.folded for word in words_of("C++ and B.Sc., R&D")] == [
        "c++",
        "and",
        "b",
        "sc",
        "r",
        "&",
        "d",
    ]


def test_a_whole_text_that_is_an_entry_names_its_kinds() -> None:
    assert INDEX.kinds_of(words_of("ENGINEER:")) == {"title"}
    assert INDEX.kinds_of(words_of("engineer at sea")) == frozenset()


def test_lists_are_named_by_folder_and_file(tmp_path: Path) -> None:
    (tmp_path / "place").mkdir()
    (tmp_path / "place" / "city.txt").write_text("# Cities.\nLeeds\nYork\n", "utf-8")
    assert read_lists(tmp_path) == {"place/city": ("Leeds", "York")}


def test_a_mention_counts_words() -> None:
    assert INDEX.find("a BSc", words_of("a BSc")) == (Mention("degree", 1, 1),)


@pytest.mark.parametrize(
    "text",
    [
        "nurse",
        "Head of  Sales",
        "C++ and C#",
        "B.Sc.",
        "R&D lead",
        "Café manager",
        "MA",
        "well-known",
        "X²",
        "",
    ],
)
def test_the_words_of_an_entry_are_those_of_a_text(text: str) -> None:
    assert folded_words(text) == tuple(word.folded for word in words_of(text))
