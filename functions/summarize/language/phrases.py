"""Plain sentences for resumes that are not in English, from the phrases of `data/phrases.toml`.

The models write English only. A resume in another known language is told in its own words and language, in the
implied voice, rather than inside an English frame.
"""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from functions.summarize.language.surface import listing, tidy
from functions.summarize.sentences import Field, Kind, PlanFact

_PART = re.compile(r"\[([^\]]*)\]")
_FACT = re.compile(r"\{(\w+)\}")


@cache
def phrases() -> dict[str, dict[str, str]]:
    """The phrases by language, ISO 639-1."""
    text = (files("functions.summarize.language") / "data/phrases.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def phrase(language: str, kind: Kind, facts: Sequence[PlanFact], *, current: bool) -> str:
    """One sentence that uses only the facts, in one of the languages of `phrases`."""
    table = phrases()[language]
    frame = table.get(kind if current else f"{kind}_then", table[kind])
    texts: dict[Field, list[str]] = {}
    for fact in facts:
        texts.setdefault(fact.field, []).append(fact.text)
    told: dict[str, str] = {field: listing(all_of, table["and"]) for field, all_of in texts.items()}
    whole = _PART.sub(lambda part: _filled(part[1], told) if _fits(part[1], told) else "", frame)
    return tidy(re.sub(r": , ", ": ", _filled(whole, told)))


def _fits(part: str, told: dict[str, str]) -> bool:
    return all(name in told for name in _FACT.findall(part))


def _filled(part: str, told: dict[str, str]) -> str:
    return _FACT.sub(lambda fact: told.get(fact[1], ""), part)
