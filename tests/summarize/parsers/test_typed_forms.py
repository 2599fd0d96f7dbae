"""Forms: their labels are no content, their answers are, and what one line says of several things is told apart."""

import pytest

from functions.summarize.docx.document import document_of
from functions.summarize.parsers.course_facts import credentials_of, licences_of_forms
from functions.summarize.parsers.facts import read_facts
from functions.summarize.parsers.fields import Field, ReadLine
from functions.summarize.parsers.labels import Label, LabelledLine
from functions.summarize.parsers.labels import _in_one_form as in_one_form
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
    assert credentials(form(label, value)) == [told]
    assert credentials(form(label, value, fields=(value,))) == [told]


@pytest.mark.parametrize(
    ("label", "value"), [("Clearance", "B"), ("Driving licence", "no"), ("Blood group", "B")]
)
def test_a_letter_beside_another_label_is_no_licence_to_drive(label: str, value: str) -> None:
    assert not list(licences_of_forms(form(label, value)))


@pytest.mark.parametrize("number", ["PH104477", "123456", "RN 998877", "12A3456E"])
def test_the_number_of_a_registration_is_no_credential_of_its_own(number: str) -> None:
    assert credentials(form(f"HCPC registered, {number}", fields=("HCPC registered", number))) == [
        "HCPC registered"
    ]


@pytest.mark.parametrize("name", ["ISO27001", "Level 2", "BLS"])
def test_what_stands_behind_a_registration_and_has_a_name_stays(name: str) -> None:
    assert credentials(form(f"Registered auditor, {name}", fields=("Registered auditor", name))) == [
        "Registered auditor",
        name,
    ]


def test_a_code_without_a_registration_before_it_stays() -> None:
    assert credentials(form("PH104477", fields=("PH104477",))) == ["PH104477"]


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


FORM = (
    "Employment\n1/2011 to Present      TOOL AND DIE MAKER\n{}\nBuild dies for brackets\n"
    "6/2004 to 12/2010      CNC MACHINIST\nLund Boat Hardware, Burlington, VT\nTrained four apprentices\n"
    "9/2001 to 5/2004       MACHINE OPERATOR\nEthan Woodworks, Orleans, VT\nRan a moulder"
)


def doubted(second: str) -> list[str]:
    """The labels of the form where the reader doubts the second line of the first job."""
    lines = document_of(*FORM.format(second).split("\n")).lines
    kinds = ["heading", "head", "body", "body", "head", "head", "body", "head", "head", "body"]
    labelled = [
        LabelledLine(
            line, Label.of(f"work.{kind}"), 0.7 if at == 2 else 1.0,
            Label.of("work.head") if at == 2 else None, forced=False,
        )
        for at, (line, kind) in enumerate(zip(lines, kinds, strict=True))
    ]  # fmt: skip
    return [str(one.label) for one in in_one_form(labelled)]


def test_a_doubted_line_is_the_employer_where_it_is_so_in_all_other_jobs() -> None:
    assert doubted("Granite State Precision, Barre, VT")[2] == "work.head"


@pytest.mark.parametrize(
    "second",
    ["Build and repair progressive dies for brackets, jigs, and tools", "Makes dies", "Dies, brackets"],
)
def test_a_doubted_line_unlike_the_employers_stays_text(second: str) -> None:
    assert doubted(second)[2] == "work.body"


def test_an_empty_page_has_no_lines_left_unread() -> None:
    assert read_facts(document_of(), AS_OF).unused == ()
