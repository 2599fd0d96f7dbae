"""The words by which the facts about a person are told: `data/person.toml`, read once."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What `data/person.toml` holds, as patterns."""

    legal_form: re.Pattern[str]
    no_employer: re.Pattern[str]
    with_the: re.Pattern[str]
    employment: re.Pattern[str]
    before_title: frozenset[str]
    title_forms: dict[str, str]
    person: re.Pattern[str]
    thing_held: re.Pattern[str]
    takes_article: frozenset[str]
    plain_start: frozenset[str]
    low_level: re.Pattern[str]


@cache
def vocabulary() -> Vocabulary:
    """Read once per process."""
    data = tomllib.loads(
        (files("functions.summarize.planning") / "data/person.toml").read_text(encoding="utf-8")
    )
    return Vocabulary(
        legal_form=re.compile(rf"(?:,?\s+(?:{_any(data['legal_forms'])})\.?)+$"),
        no_employer=re.compile(rf"^\W*(?:{_any(data['no_employer'])})\b", re.IGNORECASE),
        with_the=re.compile(rf"(?:{_any(data['with_the'])})$"),
        employment=re.compile(rf"(?:{_any(data['employment'])})$", re.IGNORECASE),
        before_title=frozenset(data["before_title"]),
        title_forms=data["title_forms"],
        person=re.compile(rf"\b(?:{_any(data['persons'])})$", re.IGNORECASE),
        thing_held=re.compile(rf"\b(?:{_any(data['things_held'])})\b", re.IGNORECASE),
        takes_article=frozenset(data["takes_article"]),
        plain_start=frozenset(data["plain_start"]),
        low_level=re.compile(_any(data["low_levels"]), re.IGNORECASE),
    )


def _any(patterns: Sequence[str]) -> str:
    return "|".join(sorted(patterns, key=len, reverse=True))
