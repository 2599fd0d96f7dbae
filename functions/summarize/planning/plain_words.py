"""Signs, abbreviations and asides of notes as a sentence says them: `data/plain_words.toml`, rule by rule."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class PlainRule:
    """What is told for what: `yes` are texts with what becomes of them, `no` texts that stay as they are."""

    says: str
    pattern: re.Pattern[str]
    told: str
    yes: tuple[tuple[str, str], ...]
    no: tuple[str, ...]

    def applied(self, text: str) -> str:
        """The text as told."""
        return self.pattern.sub(self.told, text)


@cache
def plain_rules() -> tuple[PlainRule, ...]:
    """The rules in their order."""
    text = (files("functions.summarize.planning") / "data/plain_words.toml").read_text(encoding="utf-8")
    return tuple(
        PlainRule(
            row["says"],
            re.compile(row["pattern"]),
            row["told"],
            tuple((stated, told) for stated, told in row["yes"]),
            tuple(row["no"]),
        )
        for row in tomllib.loads(text)["rule"]
    )


@lru_cache(maxsize=512)
def in_plain_words(text: str) -> str:
    """The words of a line without signs, abbreviations and asides."""
    for rule in plain_rules():
        text = rule.applied(text)
    return text.strip(" ,")
