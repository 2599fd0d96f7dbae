"""Bars as HTML: figures beside each other, readable without seeing the bars."""

from collections.abc import Sequence
from dataclasses import dataclass

from ui.wording import plain_html


@dataclass(frozen=True, slots=True)
class Bar:
    """A figure: what it is of, its length as a share of the longest possible, and how it is written."""

    label: str
    share: float
    written: str


def bars_html(title: str, bars: Sequence[Bar], note: str = "") -> str:
    """A titled group of bars; `note` says how to read it."""
    rows = "".join(map(_row, bars))
    small = f"<small>{plain_html(note)}</small>" if note else ""
    return f"<figure class='bars'><figcaption>{plain_html(title)}{small}</figcaption><table>{rows}</table></figure>"


def charts_html(*charts: str) -> str:
    """Charts beside each other, or below each other where there is no room."""
    return f"<div class='charts'>{''.join(charts)}</div>"


def shares(title: str, figures: Sequence[tuple[str, float]], note: str = "") -> str:
    """Bars of shares from 0 to 1."""
    return bars_html(title, [Bar(label, value, f"{value:.0%}") for label, value in figures], note)


def amounts(title: str, figures: Sequence[tuple[str, float]], unit: str, note: str = "") -> str:
    """Bars of amounts, the largest of them full."""
    longest = max((value for _, value in figures), default=0) or 1
    bars = [Bar(label, value / longest, f"{_three_digits(value)} {unit}".strip()) for label, value in figures]
    return bars_html(title, bars, note)


def _three_digits(value: float) -> str:
    """What an eye can compare: 2.22, 16.9, 240, 1,040."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def _row(bar: Bar) -> str:
    width = round(100 * min(max(bar.share, 0), 1), 1)
    return (
        f"<tr><th scope='row'>{plain_html(bar.label)}</th>"
        f"<td class='track'><span style='width:{width}%'></span></td><td>{plain_html(bar.written)}</td></tr>"
    )
