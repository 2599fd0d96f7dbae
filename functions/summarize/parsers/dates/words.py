"""The words of dates, `words.toml`: months, seasons, "since", "until", "present"."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from functions.summarize.parsers.word_lists import phrases
from functions.summarize.text.folding import fold


@cache
def months() -> dict[str, int]:
    """The number of each month by its names, as `fold` gives them."""
    return {fold(name): int(number) for number, names in _data()["months"].items() for name in names}


@cache
def date_words(kind: str) -> re.Pattern[str]:
    """Any of the words of a kind ("since"), as whole words in text as `fold` gives it."""
    return phrases(_data()["words"][kind])


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))
