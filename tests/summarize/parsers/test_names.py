"""Names of many cultures, wherever they stand in the head of a resume."""

from dataclasses import replace
from datetime import date

import pytest

from functions.summarize.docx.document import Document, document_of
from functions.summarize.parsers.evidence import Source
from functions.summarize.parsers.facts import read_facts
from functions.summarize.parsers.person.headline import read_headline
from functions.summarize.parsers.person.name_words import usual_case
from functions.summarize.parsers.person.names import names_somebody, read_name
from tests.builders.pages import page


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
        ("Soo-ah (Sarah) Pyun", "Soo-ah (Sarah) Pyun"),
        ("Jane Doe (she/her) Leeds", "Jane Doe"),
        ("Nom : Solène Kervella née Guivarch", "Solène Kervella"),
        ("Birgit Rothe geb. Lindner", "Birgit Rothe"),
        ("Jana Malá (roz. Dvořáková)", "Jana Malá"),
    ],
)
def test_a_name_is_read_without_titles_and_letters(line: str, name: str) -> None:
    assert _name(line, "Product Manager", "Leeds, UK") == name


def test_a_document_title_is_no_name() -> None:
    assert _name("Curriculum Vitae", "Ada Byron") == "Ada Byron"


def test_a_name_is_never_guessed_from_a_mail_address() -> None:
    assert _name("ada.byron@example.org", "Product Manager", mail=frozenset({"ada", "byron"})) is None


def test_first_names_after_a_comma_are_those_that_the_mail_address_spells() -> None:
    assert (
        _name("Serra Vidal, María del Pilar", mail=frozenset({"pilar", "serra"}))
        == "María del Pilar Serra Vidal"
    )
    assert _name("Marta Serra, Gandía", mail=frozenset({"marta", "serra"})) == "Marta Serra"
    assert _name("Mtra. Elena Prieto Ruiz") == "Elena Prieto Ruiz"


def test_a_title_of_the_document_may_name_somebody() -> None:
    assert names_somebody("CURRÍCULUM VITAE DE MIREIA PUIG SOLER")
    assert names_somebody("Lebenslauf von Jürgen Großmann")
    assert not names_somebody("Curriculum Vitae")
    assert not names_somebody("Résumé, page 2 of 3")
    assert not names_somebody("Confidential")


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


def test_a_form_that_asks_for_surname_and_first_names_apart_is_put_together() -> None:
    assert (
        _name("SURNAME: OKONKWO-BRIGGS", "OTHER NAMES: Chukwuemeka Daniel")
        == "Chukwuemeka Daniel Okonkwo-Briggs"
    )
    assert _name("First name", "Rodrigo", "Surname", "Dimaculangan") == "Rodrigo Dimaculangan"


def test_a_surname_alone_is_not_put_together() -> None:
    assert _name("Surname: Okonkwo", "Daniel Okonkwo") == "Daniel Okonkwo"


def test_a_cell_that_asks_for_the_name_outweighs_a_title_of_the_form() -> None:
    document = page("#0 Sales Ledger\n[0,0,0]Name\n[0,0,1]Haruka Nishimura")
    fact = read_name(document.lines, frozenset(), Source(document.text, "contact"))
    assert fact is not None
    assert fact.value == "Haruka Nishimura"


@pytest.mark.parametrize(
    "label", ["First name(s) / Surname(s)", "Nom(s) / Prénom(s)", "Nachname(n) / Vorname(n)", "Name"]
)
def test_a_form_asks_for_the_name_in_the_cell_to_the_left(label: str) -> None:
    document = page(f"[0,0,0]Curriculum Vitae\n[0,1,0]{label}\n[0,1,1]Ewa Nowak\n[0,2,0]City\n[0,2,1]Łódź")
    fact = read_name(document.lines, frozenset(), Source(document.text, "contact"))
    assert fact is not None
    assert fact.value == "Ewa Nowak"


def test_letters_after_a_name_are_no_headline() -> None:
    document = page("Maria Lopez, RN, BSN\nCharge Nurse\nMercy Hospital")
    source = Source(document.text, "contact")
    headline = read_headline(document.lines, read_name(document.lines, frozenset(), source), source)
    assert headline is not None
    assert headline.value == "Charge Nurse"


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("Name:\tADEYEMI, Folasade Grace",), "Folasade Grace Adeyemi"),
        (("Surname / First name\tEl-Masry, Dina Hany",), "Dina Hany El-Masry"),
        (("Surname: Griffiths-Obi\tForenames: Carys Ngozi",), "Carys Ngozi Griffiths-Obi"),
        (("Nom : DELVAUX", "Prénom : Cédric"), "Cédric Delvaux"),
        (("PRIMER APELLIDO", "MAMANI", "SEGUNDO APELLIDO", "QUISPE", "NOMBRES", "ROSA"), "Rosa Mamani Quispe"),
        (("Tan Siew Lian, Doreen",), "Tan Siew Lian, Doreen"),
        (("Name: Priya a/p Subramaniam",), "Priya a/p Subramaniam"),
        (("Engr. Tunde Bakare-Cole",), "Tunde Bakare-Cole"),
        (("Dr. rer. nat. Anke Petersen",), "Anke Petersen"),
        (("Graham Whitlock CPEng MIEAust",), "Graham Whitlock"),
        (("CURRICULUM VITAE VAN Ewa Nowak",), "Ewa Nowak"),
        (("M. A. Sunil Perera",), "M. A. Sunil Perera"),
    ],
)  # fmt: skip
def test_a_name_is_read_in_the_forms_of_many_countries(lines: tuple[str, ...], name: str) -> None:
    assert _name(*lines) == name


@pytest.mark.parametrize(
    ("first", "second", "size", "name"),
    [("DIANA", "MO", 26.0, "Diana Mo"), ("Petra", "Lau", 20.0, "Petra Lau")],
)
def test_a_name_in_two_large_lines_is_one(first: str, second: str, size: float, name: str) -> None:
    found = read_facts(_in_two_lines(first, second, size), date(2026, 11, 30)).name

    assert found is not None
    assert found.value == name


def _in_two_lines(first: str, second: str, size: float) -> Document:
    plain = page(
        f"*{first}\n*{second}\n612.555.0175\n#1 Experience\nTax Preparer, Lakeside, March 2017 - Present"
    )
    sizes = (size if number < 2 else 11.0 for number in range(len(plain.blocks)))
    return Document(tuple(replace(block, size=each) for block, each in zip(plain.blocks, sizes, strict=True)))
