"""Lines of jobs are told sentence by sentence, each where it stands."""

from dataclasses import replace

import pytest

from functions.summarize.planning.single_sentences import in_single_sentences
from functions.summarize.resume import Evidence, Fact
from tests.builders.resumes import make_resume


def lines(*texts: str) -> tuple[Fact[str], ...]:
    role = replace(
        make_resume().roles[0],
        bullets=tuple(Fact(text, (Evidence(10, 10 + len(text), text, "experience"),)) for text in texts),
    )
    return in_single_sentences(make_resume(roles=(role,))).roles[0].bullets


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Manage 5 accountants. Prepare VAT returns", ("Manage 5 accountants.", "Prepare VAT returns")),
        (
            "Leads a team of nine! Éducation des patients.",
            ("Leads a team of nine!", "Éducation des patients."),
        ),
        ("Managed accounts for Acme Inc. Europe", ("Managed accounts for Acme Inc. Europe",)),
        ("Supported Prof. Smith's lab of 9", ("Supported Prof. Smith's lab of 9",)),
        ("Cut the queue from 40 to 9. Led 7", ("Cut the queue from 40 to 9.", "Led 7")),
        ("Seit dem 1. Januar 2021 Leitung", ("Seit dem 1. Januar 2021 Leitung",)),
        ("Rufbereitschaft jede 4. Woche", ("Rufbereitschaft jede 4. Woche",)),
        ("Lernende im 1. und 2. Lehrjahr", ("Lernende im 1. und 2. Lehrjahr",)),
        ("Baulohn für rd. 120 Arbeitnehmer", ("Baulohn für rd. 120 Arbeitnehmer",)),
        ("Gave clients peace of mind. Led 7", ("Gave clients peace of mind.", "Led 7")),
        ("2. Vorsitzende des Betriebsrats", ("2. Vorsitzende des Betriebsrats",)),
        ("Ran the shop of St. Mary's, approx. 40 orders", ("Ran the shop of St. Mary's, approx. 40 orders",)),
        ("Built services in Node.js and Go", ("Built services in Node.js and Go",)),
        ("I. Kant reading group", ("I. Kant reading group",)),
    ],
)
def test_each_sentence_is_a_line(text: str, sentences: tuple[str, ...]) -> None:
    assert tuple(line.value for line in lines(text)) == sentences


def test_the_numbers_of_a_list_are_no_part_of_its_lines() -> None:
    told = lines("i. Recovery of loans", "ii. Supervision of 15 staff", "3) Weekly returns. Cash counts")

    assert [line.value for line in told] == [
        "Recovery of loans", "Supervision of 15 staff", "Weekly returns.", "Cash counts",
    ]  # fmt: skip


def test_each_sentence_stands_at_its_own_place() -> None:
    text = "Manage 5 accountants. Prepare VAT returns"

    assert [(place.start, place.end, place.quote) for line in lines(text) for place in line.evidence] == [
        (10, 31, "Manage 5 accountants."),
        (32, 51, "Prepare VAT returns"),
    ]
