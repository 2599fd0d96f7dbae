"""Which trades a title in another language than English is of: `data/trades.toml`, read once."""

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from functions.summarize.planning.roots import roots_in


def is_other_trade(title: str, now: str) -> bool:
    """Whether two titles are beyond doubt of trades that have nothing to do with each other."""
    one, other = _trades_of(title), _trades_of(now)
    return bool(one) and bool(other) and not any(_near(mine, another) for mine in one for another in other)


def is_same_trade(title: str, now: str) -> bool:
    """Whether two titles say that they are of one trade: by words of it, else by one that many trades do not have."""
    one, other = _trades_of(title), _trades_of(now)
    if one and other:
        return not one.isdisjoint(other)
    return any(not _general().match(root) for root in roots_in(title) & roots_in(now))


def is_trade(title: str) -> bool:
    """Whether a text is nothing but the name of a trade."""
    return any(words.fullmatch(title) for words in _titles().values())


@lru_cache(maxsize=4096)
def _trades_of(title: str) -> frozenset[str]:
    return frozenset(name for name, words in _titles().items() if words.search(title))


def _near(one: str, other: str) -> bool:
    return one == other or any({one, other} <= area for area in _areas())


@cache
def _data() -> dict[str, list[str]]:
    text = (files("functions.summarize.planning") / "data/trades.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def _titles() -> dict[str, re.Pattern[str]]:
    return {
        name: re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", re.IGNORECASE)
        for name, words in _data().items()
        if name not in ("areas", "general")
    }


@cache
def _general() -> re.Pattern[str]:
    return re.compile("|".join(_data()["general"]))


@cache
def _areas() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(names.split()) for names in _data()["areas"])
