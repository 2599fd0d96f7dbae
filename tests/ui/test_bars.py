import re

import pytest

from ui.bars import amounts, shares


def test_the_longest_amount_fills_its_bar() -> None:
    html = amounts("Time <b>", [("T5", 20.0), ("BART", 41.42)], "ms", "Shorter is better.")
    assert re.findall(r"width:([\d.]+)%", html) == ["48.3", "100.0"]
    assert "<td>20 ms</td>" in html
    assert "<td>41.4 ms</td>" in html
    assert "<figcaption>Time &lt;b&gt;<small>Shorter is better.</small></figcaption>" in html


def test_shares_are_drawn_as_they_are() -> None:
    assert re.findall(r"width:([\d.]+)%.*?<td>(\d+%)", shares("Own", [("T5", 0.5), ("BART", 1)])) == [
        ("50.0", "50%"),
        ("100", "100%"),
    ]


def test_no_amounts_are_no_bars() -> None:
    assert "width" not in amounts("Time", [], "ms")


@pytest.mark.parametrize(
    ("value", "written"), [(0.5, "0.5"), (2.218, "2.22"), (16.94, "16.9"), (240.4, "240"), (1043.0, "1,043")]
)
def test_amounts_are_written_for_people(value: float, written: str) -> None:
    assert f"<td>{written} ms</td>" in amounts("Time", [("T5", value)], "ms")
