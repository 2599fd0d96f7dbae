"""The whole story: bytes -> document -> resume -> plan -> candidates -> verified sentences -> summary."""

import re
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from functions.common.errors import UnusableDocument
from functions.summarize import samples
from functions.summarize.assemble import assemble
from functions.summarize.docx import Limits, read
from functions.summarize.docx.document import Document, Notice
from functions.summarize.jsonresume import facts_of_json_resume
from functions.summarize.models.card import Card
from functions.summarize.models.contract import Model
from functions.summarize.models.factory import MODELS, load_model
from functions.summarize.parsers.card import ParserCard, read_card
from functions.summarize.parsers.factory import load_parser
from functions.summarize.plan import make_plan
from functions.summarize.resume import Resume
from functions.summarize.sentences import (
    WORDS,
    ModelName,
    Options,
    ParserName,
    Sentence,
    SentencePlan,
    Verdict,
    Voice,
)
from functions.summarize.verify import check_text
from functions.summarize.write import write


@dataclass(frozen=True)
class Summary:
    """A finished summary and everything that supports it.

    `timings` are milliseconds by stage; `rejected` counts the model's sentences that the verifier refused.
    """

    sentences: tuple[Sentence, ...]
    resume: Resume
    model: Card
    parser: ParserCard
    options: Options
    notices: tuple[Notice, ...]
    timings: Mapping[str, float]
    rejected: int = 0

    @property
    def text(self) -> str:
        """The paragraph."""
        return " ".join(sentence.text for sentence in self.sentences)

    @property
    def model_share(self) -> float:
        """Sentences that the model wrote, of all sentences; 0 to 1."""
        return sum(sentence.origin == "model" for sentence in self.sentences) / len(self.sentences)


@dataclass(frozen=True)
class Parsed:
    """What a parser read, and the parser."""

    resume: Resume
    parser: ParserCard
    timings: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class SentenceCheck:
    """A person's sentence and the verdict on it."""

    text: str
    verdict: Verdict


class Pipeline:
    """Reads, plans, writes and verifies. `load` gives a model by name and is expected to keep it.

    Thread-safe as far as the models are; holds no resume between calls.
    """

    def __init__(
        self,
        load: Callable[[str], Model] = load_model,
        *,
        first_model: ModelName = "t5",
        limits: Limits | None = None,
    ) -> None:
        self._load = load
        self._first_model = first_model
        self._limits = limits or Limits()

    @property
    def model_ids(self) -> tuple[str, ...]:
        """The models that can be asked for."""
        return tuple(MODELS)

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
            document = read(data, self._limits)
        with watch("parse"):
            resume = _parse(document, options.parser, options.as_of)
        with watch("plan"):
            plans = make_plan(resume, options)
        if not plans:
            raise UnusableDocument(
                "nothing-to-say",
                "No job title, experience, skill or education was recognised in the document. Check that it is a"
                " resume, and that its text is not a picture.",
            )
        model = self._load(options.model)
        with watch("write"):
            written, rejected = write(plans, model)
        with watch("assemble"):
            sentences = assemble(written, options.length)
        return Summary(
            sentences=sentences,
            resume=resume,
            model=model.card,
            parser=read_card(options.parser),
            options=options,
            notices=(*resume.notices, *_language_notice(plans, options), *_length_notice(sentences, options)),
            timings=watch.timings,
            rejected=rejected,
        )

    def parse(self, data: bytes, parser: ParserName, as_of: date) -> Parsed:
        """The facts of a DOCX as one parser reads them."""
        watch = _Watch()
        with watch("read"):
            document = read(data, self._limits)
        with watch("parse"):
            resume = _parse(document, parser, as_of)
        return Parsed(resume, read_card(parser), watch.timings)

    def verify(
        self, resume: dict[str, Any], text: str, voice: Voice | None = None
    ) -> tuple[SentenceCheck, ...]:
        """Check a person's text, sentence by sentence, against a JSON Resume document."""
        facts = facts_of_json_resume(resume)
        return tuple(SentenceCheck(piece, check_text(piece, facts, voice)) for piece in split_sentences(text))


def split_sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text. A full stop inside "Node.js", "e.g. x" or "St. Mary" ends none."""
    pieces = re.split(
        r"(?<=[.!?])(?<!\b[A-Z]\.)(?<!\bSt\.)(?<!\bDr\.)(?<!e\.g\.)(?<!i\.e\.)\s+(?=[\"'“(]?[A-Z0-9$£€])",
        text.strip(),
    )
    return tuple(piece for piece in pieces if piece)


def _parse(document: Document, parser: ParserName, as_of: date) -> Resume:
    resume = load_parser(parser).parse(document, as_of)
    unseen = tuple(notice for notice in document.notices if notice not in resume.notices)
    return replace(resume, notices=(*unseen, *resume.notices))


def _language_notice(plans: Sequence[SentencePlan], options: Options) -> Iterator[Notice]:
    language = plans[0].language
    if language != "en":
        told = " in the implied voice" if options.voice != "implied" else ""
        yield Notice(
            "plain-language",
            f"The resume is not in English (ISO 639-1: {language}). The models write English only, so the summary is"
            f" made of plain sentences in the resume's language{told}.",
        )


def _length_notice(sentences: Sequence[Sentence], options: Options) -> Iterator[Notice]:
    words = sum(len(sentence.text.split()) for sentence in sentences)
    low, _ = WORDS[options.length]
    if words < low:
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
