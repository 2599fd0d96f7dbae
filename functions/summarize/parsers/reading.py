"""A document read step by step: features, labels, fields, entries: what `explain` prints and facts are made of."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from functions.summarize.docx.document import Document, Line
from functions.summarize.parsers.division import SCHEMAS
from functions.summarize.parsers.entries import Entry, find_entries
from functions.summarize.parsers.features import line_features
from functions.summarize.parsers.fields import ReadLine, read_fields
from functions.summarize.parsers.headings import SECTIONS
from functions.summarize.parsers.labels import label_lines
from functions.summarize.parsers.reader_model import ReaderModel, load_reader
from functions.summarize.resume import Section

_OF_JOBS = ("work", "volunteer")


@dataclass(frozen=True, slots=True)
class Span:
    """Neighbouring lines of one section: its heading, if one stands above them, and the lines below."""

    section: Section
    heading: Line | None
    lines: tuple[ReadLine, ...]


@dataclass(frozen=True)
class Reading:
    """Every line with its label and fields, and the entries of each run of lines of one section, in order."""

    document: Document
    lines: tuple[ReadLine, ...]

    @cached_property
    def entries(self) -> tuple[tuple[str, Entry], ...]:
        """The entries with the section they stand in, those that only head others included."""
        return tuple(
            (section, entry)
            for section, lines in self._runs()
            if section in SCHEMAS
            for entry in find_entries(lines, SCHEMAS[section])
        )

    def _runs(self) -> Iterator[tuple[str, list[ReadLine]]]:
        """The lines of a section that stand together; jobs also by heading: an employer above it is none below."""
        for section, group in groupby(self.lines, lambda line: line.section):
            run: list[ReadLine] = []
            for line in group:
                if line.kind == "heading" and section in _OF_JOBS and run:
                    yield section, run
                    run = []
                run.append(line)
            yield section, run

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """The lines by heading: what a person sees as the sections of the resume."""
        return tuple(self._spans())

    def of(self, *sections: str) -> tuple[ReadLine, ...]:
        """The lines of these sections, headings left out, in reading order."""
        return tuple(line for line in self.lines if line.section in sections and line.kind != "heading")

    def _spans(self) -> Iterator[Span]:
        heading: tuple[Section, Line] | None = None
        for (section, is_heading), group in groupby(self.lines, _outer):
            lines = tuple(group)
            if not is_heading:
                headed = heading is not None and heading[0] == section
                yield Span(section, heading[1] if heading and headed else None, lines)
                if heading and not headed:
                    yield Span(heading[0], heading[1], ())
                heading = None
                continue
            for empty in ([heading] if heading else []) + [(section, line.line) for line in lines[:-1]]:
                yield Span(empty[0], empty[1], ())
            heading = section, lines[-1].line
        if heading:
            yield Span(heading[0], heading[1], ())


def _outer(line: ReadLine) -> tuple[Section, bool]:
    """The section as it is called outside, and whether the line is its heading."""
    return SECTIONS.get(line.section, "other"), line.kind == "heading"


def read_document(document: Document, model: ReaderModel | None = None) -> Reading:
    """The document as the models see it; the shipped ones where no other is given.

    Raises `ModelUnavailable` where they are not installed.
    """
    model = model or load_reader()
    features = line_features(document)
    return Reading(document, read_fields(features, label_lines(features, model.lines), model))
