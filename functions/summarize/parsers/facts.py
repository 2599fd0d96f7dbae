"""Document -> the facts that every parser shares: who, where, when and what, each with its evidence."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from functions.summarize.docx.document import Document, Line, Notice
from functions.summarize.language_detection import language_of
from functions.summarize.parsers.contact import email_names, has_contact, read_contact
from functions.summarize.parsers.courses import states_degree, without_credentials
from functions.summarize.parsers.credentials import read_credentials
from functions.summarize.parsers.education import read_education
from functions.summarize.parsers.evidence import Source
from functions.summarize.parsers.experience import experience_of
from functions.summarize.parsers.headings import promises
from functions.summarize.parsers.items import read_items
from functions.summarize.parsers.languages import read_languages
from functions.summarize.parsers.names import read_headline, read_name
from functions.summarize.parsers.notices import notices_of
from functions.summarize.parsers.periods import is_day_first
from functions.summarize.parsers.record_facts import course_records, credential_records, role_records
from functions.summarize.parsers.records import RecordTable
from functions.summarize.parsers.roles import newest_first, read_roles
from functions.summarize.parsers.rows import Row
from functions.summarize.parsers.sections import SectionSpan, find_sections
from functions.summarize.resume import Entry, Fact, Resume, Role, RoleKind, Section

_KINDS: dict[Section, RoleKind] = {
    "experience": "employment",
    "internships": "internship",
    "volunteering": "volunteering",
}


def read_facts(document: Document, as_of: date, sections: Sequence[SectionSpan] | None = None) -> Resume:
    """Everything the parsers agree on; skills, achievements, scope, level, sector and report stay empty.

    `sections` are those of the document, for a caller that has found them already.

    A document that is no resume yields few facts, never invented ones.
    """
    spans = find_sections(document) if sections is None else sections
    return _Reading(document, as_of, spans).resume()


class _Reading:
    def __init__(self, document: Document, as_of: date, spans: Sequence[SectionSpan]) -> None:
        self._document = document
        self._as_of = as_of
        self._spans = spans
        self._day_first = is_day_first(document.text)

    def resume(self) -> Resume:
        held = [role for section in _KINDS for role in self._roles(section)]
        roles = newest_first([role for role in held if role.kind != "volunteering"])
        volunteering = newest_first([role for role in held if role.kind == "volunteering"])
        head, source = tuple(self._lines("contact")), self._source("contact")
        contact = read_contact(head, self._elsewhere(), source)
        name = read_name(self._top(), email_names(contact), source)
        courses, also_credentials = self._courses_and_credentials()
        resume = Resume(
            text=self._document.text,
            name=name,
            headline=read_headline(head, name, source),
            contact=contact,
            summary=self._summary(head),
            roles=roles,
            education=(
                *read_education(courses, self._source("education")),
                *course_records(
                    self._tables("education"), self._source("education"), day_first=self._day_first
                ),
            ),
            credentials=(
                *read_credentials(
                    [row for row in self._rows("certifications") if not states_degree(row)],
                    self._source("certifications"),
                ),
                *credential_records(self._tables("certifications"), self._source("certifications")),
                *read_credentials(also_credentials, self._source("education")),
            ),
            languages=read_languages(self._lines("languages"), self._source("languages")),
            projects=self._items("projects"),
            publications=self._items("publications"),
            awards=self._items("awards"),
            volunteering=volunteering,
            experience=experience_of(roles, self._as_of, self._source("experience")),
            language=language_of(self._document.text),
        )
        return _with_notices(resume, self._document, self._spans, self._as_of)

    def _courses_and_credentials(self) -> tuple[list[Row], list[Row]]:
        """The rows of education sections, told apart: "Education & Certifications" is one heading for both."""
        courses: list[Row] = []
        credentials: list[Row] = []
        for span in self._spans:
            if span.section == "certifications":
                rows = [Row(line, self._day_first) for line in span.free_lines]
                courses += [row for row in rows if states_degree(row)]
            if span.section == "education":
                mixed = span.heading is not None and promises(span.heading.text, "certifications")
                rows = [Row(line, self._day_first) for line in span.free_lines]
                of_courses, of_credentials = without_credentials(rows, mixed=mixed)
                courses += of_courses
                credentials += of_credentials
        return courses, credentials

    def _source(self, section: Section) -> Source:
        return Source(self._document.text, section)

    def _lines(self, section: Section) -> Iterator[Line]:
        return (line for span in self._spans if span.section == section for line in span.lines)

    def _rows(self, section: Section) -> list[Row]:
        return [
            Row(line, self._day_first)
            for span in self._spans
            if span.section == section
            for line in span.free_lines
        ]

    def _tables(self, section: Section) -> Iterator[RecordTable]:
        return (table for span in self._spans if span.section == section for table in span.tables)

    def _roles(self, section: Section) -> Iterator[Role]:
        for span in self._spans:
            if span.section == section:
                rows = [Row(line, self._day_first) for line in span.free_lines]
                yield from read_roles(rows, self._source(section), _KINDS[section])
        yield from role_records(
            self._tables(section), self._source(section), _KINDS[section], day_first=self._day_first
        )

    def _items(self, section: Section) -> tuple[Entry, ...]:
        return read_items(self._rows(section), self._source(section))

    def _elsewhere(self) -> Iterator[Line]:
        return (
            line
            for span in self._spans
            if span.section not in ("references", "contact")
            for line in span.lines
        )

    def _top(self) -> list[Line]:
        """Where a name may stand: the body's head before the page's header, then what else has no heading."""
        unheaded = [span for span in self._spans if span.section == "contact"]
        lines = [line for span in unheaded if span.heading is None for line in span.lines]
        lines += [line for span in unheaded if span.heading is not None for line in span.lines]
        return sorted(lines, key=lambda line: line.block.part != "body")

    def _summary(self, head: Iterable[Line]) -> Fact[str] | None:
        lines = [line for line in self._lines("summary") if not has_contact(line.text)]
        section: Section = "summary" if lines else "contact"
        lines = lines or [line for line in head if len(line.text.split()) > 14 and not has_contact(line.text)]
        if not lines:
            return None
        source = self._source(section)
        return Fact(
            " ".join(line.text for line in lines), tuple(source.at(line.start, line.end) for line in lines)
        )


def _with_notices(resume: Resume, document: Document, spans: Sequence[SectionSpan], as_of: date) -> Resume:
    notices: tuple[Notice, ...] = (*document.notices, *notices_of(resume, spans, as_of))
    return replace(resume, notices=notices)
