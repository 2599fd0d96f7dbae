"""A third-person text does not begin every sentence with the name."""

from collections.abc import Sequence

import pytest

from functions.summarize import samples
from functions.summarize.models.card import Card
from functions.summarize.output.paragraph import Paragraph
from functions.summarize.output.versions import first_version
from functions.summarize.pipeline import Pipeline
from functions.summarize.sentences import Length, Options, SentencePlan
from functions.summarize.verify import verify
from tests.api.fakes import CARD
from tests.builders.resumes import AS_OF, make_resume, options


class Silent:
    """A model that proposes nothing: every sentence is the plain one."""

    card: Card = CARD

    def write(self, plans: Sequence[SentencePlan], *, candidates: int) -> list[list[str]]:
        return [[] for _ in plans]


def test_every_third_sentence_in_a_row_finds_another_subject() -> None:
    composer = Paragraph(make_resume(), options(voice="third"))

    version, _ = first_version(composer, composer.plan(variant=0), Silent())

    assert [sentence.text for sentence in version.sentences] == [
        "Amara Diallo is a senior backend engineer with 11+ years of experience, currently at Kestrel Pay.",
        "Amara cut payment failures from 4.2% to 0.9% by rewriting the retry queue.",
        "At Lumen Freight, Amara reduced invoice processing time by 45%.",
        "Amara led a team of 12 engineers across 3 sites with a $4M budget.",
        "Amara is skilled in Python, PostgreSQL, Kafka and stream processing.",
        "Credentials include AWS Certified Developer.",
    ]


@pytest.mark.parametrize("length", ["short", "medium", "long"])
def test_what_is_said_otherwise_is_supported(length: Length) -> None:
    plans = Paragraph(make_resume(), options(voice="third", length=length)).plan(variant=0)
    twins = [plan.twin for plan in plans if plan.twin]

    assert len(twins) >= 4
    assert [verify(twin.plain, twin).problems for twin in twins] == [()] * len(twins)


@pytest.mark.parametrize("voice", ["implied", "first"])
def test_other_voices_have_no_twins(voice: str) -> None:
    plans = Paragraph(make_resume(), options(voice=voice)).plan(variant=0)

    assert {plan.twin for plan in plans} == {None}


@pytest.mark.parametrize("sample", samples.names()[::4])
def test_no_more_than_two_sentences_in_a_row_begin_with_the_name(sample: str) -> None:
    told = Pipeline().summarise(samples.path(sample).read_bytes(), Options(AS_OF, voice="third"))
    given = told.resume.name.value.split()[0] if told.resume.name else ""

    named = [sentence.text.startswith(given) for sentence in told.sentences]
    assert not any(all(named[at : at + 3]) for at in range(len(named) - 2))
