"""Durations as Go and ISO 8601 write them."""

import pytest

from knative.validate.durations import go_seconds, iso_seconds
from knative.validate.pods import quantity


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("60s", 60),
        ("1m30s", 90),
        ("1.5h", 5400),
        ("0", 0),
        ("500ms", 0.5),
        ("-5s", -5),
        ("60", None),
        ("", None),
    ],
)
def test_go_durations(text: str, seconds: float | None) -> None:
    assert go_seconds(text) == seconds


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("PT2S", 2),
        ("PT0.2S", 0.2),
        ("PT1M30S", 90),
        ("P1DT1H", 90000),
        ("P", None),
        ("PT", None),
        ("2s", None),
    ],
)
def test_iso_durations(text: str, seconds: float | None) -> None:
    assert iso_seconds(text) == seconds


@pytest.mark.parametrize(
    ("text", "number"),
    [("250m", 0.25), ("2", 2), ("128Mi", 128 * 2**20), ("1G", 10**9), ("1.5Gi", 1.5 * 2**30)],
)
def test_quantities(text: str, number: float) -> None:
    assert quantity(text) == number
