"""What a credential weighs in a trade: `data/credentials.toml`, read once."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from functions.summarize.planning.vocabulary import vocabulary
from functions.summarize.resume import Resume


class Weight(IntEnum):
    """What a credential says of who applies, the most first; the least is held by people of any trade."""

    DECIDES_THE_TRADE = 0
    DECIDES = 1
    OTHER = 2
    ASKED = 3
    COURSE = 4
    WEAK = 5


@dataclass(frozen=True, slots=True)
class _Trade:
    titles: re.Pattern[str]
    decides: re.Pattern[str]
    asked: re.Pattern[str]
    wheels: bool

    def is_decided_by(self, name: str) -> bool:
        """Whether a credential decides this trade; a licence to drive does where there are wheels."""
        return self.decides.search(name) is not None and (self.wheels or not _DRIVING.search(name))


_DRIVING = re.compile(r"\bdriv(?:ing|er'?s?)\b", re.IGNORECASE)


@cache
def table() -> dict[str, Any]:
    """The file as it stands."""
    text = (files("functions.summarize.planning") / "data/credentials.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def _trades() -> tuple[_Trade, ...]:
    return tuple(
        _Trade(
            any_of(row["titles"]),
            any_of(row["decides"]),
            any_of(row.get("asked", [])),
            row.get("wheels", False),
        )
        for row in table()["trade"]
    )


def any_of(patterns: Sequence[str], flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """One of the patterns as whole words; nothing where there are none."""
    return re.compile(rf"(?<![\w-])(?:{'|'.join(patterns)})(?!\w)" if patterns else r"(?!)", flags)


@cache
def _anywhere() -> re.Pattern[str]:
    return any_of(table()["decides"])


@cache
def _courses() -> re.Pattern[str]:
    return any_of(table()["courses"])


def is_course(name: str) -> bool:
    """Whether a credential is something attended."""
    return _courses().search(name) is not None


@lru_cache(maxsize=4096)
def weight(name: str, titles: tuple[str, ...]) -> Weight:
    """What a credential weighs for who has these titles."""
    trades = [trade for trade in _trades() if any(map(trade.titles.search, titles))]
    if any(trade.is_decided_by(name) for trade in trades):
        return Weight.DECIDES_THE_TRADE
    if any(trade.asked.search(name) for trade in trades):
        return Weight.ASKED
    if is_course(name) or vocabulary().learned.fullmatch(name):
        return Weight.COURSE
    if _anywhere().search(name):
        return Weight.DECIDES
    return Weight.WEAK if vocabulary().weak_credential.search(name) else Weight.OTHER


def is_known(name: str, titles: tuple[str, ...]) -> bool:
    """Whether a credential is one of the table: of the trade or of any, or a scheme by its letters."""
    scheme = re.search(r"[A-Z]{2,}|(?i:certified|licensed|registered)", name)
    return weight(name, titles) <= Weight.DECIDES or (
        scheme is not None and any(trade.is_decided_by(name) for trade in _trades())
    )


def titles_of(resume: Resume, latest: int | None) -> tuple[str, ...]:
    """The titles that say what trade somebody is in: the latest and the headline, any other where they are unlikely."""
    role = resume.roles[latest].title if latest is not None else None
    first = [fact for fact in (role, resume.headline) if fact is not None and fact.confidence >= _LIKELY]
    others = [one.title for one in resume.roles if one.title is not None and one.title.confidence >= _LIKELY]
    return tuple(fact.value for fact in first or others)


_LIKELY = 0.7
"""Where a title is less sure, what trade it would be is not asked."""
