import pytest

from ui.result.dates import as_json_date, goes_on


@pytest.mark.parametrize(
    "written",
    [
        "Sept 2017", "09/2017", "9/2017", "Sep-17", "Sep '17", "2017/09", "2017.09", "2017-09-15", "01.09.2017",
        "September 2017", "sept. 2017", " 2017-09 ", "15 September 2017", "Sep 17, 2017", "settembre 2017", "2017 Sept",
        "2017-9",
    ],
)  # fmt: skip
def test_a_month_is_understood_as_people_write_it(written: str) -> None:
    assert as_json_date(written) == "2017-09"


@pytest.mark.parametrize("written", ["2017", "Summer 2017", "'17", "Q3 2017", "Q1 2017"])
def test_a_year_is_no_month(written: str) -> None:
    assert as_json_date(written) == "2017"


@pytest.mark.parametrize(
    "written",
    [
        "soon",
        "",
        "17",
        "September",
        "2017 - 2019",
        "2017/18",
        "20XX",
        "since 2017",
        "03/04/2020",
        "present",
        "2017-0",
        "2017-13",
    ],
)
def test_what_is_no_date_no_one_date_or_one_of_two_is_none(written: str) -> None:
    assert as_json_date(written) is None


@pytest.mark.parametrize(
    "written", ["present", "Present", "heute", "bis heute", "aujourd’hui", "to date", "ongoing", "now"]
)
def test_an_end_that_has_not_come_is_understood(written: str) -> None:
    assert goes_on(written)


@pytest.mark.parametrize("written", ["", "2017", "presentation", "soon", "nowhere"])
def test_other_words_are_no_end(written: str) -> None:
    assert not goes_on(written)
