from datetime import date

import pytest

from functions.summarize.resume import PartialDate, Period, Status
from functions.summarize.status import status_of_period


@pytest.mark.parametrize(
    ("period", "status"),
    [
        (Period(None, PartialDate(2028)), "expected"),
        (Period(PartialDate(2024), None, current=True), "in progress"),
        (Period(PartialDate(2027, 9), PartialDate(2030)), "planned"),
        (Period(PartialDate(2020), PartialDate(2026)), None),
        (Period(None, PartialDate(2026, 12)), "expected"),
        (Period(None, PartialDate(2012)), None),
    ],
)
def test_dates_alone_give_a_status(period: Period, status: Status | None) -> None:
    assert status_of_period(period, date(2026, 11, 28)) == status
