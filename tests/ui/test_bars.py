import re

import pytest

from ui.bars import amounts, shares, short_names


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
    ("names", "short"),
    [
        (["Resume Summary T5", "Resume Summary GPT-2"], ["T5", "GPT-2"]),
        (["T5", "T5 large"], ["T5", "T5 large"]),
        (["Only one"], ["Only one"]),
        ([], []),
    ],
)
def test_names_are_told_apart_by_what_they_do_not_share(names: list[str], short: list[str]) -> None:
    assert short_names(names) == short
