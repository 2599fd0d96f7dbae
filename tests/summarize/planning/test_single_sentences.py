"""Lines of jobs are told sentence by sentence, each where it stands."""

from dataclasses import replace

import pytest

from functions.summarize.planning.single_sentences import in_single_sentences
from functions.summarize.resume import Evidence, Fact
from tests.builders.resumes import make_resume


def lines(text: str) -> tuple[Fact[str], ...]:
    role = replace(
        make_resume().roles[0], bullets=(Fact(text, (Evidence(10, 10 + len(text), text, "experience"),)),)
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
        ("ii. Supervision of 15 staff", ("Supervision of 15 staff",)),
        ("3) Weekly returns. Cash counts", ("Weekly returns.", "Cash counts")),
        ("Ran the shop of St. Mary's, approx. 40 orders", ("Ran the shop of St. Mary's, approx. 40 orders",)),
        ("Built services in Node.js and Go", ("Built services in Node.js and Go",)),
        ("I. Kant reading group", ("I. Kant reading group",)),
    ],
)
def test_each_sentence_is_a_line(text: str, sentences: tuple[str, ...]) -> None:
    assert tuple(line.value for line in lines(text)) == sentences


def test_each_sentence_stands_at_its_own_place() -> None:
    text = "Manage 5 accountants. Prepare VAT returns"

    assert [(place.start, place.end, place.quote) for line in lines(text) for place in line.evidence] == [
        (10, 31, "Manage 5 accountants."),
        (32, 51, "Prepare VAT returns"),
    ]
