"""Document -> sections: which lines stand under which heading, whatever the layout.

Headings are known by their words first (`headings.toml`); a line that merely looks like those headings is a
heading of unknown wording. The lines before any heading are the head of the resume: section `contact`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from functions.summarize.docx.document import Document, Line
from functions.summarize.parsers.chronicle import find_chronicles
from functions.summarize.parsers.content import human_languages, section_by_content, split_unheaded
from functions.summarize.parsers.cues import employer_strength, title_strength
from functions.summarize.parsers.forms import find_forms
from functions.summarize.parsers.headings import section_meant, section_named, section_of_first_part
from functions.summarize.parsers.looks import could_be_heading, heading_looks, look_of, named_by
from functions.summarize.parsers.periods import find_periods
from functions.summarize.parsers.records import RecordTable, Subject, find_tables
from functions.summarize.resume import Section

_WITH_SUBHEADINGS: frozenset[Section] = frozenset({"experience", "internships", "projects", "volunteering"})
_MAIN: frozenset[Section] = frozenset({"experience", "education", "skills", "summary"})
_LABELLED: frozenset[Section] = frozenset(
    {"skills", "languages", "education", "certifications", "interests", "references", "awards", "summary"}
)
_MAY_HOLD: dict[Subject, frozenset[Section]] = {
    "experience": _WITH_SUBHEADINGS,
    "education": frozenset({"education", "certifications"}),
    "certifications": frozenset({"certifications"}),
}
_BEFORE_LABELS: frozenset[Section] = _LABELLED | {"contact", "other", "publications"}


@dataclass(frozen=True, slots=True)
class SectionSpan:
    """The lines under one heading, in reading order.

    `heading` is None for the head of the resume and for text that has no heading of its own; a line that holds
    label and content ("Skills: ...") is heading and line.
    """

    section: Section
    heading: Line | None
    lines: tuple[Line, ...]
    tables: tuple[RecordTable, ...] = ()

    @property
    def free_lines(self) -> tuple[Line, ...]:
        """The lines that stand outside of tables of records."""
        tabled = {line.start for table in self.tables for line in table.lines}
        return tuple(line for line in self.lines if line.start not in tabled) if tabled else self.lines


@dataclass(slots=True)
class _Open:
    section: Section
    heading: Line | None = None
    lines: list[Line] = field(default_factory=list)
    tables: list[RecordTable] = field(default_factory=list)


def find_sections(document: Document) -> tuple[SectionSpan, ...]:
    """Every visible line once, below its heading; empty sections are kept, for they are worth a notice."""
    spans: list[SectionSpan] = []
    all_opened = _Splitter(document).run()
    employed = any(opened.section == "experience" for opened in all_opened)
    for opened in all_opened:
        span = SectionSpan(opened.section, opened.heading, tuple(opened.lines), tuple(opened.tables))
        if span.heading is None and span.section == "contact":
            spans += (SectionSpan(section, None, part) for section, part in split_unheaded(span.lines))
        elif (
            span.section == "other"
            and not span.tables
            and not _known(span)
            and (meant := section_by_content(span.lines))
        ):
            section = "other" if meant == "experience" and employed else meant
            spans.append(replace(span, section=section))
        else:
            spans.append(span)
    return tuple(span for span in spans if span.heading is not None or span.lines)


def _known(span: SectionSpan) -> bool:
    return span.heading is not None and named_by(span.heading) is not None


def _answers(lines: Sequence[Line]) -> Iterator[int]:
    """Where lines start that stand beside a cell of a single line: what a label or a date in it goes with."""
    for before, label, line in zip((None, *lines), lines, lines[1:], strict=False):
        cell, left = line.block.cell, label.block.cell
        if cell is None or left is None or (cell.table, cell.row) != (left.table, left.row):
            continue
        if left.column < cell.column and (before is None or before.block.cell != left):
            yield line.start


class _Splitter:
    """One pass over the lines; text boxes, headers and footers run beside the body and never interrupt it."""

    def __init__(self, document: Document) -> None:
        self._lines = document.lines
        tables = (*find_tables(self._lines).values(), *find_forms(self._lines), *find_chronicles(self._lines))
        self._tables = {line.start: table for table in tables for line in table.lines}
        self._answers = set(_answers(self._lines))
        self._heading_looks = heading_looks([line for line in self._lines if self._table(line) is None])
        self._spans: list[_Open] = []
        self._current: dict[str, _Open] = {}
        self._flow = ""
        self._columns: dict[int, tuple[int, int, int]] = {}
        self._headings_seen = 0

    def run(self) -> list[_Open]:
        for number, line in enumerate(self._lines):
            following = self._lines[number + 1] if number + 1 < len(self._lines) else None
            self._take(line, following)
        return self._spans

    def _table(self, line: Line) -> RecordTable | None:
        return self._tables.get(line.start)

    def _take(self, line: Line, following: Line | None) -> None:
        self._enter_flow(line)
        if table := self._table(line):
            self._take_record(line, table)
            return
        if self._starts_new_column(line) or self._is_title_of_document(line):
            self._open("contact", None)
        if line.block.part in ("header", "footer"):
            self._append(line)
        elif section := self._section_opened_by(line, following):
            self._headings_seen += 1
            self._open(section, line)
        elif labelled := self._label(line):
            section, content = labelled
            self._open(section, line).lines.append(content)
        else:
            self._append(line)

    def _take_record(self, line: Line, table: RecordTable) -> None:
        """A table of records stands in the section that it is about, under the heading above it or under none."""
        if line is table.lines[0]:
            opened = self._current.get(self._flow)
            if opened is None or opened.section not in _MAY_HOLD[table.subject]:
                opened = self._open(table.subject, None)
            about = opened.section if opened.section == "certifications" else table.subject
            opened.tables.append(table.about(about))
        self._append(line)

    def _enter_flow(self, line: Line) -> None:
        entered = line.block.part
        if entered == "textbox" and self._flow != "textbox":
            self._current.pop("textbox", None)
        self._flow = entered

    def _starts_new_column(self, line: Line) -> bool:
        """A cell to the right of one that held a heading with content is a column of its own."""
        cell = line.block.cell
        if cell is None:
            return False
        row, column, headings = self._columns.get(cell.table, (cell.row, cell.column, self._headings_seen))
        if (row, column) == (cell.row, cell.column):
            self._columns.setdefault(cell.table, (row, column, headings))
            return False
        self._columns[cell.table] = (cell.row, cell.column, self._headings_seen)
        open_span = self._current.get(self._flow)
        return (
            row == cell.row
            and self._headings_seen > headings
            and open_span is not None
            and bool(open_span.lines)
        )

    def _is_title_of_document(self, line: Line) -> bool:
        """A line in Word's Title style below other sections: whose resume it is, after a column with the rest."""
        if line.block.heading_level != 0 or line.block.part != "body" or named_by(line):
            return False
        return self._headings_seen > 0 and not any(
            opened.section == "contact" and opened.heading is None for opened in self._spans
        )

    def _section_opened_by(self, line: Line, following: Line | None) -> Section | None:
        look = look_of(line)
        current = self._current[self._flow].section if self._flow in self._current else "contact"
        named = named_by(line)
        if named == "languages" and current == "skills" and following is not None:
            return named if human_languages(following.text) else None
        if named and current in _WITH_SUBHEADINGS and named not in _MAIN - {"skills", "summary"}:
            return named if look in self._heading_looks or not self._heading_looks else None
        if named is None and look in self._heading_looks and self._could_be_heading(line, following, current):
            if line is self._lines[0]:
                return None
            meant = section_meant(line.text) or section_of_first_part(line.text)
            return meant or (None if self._in_head() else "other")
        return named

    def _could_be_heading(self, line: Line, following: Line | None, current: Section) -> bool:
        """Titles and employers above dates often look just like the headings."""
        if not could_be_heading(line) or line.start in self._answers:
            return False
        if current not in _WITH_SUBHEADINGS and current != "education":
            return True
        listed = following is not None and following.block.list_level is not None
        dates_below = following is not None and not listed and bool(find_periods(following.text))
        employer = line.block.heading_level is None and employer_strength(line.text) >= 1.5
        return not dates_below and not employer and title_strength(line.text) < 2

    def _in_head(self) -> bool:
        """Before any heading of this flow: a name in bold is no heading."""
        opened = self._current.get(self._flow)
        return opened is None or opened.heading is None

    def _label(self, line: Line) -> tuple[Section, Line] | None:
        """`Languages: English, French` is heading and content in one line."""
        label, colon, content = line.text.partition(":")
        section = section_named(label, styled=False) if colon and content.strip() else None
        current = self._current[self._flow].section if self._flow in self._current else "contact"
        if section not in _LABELLED or section == current or line.block.list_level is not None:
            return None
        if current not in _BEFORE_LABELS and self._headings_seen > 0:
            return None
        if section == "languages" and not human_languages(content):
            return None
        rest = content.strip()
        return section, Line(line.block, line.end - len(rest), rest)

    def _open(self, section: Section, heading: Line | None) -> _Open:
        opened = _Open(section, heading)
        self._spans.append(opened)
        self._current[self._flow] = opened
        return opened

    def _append(self, line: Line) -> None:
        opened = self._current.get(self._flow) or self._open("contact", None)
        opened.lines.append(line)
