"""Tables of events: year, month, what happened."""

from datetime import date

import pytest

from functions.summarize.parsers.facts import read_facts
from tests.builders.pages import page

AS_OF = date(2026, 1, 1)


def _table(*rows: str) -> str:
    return "\n".join(
        f"[0,{number},{column}]{text}"
        for number, row in enumerate(rows)
        for column, text in enumerate(row.split("|"))
    )


@pytest.mark.parametrize("months", [("April", "September", "October"), ("4", "9", "10")])
def test_joining_and_leaving_make_a_role(months: tuple[str, str, str]) -> None:
    joined, left, again = months
    table = _table(
        f"2012|{joined}|Joined Genkai Precision Co., Ltd. as Mould Design Engineer",
        f"2019|{left}|Left Genkai Precision Co., Ltd. for personal reasons",
        f"2019|{again}|Joined Itoshima Plastics K.K. as Tooling Manager (to present)",
    )
    resume = read_facts(page(f"Ann Example\nann@example.org\n*Employment History\n{table}"), AS_OF)
    assert [
        (
            role.title and role.title.value,
            role.employer and role.employer.value,
            str(role.period and role.period.value.start),
        )
        for role in resume.roles
    ] == [
        ("Tooling Manager", "Itoshima Plastics K.K.", "2019-10"),
        ("Mould Design Engineer", "Genkai Precision Co., Ltd.", "2012-04"),
    ]
    assert resume.experience is not None
    assert resume.experience.months == 165


def test_schooling_is_no_employment() -> None:
    table = _table("2008|April|Entered Hakata Institute", "2012|March|Graduated from Hakata Institute")
    assert read_facts(page(f"Ann Example\nann@example.org\n*Education\n{table}"), AS_OF).roles == ()
