"""What is known before anything is written: the resume, the parser that read it, the target, what may be shown."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from functions.summarize.docx.document import Document, Notice, document_of
from functions.summarize.docx.line_styles import LineStyle, line_styles
from functions.summarize.language_detection import SERVED
from functions.summarize.output.brief import not_stated
from functions.summarize.parsers.auto import Choice, rank_facts, read_resume
from functions.summarize.parsers.ranking.readability import with_coverage
from functions.summarize.parsers.skills.unserved import with_known_terms
from functions.summarize.planning.single_sentences import in_single_sentences
from functions.summarize.planning.target import Term, aim, compare
from functions.summarize.privacy.blind import blind, without_redacted
from functions.summarize.resume import Resume, Role
from functions.summarize.screening import refuse_what_is_no_resume, withhold
from functions.summarize.sentences import Options, ParserName


@dataclass(frozen=True, slots=True)
class Understood:
    """A resume as it may be shown, and as it may be spoken of.

    `resume` leaves the service; `source` is what sentences are planned from: the same facts, the lines of jobs in
    single sentences, those of the target first, and of a blind resume only those in which nothing had to be covered.
    `terms` are those of the target. `missing` names what is usually looked for and not stated; `looks` are those of
    the lines of `resume.text`.
    """

    resume: Resume
    source: Resume
    parser: ParserName
    reason: str | None
    terms: tuple[Term, ...] | None
    missing: tuple[str, ...]
    looks: tuple[LineStyle, ...]


def understand(document: Document, options: Options) -> Understood:
    """Read a document as the options ask for. Raises `UnusableDocument` for what is not the resume of one person."""
    refuse_what_is_no_resume(document)
    reading = read_resume(document, options.parser, options.as_of)
    unseen = tuple(notice for notice in document.notices if notice not in reading.resume.notices)
    resume = replace(reading.resume, notices=(*unseen, *reading.resume.notices))
    return _shown(replace(reading, resume=resume), document, options)


def understand_facts(facts: Resume, options: Options) -> Understood:
    """Take facts that are known already, such as a person has corrected, as a document that states nothing else."""
    return _shown(rank_facts(facts, options.parser), document_of(*facts.text.split("\n")), options)


def _language_notice(resume: Resume) -> Iterator[Notice]:
    if resume.language not in SERVED:
        yield Notice(
            "unsupported-language",
            f"The resume seems to be in a language that is not served (ISO 639-1: {resume.language}). Only what could"
            f" be read without knowing it is told, with no words around it. Served: {', '.join(SERVED)}.",
        )


def running(resume: Resume, as_of: date) -> Resume:
    """The resume with the jobs that end later as held now, such as a contract that runs out next month."""

    def runs(role: Role) -> bool:
        period = role.period.value if role.period else None
        began, end = (period.start, period.end) if period else (None, None)
        today = (as_of.year, as_of.month)
        return (
            began is not None
            and end is not None
            and (began.year, began.month or 1) <= today < (end.year, end.month or 0)
        )

    roles = (
        replace(role, period=replace(role.period, value=replace(role.period.value, end=None, current=True)))
        if role.period is not None and runs(role)
        else role
        for role in resume.roles
    )
    return replace(resume, roles=tuple(roles))


def _shown(reading: Choice, document: Document, options: Options) -> Understood:
    resume = withhold(with_known_terms(reading.resume, document), options.as_of)
    resume = replace(resume, notices=(*resume.notices, *_language_notice(resume)))
    missing = not_stated(resume)
    if options.blind:
        resume = blind(resume, document)
    source, terms = in_single_sentences(without_redacted(resume) if options.blind else resume), None
    source = running(source, options.as_of)
    if options.target:
        terms = compare(options.target, resume)
        source = aim(source, options.target, terms)
        if reading.parser == "ats":
            coverage = with_coverage(resume.report, ((term.term, term.stated) for term in terms))
            resume = replace(resume, report=coverage)
    return Understood(resume, source, reading.parser, reading.reason, terms, missing, line_styles(document))
