"""The grade of a course as stated: "First class honours", "GPA 3.8/4.0", "108/110"."""

import re
from functools import cache

from functions.summarize.parsers.word_lists import pattern
from functions.summarize.text.folding import fold


def find_grade(text: str) -> tuple[int, int] | None:
    """Where the first grade stands in the text."""
    match = _grade().search(fold(text))
    return match.span() if match else None


@cache
def _grade() -> re.Pattern[str]:
    points = pattern("degree/points").pattern
    grades = pattern("degree/grade").pattern
    figure = rf"{points}\s*[:=]?\s*(?:of\s*)?\d[\d.,]*\s*(?:%|(?:/|out of|su)\s*\d[\d.,]*)?"
    return re.compile(
        rf"{figure}|\d[.,]\d+\s*(?:/\s*\d[.,]?\d*)?\s*c?gpa|\b\d{{2,3}}\s*/\s*(?:110|100)(?:\s+(?:e|con)\s+lode)?"
        rf"|(?<!with )(?<!\(){grades}(?:\s+(?:degree|honours|honors))?"
    )
