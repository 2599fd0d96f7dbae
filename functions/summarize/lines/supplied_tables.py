"""The tables of `supplied.toml`: which verb a thing without one takes, and under which title."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from functions.summarize.lines.nominal import compounds
from functions.summarize.lines.phrase import FIGURE
from functions.summarize.lines.rules import rule_words


@dataclass(frozen=True, slots=True)
class Supplied:
    """A verb with the things that take it.

    `charge`: only under a title that leads, and that `titles` finds where there are some; `figure`: only of a number;
    `rate`: only of so many a day or a year; `many`: only of thousands; `each`: only of several; `one`: or of the one
    that a place has; `done`: not of what goes on.
    """

    past: str
    nouns: frozenset[str]
    charge: bool = False
    figure: bool = False
    rate: bool = False
    many: bool = False
    each: bool = False
    one: bool = False
    done: bool = False
    titles: re.Pattern[str] | None = None
    but: frozenset[str] = frozenset()

    def takes(self, thing: str) -> bool:
        """Whether a thing, given by its last words in small letters, is among the nouns, in either number."""
        words = thing.split()
        forms = [form for last in (words[-1:], words[-2:]) for form in _numbers(" ".join(last))]
        return not self.nouns.isdisjoint(forms) and self.but.isdisjoint(forms)

    def goes_with(self, thing: str) -> bool:
        """Whether a further thing can stand in its series: of the same verb, or counted beside it as what it holds."""
        if self.takes(thing.lower()):
            return True
        holds = not rule_words("supplied", "capacities").isdisjoint(_numbers(thing.lower().split()[-1]))
        return STARTS_WITH_FIGURE.match(thing) is not None and (holds or not self.each)


def _numbers(thing: str) -> tuple[str, ...]:
    """The thing, and what it may be in the singular."""
    return (thing, thing.removesuffix("s"), thing.removesuffix("es"), re.sub(r"ies$", "y", thing))


STARTS_WITH_FIGURE = re.compile(
    rf"(?:all |an? (?=\W?\d))?(?:(?:more than|around|about|over|nearly|up to|some) )?(?:{FIGURE}|"
    r"(?:two|three|four|five|six|seven"
    r"|eight|nine|ten|eleven|twelve)\b)"
)
PREPOSITION = re.compile(
    r"\s(?:for|in|on|at|with|from|to|of|by|between|under|across|per|through|within|during|since|against|over|among|together"
    r"|(?:an?|each|every)(?=\s(?:day|week|month|year|quarter|shift|season|night)\b))\s"
)


def members_of(text: str) -> list[str]:
    """The things of a series, each up to what is said of it: of "7 branches in Galway and Mayo" one."""
    series = re.split(rf",\s(?:and\s)?|\sand\s(?=(?:an? )?{FIGURE})", text)
    things = (PREPOSITION.split(one, maxsplit=1)[0] for one in series)
    return [one.strip() for thing in things for one in re.split(r"\sand\s|\sor\s", thing) if one.strip()] or [
        text
    ]


def is_led(noun: str) -> bool:
    """Whether a noun in the plural names people whom one leads: "teachers", "paraprofessionals"."""
    return next(each for each in tables() if each.past == "led").takes(noun.lower())


def counts_people(text: str) -> bool:
    """Whether one of a series is so many people: "design authority, four engineers and two drafters"."""
    people = next(each for each in tables() if each.past == "led")
    return any(
        STARTS_WITH_FIGURE.match(member) is not None
        and not member.lower().startswith(("a ", "an "))
        and people.takes(member.lower().replace("direct report", "direct-report"))
        for member in members_of(text)
    )


def is_size(text: str) -> bool:
    """Whether a thing says how big a place is: figures of people, places, animals or money, and nothing else."""
    sizes = rule_words("supplied", "sizes")
    people = next(each for each in tables() if each.past == "led")
    return all(
        STARTS_WITH_FIGURE.match(member) is not None
        and (people.takes(member.lower()) or not sizes.isdisjoint(_numbers(member.lower().split()[-1])))
        for member in members_of(text)
    )


def supplied_verbs() -> frozenset[str]:
    """The first word of every verb that a thing may be told with, in the past."""
    told = (*(table.past for table in tables()), *compounds().values())
    return frozenset(phrase.split()[0] for phrase in told)


def _things_of(row: dict[str, str]) -> frozenset[str]:
    return frozenset((*row.get("nouns", "").split(), *_phrases(row, "phrases")))


def _phrases(row: dict[str, str], key: str) -> frozenset[str]:
    return frozenset(filter(None, (" ".join(phrase.split()) for phrase in row.get(key, "").split(","))))


@cache
def tables() -> tuple[Supplied, ...]:
    text = (files("functions.summarize.lines") / "supplied.toml").read_text(encoding="utf-8")
    flags = ("charge", "figure", "rate", "many", "each", "one", "done")
    return tuple(
        Supplied(
            row["past"],
            _things_of(row),
            **{name: bool(row.get(name)) for name in flags},
            titles=re.compile(row["titles"], re.IGNORECASE) if "titles" in row else None,
            but=_phrases(row, "but"),
        )
        for row in tomllib.loads(text)["verb"]
    )
