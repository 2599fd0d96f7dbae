"""Contact data as stated."""

import pytest

from functions.summarize.docx.document import Block, Document, Link, document_of
from functions.summarize.parsers.evidence import Source
from functions.summarize.parsers.person.contact import read_contact
from functions.summarize.resume import Contact


def _contact(*lines: str) -> Contact:
    document = document_of(*lines)
    return read_contact(document.lines, (), Source(document.text, "contact"))


@pytest.mark.parametrize(
    ("line", "phone"),
    [
        ("Leeds | +44 (0)20 7946 0321 | ada@example.org", "+44 (0)20 7946 0321"),
        ("(312) 555-0187", "(312) 555-0187"),
        ("931.555.0164", "931.555.0164"),
        ("Tel: 555-0164", "555-0164"),
        ("Mobile 07700 900682", "07700 900682"),
        ("Telefon: 0711 / 555 0143", "0711 / 555 0143"),
        ("090-5555-0123", "090-5555-0123"),
        ("+212 6 61 55 50 13", "+212 6 61 55 50 13"),
    ],
)
def test_phone_numbers_of_many_countries(line: str, phone: str) -> None:
    assert [fact.value for fact in _contact(line).phones] == [phone]


@pytest.mark.parametrize(
    "line",
    [
        "2015 - 2018",
        "Geburtsdatum: 12.03.1985",
        "Licence no: 123456789",
        "03/2019 – 06/2021",
        "70173 Stuttgart",
    ],
)
def test_other_numbers_are_no_phone_numbers(line: str) -> None:
    assert _contact(line).phones == ()


def test_addresses_of_mail_and_web() -> None:
    contact = _contact(
        "ada@example.org, ada.byron+jobs@mail.example.co.uk", "linkedin.com/in/ada | https://ada.example/x"
    )
    assert [fact.value for fact in contact.emails] == ["ada@example.org", "ada.byron+jobs@mail.example.co.uk"]
    assert [fact.value for fact in contact.links] == ["linkedin.com/in/ada", "https://ada.example/x"]


def test_an_address_behind_a_link_is_read_from_the_link() -> None:
    links = (Link(0, 5, "mailto:ada@example.org"), Link(8, 16, "https://linkedin.com/in/ada"))
    document = Document((Block(0, 0, "Email | LinkedIn", links=links),))
    contact = read_contact(document.lines, (), Source(document.text, "contact"))
    assert [(fact.value, fact.evidence[0].quote) for fact in contact.emails] == [("ada@example.org", "Email")]
    assert [(fact.value, fact.rule) for fact in contact.links] == [
        ("https://linkedin.com/in/ada", "link-target")
    ]


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Austin, TX 78701 | ada@example.org", "Austin, TX 78701"),
        ("Pune, Maharashtra", "Pune, Maharashtra"),
        ("Address: 8 Jalan Melati, 50450 Kuala Lumpur", "8 Jalan Melati, 50450 Kuala Lumpur"),
        ("Carpenter, Auckland", "Auckland"),
    ],
)
def test_where_a_person_lives(line: str, place: str) -> None:
    location = _contact(line).location
    assert location is not None
    assert location.value == place


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Parramatta NSW 2150 / 0491 570 158", "0491 570 158"),
        ("Tampa, FL 33614 - 813-555-0115", "813-555-0115"),
        ("HP: 9555 0491", "9555 0491"),
        ("Tfno. 644 000 208", "644 000 208"),
        ("T. 291 000 118 / 967 000 118", "291 000 118"),
        ("P.O. Box 00-80100 Mombasa. Tel 0155 550 401", "0155 550 401"),
        ("C.C. 1.024.567.890 – Cel. 300 055 5541", "300 055 5541"),
    ],
)
def test_a_postcode_a_box_and_an_identity_card_are_no_telephone(line: str, number: str) -> None:
    assert [phone.value for phone in _contact(line).phones][:1] == [number]
