"""The word lists of the reader keep one idiom."""

from pathlib import Path

import pytest

from functions.summarize.parsers.word_lists import FOLDER
from functions.summarize.text.folding import plain

FILES = sorted(FOLDER.rglob("*.txt"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(FOLDER).as_posix())
def test_every_list_says_what_it_holds_is_sorted_and_repeats_nothing(path: Path) -> None:
    first, *lines = path.read_text("utf-8").splitlines()
    entries = [line for line in lines if not line.startswith("#")]
    assert first.startswith("# ")
    assert [plain(entry) for entry in entries] == sorted(plain(entry) for entry in entries)
    assert len(set(entries)) == len(entries)
