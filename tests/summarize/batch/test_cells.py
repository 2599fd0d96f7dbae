import csv
import io

import pytest

from functions.summarize.batch.cells import harmless


@pytest.mark.parametrize(
    "value",
    [
        "=1+1", "+1", "-1", "@SUM(A1)", "  =1", "\t=1", "\r=1", "＝1+1", "＋1", "－1", "＠SUM(A1)", "﹦1",
        "\ufeff=1", "\0=1", "\u200b=1", "\u00a0=1", "\x1b=1", "\ufeff \0＝1",
    ],
)  # fmt: skip
def test_what_begins_like_a_formula_in_any_width_and_behind_anything_unseen_is_quoted(value: str) -> None:
    assert harmless(value).startswith("'")


@pytest.mark.parametrize("value", ["a;=1", "a; =1", "a\t@x", "a|+1", "a；＝1", 'a;"=1', "a;\u00a0=1"])
@pytest.mark.parametrize("separator", [";", "\t", "|"])
def test_no_cell_becomes_a_formula_where_the_row_is_cut_at_another_sign(value: str, separator: str) -> None:
    cells = next(csv.reader(io.StringIO(harmless(value)), delimiter=separator))

    assert not [cell for cell in cells if cell.strip().startswith(("=", "+", "-", "@", "＝"))]


@pytest.mark.parametrize(
    "value", ["Charge Nurse", "Led 7; cut costs", "A-level", "C++", "a = b", "e@example.org", ""]
)
def test_plain_text_stays_as_it_is(value: str) -> None:
    assert harmless(value) == value


def test_a_value_is_one_line() -> None:
    assert harmless("a\nb\u2028c\x0bd") == "a b c d"
