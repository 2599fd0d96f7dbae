"""Bodies of the HTTP API: what goes over the wire, and how the pipeline's records become it.

Everything here is determined by the request: no times and no ids, so that a re-run gives the same bytes.
"""

from datetime import date
from typing import TYPE_CHECKING, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from functions.summarize.docx.line_styles import LineStyle
from functions.summarize.resume import Experience, Resume, Section, Witness
from functions.summarize.sentences import (
    BriefKind,
    Kind,
    Length,
    ModelName,
    Output,
    ParserChoice,
    Part,
    Slot,
    Voice,
)

if TYPE_CHECKING:  # the pipeline brings the reader and the engines with it
    from functions.summarize.pipeline import Parsed, SentenceCheck, Summary
    from functions.summarize.planning.target import Term

LONGEST_TEXT = 10_000
"""Characters of a text to be verified: ten times the longest summary."""


class Body(BaseModel):
    """Base of all bodies; made from the pipeline's records by attribute."""

    model_config = ConfigDict(from_attributes=True, frozen=True)


class EvidenceBody(Body):
    """A place in the resume: `text[start:end] == quote`, counted in Unicode code points."""

    quote: str = Field(examples=["Senior Backend Engineer"])
    section: Section
    start: int
    end: int
    source: Witness = Field(
        "document", description="Who states it: the document, or the person who gave corrected facts."
    )


class SentenceBody(Body):
    """A sentence, who wrote it (a model, or the plan where no candidate held), and what supports it."""

    text: str = Field(examples=["Senior backend engineer with 8+ years of experience in payments."])
    kind: Kind | Part | BriefKind
    origin: Literal["model", "plan"]
    evidence: list[EvidenceBody]
    slot: Slot | None = Field(None, description="The line of a brief that it stands on; null in a summary.")


class AlternativeBody(Body):
    """Another summary of the same resume, verified as the first and really different from it."""

    summary: str
    sentences: list[SentenceBody]
    model_share: float = Field(ge=0, le=1)


class TermBody(Body):
    """A term of the job description, whether the resume states it, and where."""

    term: str = Field(examples=["Kafka"])
    stated: bool
    evidence: list[EvidenceBody]


class TargetBody(Body):
    """Which terms of the job description the resume states. A comparison of words, never a score."""

    terms: list[TermBody]


class WarningBody(Body):
    """Something about the document to know; `start` and `end` are offsets into `text` where it has a place."""

    code: str = Field(examples=["hidden-text"])
    message: str = Field(examples=["Hidden text was ignored."])
    start: int | None = None
    end: int | None = None


class ModelBody(Body):
    """The model that wrote, by the name of the option; `sha256` is over all files of its checkpoint."""

    id: str = Field(examples=["t5"])
    version: str
    sha256: str


class ParserBody(Body):
    """The parser that read; `reason` says why `auto` chose it."""

    id: str = Field(examples=["ats"])
    version: str
    reason: str | None = None


class OptionsBody(Body):
    """The options as used, defaults filled in."""

    model: ModelName
    parser: ParserChoice = Field(description="As asked; the parser used is `parser.id`.")
    length: Length
    voice: Voice
    output: Output
    target: str = Field(description="The job description that decided what is told first.")
    alternatives: int = Field(description="How many different summaries were asked for in all.")
    blind: bool = Field(description="Whether name, contact data, institutions and pronouns were left out.")
    as_of: date = Field(description="The day that 'present' means.")


class YearsStatedBody(Body):
    """Years of experience that the resume states and its dates do not bear out."""

    value: int = Field(examples=[12])
    evidence: list[EvidenceBody]


class SummaryBody(Body):
    """The answer of `POST /generate-summary/`."""

    summary: str = Field(description="The paragraph; of a brief, its lines.")
    sentences: list[SentenceBody]
    alternatives: list[AlternativeBody] = Field(description="Others to choose from, beyond the first.")
    resume: dict[str, Any] = Field(description="A JSON Resume document.")
    text: str = Field(description="The visible text of the document, which all offsets refer to.")
    looks: list[LineStyle] = Field(
        description="How each line of `text` looks in the document, in their order."
    )
    model: ModelBody
    parser: ParserBody
    options: OptionsBody
    warnings: list[WarningBody]
    model_share: float = Field(
        description="Sentences a model wrote, of all it could have written.", ge=0, le=1
    )
    target: TargetBody | None = None
    unused: list[EvidenceBody] = Field(
        [], description="The lines that nothing understood: a person can say what they are."
    )
    years_stated: YearsStatedBody | None = None


class YearsBody(Body):
    """Years of employment: `value` is `months` in whole years, as of `as_of`, counted by `rule`."""

    value: int
    months: int
    as_of: date
    rule: str


class FactBody(Body):
    """Where a value stands in the resume, how sure the parser is, and by which rule a derived value came."""

    evidence: list[EvidenceBody]
    confidence: float = Field(ge=0, le=1)
    rule: str | None = None


class ParsedBody(Body):
    """The answer of `POST /parse/`."""

    resume: dict[str, Any] = Field(description="A JSON Resume document.")
    facts: dict[str, FactBody] = Field(description="JSON pointer into `resume` -> evidence.")
    years_experience: YearsBody | None
    report: dict[str, Any] = Field(description="The parser's own report.")
    parser: ParserBody
    warnings: list[WarningBody]
    text: str = Field(description="The visible text of the document, which all offsets refer to.")
    target: TargetBody | None = None
    unused: list[EvidenceBody] = Field(
        [], description="The lines that nothing understood: a person can say what they are."
    )
    years_stated: YearsStatedBody | None = None


class VerifyRequest(BaseModel):
    """The body of `POST /verify/`: a text, and the resume that must support it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    resume: dict[str, Any] = Field(description="A JSON Resume document, such as /parse/ gives.")
    text: str = Field(min_length=1, max_length=LONGEST_TEXT, pattern=r"\S")
    voice: Voice | None = Field(None, description="The voice the text must have; any, if left out.")


class FaultBody(Body):
    """Words of a sentence that the resume does not support."""

    code: str = Field(
        description="Stable: word, number, number moved, currency, place, join, time, years, ..."
    )
    words: str = Field(description="The offending words.")
    start: int = Field(description="Offset of the words in the sentence, in characters.")
    end: int
    truth: str = Field(
        description="What the resume says instead, for people; empty where nothing can be named."
    )


class CheckedBody(Body):
    """A sentence and whether the resume supports it; `problems` are stable codes with the offending words.

    `faults` are the problems that have a place in the sentence, so that a page can mark the words.
    """

    text: str
    supported: bool
    problems: list[str]
    faults: list[FaultBody]
    evidence: list[EvidenceBody]


class VerifiedBody(Body):
    """The answer of `POST /verify/`; `supported` holds when every sentence is."""

    sentences: list[CheckedBody]
    supported: bool


def summary_body(summary: "Summary") -> SummaryBody:
    """The answer that tells of a summary."""
    from functions.summarize.jsonresume import to_json_resume

    return SummaryBody(
        summary=summary.text,
        sentences=[SentenceBody.model_validate(sentence) for sentence in summary.sentences],
        alternatives=[
            AlternativeBody(
                summary=other.text,
                sentences=[SentenceBody.model_validate(sentence) for sentence in other.sentences],
                model_share=other.model_share,
            )
            for other in summary.alternatives
        ],
        resume=to_json_resume(summary.resume),
        text=summary.resume.text,
        looks=list(summary.looks),
        model=ModelBody(id=summary.options.model, version=summary.model.version, sha256=summary.model.sha256),
        parser=_parser(summary),
        options=OptionsBody.model_validate(summary.options),
        warnings=[WarningBody.model_validate(notice) for notice in summary.notices],
        model_share=summary.model_share,
        target=_target(summary.terms),
        unused=[EvidenceBody.model_validate(place) for place in summary.resume.unused],
        years_stated=_years_stated(summary.resume),
    )


def parsed_body(parsed: "Parsed") -> ParsedBody:
    """The answer that tells what a parser read."""
    from functions.summarize.jsonresume import pointers, to_json_resume

    resume = parsed.resume
    return ParsedBody(
        resume=to_json_resume(resume),
        facts={pointer: FactBody.model_validate(fact) for pointer, fact in pointers(resume).items()},
        years_experience=_years(resume.experience),
        report=resume.report,
        parser=_parser(parsed),
        warnings=[WarningBody.model_validate(notice) for notice in resume.notices],
        text=resume.text,
        target=_target(parsed.terms),
        unused=[EvidenceBody.model_validate(place) for place in resume.unused],
        years_stated=_years_stated(resume),
    )


def verified_body(checks: "tuple[SentenceCheck, ...]") -> VerifiedBody:
    """The answer that tells which sentences hold."""
    sentences = [
        CheckedBody(
            text=check.text,
            supported=check.verdict.supported,
            problems=list(check.verdict.problems),
            faults=[FaultBody.model_validate(fault) for fault in check.verdict.faults],
            evidence=[EvidenceBody.model_validate(place) for place in check.verdict.evidence],
        )
        for check in checks
    ]
    return VerifiedBody(sentences=sentences, supported=all(sentence.supported for sentence in sentences))


def _parser(read: "Summary | Parsed") -> ParserBody:
    return ParserBody(id=read.parser.id, version=read.parser.version, reason=read.reason)


def _target(terms: "tuple[Term, ...] | None") -> TargetBody | None:
    return None if terms is None else TargetBody(terms=[TermBody.model_validate(term) for term in terms])


def _years_stated(resume: Resume) -> YearsStatedBody | None:
    return None if resume.years_stated is None else YearsStatedBody.model_validate(resume.years_stated)


def _years(experience: Experience | None) -> YearsBody | None:
    if experience is None:
        return None
    return YearsBody(
        value=experience.years, months=experience.months, as_of=experience.as_of, rule=experience.rule
    )
