"""What a person is told about the reading."""

from datetime import date

import pytest

from functions.summarize.parsers.facts import read_facts
from tests.builders.pages import page

AS_OF = date(2026, 1, 15)


def _notices(text: str) -> list[tuple[str, str | None]]:
    resume = read_facts(page(text), AS_OF)
    return [
        (notice.code, None if notice.start is None else resume.text[notice.start : notice.end])
        for notice in resume.notices
    ]


@pytest.mark.parametrize(
    ("text", "notices"),
    [
        (
            "*Experience\nCook, Savoy Hotel, 2012 - 2015\n*Languages\nsee other sheet",
            [("section-unread", "Languages"), ("lines-not-used", "see other sheet")],
        ),
        (
            "*Languages\nFrench\n*Experience\nCook, Savoy Hotel, 2012 - 2015\n*Languages\nsee other sheet",
            [("section-unread", "Languages"), ("lines-not-used", "see other sheet")],
        ),
        (
            "*Experience\nCook, Savoy Hotel, 03/04/2012 - 05/06/2015",
            [("ambiguous-date", "03/04/2012 - 05/06/2015")],
        ),
        ("*Experience\nCook, Savoy Hotel, 2012 - 2031", [("future-date", "2012 - 2031")]),
        (
            "*Experience\nCook, Savoy Hotel, 20XX - Present",
            [("unreadable-date", "20XX - Present"), ("missing-dates", "Cook")],
        ),
        ("*Experience\nKitchen Intern, Savoy Hotel, 2012 - 2013", [("internships-not-counted", None)]),
        ("*Experience\nCook, Savoy Hotel, 31/01/2012 - 03/04/2015", []),
        ("*Experience\nCook, Savoy Hotel, 2012 - 2015", []),
    ],
)
def test_notices_name_the_place_and_no_more(text: str, notices: list[tuple[str, str | None]]) -> None:
    assert _notices(text) == notices
