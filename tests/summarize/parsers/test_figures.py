import pytest

from functions.summarize.parsers.ranking.figures import find_figures


def figures(text: str) -> list[tuple[str, str]]:
    return [(figure.kind, figure.text) for figure in find_figures(text)]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Cut stock loss from 4% to 1%", ("change", "from 4% to 1%")),
        ("Shortened the close from 9 working days to 5", ("change", "from 9 working days to 5")),
        ("No shows 14% -> 6%", ("change", "14% -> 6%")),
        ("Changeover 95 min → 38 min", ("change", "95 min → 38 min")),
        ("Grew membership 1,450 -> 2,120", ("change", "1,450 -> 2,120")),
        ("Answered calls 63% to 94%", ("change", "63% to 94%")),
        ("Alarms 14/mo to 2/mo", ("change", "14/mo to 2/mo")),
        ("Revenue from ₹14 crore to ₹31 crore", ("change", "from ₹14 crore to ₹31 crore")),
        ("TikTok from 0 to 240k followers", ("change", "from 0 to 240k followers")),
        ("Raised sales by 23%", ("percent", "23%")),
        ("Margin +410 bps", ("percent", "+410 bps")),
        ("Ticket queue -60%", ("percent", "-60%")),
        ("Won $1.2M of work", ("money", "$1.2M")),
        ("Saved GH¢1.2 million", ("money", "GH¢1.2 million")),
        ("Closed NOK 11 million in sales", ("money", "NOK 11 million")),
        ("Wrote off R1.4m of stock", ("money", "R1.4m")),
        ("Sold 3.9 MEUR", ("money", "3.9 MEUR")),
        ("Served 1,200 patients", ("count", "1,200")),
        ("Trained twelve apprentices", ("count", "twelve")),
        ("Led a team of 12", ("count", "12")),
        ("Saved the team 6 hours", ("time", "6 hours")),
        ("Made it 3x faster", ("multiple", "3x")),
        ("Halved the queue", ("multiple", "Halved")),
    ],
)
def test_a_measure_is_a_figure(text: str, figure: tuple[str, str]) -> None:
    assert figures(text) == [figure]


@pytest.mark.parametrize(
    "text",
    [
        "Volunteer at the repair café since 2022",
        "Head of Humanities, 2014 - 2021",
        "Promoted in March 2020",
        "Started on 3 May 2021",
        "Call me on +44 7700 900123 or (555) 010-2233",
        "GPA 3.8/4.0",
        "Grade 7 piano, Level 3 award, Year 9 tutor",
        "Certified to ISO 9001 and OSHA 30",
        "Covered the desk 24/7",
        "Flew the A320",
        "WCAG 2.1 AA",
        "Held 1:1 meetings",
        "Eight years, then 6 years as chef",
        "Previously chef de partie, 8 yrs",
        "Migrated from Python 2 to Python 3",
        "COVID-19 response",
        "In the last 12 months",
        "Scored 2:1",
    ],
)
def test_a_number_that_measures_nothing_is_no_figure(text: str) -> None:
    assert figures(text) == []


def test_several_figures_stand_in_text_order() -> None:
    assert figures("Moved 140 desks in 2 days, saving £9k") == [
        ("count", "140"),
        ("time", "2 days"),
        ("money", "£9k"),
    ]


def test_years_joined_by_to_are_no_change() -> None:
    assert figures("Fellow from 2014 to 2018") == []


def test_of_a_line_of_nothing_but_numbers_the_first_are_figures() -> None:
    assert len(find_figures("12 cats, " * 500)) == 20
