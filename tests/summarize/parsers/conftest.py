"""What the reader is known not to read right yet: `known_misreadings.txt`, one test a line."""

from pathlib import Path

import pytest

LIST = Path(__file__).with_name("known_misreadings.txt")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Expect the listed tests to fail; one that passes should leave the list."""
    known = {line for line in LIST.read_text("utf-8").splitlines() if not line.startswith("#")}
    for item in items:
        if item.nodeid.removeprefix("tests/summarize/parsers/") in known:
            item.add_marker(pytest.mark.xfail(reason="a known misreading", strict=False))
