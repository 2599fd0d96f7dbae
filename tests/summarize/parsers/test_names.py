"""Names of many cultures, wherever they stand in the head of a resume."""

import pytest

from functions.summarize.docx.document import document_of
from functions.summarize.parsers.evidence import Source
from functions.summarize.parsers.names import read_headline, read_name, usual_case


def _name(*lines: str, mail: frozenset[str] = frozenset()) -> str | None:
    document = document_of(*lines)
    fact = read_name(document.lines, mail, Source(document.text, "contact"))
    return fact.value if fact else None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("María José de la Fuente Ibáñez", "María José de la Fuente Ibáñez"),
        ("JEAN-BAPTISTE O'ROURKE, MBA, PMP", "Jean-Baptiste O'Rourke"),
        ("Joost van den Heuvel", "Joost van den Heuvel"),
        ("Siti Nurhaliza binti Abdul Rahman", "Siti Nurhaliza binti Abdul Rahman"),
        ("João Pedro d'Ávila Conceição", "João Pedro d'Ávila Conceição"),
        ("Dr. Wanjiru Kamau-Lindqvist", "Wanjiru Kamau-Lindqvist"),
        ("Aoife Ní Bhriain, RGN", "Aoife Ní Bhriain"),
        ("DeShawn Tremaine Carter Jr.", "DeShawn Tremaine Carter Jr."),
        ("Nguyễn Thị Minh Khai", "Nguyễn Thị Minh Khai"),
        ("Екатерина Соколова", "Екатерина Соколова"),
        ("山田 太郎", "山田 太郎"),
        ("Emma Cook", "Emma Cook"),
        ("Name: Lakshmi Iyer", "Lakshmi Iyer"),
        ("Lebenslauf Jürgen Großmann", "Jürgen Großmann"),
        ("Jane Doe | Product Manager | Leeds", "Jane Doe"),
    ],
)
def test_a_name_is_read_without_titles_and_letters(line: str, name: str) -> None:
    assert _name(line, "Product Manager", "Leeds, UK") == name


def test_a_document_title_is_no_name() -> None:
    assert _name("Curriculum Vitae", "Ada Byron") == "Ada Byron"


def test_a_name_is_never_guessed_from_a_mail_address() -> None:
    assert _name("ada.byron@example.org", "Product Manager", mail=frozenset({"ada", "byron"})) is None


def test_the_headline_stands_beneath_the_name() -> None:
    document = document_of("Ada Byron", "ada@example.org", "Senior Nurse | Team Lead")
    source = Source(document.text, "contact")
    headline = read_headline(document.lines, read_name(document.lines, frozenset(), source), source)
    assert headline is not None
    assert headline.value == "Senior Nurse | Team Lead"


@pytest.mark.parametrize(
    ("written", "usual"),
    [
        ("MARY MCDONALD", "Mary McDonald"),
        ("J.P. DE LA CRUZ", "J.P. de la Cruz"),
        ("Jean DUPONT", "Jean Dupont"),
        ("JP Smith", "JP Smith"),
    ],
)
def test_capitals_become_usual_case(written: str, usual: str) -> None:
    assert usual_case(written) == usual
