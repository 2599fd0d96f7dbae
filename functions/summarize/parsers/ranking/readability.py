"""The readability report of the literal parser: what a plain tracking system will and will not read."""

from collections import Counter
from collections.abc import Iterable, Iterator

from functions.summarize.docx.document import Document
from functions.summarize.parsers.reading import Span
from functions.summarize.resume import Resume

AMBIGUOUS = "ambiguous-date"
MOST_HEADINGS = 8


def readability_report(document: Document, sections: Iterable[Span], resume: Resume) -> dict[str, object]:
    """The report, JSON-ready. Keys as in the parser's card."""
    spans = tuple(sections)
    unrecognised = [span.heading.text for span in spans if span.section == "other" and span.heading]
    outside = Counter(block.part for block in document.blocks if block.part != "body" and block.text.strip())
    ambiguous = sum(notice.code == AMBIGUOUS for notice in resume.notices)
    missing = list(_missing(resume))
    report: dict[str, object] = {
        "kind": "readability",
        "sections": [_section(span) for span in spans],
        "unrecognised_headings": unrecognised,
        "outside_body": dict(outside),
        "ambiguous_dates": ambiguous,
        "missing": missing,
        "hidden_texts": len(document.hidden),
    }
    return {**report, "advice": list(_advice(report))}


def with_coverage(report: dict[str, object], terms: Iterable[tuple[str, bool]]) -> dict[str, object]:
    """The report with the terms of a job description: which of them the resume states, which it does not."""
    told = tuple(terms)
    stated, absent = ([term for term, stated in told if stated is kind] for kind in (True, False))
    return {**report, "keyword_coverage": {"stated": stated, "not_stated": absent}}


def _section(span: Span) -> dict[str, object]:
    heading = span.heading.text if span.heading else None
    return {"section": span.section, "heading": heading, "lines": len(span.lines)}


def _missing(resume: Resume) -> Iterator[str]:
    contact = resume.contact
    found = {
        "name": resume.name,
        "email": contact.emails,
        "phone": contact.phones,
        "location": contact.location,
        "roles": resume.roles,
        "education": resume.education,
        "dates": any(role.period for role in resume.roles) or not resume.roles,
    }
    yield from (name for name, value in found.items() if not value)


def _advice(report: dict[str, object]) -> Iterator[str]:
    """One sentence for each thing that can be improved; without words of the resume but its headings."""
    for heading in _texts(report["unrecognised_headings"])[:MOST_HEADINGS]:
        yield f'"{heading}" is no usual heading: a plain word such as Experience or Skills is read everywhere.'
    if report["outside_body"]:
        yield "Some text stands in boxes, headers, footers or notes, where many systems do not look."
    if report["ambiguous_dates"]:
        yield "Some dates can be read in two ways: write the month as a word."
    for name in _texts(report["missing"]):
        yield f"No {name} was found."
    if report["hidden_texts"]:
        yield "Hidden text was found and ignored: it is best removed."


def _texts(value: object) -> list[str]:
    return [str(text) for text in value] if isinstance(value, list) else []
