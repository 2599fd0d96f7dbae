import pytest

from functions.summarize.lines import read_line, tellings


def past(line: str, title: str = "Project Manager") -> str:
    told = tellings(read_line(line, title=title, current=False)).past
    return told.text if told else ""


@pytest.mark.parametrize(
    ("line", "thing"),
    [
        ("Launched payroll add-on", "payroll add-on"),
        ("Added 85 new freelancers to pool", "pool"),
        ("Closed £6.5m capital appeal for new wing", "£6.5m capital appeal"),
        ("Assisted with licence audit", "licence audit"),
        ("Served as chair of safety committee", "safety committee"),
        ("Opened French brasserie Lucette", "French brasserie Lucette"),
        ("Founded Italian bakery Forno", "Italian bakery Forno"),
        ("Rewrote hospital's sepsis protocol", "hospital's sepsis protocol"),
        ("Worked as site lead on £14m bypass", "£14m bypass"),
        ("Served as tutor in low season", "tutor"),
        ("Designed flood wall worth £2 million", "flood wall"),
        ("Wrote training guide totalling 80 pages", "training guide"),
        ("Designed drainage system serving 1,200 homes", "drainage system"),
    ],
)
def test_an_article_that_telegram_style_left_out_is_put_back(line: str, thing: str) -> None:
    assert f" a {thing}" in past(line) or f" the {thing}" in past(line)


@pytest.mark.parametrize(
    "line",
    [
        "Led the merger of two departments",
        "Trained 40 marshals in first aid",
        "Cut waste costs by 40%",
        "Wrote firmware in C++ for Bosch",
        "Taught 30 children with autism",
        "Led the launch and press work of staff magazine Insikt",
        "Ran an alongside birth centre",
        "Designed flood defences worth £14 million along the River Aire",
        "Designed sea walls worth £3 million",
        "Built roads totalling 40 km",
        "Rebuilt harbour walls valued at €2m",
        "Negotiated supply contracts exceeding $4 million",
        "Drilled boreholes averaging 90 metres",
        "Designed housing schemes comprising 240 flats",
    ],
)
def test_no_article_is_put_where_an_editor_puts_none(line: str) -> None:
    assert past(line).lower() == line.lower()


def test_the_words_around_a_new_article_still_say_where_they_stand() -> None:
    line = "Added 85 new freelancers to pool"
    told = tellings(read_line(line, title="Coordinator", current=False)).past
    assert told is not None
    for piece in told.pieces:
        if piece.start is not None and piece.rule is None:
            assert line[piece.start : piece.end] == piece.text


def test_what_was_done_in_a_year_is_not_told_in_the_perfect() -> None:
    for line in ("Founded choir 2019, 40 voices", "Started credit niche 2021"):
        told = tellings(read_line(line, title="Teacher", current=True)).half
        assert told.perfect is None
        assert told.noun is None or "2021" not in told.noun.text
    named = "Opened brasserie Lucette, Bib Gourmand 2025"
    assert tellings(read_line(named, title="Chef", current=True)).whole.perfect
    assert tellings(read_line("Founded the choir, 40 voices", title="Teacher", current=True)).half.perfect
