"""The report of the families left out."""

from training.evaluation.fields import Counts
from training.reading.left_out import FAMILIES
from training.reading.report import figures


def test_the_first_design_is_compared_on_the_families_that_it_read_alone() -> None:
    table = {family: {"titles": Counts(0, 1, 1)} for family in FAMILIES} | {"west": {"titles": Counts(1)}}
    before = {"west": {"titles": Counts(1, 1, 1)}}

    heads, _, titles = figures(table, before)

    named = dict(zip(_cells(heads), _cells(titles), strict=True))
    assert (named["both: before"], named["both: now"]) == ("50.0", "100.0")
    assert named["all: now"] == f"**{100 / len(FAMILIES):.1f}**"


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.strip("|").split("|")]
