"""The page's words, and resume text made harmless for the places it is shown in."""

import html
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


@cache
def words(kind: str) -> dict[str, str]:
    """One table of `wording.toml`."""
    tables: dict[str, dict[str, str]] = tomllib.loads(
        (Path(__file__).parent / "wording.toml").read_text("utf-8")
    )
    return tables[kind]


def advice(code: str) -> str:
    """What to do about a problem."""
    return words("advice").get(code, words("advice")["other"])


def faults(problems: Iterable[str], truths: Mapping[str, str]) -> list[str]:
    """The problems of a sentence, each given as "code: offending words", in plain sentences.

    `truths` are what the resume says instead, by the problem, where it says anything of it.
    """
    return [_fault(problem, truths.get(problem, "")) for problem in problems]


def _fault(problem: str, truth: str) -> str:
    code, _, offending = problem.partition(": ")
    said = words("fault").get(code, problem).replace("{}", offending)
    return f"{said} It says: {truth}." if truth else said


def short_names(names: Sequence[str]) -> list[str]:
    """The names without the words that all of them begin with."""
    split = [name.split() for name in names]
    common = 0
    while (
        all(len(each) > common + 1 and each[common] == split[0][common] for each in split) and len(names) > 1
    ):
        common += 1
    return [" ".join(each[common:]) for each in split]


def plain_markdown(text: str) -> str:
    """Markdown that shows sentences of a service as they are: no link, emphasis, colour, formula or icon."""
    return _PUNCTUATION.sub(r"\\\1", text)


def plain_html(text: str) -> str:
    """HTML that shows `text` as it is."""
    return html.escape(text)
