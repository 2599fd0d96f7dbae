"""Words that a summary may say though no line of the resume does: the name of a line of work, of a sector, of a frame.

Read from the tables that the product uses, by this rubric's own reading of them: a line of work counts where a title
of the resume shows it, a sector where its words stand in the resume, frame words where the resume is in their language.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import functions.summarize.planning
from functions.summarize.resume import Resume
from training.rubric.prose import words

_DATA = Path(functions.summarize.planning.__file__).parent / "data"


def derived(resume: Resume) -> str:
    """All such words, as one text."""
    titles = [role.title.value for role in resume.roles if role.title]
    titles += [resume.headline.value] if resume.headline else []
    return " ".join((*_lines_of_work(titles), *_sectors(resume.text), *_frames(resume.language)))


def _lines_of_work(titles: Iterable[str]) -> Iterator[str]:
    stated = "\n".join(titles)
    rows = (row for row in _table("families").values() if isinstance(row, dict))
    yield from (row["name"] for row in rows if _shows(row["titles"], stated))


def _sectors(text: str) -> Iterator[str]:
    for name, row in _table("sectors")["sectors"].items():
        if _shows((*row["kind"], *row["words"]), text):
            yield name


def _frames(language: str) -> Iterator[str]:
    """The words around what is filled in, and the numbers."""
    for value in _table("languages").get(language, {}).values():
        if isinstance(value, str):
            yield from words(re.sub(r"\{\w+\}|[\[\]|]", " ", value))


def _shows(patterns: Iterable[str], text: str) -> bool:
    found = "|".join(patterns)
    return bool(found) and re.search(rf"(?<!\w)(?:{found})(?!\w)", text, re.IGNORECASE) is not None


@cache
def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((_DATA / f"{name}.toml").read_text(encoding="utf-8"))
