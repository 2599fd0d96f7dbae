"""Whether one stretch of time had ended when another began."""

import pytest

from functions.summarize.planning.years import is_before
from functions.summarize.resume import PartialDate, Period


@pytest.mark.parametrize(
    ("ended", "begun", "before"),
    [
        (PartialDate(2019), PartialDate(2018), False),
        (PartialDate(2019), PartialDate(2018, 12), False),
        (PartialDate(2019, 1), PartialDate(2018), False),
        (PartialDate(2019), PartialDate(2019), True),
        (PartialDate(2019), PartialDate(2020), True),
        (PartialDate(2019, 6), PartialDate(2019, 5), True),
        (PartialDate(2019, 6), PartialDate(2019, 1), False),
    ],
)
def test_bare_years_are_before_by_year(ended: PartialDate, begun: PartialDate, before: bool) -> None:
    first = Period(PartialDate(2014), ended)
    assert is_before(first, Period(begun, None, current=True)) == before
