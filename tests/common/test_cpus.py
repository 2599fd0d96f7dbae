import os
from pathlib import Path

import pytest

from functions.common.cpus import usable_cpus


@pytest.mark.parametrize(
    ("limit", "cpus"),
    [
        ("max 100000", 4),
        ("200000 100000", 2),
        ("150000 100000", 2),
        ("10000 100000", 1),
        ("900000 100000", 4),
    ],
)
def test_a_container_counts_the_cpus_it_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, cpus: int
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 4)
    file = tmp_path / "cpu.max"
    file.write_text(limit + "\n")

    assert usable_cpus(file) == cpus


def test_without_a_limit_the_machine_counts(tmp_path: Path) -> None:
    assert usable_cpus(tmp_path / "none") == os.cpu_count()
