"""A reading -> the facts that every parser shares: who, where, when and what, each with its evidence."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import zip_longest

from functions.summarize.docx.document import Document, Line
from functions.summarize.language_detection import language_of
from functions.summarize.parsers.asked_for import kinds_asked
from functions.summarize.parsers.course_facts import courses_of, credentials_of
from functions.summarize.parsers.evidence import Source
from functions.summarize.parsers.experience import experience_of, years_not_borne_out
from functions.summarize.parsers.fields import ReadLine
from functions.summarize.parsers.headings import SECTIONS
from functions.summarize.parsers.item_facts import items_of, languages_of, publications_of
from functions.summarize.parsers.notices import notices_of
from functions.summarize.parsers.person.contact import email_names, has_contact, read_contact, read_location
from functions.summarize.parsers.person.headline import read_headline
from functions.summarize.parsers.person.names import names_somebody, read_name
from functions.summarize.parsers.reading import Reading, read_document
from functions.summarize.parsers.role_facts import roles_of
from functions.summarize.parsers.role_kinds import is_beside
from functions.summarize.parsers.statements import Statements
from functions.summarize.parsers.word_lists import word_index
from functions.summarize.privacy.particulars import is_particular, particulars_in
from functions.summarize.resume import Evidence, Fact, PartialDate, Period, Resume, Role
from functions.summarize.screening.addressed import is_addressed
from functions.summarize.text.words import words_of

_DISTANT = PartialDate(9999, 12)
_LONGEST = 600  # characters of a line that are looked at
_NOTHING_TO_READ = frozenset({"heading", "columns", "sub"})
_NEVER_USED = frozenset(
    {"name", "contact", "personal", "references", "interests", "other", "publications", "profile"}
)
"""Sections whose lines are looked at for something else, or for nothing."""


def read_facts(document: Document, as_of: date) -> Resume:
    """Everything the parsers agree on; skills, achievements, scope, level, sector and report stay empty."""
    return facts_of(read_document(document), as_of)


def facts_of(reading: Reading, as_of: date) -> Resume:
    """The facts of a document that was read; one that is no resume yields few facts, never invented ones."""
    text = reading.document.text
    language = language_of(text)
    statements = Statements(text, language, as_of)
    held = list(roles_of(reading, statements))
    roles = newest_first([role for role in held if role.kind != "volunteering"])
    head, source = _head(reading), Source(text, "contact")
    contact = read_contact(head, _elsewhere(reading), source)
    form = [line.line for line in reading.of("name", "contact", "personal")]
    name = read_name(head, email_names(contact), source, form)
    if _overlap(name, contact.location):  # "Rosamund Peck, CA" is a chartered accountant, not in California
        others = [
            line for line in head if name is None or not line.start <= name.evidence[0].start < line.end
        ]
        contact = replace(contact, location=read_location(others, source))
    resume = Resume(
        text=text,
        name=name,
        headline=read_headline(head, name, source),
        contact=contact,
        summary=_summary(reading),
        roles=roles,
        education=tuple(courses_of(reading, statements)),
        credentials=tuple(credentials_of(reading, statements)),
        languages=tuple(languages_of(reading, statements)),
        projects=tuple(items_of(reading, statements, "projects")),
        publications=tuple(publications_of(reading, statements)),
        awards=tuple(items_of(reading, statements, "awards")),
        volunteering=newest_first([role for role in held if role.kind == "volunteering"]),
        experience=experience_of(roles, as_of, Source(text, "experience")),
        language=language,
        unused=tuple(_unused(reading)),
    )
    claims = (resume.headline, resume.summary)
    stated = years_not_borne_out(resume.experience, claims, Source(text, "summary"))
    resume = replace(resume, years_stated=stated)
    notices = (*reading.document.notices, *notices_of(resume, reading.spans, as_of))
    return replace(resume, notices=notices)


def newest_first(roles: Iterable[Role]) -> tuple[Role, ...]:
    """By end, current roles first, then by start; an undated role stays behind the one that it stood behind.

    Of several current roles one that says it is held beside another comes last: lessons given in the evenings are not
    the job.
    """
    first: list[Role] = []
    groups: list[list[Role]] = []
    for role in roles:
        if role.period is not None:
            groups.append([role])
        else:
            (groups[-1] if groups else first).append(role)
    ordered = sorted(groups, key=lambda group: _recency(group[0]), reverse=True)
    return (*first, *(role for group in ordered for role in group))


def _recency(role: Role) -> tuple[PartialDate, bool, PartialDate]:
    period = role.period.value if role.period else Period(None, None)
    start = period.start or period.end or PartialDate(0)
    end = _DISTANT if period.current else period.end or start
    first = period.current and not is_beside(role.title, role.note)
    return PartialDate(end.year, end.month or 12), first, PartialDate(start.year, start.month or 1)


def _head(reading: Reading) -> list[Line]:
    """Name and contact data, the body's before those of the page's header and footer."""
    agency = _names_agency(reading)
    stated = (*reading.of("name", "contact"), *filter(_is_named, reading.lines))
    lines = [line.line for line in stated if not (agency and line.line.block.part in ("header", "footer"))]
    return sorted(lines, key=lambda line: line.block.part != "body")


def _is_named(line: ReadLine) -> bool:
    """Whether it is the document's title with a name in it."""
    return line.section == "other" and names_somebody(line.line.text)


def _names_agency(reading: Reading) -> bool:
    """Whether the page's header or footer is that of a recruiter, whose contact data are nobody's who applies."""
    margins = (
        line.line.text[:_LONGEST] for line in reading.lines if line.line.block.part in ("header", "footer")
    )
    return any(
        mention.kind == "page/agency"
        for text in margins
        for mention in word_index().find(text, words_of(text))
    )


def _overlap(one: Fact[str] | None, other: Fact[str] | None) -> bool:
    if one is None or other is None:
        return False
    return any(a.start <= b.end and b.start <= a.end for a in one.evidence for b in other.evidence)


def _elsewhere(reading: Reading) -> Iterator[Line]:
    """Where contact data may stand if not in the head: never among referees, nor in what is no resume's."""
    apart = ("references", "contact", "name", "other")
    for line in reading.lines:
        margin = line.line.block.part in ("header", "footer")
        referee = any(one.kind == "referee" for one in particulars_in(line.line.text[:_LONGEST]))
        if line.section not in apart and not margin and not referee:
            yield line.line


def _is_label(line: ReadLine, following: ReadLine) -> bool:
    """Whether a line of a form is but the name of what is asked for: "Dates", "Occupation or position held"."""
    return line.kind == "field" and following.kind in ("field", "body") and bool(kinds_asked(line.line.text))


_WISHED = re.compile(
    r"(?:(?:desired|preferred|wanted|target) (?:employment|job|position|post|occupation|role)|job applied for"
    r"|angestrebte (?:stelle|tätigkeit|position)|gewünschte (?:beschäftigung|tätigkeit)|emploi recherché|poste visé"
    r"|empleo deseado|ocupazione desiderata|emprego pretendido|gewenste functie)(?:\s*/[^:]*)?:?",
    re.IGNORECASE,
)
"""The label of a form for what somebody would like to be: its answer says nothing of what somebody is."""


def _summary(reading: Reading) -> Fact[str] | None:
    stated = reading.of("profile")
    wishes = [number for number, line in enumerate(stated) if _WISHED.fullmatch(line.line.text)]
    lines = [
        line.line
        for number, line in enumerate(stated)
        if not {number, number - 1}.intersection(wishes)
        and not (has_contact(line.line.text) or is_particular(line.line.text) or is_addressed(line.line.text))
    ]
    if not lines:
        return None
    source = Source(reading.document.text, "summary")
    places = tuple(source.at(line.start, line.end) for line in lines)
    return Fact(" ".join(line.text for line in lines), places)


def _unused(reading: Reading) -> Iterator[Evidence]:
    """The lines of which nothing was understood."""
    told = {line.line.start for _, entry in reading.entries for line in entry.body}
    for line, following in zip_longest(reading.lines, reading.lines[1:]):
        if (
            line.section in _NEVER_USED
            or (following is not None and _is_label(line, following))
            or line.kind in _NOTHING_TO_READ
            or line.fields
            or line.line.start in told
        ):
            continue
        if any(letter.isalpha() for letter in line.line.text) and not is_particular(line.line.text):
            source = Source(reading.document.text, SECTIONS.get(line.section, "other"))
            yield source.at(line.line.start, line.line.end)
