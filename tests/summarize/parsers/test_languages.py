"""Human languages and their fluency."""

from datetime import date

import pytest

from functions.summarize.language_detection import language_of
from functions.summarize.parsers.facts import read_facts
from tests.builders.pages import page


def _told(text: str) -> list[tuple[str, str | None]]:
    found = read_facts(page("Ann Example\nann@example.org\n*Languages\n" + text), date(2026, 1, 1)).languages
    return [(each.name.value, each.fluency.value if each.fluency else None) for each in found]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("English (native), French – B2", [("English", "native"), ("French", "B2")]),
        ("English (good), a bit of Spanish", [("English", "good"), ("Spanish", "a bit")]),
        ("English: fluent\nSpanish: conversational", [("English", "fluent"), ("Spanish", "conversational")]),
        ("Fluent French, basic German", [("French", "Fluent"), ("German", "basic")]),
        (
            "Deutsch (Muttersprache), Englisch (verhandlungssicher)",
            [("Deutsch", "Muttersprache"), ("Englisch", "verhandlungssicher")],
        ),
        ("Tagalog, English", [("Tagalog", None), ("English", None)]),
        (
            "Spanish: native\tEnglish: 90%\tGerman: basic",
            [("Spanish", "native"), ("English", "90%"), ("German", "basic")],
        ),
        (
            "English: native   Welsh: conversational   French: fluent",
            [("English", "native"), ("Welsh", "conversational"), ("French", "fluent")],
        ),
        ("English: native Welsh: basic", [("English", "native"), ("Welsh", "basic")]),
        ("Spanish native\tEnglish fluent", [("Spanish", "native"), ("English", "fluent")]),
    ],
)
def test_fluency_stands_after_or_before_its_language(text: str, told: list[tuple[str, str | None]]) -> None:
    assert _told(text) == told


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (("Kikuyu\tmother tongue", "Somali\tbasic spoken"),
         [("Kikuyu", "mother tongue"), ("Somali", "basic spoken")]),
        (("Kikuyu\tB1, TOEIC 640 (2021)", "Somali\tread, written, spoken"), [("Kikuyu", "B1"), ("Somali", None)]),
        (("Kikuyu\tbeginner, A1", "Somali\tintermediate (reading)"), [("Kikuyu", "A1"), ("Somali", "intermediate")]),
        (("Kikuyu\tgood\tfair", "Somali\tpoor\tgood"), [("Kikuyu", None), ("Somali", None)]),
        (("Kikuyu\tSomali", "English\tFrench"),
         [("Kikuyu", None), ("Somali", None), ("English", None), ("French", None)]),
    ],
)  # fmt: skip
def test_the_cell_beside_a_language_is_its_level(
    rows: tuple[str, ...], told: list[tuple[str, str | None]]
) -> None:
    cells = (
        f"[0,{row},{column}]{text}"
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts.split("\t"))
    )

    assert _told("\n".join(cells)) == told


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Led the team and worked with the board", "en"),
        ("Leitung der Abteilung und Betreuung von Kunden", "de"),
        ("Gestion des équipes et suivi de la production pour les clients", "fr"),
        ("Dirijo el equipo y las obras con los clientes", "es"),
        ("Gestão da equipe e dos projetos com o cliente", "pt"),
        ("Gestione della produzione e di un gruppo per il cliente", "it"),
        ("", "en"),
    ],
)
def test_the_language_of_a_resume(text: str, code: str) -> None:
    assert language_of(text) == code
