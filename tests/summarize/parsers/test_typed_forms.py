"""Forms: their labels are no content, their answers are, and what one line says of several things is told apart."""

import pytest

from functions.summarize.docx.document import document_of
from functions.summarize.parsers.course_facts import credentials_of
from functions.summarize.parsers.facts import read_facts
from functions.summarize.parsers.fields import Field, ReadLine
from functions.summarize.parsers.labels import Label, LabelledLine
from functions.summarize.parsers.reading import Reading
from functions.summarize.parsers.role_facts import _statements as statements_of
from functions.summarize.parsers.statements import Statements
from tests.builders.resumes import AS_OF


def form(*lines: str, fields: tuple[str, ...] = ()) -> Reading:
    """A form of credentials line by line; `fields` are the words that were read as credentials."""
    document = document_of(*lines)
    read = []
    for line in document.lines:
        found = tuple(
            Field("credential", line.start + line.text.index(one), line.start + line.text.index(one) + len(one),
                  one, line, 1.0)
            for one in fields
            if one in line.text
        )  # fmt: skip
        read.append(
            ReadLine(LabelledLine(line, Label("credentials", "field"), 1.0, None, forced=False), found)
        )
    return Reading(document, tuple(read))


def credentials(reading: Reading) -> list[str]:
    statements = Statements(reading.document.text, "en", AS_OF)
    return [one.name.value for one in credentials_of(reading, statements)]


@pytest.mark.parametrize(
    ("label", "value", "told"),
    [
        ("Driving licence", "B", "Driving licence B"),
        ("Driving licence", "B, C", "Driving licence B, C"),
        ("Führerschein", "Klasse B", "Führerschein Klasse B"),
        ("Driving licence:", "categories B and T", "Driving licence categories B and T"),
    ],
)
def test_a_licence_of_a_form_is_what_its_label_and_its_answer_say(label: str, value: str, told: str) -> None:
    assert credentials(form(label, value, fields=(value,))) == [told]


@pytest.mark.parametrize(("label", "value"), [("Certificate", "First Aid"), ("Languages", "B")])
def test_an_answer_that_names_what_it_is_stands_alone(label: str, value: str) -> None:
    assert credentials(form(label, value, fields=(value,))) == [value]


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Responsible for HACCP plans; led the certification; manages four technicians", 3),
        ("Lead buyer for dairy; negotiated nine contracts; trains two juniors", 3),
        ("Runs the night desk; opened the second site", 2),
        ("Developed nine recipes; reduced returns by 31%", 1),
        ("Ran two sites; Leeds and York", 1),
        ("Taught biology", 1),
    ],
)
def test_what_a_line_says_in_several_forms_is_told_apart(line: str, parts: int) -> None:
    found = [line[start:end] for start, end in statements_of(line)]
    assert len(found) == parts
    assert "; ".join(found) == line


def test_an_empty_page_has_no_lines_left_unread() -> None:
    assert read_facts(document_of(), AS_OF).unused == ()
