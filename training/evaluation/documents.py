"""Whether each construct of the format is read once, and each hostile file answered, as specified."""

import time

from functions.common.errors import ResumeSummaryError
from functions.summarize.docx import read
from tests.builders.constructs import Construct, constructs
from tests.builders.hostile import Hostile, hostile

LONGEST = 2.0
"""Seconds that a hostile file may take to answer."""


def construct_table() -> list[tuple[str, str]]:
    """Each construct's name and what is wrong with its reading; an empty string for nothing."""
    return [(each.name, _misreading(each)) for each in constructs()]


def _misreading(construct: Construct) -> str:
    try:
        text = read(construct.data).text
    except ResumeSummaryError as refusal:
        return f"refused: {refusal}"
    wrong = [f"{word} {text.count(word)} times" for word in construct.once if text.count(word) != 1]
    return "; ".join([*wrong, *(f"{word} shown" for word in construct.never if word in text)])


def hostile_table() -> list[tuple[str, str]]:
    """Each hostile file's name and what is wrong with the answer to it; an empty string for nothing."""
    return [(each.name, _wrong_answer(each)) for each in hostile()]


def _wrong_answer(file: Hostile) -> str:
    start = time.perf_counter()
    try:
        read(file.data)
    except ResumeSummaryError as refusal:
        found = refusal.code
    else:
        found = "read"
    took = time.perf_counter() - start
    if found != file.code:
        return f"{found}, not {file.code}"
    return f"{took:.1f} s" if took > LONGEST else ""
