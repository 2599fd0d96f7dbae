"""The whole story on real input: shipped samples, shipped checkpoints."""

import re
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from functions.common.errors import UnusableDocument
from functions.summarize import confidence, samples
from functions.summarize.pipeline import Pipeline, Summary
from functions.summarize.sentences import CHOICES, WORDS, Length, ModelName, Options, ParserName, Voice
from functions.summarize.text.sentence_ends import split_sentences
from tests.builders.package import package, paragraph, run
from tests.builders.page_docx import docx_of
from tests.builders.pages import page

AS_OF = date(2026, 1, 1)
NURSE = "charge-nurse"


@cache
def pipeline() -> Pipeline:
    """One pipeline for the module: the models stay loaded."""
    return Pipeline()


@cache
def summary(sample: str, options: Options) -> Summary:
    """A sample's summary, written once."""
    return pipeline().summarise(samples.path(sample).read_bytes(), options)


@pytest.mark.parametrize("parser", ["ats", "industry"])
@pytest.mark.parametrize("model", CHOICES["model"])
def test_every_model_and_parser_writes_a_traceable_summary(model: ModelName, parser: ParserName) -> None:
    written = summary(NURSE, Options(AS_OF, model=model, parser=parser))

    assert 45 <= len(written.text.split()) <= 90
    assert "harge nurse" in written.text
    assert "more than ten years" in written.text
    for sentence in written.sentences:
        assert sentence.evidence, sentence.text
        for place in sentence.evidence:
            assert written.resume.text[place.start : place.end] == place.quote


@pytest.mark.parametrize("model", CHOICES["model"])
def test_the_same_input_gives_the_same_summary(model: ModelName) -> None:
    options = Options(AS_OF, model=model)
    again = Pipeline().summarise(samples.path(NURSE).read_bytes(), options)

    assert replace(again, timings={}) == replace(summary(NURSE, options), timings={})


@pytest.mark.parametrize(("model", "least"), [("t5", 0.5), ("bart", 0.5), ("gpt2", 0.3)])
def test_the_models_words_reach_the_reader(model: ModelName, least: float) -> None:
    shares = [
        pipeline().summarise(samples.path(sample).read_bytes(), Options(AS_OF, model=model)).model_share
        for sample in samples.names()
    ]

    assert sum(shares) / len(shares) >= least


@pytest.mark.parametrize("sample", samples.names())
def test_every_sample_gives_a_summary_in_range_or_says_why_not(sample: str) -> None:
    for length in WORDS:
        written = summary(sample, Options(AS_OF, length=length))
        low, high = WORDS[length]
        words = len(written.text.split())

        assert words <= high
        assert words >= low or "short-resume" in {notice.code for notice in written.notices}


@pytest.mark.parametrize(
    ("voice", "pronouns"),
    [("implied", r"\b(I|my|she|he|her|his|they)\b"), ("third", r"\b(I|my|she|he|her|his)\b")],
)
def test_a_voice_has_only_its_own_pronouns(voice: Voice, pronouns: str) -> None:
    for sample in samples.names():
        assert not re.search(pronouns, summary(sample, Options(AS_OF, voice=voice)).text, re.IGNORECASE), (
            sample
        )


def test_no_contact_detail_reaches_a_summary() -> None:
    for sample in samples.names():
        written = summary(sample, Options(AS_OF, length="long"))
        contact = written.resume.contact
        details = [fact.value for fact in (*contact.emails, *contact.phones, *contact.links)]

        assert details, sample
        assert not [detail for detail in details if detail in written.text]


def test_a_longer_length_says_more() -> None:
    lengths: tuple[Length, ...] = ("short", "medium", "long")
    words = [len(summary(NURSE, Options(AS_OF, length=length)).text.split()) for length in lengths]

    assert words == sorted(words)
    assert words[0] < words[2]


def test_where_nothing_is_certain_the_probable_is_told_and_said_to_be_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data = docx_of(
        page("#1 Ada Obi\nLeeds | ada@elm.example\n#2 Education\nBSc Nursing, Elm University, 2018")
    )
    certain = pipeline().summarise(data, Options(AS_OF))
    monkeypatch.setattr(confidence, "TELLING", 1.01)

    doubted = pipeline().summarise(data, Options(AS_OF))

    assert certain.text.startswith("Holds a BSc")
    assert doubted.text == "Holds a BSc in Nursing from Elm University."
    assert {notice.code for notice in doubted.notices} - {notice.code for notice in certain.notices} == {
        "little-certain"
    }


def test_a_document_with_nothing_to_say_is_refused() -> None:
    data = package(paragraph(run("The quick brown fox jumps over the lazy dog, as it does.")))

    with pytest.raises(UnusableDocument) as refusal:
        pipeline().summarise(data, Options(AS_OF))

    assert refusal.value.code == "nothing-to-say"


def test_sentences_are_split_at_full_stops_that_end_them() -> None:
    assert split_sentences("Works at St. Mary's. Uses Node.js, e.g. Express! $4M budget.") == (
        "Works at St. Mary's.",
        "Uses Node.js, e.g. Express!",
        "$4M budget.",
    )


def test_a_resume_in_german_is_summarised_in_german_and_says_so() -> None:
    lines = (
        "Jana Weiß", "Berufserfahrung", "CNC-Fräserin, Kleinhans GmbH, 01/2012 - heute",
        "Senkung der Ausschussquote von 4,2% auf 1,1% in zwei Jahren und mit dem ganzen Team",
        "Kenntnisse", "Drehen, Fräsen und Messtechnik für die Fertigung",
    )  # fmt: skip
    data = package("".join(paragraph(run(line)) for line in lines))

    written = pipeline().summarise(data, Options(AS_OF, voice="first"))

    assert "Berufserfahrung" in written.text
    assert "vierzehn Jahren" in written.text
    assert {sentence.origin for sentence in written.sentences} == {"plan"}
    assert "plain-language" in {notice.code for notice in written.notices}


def test_the_models_do_not_all_write_the_same() -> None:
    sentences = Pipeline()
    shown = [
        samples.path(name).read_bytes()
        for name in ("charge-nurse", "pharmacist", "site-engineer", "sales-manager")
    ]

    def texts(data: bytes) -> set[str]:
        models: tuple[ModelName, ...] = ("gpt2", "t5", "bart")
        return {sentences.summarise(data, Options(AS_OF, model=model)).text for model in models}

    assert any(len(texts(data)) >= 2 for data in shown)
