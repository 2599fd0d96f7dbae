"""The parser `auto`: reads as a person of the sector where the resume shows one, else literally; says why."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from functions.summarize.docx.document import Document
from functions.summarize.parsers.factory import load_parser
from functions.summarize.parsers.reading import read_document
from functions.summarize.parsers.skills.lexicon import load_lexicon
from functions.summarize.parsers.skills.skills import FoundSkill
from functions.summarize.resume import Resume
from functions.summarize.sentences import ParserChoice, ParserName

_SHOWN_BY = {
    "titles": "The job titles show",
    "skills": "The skills show",
    "titles-and-skills": "Job titles and skills show",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """A resume, the parser that read it, and why that one was chosen; None where it was asked for."""

    resume: Resume
    parser: ParserName
    reason: str | None = None


def read_resume(document: Document, parser: ParserChoice, as_of: date) -> Choice:
    """The resume as the parser reads it. The reason given by `auto` holds no word of the resume."""
    reading = read_document(document)
    return _chosen(parser, lambda name: load_parser(name).of(reading, as_of))


def rank_facts(facts: Resume, parser: ParserChoice) -> Choice:
    """Facts that are known already as the parser ranks them; their skills keep their order."""
    lexicon = load_lexicon()
    forms = [lexicon.lookup(skill.name) for skill in facts.skills]
    found = tuple(
        FoundSkill(skill, form.term if form else None, None)
        for skill, form in zip(facts.skills, forms, strict=True)
    )

    def ranked(name: ParserName) -> Resume:
        resume = load_parser(name).rank(facts, found)
        groups = {skill.name: skill.group for skill in resume.skills}
        return replace(resume, skills=tuple(replace(one, group=groups[one.name]) for one in facts.skills))

    return _chosen(parser, ranked)


def _chosen(parser: ParserChoice, read: Callable[[ParserName], Resume]) -> Choice:
    if parser != "auto":
        return Choice(read(parser), parser)
    resume = read("industry")
    figures = sum(one.quantified for one in resume.achievements)
    if resume.sector is None:
        reason = "Neither job titles nor skills show one sector, so the resume is read literally."
    elif not figures:
        reason = "No line holds a figure to rank results by, so the resume is read literally."
    else:
        lines = f"{figures} {'line holds' if figures == 1 else 'lines hold'} a figure to rank results by"
        shown = _SHOWN_BY.get(resume.sector.rule or "", "The resume shows")
        return Choice(resume, "industry", f"{shown} one sector ({resume.sector.value}), and {lines}.")
    return Choice(read("ats"), "ats", reason)
