"""The parser `auto`: reads as a person of the sector where the resume shows one, else literally; says why."""

from dataclasses import dataclass
from datetime import date

from functions.summarize.docx.document import Document
from functions.summarize.parsers.factory import load_parser
from functions.summarize.resume import Resume
from functions.summarize.sentences import ParserChoice, ParserName

_SHOWN_BY = {
    "titles": "The job titles show",
    "skills": "The skills show",
    "titles-and-skills": "Job titles and skills show",
}


@dataclass(frozen=True, slots=True)
class Reading:
    """A resume, the parser that read it, and why that one was chosen; None where it was asked for."""

    resume: Resume
    parser: ParserName
    reason: str | None = None


def read_resume(document: Document, parser: ParserChoice, as_of: date) -> Reading:
    """The resume as the parser reads it. The reason given by `auto` holds no word of the resume."""
    if parser != "auto":
        return Reading(load_parser(parser).parse(document, as_of), parser)
    resume = load_parser("industry").parse(document, as_of)
    figures = sum(one.quantified for one in resume.achievements)
    if resume.sector is None:
        reason = "Neither job titles nor skills show one sector, so the resume is read literally."
    elif not figures:
        reason = "No line holds a figure to rank results by, so the resume is read literally."
    else:
        lines = f"{figures} {'line holds' if figures == 1 else 'lines hold'} a figure to rank results by"
        shown = _SHOWN_BY.get(resume.sector.rule or "", "The resume shows")
        return Reading(resume, "industry", f"{shown} one sector ({resume.sector.value}), and {lines}.")
    return Reading(load_parser("ats").parse(document, as_of), "ats", reason)
