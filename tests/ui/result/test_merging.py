from typing import Any

import pytest

from ui.result.merging import label, merged, with_merged

TITLE: dict[str, Any] = {
    "position": "Nurse",
    "startDate": "2018-03",
    "endDate": "2019",
    "highlights": ["Led 12"],
}
PLACE: dict[str, Any] = {
    "name": "Elm",
    "startDate": "2017",
    "endDate": "2018-03",
    "highlights": ["Led 12", "Cut 3"],
}
OTHER: dict[str, Any] = {"position": "Porter"}


def test_one_job_has_what_either_row_states_and_no_line_twice() -> None:
    whole = {
        "position": "Nurse",
        "name": "Elm",
        "startDate": "2017",
        "endDate": "2019",
        "highlights": ["Led 12", "Cut 3"],
    }
    assert merged(TITLE, PLACE) == whole
    assert merged(PLACE, TITLE) == {**whole, "highlights": ["Led 12", "Cut 3"]}


@pytest.mark.parametrize("pair", [(0, 2), (2, 0)])
def test_the_upper_row_takes_the_lower_one_in_and_the_others_stay(pair: tuple[int, int]) -> None:
    upper = {"position": "Nurse", "name": "Oak"}
    assert with_merged([upper, OTHER, PLACE], pair) == [
        {**PLACE, "position": "Nurse", "name": "Oak"},
        OTHER,
    ]


def test_a_job_that_goes_on_goes_on_and_one_without_dates_does_not() -> None:
    assert merged({"startDate": "2018"}, {"startDate": "2015", "endDate": "2018"}) == {"startDate": "2015"}
    assert merged(OTHER, {"name": "Ash"}) == {"position": "Porter", "name": "Ash"}
    assert merged(OTHER, {"startDate": "2015", "endDate": "2018"}) == {
        "position": "Porter",
        "startDate": "2015",
        "endDate": "2018",
    }


def test_an_entry_is_called_by_what_it_states() -> None:
    assert label(0, {"position": "Nurse", "name": "Elm"}) == "1. Nurse, Elm"
    assert label(1, {"studyType": "BSc", "institution": "Leeds"}) == "2. BSc, Leeds"
    assert label(2, {"startDate": "2018"}) == "3. without a name"
