"""Which trades a title in another language than English is of: `data/trades.toml`, read once."""

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files


def is_other_trade(title: str, now: str) -> bool:
    """Whether two titles are beyond doubt of trades that have nothing to do with each other."""
    one, other = _trades_of(title), _trades_of(now)
    return bool(one) and bool(other) and not any(_near(mine, another) for mine in one for another in other)


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
        if name != "areas"
    }


@cache
def _areas() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(names.split()) for names in _data()["areas"])
