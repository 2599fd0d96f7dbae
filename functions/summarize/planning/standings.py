"""What a credential is that gives no certificate: a register, a card, a check, an office (`data/standings.toml`)."""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from functions.summarize.language.surface import article
from functions.summarize.planning.records import Form

_RANK = re.compile(
    r"(?:[A-Z]{3,}|[A-Z][a-z]+[A-Z]\w+) (?:\S+ )*(?:supervisor|manager|specialist|leader)", re.IGNORECASE
)
"""The rank of a scheme, which is no post: "CHS Supervisor", "ServSafe Manager"."""
_SCHEME = re.compile(r"[A-Z]{3,}|[A-Z][a-z]+[A-Z]")


def standing(text: str) -> tuple[str, Form] | None:
    """A credential that is a standing, in the words for it; None of any other, or of one that says what it is."""
    if _SAID.search(text):
        return None
    for kind in ("registered", "licensed"):
        if _is(kind, text):
            return f"{text}-{kind}", "adjective"
    if _is("member", text):
        return f"{text.removesuffix(' member')} member", "person"
    if office := _table()["appointments"].get(text):
        return office, "person"
    return _as_thing(text)


def _as_thing(text: str) -> tuple[str, Form] | None:
    nouns = (("cards", "card"), ("checks", "check"), ("licences", "licence"))
    told = next((f"{article(text)} {text} {noun}" for kind, noun in nouns if _is(kind, text)), None)
    if _is("eligibilities", text):
        told = f"{text} eligibility"
    elif _is("no_persons", text):
        told = text
    elif _SCHEME.match(text) and _RANK.fullmatch(text):
        told = told or f"{text} certification"
    return (told, "noun phrase") if told else None


def superseded(name: str, others: Sequence[str]) -> bool:
    """Whether another credential is one that came after this one: an "EIT" of who is a "Professional Engineer"."""
    finished = [one for one in others if one != name and not _ON_THE_WAY.search(one)]
    return any(lower.fullmatch(name) and any(map(higher.match, finished)) for lower, higher in _superseded())


_SAID = re.compile(r"\b(?:licen[cs]e|card|check|registered|registration|member(?:ship)?)$", re.IGNORECASE)
_ON_THE_WAY = re.compile(
    r"\b(?:courses?|exam\w*|applicant|program\w*|students?|candidate|prep\w*|refresher|training|affiliate)\b",
    re.IGNORECASE,
)
"""What is held of a higher credential that is not held itself."""


@cache
def _superseded() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple(
        (re.compile(lower, re.IGNORECASE), re.compile(rf"(?:{higher})(?!\w)", re.IGNORECASE))
        for lower, higher in _table()["superseded"].items()
    )


def _is(kind: str, text: str) -> bool:
    return _kind(kind).fullmatch(text) is not None


@cache
def _kind(kind: str) -> re.Pattern[str]:
    return re.compile("|".join(_table()[kind]), re.IGNORECASE)


@cache
def _table() -> dict[str, Any]:
    text = (files("functions.summarize.planning") / "data/standings.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
