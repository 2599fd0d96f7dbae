"""How a resume line begins: what says nothing is dropped, and the verb that leads the rest is found."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from functions.summarize.language.bullets import is_verb_before, read_clauses
from functions.summarize.language.verbs import Form, Verb, all_verbs, recognise
from functions.summarize.sentences import Voice

FIGURE = re.compile(r"[~±<>+−-]?[$£€₹]?\d")
_ENDED = re.compile(r"[;•|]\s+|(?<=[a-z0-9%)])\.\s+(?=[A-Z])| [–—-] ")
_UNLISTED_PAST = re.compile(r"(?=.{6})[a-z]+(?:-[a-z]+)*[^aeiou\W]ed")
_LABEL_WORDS = 4
_STRAIGHT_AFTER = 2
"""Where the second of two verbs stands: "lead and train chefs", but not "prepare binders and exhibit lists"."""
_TRENDS = frozenset(("up", "down", "→", "➔", "->", "=>", "-->"))


@dataclass(frozen=True, slots=True)
class Lead:
    """The verb that leads a line, the form and spelling it has there, and how many words it takes.

    `written` is None for "Reduction of", which is two words and not a form of its verb.
    """

    verb: Verb
    form: Form
    written: str | None
    words: int


_DUTY = re.compile(
    r"(?:I (?:was|am) |(?:was|am|is) )?(?:responsible|accountable|resp\.?) for\s+\S", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`prompt.toml`, ready to ask."""

    joints: frozenset[str]
    marks: frozenset[str]
    fillers: tuple[tuple[str, ...], ...]
    trims: frozenset[str]
    neutral: dict[str, str]
    nominalisations: dict[str, str]


@cache
def lexicon() -> Lexicon:
    """The words that decide how a line is cut."""
    data = tomllib.loads((files("functions.summarize.prompts") / "prompt.toml").read_text(encoding="utf-8"))
    fillers = sorted((tuple(filler.split()) for filler in data["fillers"]), key=len, reverse=True)
    return Lexicon(
        joints=frozenset(data["joints"].split()),
        marks=frozenset(data["marks"].split()),
        fillers=tuple(fillers),
        trims=frozenset(data["trims"].split()),
        neutral=data["neutral"],
        nominalisations=data["nominalisations"],
    )


def words_of(line: str) -> list[str]:
    """The words and marks of the clause worth telling, from the first that says something."""
    return _without_fillers(_words(_main_clause(line)))


def leading_verb(words: Sequence[str]) -> Lead | None:
    """The verb that leads, or None where the line is a thing and not an act."""
    if len(words) < 2:
        return None
    first, second = words[0].lower(), words[1].lower()
    base = lexicon().nominalisations.get(first.replace("ization", "isation"))
    if base is not None and second == "of":
        return Lead(next(verb for verb in all_verbs() if verb.base == base), "gerund", None, 2)
    known = recognise(first) or _unlisted_past(first)
    if known is None or second in ("of", ":") or read_clauses(" ".join(words))[0].shape == "noun":
        return None
    is_trend = known[1] == "base" and any(word.lower() in _TRENDS for word in words[2:6])
    return None if is_trend else Lead(known[0], known[1], first, 1)


def responsibility(line: str, voice: Voice) -> Lead | None:
    """The lead of "Responsible for the rota", which says what one is and not what one does."""
    if not _DUTY.match(line.strip(" •-–*\t")):
        return None
    am, be, was = ("", "", "") if voice == "implied" else ("am ", "is ", "was ")
    told = (f"{am}responsible for", f"{be}responsible for", f"{was}responsible for", "responsible for")
    return Lead(Verb(*told, gerund="being responsible for"), "base", None, 0)


def parallel_verb(words: Sequence[str], at: int, form: Form) -> Verb | None:
    """The verb at `at` if it runs parallel to the leading one: in this form, with an object, and not a noun."""
    if at + 1 == len(words):
        return None
    known = recognise(words[at])
    if known is not None and at in _series(words, form):
        return known[0]
    following = words[at + 1].lower()
    if known is None or known[1] != form or following in ("by", "in", "of", "and", ","):
        return None
    if words[at - 1] == ",":
        return known[0] if form == "past" or is_verb_before(words[at], following) else None
    if words[at - 1].lower() not in ("and", "then"):
        return None
    straight_after = at == _STRAIGHT_AFTER or FIGURE.match(following)
    may_be_noun = form in ("base", "third") and not straight_after
    return None if may_be_noun and not is_verb_before(words[at], following) else known[0]


def _series(words: Sequence[str], form: Form) -> frozenset[int]:
    """Where the further verbs of "hire , train and mentor staff" stand."""
    places: list[int] = []
    at = 0
    while at + 3 < len(words) and words[at + 1] in (",", "and") and (places or _is_led_by(words, form)):
        at += 3 if words[at + 1 : at + 3] == [",", "and"] else 2
        known = recognise(words[at])
        if known is None or known[1] != form or words[at + 1 : at + 2] == ["of"]:
            return frozenset()
        places.append(at)
        if words[at - 1] == "and":
            return frozenset(places)
    return frozenset()


def _is_led_by(words: Sequence[str], form: Form) -> bool:
    """Whether the first word is a verb in this form."""
    known = recognise(words[0])
    return known is not None and known[1] == form


def has_figure(words: Sequence[str]) -> bool:
    """Whether any of the words is a number, an amount or a percentage."""
    return any(FIGURE.match(word) for word in words)


def _main_clause(line: str) -> str:
    """The first clause that holds a figure and is led by a verb, or else a figure; a label before a colon goes."""
    clauses = [clause.strip(" .•-–*") for clause in _ENDED.split(line.strip(" .•-–*\t"))]
    clauses = [clause for clause in clauses if clause] or [line.strip()]
    clause = max(clauses, key=lambda clause: (has_figure(clause.split()), _led_by_verb(clause)))
    label, colon, rest = clause.partition(": ")
    return rest if colon and len(label.split()) <= _LABEL_WORDS and _led_by_verb(rest) else clause


def _led_by_verb(clause: str) -> bool:
    return recognise(clause.split(maxsplit=1)[0]) is not None if clause.strip() else False


def _words(text: str) -> list[str]:
    return [word for chunk in text.split() for word in _peeled(chunk)]


def _peeled(chunk: str) -> list[str]:
    """A word without the marks around it, each mark a word of its own: "(Celery)," -> "(", "Celery", ")", ","."""
    before, after = [], []
    while chunk.startswith("(") and len(chunk) > 1:
        before.append("(")
        chunk = chunk[1:]
    while len(chunk) > 1 and (chunk[-1] in ",;:" or (chunk[-1] == ")" and "(" not in chunk)):
        after.append(chunk[-1])
        chunk = chunk[:-1]
    return [*before, chunk, *reversed(after)]


def _without_fillers(words: list[str]) -> list[str]:
    lowered = [word.lower() for word in words]
    for filler in lexicon().fillers:
        if tuple(lowered[: len(filler)]) == filler and len(words) > len(filler) + 1:
            return _without_fillers(words[len(filler) :])
    return words


def _unlisted_past(word: str) -> tuple[Verb, Form] | None:
    """A regular past that no table lists ("dockerised"): it can be told in the past and as a gerund."""
    if not _UNLISTED_PAST.fullmatch(word):
        return None
    stem = word[:-3] + "y" if word.endswith("ied") else word[:-2]
    return Verb(base="", third="", past=word, participle=word, gerund=f"{stem}ing"), "past"
