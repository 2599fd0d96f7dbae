"""Lines of work: which of them a job title belongs to (`data/families.toml`)."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

_HEAD = re.compile(r"\s*[,(|/;–—]\s*|\s-\s|\s+(?:then|later)\s+")


@dataclass(frozen=True, slots=True)
class Family:
    """A line of work. `name` follows "in"; `entry` marks one that people often work in before their own trade.

    `shown` must stand in a role before the name is told, where a title alone does not say so: all of them, or those
    that are `unsure`. `called` are titles of the line of work with a name of their own.
    """

    id: str
    name: str
    entry: bool
    titles: re.Pattern[str]
    shown: re.Pattern[str] | None = None
    unsure: re.Pattern[str] | None = None
    called: tuple[tuple[re.Pattern[str], str], ...] = ()

    def said_of(self, title: str) -> str:
        """What the line of work is called where somebody has this title: a carpenter's is carpentry."""
        return next((name for words, name in self.called if words.search(title)), self.name)

    def is_shown(self, title: str, stated: Iterable[str]) -> bool:
        """Whether a job shows what the name says: by a title beyond doubt, or by what is `stated` of it."""
        sure = self.unsure is not None and family_of(title) == self and not self.unsure.search(title)
        return self.shown is None or sure or any(map(self.shown.search, stated))


@cache
def _data() -> dict[str, Any]:
    text = (files("functions.summarize.planning") / "data/families.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def families() -> tuple[Family, ...]:
    """Read once per process."""
    rows = {key: row for key, row in _data().items() if key not in ("areas", "shared")}
    return tuple(
        Family(
            key,
            row["name"],
            row.get("entry", False),
            _any(row["titles"]),
            _any(row["shown"]) if "shown" in row else None,
            _any(row["unsure"]) if "unsure" in row else None,
            tuple((_any([words]), name) for words, name in row.get("called", {}).items()),
        )
        for key, row in rows.items()
    )


@lru_cache(maxsize=4096)
def family_of(title: str) -> Family | None:
    """The line of work of a title: the word nearest its end decides, of those that end there the longest.

    What stands after a comma, a dash, a stroke or in brackets only counts where nothing before it fits.
    """
    for part in _HEAD.split(title):
        fits = [
            (found.end(), found.end() - found.start(), family)
            for family in families()
            for found in family.titles.finditer(part)
        ]
        if fits:
            return max(fits, key=lambda fit: fit[:2])[2]
    whole = [family for family in families() if family.titles.search(title)]
    return whole[0] if len(whole) == 1 else None


@lru_cache(maxsize=4096)
def families_named(title: str) -> frozenset[str]:
    """Every line of work that a title may belong to: "Real Estate Paralegal" is in property or in law.

    Of what stands behind a comma or in brackets only where nothing before it says what somebody is.
    """
    for part in _HEAD.split(title):
        if named := frozenset(family.id for family in families() if family.titles.search(part)):
            return named
    return frozenset(family.id for family in families() if family.titles.search(title))


def may_be_related(one: str, other: str) -> bool:
    """Whether two titles may be of one line of work, or of two between which people move."""
    return any(
        mine == another or any({mine, another} <= area for area in _areas())
        for mine in families_named(one)
        for another in families_named(other)
    )


def is_shared(title: str) -> bool:
    """Whether people of several trades have a title, so that it does not say in what: "Production Assistant"."""
    return _shared().match(re.sub(r"\s*\([^()]*\)", "", title).strip()) is not None


@cache
def _shared() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(_data()['shared'])})$", re.IGNORECASE)


def related(one: Family, other: Family) -> bool:
    """Whether people move between the two without changing careers."""
    return one.id == other.id or any({one.id, other.id} <= area for area in _areas())


@cache
def _areas() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(area.split()) for area in _data()["areas"])


def _any(patterns: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE)
