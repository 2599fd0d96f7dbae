"""The whole story: bytes -> arranged document -> resume -> plan -> candidates -> verified sentences -> summary."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

from functions.common.errors import MalformedRequest, UnusableDocument
from functions.summarize import samples
from functions.summarize.confidence import sure_enough, with_probable
from functions.summarize.docx import Limits, read
from functions.summarize.docx.document import Notice
from functions.summarize.docx.line_styles import LineStyle
from functions.summarize.jsonresume import facts_of_json_resume, resume_of_json
from functions.summarize.language.function_words import function_words_of
from functions.summarize.language_detection import SERVED, language_of
from functions.summarize.layout import arrange
from functions.summarize.models.card import Card
from functions.summarize.models.contract import Model
from functions.summarize.models.factory import MODELS, load_model
from functions.summarize.output.brief import Brief
from functions.summarize.output.composed import composed_versions, versions_of
from functions.summarize.output.drafting import drafted
from functions.summarize.output.versions import Version
from functions.summarize.parsers.card import ParserCard, read_card
from functions.summarize.planning.paragraph import plan_paragraph
from functions.summarize.planning.selection import UNKNOWN_LANGUAGE, spoken
from functions.summarize.planning.stacked_posts import with_shared_list
from functions.summarize.planning.target import Term
from functions.summarize.resume import Resume
from functions.summarize.sentences import (
    FIRST_MODEL,
    WORDS,
    Length,
    ModelName,
    Options,
    Sentence,
    Verdict,
    Voice,
)
from functions.summarize.text.sentence_ends import split_sentences
from functions.summarize.understand import Understood, understand, understand_facts
from functions.summarize.verify.checking import check_sentence
from functions.summarize.verify.entries import Entries
from functions.summarize.verify.index import Index
from functions.summarize.verify.planned import with_derived
from functions.summarize.verify.sources import entries_of_document

MOST_SENTENCES, MOST_STATEMENTS = 200, 3_000
"""What `verify` takes: ten times a long summary, and thirty pages of resume."""


@dataclass(frozen=True)
class Summary:
    """A finished summary and everything that supports it.

    `timings` are milliseconds by stage; `rejected` counts the model's sentences that the verifier refused.
    `alternatives` are others to choose from. `terms` are those of the target, None where none was given;
    `reason` says why the parser was chosen, None where it was asked for.
    """

    sentences: tuple[Sentence, ...]
    resume: Resume
    model: Card
    parser: ParserCard
    options: Options
    notices: tuple[Notice, ...]
    timings: Mapping[str, float]
    rejected: int = 0
    alternatives: tuple[Version, ...] = ()
    terms: tuple[Term, ...] | None = None
    reason: str | None = None
    looks: tuple[LineStyle, ...] = ()

    @property
    def text(self) -> str:
        """The paragraph, or the lines of a brief."""
        return Version(self.sentences).text

    @property
    def model_share(self) -> float:
        """Sentences that the model wrote, of all that it could have written; 0 to 1."""
        return Version(self.sentences).model_share


@dataclass(frozen=True)
class Parsed:
    """What a parser read, the parser and why it was chosen, and the terms of the target."""

    resume: Resume
    parser: ParserCard
    timings: Mapping[str, float]
    terms: tuple[Term, ...] | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class SentenceCheck:
    """A person's sentence and the verdict on it."""

    text: str
    verdict: Verdict


_PROBABLE_JOBS = Notice(
    "job-probable",
    "The jobs of this resume were read with less than the usual certainty; check their titles, employers and dates.",
)
_DOUBT = Notice(
    "little-certain",
    "Little in this document could be read with certainty, so the summary tells what is probably right; check it.",
)


class Pipeline:
    """Reads, plans, writes and verifies. `load` gives a model by name and is expected to keep it.

    Thread-safe as far as the models are; holds no resume between calls.
    """

    def __init__(
        self,
        load: Callable[[str], Model] = load_model,
        *,
        first_model: ModelName = FIRST_MODEL,
        limits: Limits | None = None,
    ) -> None:
        self._load = load
        self._first_model = first_model
        self._limits = limits or Limits()

    @property
    def model_ids(self) -> tuple[str, ...]:
        """The models that can be asked for."""
        return tuple(MODELS)

    def load(self, name: str | None = None) -> None:
        """Load the weights of a model, by default the first, and the engine that runs them."""
        self._load(name or self._first_model)

    def warm(self) -> None:
        """Summarise a shipped sample, so that the first request finds everything loaded and is as fast as the next."""
        data = samples.path(samples.names()[0]).read_bytes()
        self.summarise(data, Options(date(2026, 1, 1), model=self._first_model))

    def summarise(self, data: bytes, options: Options) -> Summary:
        """The summary of a DOCX. The same bytes and options give the same summary.

        Raises the refusals of the reader, and `UnusableDocument` (`nothing-to-say`) for a document in which no
        fact a summary could use was found.
        """
        watch = _Watch()
        with watch("read"):
            document = arrange(read(data, self._limits))
        with watch("parse"):
            known = understand(document, options)
        return self._told(known, options, watch)

    def summarise_facts(self, resume: Mapping[str, Any], options: Options) -> Summary:
        """The summary of facts that are given as a JSON Resume document, such as a person has corrected.

        Raises `MalformedRequest` naming the place that has another shape, and `nothing-to-say` as `summarise` does.
        """
        watch = _Watch()
        with watch("parse"):
            known = understand_facts(resume_of_json(resume, options.as_of), options)
        return self._told(known, options, watch)

    def _told(self, known: Understood, options: Options, watch: "_Watch") -> Summary:
        """Plan, write and verify what is known."""
        model = self._load(options.model)
        source, probable = sure_enough(known.source)
        doubts = [_PROBABLE_JOBS] if probable else []
        source = with_shared_list(source)
        versions, rejected = self._versions(replace(known, source=source), options, model, watch)
        if not versions and known.source.language in SERVED:
            source, doubts = with_shared_list(with_probable(known.source)), [_DOUBT]
            versions, rejected = self._versions(replace(known, source=source), options, model, watch)
        if not versions:
            raise UnusableDocument(
                "nothing-to-say",
                "No job title, experience, skill or education was recognised in the document. Check that it is a"
                " resume, and that its text is not a picture.",
            )
        first, *others = versions
        return Summary(
            sentences=first.sentences,
            resume=known.resume,
            model=model.card,
            parser=read_card(known.parser),
            options=options,
            notices=(
                *known.resume.notices,
                *doubts,
                *_language_notice(source, options),
                *_length_notice(first, options),
                *_alternatives_notice(others, options),
            ),
            timings=watch.timings,
            rejected=rejected,
            alternatives=tuple(others),
            terms=known.terms,
            reason=known.reason,
            looks=known.looks,
        )

    def _versions(
        self, known: Understood, options: Options, model: Model, watch: "_Watch"
    ) -> tuple[Sequence[Version], int]:
        """The text and its alternatives, if there are any, and how many of the model's sentences were rejected."""
        write = partial(drafted, model=model, resume=known.source)
        with watch("write"):
            if options.output == "brief":
                brief = Brief(known.source, options, known.missing)
                versions, rejected = versions_of(
                    brief.plan, lambda plan: [brief.sentences(plan, write)], options.alternatives
                )
                said = plan_paragraph(known.source, options, options.as_of).sentences
                return (versions if said else ()), rejected
            return composed_versions(known.source, options, options.as_of, options.alternatives, write)

    def parse(self, data: bytes, options: Options) -> Parsed:
        """The facts of a DOCX as a parser reads them. Of the options, those of reading count."""
        watch = _Watch()
        with watch("read"):
            document = arrange(read(data, self._limits))
        with watch("parse"):
            known = understand(document, options)
        return Parsed(known.resume, read_card(known.parser), watch.timings, known.terms, known.reason)

    def verify(
        self, resume: dict[str, Any], text: str, voice: Voice | None = None
    ) -> tuple[SentenceCheck, ...]:
        """Check a person's text, sentence by sentence, against a JSON Resume document.

        Raises `MalformedRequest` for a document of another shape, a text without a word, and for more statements or
        sentences than a resume and its summary have.
        """
        sentences = split_sentences(text)
        _refuse_extremes(facts_of_json_resume(resume), sentences)
        entries = _with_what_is_derived(entries_of_document(resume), resume)
        stated = [one.text for entry in entries.all for one in entry.statements]
        index = Index(entries, function_words_of(text, language_of("\n".join([*stated, text]))))
        return tuple(SentenceCheck(piece, check_sentence(piece, index, voice)) for piece in sentences)


def _with_what_is_derived(entries: Entries, resume: dict[str, Any]) -> Entries:
    """The entries of a document, and what a summary of it says in words of its own: years, levels, classes.

    Nothing more for a document of which no summary can be made: one with a job that ends before it began.
    """
    as_of = date(entries.now // 12, entries.now % 12 + 1, 1)
    options = Options(as_of)
    try:
        facts = resume_of_json(resume, as_of)
    except MalformedRequest:
        return entries
    source, _ = sure_enough(understand_facts(facts, options).source)
    source = with_shared_list(source)
    lengths: tuple[Length, ...] = ("medium", "long")
    plans = [plan_paragraph(source, replace(options, length=length), as_of) for length in lengths]
    return with_derived(entries, source, plans)


def _refuse_extremes(facts: Sequence[object], sentences: Sequence[str]) -> None:
    """The time to check a text grows with its sentences and the statements that share their words."""
    if not sentences:
        raise MalformedRequest("text holds no sentence; send the text to be checked.")
    for what, found, most in (
        ("sentences in text", len(sentences), MOST_SENTENCES),
        ("statements in resume", len(facts), MOST_STATEMENTS),
    ):
        if found > most:
            raise MalformedRequest(f"There are {found:,} {what}; at most {most:,} can be checked at once.")


def _language_notice(resume: Resume, options: Options) -> Iterator[Notice]:
    language = spoken(resume)
    if language not in ("en", UNKNOWN_LANGUAGE):
        told = " in the implied voice" if options.voice != "implied" else ""
        yield Notice(
            "plain-language",
            f"The resume is not in English (ISO 639-1: {language}). The models write English only, so the summary is"
            f" made of plain sentences in the resume's language{told}.",
        )


def _alternatives_notice(others: Sequence[Version], options: Options) -> Iterator[Notice]:
    if len(others) < options.alternatives - 1:
        yield Notice(
            "fewer-alternatives",
            f"The resume gives facts for {len(others) + 1} different texts; {options.alternatives} were asked for.",
        )


def _length_notice(version: Version, options: Options) -> Iterator[Notice]:
    words = len(version.text.split())
    low, _ = WORDS[options.length]
    if words < low and options.output == "summary":
        yield Notice(
            "short-resume",
            f"The resume gives facts for {words} words; {options.length} asks for at least {low}. Nothing was added.",
        )


class _Watch:
    """Milliseconds by stage."""

    def __init__(self) -> None:
        self.timings: dict[str, float] = {}

    @contextmanager
    def __call__(self, stage: str) -> Iterator[None]:
        start = time.perf_counter()
        yield
        self.timings[stage] = round((time.perf_counter() - start) * 1000, 3)
