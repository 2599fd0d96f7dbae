from datetime import date

import pytest

from functions.summarize.pipeline import Pipeline
from functions.summarize.planning.translated_words import languages
from functions.summarize.sentences import Options
from tests.builders.package import package, paragraph

POLISH = (
    "Zofia Wilk", "zofia.wilk@example.org", "#Doświadczenie zawodowe", "Kierownik sprzedaży, Bławat Sp. z o.o.",
    "marzec 2020 – obecnie", "Zarządzała zespołem 12 osób", "#Umiejętności", "Negocjacje, Excel, SAP",
)  # fmt: skip
TURKISH = (
    "Elif Kaya", "elif@example.org", "#İş Deneyimi", "Satış Müdürü, Ege Gıda A.Ş.", "Mart 2020 – Günümüz",
    "Satışları %12 artırdı", "#Beceriler", "Excel, SAP",
)  # fmt: skip
ENGLISH_OR_PORTUGUESE = (
    " with ",
    " at ",
    "experience",
    "skills",
    "Has ",
    "Completed",
    " com ",
    "anos",
    "Competências",
)


def docx(lines: tuple[str, ...]) -> bytes:
    heading = '<w:pStyle w:val="Heading1"/>'
    return package("".join(paragraph(line.lstrip("#"), heading if line[0] == "#" else "") for line in lines))


def test_every_language_has_all_the_phrases_of_the_others() -> None:
    assert {frozenset(table) for table in languages().values()} == {frozenset(languages()["de"])}


@pytest.mark.parametrize(("lines", "code"), [(POLISH, "pl"), (TURKISH, "tr")])
def test_a_language_that_is_not_served_is_told_in_its_own_words_with_a_notice(
    lines: tuple[str, ...], code: str
) -> None:
    told = Pipeline().summarise(docx(lines), Options(date(2026, 11, 28)))

    assert told.resume.language == code
    assert [
        f"ISO 639-1: {code}" in notice.message
        for notice in told.notices
        if notice.code == "unsupported-language"
    ]
    assert not [word for word in ENGLISH_OR_PORTUGUESE if word in told.text]
    words = " ".join(lines).replace("#", "")
    assert all(word.strip(".,;:") in words or word[1:].strip(".,;:") in words for word in told.text.split())


def test_of_a_resume_in_an_unread_alphabet_only_what_is_written_alike_everywhere_is_told() -> None:
    lines = (
        "Мария Петрова",
        "maria@example.org",
        "#Умения:",
        "MS Office основно ниво",
        "SAP и Excel",
        "Английски език",
    )
    pipeline, options = Pipeline(), Options(date(2026, 11, 28))

    told = pipeline.summarise(docx(lines), options)

    assert told.resume.education == ()
    assert {skill.name for skill in told.resume.skills} >= {"SAP", "Excel"}
    assert "SAP" in told.text
    assert "unsupported-language" in [
        notice.code for notice in pipeline.parse(docx(lines), options).resume.notices
    ]
