"""How big the jobs were: team, budget, sites and volume as noun phrases in the words of the resume.

Every phrase grows around one figure of a line, by what stands before and after it. A team is only counted
where the line says that it was led: "worked in a team of 12" tells of no one's leadership.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from functions.summarize.language.verbs import all_verbs
from functions.summarize.parsers.ranking.amounts import Amount, find_amounts, number_pattern
from functions.summarize.parsers.ranking.role_lines import places_of, role_lines
from functions.summarize.parsers.word_lists import any_of
from functions.summarize.resume import Evidence, Fact, Resume, Scope

NOUNS = Path(__file__).parent / "data" / "scope.toml"
RULE = "scope-phrase"
MOST = 4

ScopeKind = Literal["team_size", "budget", "sites", "volume"]

_NEAR = 90
_CHANGE_BEFORE = re.compile(
    r"(?:\b(?:from|to|by|saved|saving|last|first|past|within)|→|->)\s$", re.IGNORECASE
)
_CHANGE_AFTER = re.compile(r"\s*(?:→|->|to\s\d|%)")


@dataclass(frozen=True, slots=True)
class _Shape:
    """A kind of phrase: what must stand before its figure and what after it.

    The phrase begins with the group `head` of `before`, or with the figure; it ends with `after`.
    """

    kind: ScopeKind
    money: bool
    before: re.Pattern[str]
    after: re.Pattern[str]


def read_scope(resume: Resume) -> Scope:
    """The scope of the roles, newest role first; each phrase once."""
    found: dict[ScopeKind, dict[str, Fact[str]]] = {"team_size": {}, "budget": {}, "sites": {}, "volume": {}}
    for _, line in role_lines(resume):
        for place in places_of(line):
            for kind, fact in _phrases(place):
                found[kind].setdefault(fact.value.casefold(), fact)
    team, budget, sites, volume = (tuple(facts.values())[:MOST] for facts in found.values())
    return Scope(team, budget, sites, volume)


def _phrases(place: Evidence) -> Iterator[tuple[ScopeKind, Fact[str]]]:
    """The phrases of one line, from left to right, none overlapping."""
    done = 0
    for amount in find_amounts(place.quote):
        if amount.start < done or amount.kind not in ("count", "money"):
            continue
        if phrase := _phrase(place.quote, amount):
            kind, start, done = phrase
            quote = place.quote[start:done]
            evidence = Evidence(place.start + start, place.start + done, quote, place.section)
            yield kind, Fact(" ".join(quote.split()), (evidence,), rule=RULE)


def _phrase(text: str, amount: Amount) -> tuple[ScopeKind, int, int] | None:
    """The first shape that fits an amount: its kind, start and end. An amount of a change is no size."""
    near = max(0, amount.start - _NEAR)
    before = text[near : amount.start]
    if _CHANGE_BEFORE.search(before) or _CHANGE_AFTER.match(text, amount.end):
        return None
    for shape in _shapes():
        right = shape.after.match(text, amount.end) if shape.money == (amount.kind == "money") else None
        left = shape.before.search(before) if right else None
        if left and right and not _CHANGE_AFTER.match(text, right.end()):
            start = near + left.start("head") if left["head"] else amount.start
            return shape.kind, start, right.end()
    return None


@cache
def _shapes() -> tuple[_Shape, ...]:
    data: dict[str, list[str]] = tomllib.loads(NOUNS.read_text(encoding="utf-8"))
    leading = _verbs_of(data["leading"], data["leading_phrases"])
    running = _verbs_of(data["running"], data["running_phrases"])
    groups, people, money = (any_of(data[name]) for name in ("groups", "people", "money"))
    places, things, strengths = (any_of(data[name]) for name in ("places", "things", "strengths"))
    count, span = number_pattern(), any_of(data["spans"])
    maybe_about = rf"(?:{any_of(data['about'])}\s)?"
    word = rf"(?!{any_of(data['no_words'])}\b)[^\W\d][\w'’&-]*"
    some = rf"(?:{word}\s){{0,3}}?"
    more = rf"(?:(?:,|\sand|\splus|\s&)\s{count}\s{some}{people}\b)*"
    per = (
        rf"(?:\s?(?:a|per|each|every|/)\s?{span}\b"
        r"|\s(?:daily|weekly|monthly|annually|yearly|nightly|p\.a\.)(?!\w))"
    )
    determiner = r"(?:(?:a|an|the|my|our|his|its)\s)?"
    about = rf"(?P<head>{maybe_about})$"

    def shape(kind: ScopeKind, before: str, after: str, *, amount: bool = False) -> _Shape:
        compiled = (re.compile(one, re.IGNORECASE) for one in (before, after))
        return _Shape(kind, amount, *compiled)

    return (
        shape(
            "team_size",
            rf"\b{leading}\s{determiner}{some}(?P<head>{groups}\sof\s{maybe_about})$",
            rf"(?:\s{some}{people}\b{more})?",
        ),
        shape(
            "team_size", rf"\b{leading}\s{determiner}{some}{about}", rf"[\s-]{strengths}[\s-]{some}{groups}\b"
        ),
        shape("team_size", rf"\b{leading}\s{determiner}{some}{about}", rf"\s{some}{people}\b{more}"),
        shape("team_size", rf"\b{leading}\b[^.;]{{0,60}}?\bwith\s{about}", rf"\s{some}{people}\b{more}"),
        shape("team_size", about, r"\s(?:direct reports?|FTEs?)\b"),
        shape(
            "budget",
            rf"(?:(?:^|[,;(]\s?){determiner}|\b(?:{running}|with)\s{determiner}{some}){about}",
            rf"\s{some}{money}\b",
            amount=True,
        ),
        shape(
            "budget",
            rf"\b{running}\s{determiner}(?P<head>{some}{money}\s(?:of|worth|totalling|totaling)\s{maybe_about})$",
            r"",
            amount=True,
        ),
        shape(
            "sites",
            rf"(?:\b{running}\b[^.;]{{0,60}}?|\b(?:across|over|covering)\s){about}",
            rf"\s{some}{places}\b(?:\s(?:in|across)\s{count}\s{some}{places}\b)?",
        ),
        shape("volume", about, rf"[\s-]{some}{word}{per}"),
        shape("volume", rf"\b{running}\b[^.;]{{0,60}}?{about}", rf"\s{some}{things}\b"),
    )


def _verbs_of(bases: list[str], phrases: list[str]) -> str:
    """Every form of the verbs, and the phrases, as one pattern."""
    forms = {
        form
        for verb in all_verbs()
        if verb.base in bases
        for form in (verb.base, verb.third, verb.past, verb.gerund)
    }
    return rf"(?:{'|'.join([*sorted(forms, key=len, reverse=True), *phrases])})"
