"""The verb that a line without one needs: "62 sewing lines" are run, "Preparation of board papers" was prepared.

Which verb a thing takes stands in `supplied.toml`, learned from how the writers of the composed corpus told such
lines. Nothing is supplied to a thing that no table knows.
"""

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

from functions.summarize.language.nominals import Nominal, nominals
from functions.summarize.lines.lexicon import noun_kinds, word_classes
from functions.summarize.lines.nouns import head_noun, is_plural, with_article
from functions.summarize.lines.phrase import FIGURE, Name, form_telling, with_figures
from functions.summarize.lines.records import Forms, LineReading, Piece, Telling
from functions.summarize.lines.rules import mass_nouns, rule_words
from functions.summarize.lines.settled import joins_verb
from functions.summarize.lines.surface import joined, ours
from functions.summarize.lines.tokens import tokenize
from functions.summarize.lines.verbs import Form, verb_form

_FIGURE = r"(?:[$£€¥₹₱]|[A-Z]{2,3}\$?\s?)?\d"


@dataclass(frozen=True, slots=True)
class Supplied:
    """A verb with the things that take it.

    `charge`: only under a title that leads; `figure`: only of a number; `each`: only if all of a series take it, and
    there are several; `one`: or of the one that a place has; `done`: not of what goes on.
    """

    past: str
    nouns: frozenset[str]
    charge: bool = False
    figure: bool = False
    done: bool = False
    each: bool = False
    one: bool = False

    def takes(self, thing: str) -> bool:
        """Whether a thing, given by its last words in small letters, is among the nouns, in either number."""
        words = thing.split()
        return any(
            form in self.nouns for last in (words[-1:], words[-2:]) for form in _numbers(" ".join(last))
        )


def _numbers(thing: str) -> tuple[str, ...]:
    """The thing, and what it may be in the singular."""
    return (thing, thing.removesuffix("s"), thing.removesuffix("es"), re.sub(r"ies$", "y", thing))


_STARTS_WITH_FIGURE = re.compile(rf"(?:(?:more than|around|about|over|up to|some) )?{FIGURE}")
_FORMS: dict[Name, Form] = {"past": "past", "present": "third", "perfect": "participle", "gerund": "gerund"}
_LONGEST = 14
"""Words of a thing that still takes a verb: the things told in the corpus have fewer."""
_NO_WORK = re.compile(
    r"\b(?:awards?|prizes?|medals?|winners?|first|best|records?|degrees?|licen[cs]ed?|certified|certificate|language|speaker|"
    r"handling|success|rate|score|ratio|years?|months?|only|none|no|zero|without|part-time|full-time|own)\b",
    re.IGNORECASE,
)


def with_verb(reading: LineReading, forms: Forms) -> Forms:
    """The forms of a line that is only a thing, with those of the verb that it takes."""
    if re.search(r"→|->", reading.text):
        return forms
    noun = forms.noun and _as_series(forms.noun)
    forms = replace(forms, noun=noun)
    if noun is None or any((forms.past, forms.present, forms.perfect)) or len(noun.text.split()) > _LONGEST:
        return forms
    return _nominal(reading, noun) or _compound(reading, noun) or _supplied(reading, noun) or forms


_CROWD = re.compile(r"(?:around |about |over |more than )?\d{1,3}[,. ]\d{3}\b")
"""Thousands are whom a department serves; who leads them is said by their title."""
_STATED = re.compile(r"\w: .*(?:\d|\bno\b|\bzero\b)")
"""A finding behind a colon: "PSI inspections: no critical finding" were carried out by others."""
_GERUND_THINGS = frozenset(
    "meeting building wedding housing clothing funding beginning ending opening".split()
)
_GROUP = re.compile(
    r"(?:an? )?(?:[\w-]+ )?(?:team|staff|crew|squad|brigade|shift|gang|section|platoon|watch|unit|department) of \d"
)
_LEADING = Supplied("led", frozenset(), charge=True, figure=True)
_SHORT = 2
"""Words of a gerund that is a thing among things: "loading, scanning"; a longer one may be what followed."""
_PREPOSITION = re.compile(r"\s(?:for|in|on|at|with|from|to|of|by)\s")
_SEGMENT = 4
"""Words of a thing in a series: longer ones are told with more, which a comma parts from them."""


def _as_series(noun: Telling) -> Telling:
    """ "stock, deliveries, annual inventory": an "and" before the last of a series of things."""
    last = noun.pieces[-1]
    comma = last.text.rfind(", ")
    segments = noun.text.split(", ")
    words = segments[-1].split()
    long = any(len(one.split()) > _SEGMENT for one in (*segments[:-1], _PREPOSITION.split(segments[-1])[0]))
    if comma < 0 or last.rule not in (None, "small") or last.start is None or long:
        return noun
    first = words[0].lower()
    verb = verb_form(first)
    gerund = first.endswith("ing") and len(_PREPOSITION.split(segments[-1])[0].split()) > _SHORT
    joins = gerund or first.endswith("ly") or (verb is not None and "participle" in verb.forms)
    alike = all(bool(re.match(FIGURE, one)) == bool(re.match(FIGURE, segments[0])) for one in segments)
    if joins or not alike or word_classes().get(first) or {"and", "&", "or"} & set(segments[-1].split()):
        return noun
    head = Piece(last.text[:comma], last.start, last.start + comma)
    rest = Piece(last.text[comma + 2 :], last.start + comma + 2, last.end)
    pieces = (*noun.pieces[:-1], head, *ours("and"), rest)
    return replace(noun, pieces=pieces, text=joined(pieces))


def _nominal(reading: LineReading, noun: Telling) -> Forms | None:
    """ "Preparation of board papers": prepared board papers."""
    first, *others = noun.pieces
    if first.start is None and first.text in ("a", "an", "the") and others:
        first, *others = others
    if others and others[0].text.startswith("of ") and " " not in first.text:
        first, others = (
            Piece(f"{first.text} {others[0].text}", first.start, others[0].end, "small"),
            others[1:],
        )
    match = re.match(r"([\w-]+) of (?=\w)", first.text, re.IGNORECASE)
    known = _act_named(match[1].lower()) if match else None
    verb = verb_form(known.verb) if known else None
    if match is None or known is None or verb is None or first.start is None or first.end is None:
        return None
    thing = Piece(first.text[match.end() :], first.start + match.end(), first.end, first.rule)
    rest = (*with_article((thing,), "the"), *others)
    name = match[1].lower()

    def act(form: Form) -> tuple[Piece, ...]:
        told = (Piece(verb.inflect(form), first.start, (first.start or 0) + len(name), "nominal"), *rest)
        return tuple(piece for each in told for piece in _second_act(each, form))

    return _forms(reading, noun, act, standing=known.kind == "duty")


_COMPOUND = re.compile(
    r"(?P<what>[\w-]+) (?P<act>[\w-]+)(?= (?:in|on|at|for|with|to|by|across|using|from)\b|$)", re.IGNORECASE
)


def _compound(reading: LineReading, noun: Telling) -> Forms | None:
    """ "Data entry in QuickBooks": entered data in QuickBooks."""
    first, *others = noun.pieces
    match = _COMPOUND.match(first.text)
    word, _, things = str(_data()["compounds"].get(match.group().lower(), "") if match else "").partition(" ")
    verb = verb_form(word) if word else None
    if match is None or verb is None or first.start is None or "," in noun.text:
        return None
    at = first.start
    thing = Piece(things, at, at + match.end("what"), "nominal")
    rest = Piece(first.text[match.end() + 1 :], at + match.end() + 1, first.end, first.rule)

    def act(form: Form) -> tuple[Piece, ...]:
        done = Piece(verb.inflect(form), at + match.start("act"), at + match.end("act"), "nominal")
        return (done, thing, *((rest,) if rest.text else ()), *others)

    return _forms(reading, noun, act, standing=True)


def supplied_verbs() -> frozenset[str]:
    """The first word of every verb that a thing may be told with, in the past."""
    told = (*(table.past for table in _tables()), *map(str, _data()["compounds"].values()))
    return frozenset(phrase.split()[0] for phrase in told)


_SECOND = re.compile(r"(?P<and>(?:^|.* )and )(?P<noun>[\w-]+) of (?P<rest>\w.*)$")


def _second_act(piece: Piece, form: Form) -> tuple[Piece, ...]:
    """ "moulds and setting of machines": "moulds and sets machines"."""
    match = _SECOND.match(piece.text) if piece.rule in (None, "small") and piece.start is not None else None
    known = _act_named(match["noun"].lower()) if match else None
    verb = verb_form(known.verb) if known else None
    if match is None or verb is None or piece.start is None:
        return (piece,)
    at = piece.start
    return (
        Piece(match["and"].strip(), at, at + len(match["and"].rstrip()), piece.rule),
        Piece(verb.inflect(form), at + match.start("noun"), at + match.end("noun"), "nominal"),
        Piece(match["rest"], at + match.start("rest"), piece.end, piece.rule),
    )


def _act_named(word: str) -> Nominal | None:
    """The verb of a noun that names an act: of the table, or a gerund that is no thing of its own ("building")."""
    verb = verb_form(word)
    if word in nominals() or verb is None or verb.forms != {"gerund"} or word in _GERUND_THINGS:
        return nominals().get(word)
    return Nominal(verb.base, "duty")


def _supplied(reading: LineReading, noun: Telling) -> Forms | None:
    """ "62 sewing lines": ran 62 sewing lines."""
    verb = _verb_of(reading, noun.text)
    if verb is None:
        return None
    word, _, particle = verb.past.partition(" ")
    known = verb_form(word)
    if known is None or re.search(rf"\b{known.base[:5]}", noun.text, re.IGNORECASE):
        return None  # "management accounts" are not managed
    things = with_figures(noun.pieces)
    things = with_article(things, "the" if word == "worked" or verb.one else "a")

    def act(form: Form) -> tuple[Piece, ...]:
        return (*ours(known.inflect(form), *particle.split()), *things)

    return _forms(reading, noun, act, standing=not verb.done)


def _forms(
    reading: LineReading, noun: Telling, act: Callable[[Form], tuple[Piece, ...]], *, standing: bool
) -> Forms:
    def told(name: Name) -> Telling | None:
        return form_telling(name, act(_FORMS[name]), noun.dropped)

    goes_on = reading.current and standing
    return Forms(
        past=told("past"),
        present=told("present") if goes_on else None,
        perfect=told("perfect") if reading.current and not standing else None,
        gerund=told("gerund"),
        noun=noun,
    )


def _verb_of(reading: LineReading, text: str) -> Supplied | None:
    """The verb of the first table that knows the thing, if the line and its title are such that it fits."""
    if _GROUP.match(text):
        return _LEADING if leads(reading) else None
    figured = _STARTS_WITH_FIGURE.match(text) is not None
    series = _PREPOSITION.split(text, maxsplit=1)[0]
    first, *others = map(_up_to_head, re.split(r"\s(?:and|&)\s|,\s", series))
    head = first.rsplit(" ", 1)[-1]
    for table in _tables():
        fits = (figured or not table.figure) and (leads(reading) or not table.charge)
        fits = fits and not (table.past == "led" and _CROWD.match(text))
        alike = table.one or not table.each or is_plural(first)
        alike = alike and not (table.each and _STATED.search(reading.text))
        if table.takes(first) and fits and alike and (not table.each or all(map(table.takes, others))):
            return table
    return _default(text, head) if not figured else None


def _up_to_head(thing: str) -> str:
    """ "VAT returns for farmers" -> "vat returns"."""
    head = head_noun(thing)
    return thing[: thing.find(head) + len(head)].lower()


def _default(text: str, head: str) -> Supplied | None:
    """Work that is only named is handled: "stock, deliveries and annual inventory"."""
    first = text.split(maxsplit=1)[0].lower().strip(",")
    kinds = noun_kinds().get(head, "")
    work = head.endswith("ing") or head in mass_nouns() or "P" in kinds or (head.endswith("s") and kinds)
    if re.search(r"\d|→|->", text) or _NO_WORK.search(text) or not work or not text[:1].isalpha():
        return None
    tokens = [token.text for token in tokenize(text)]
    if first.endswith("ly") or any(joins_verb(tokens, at) for at in range(2, len(tokens))):
        return None
    if head in rule_words("supplied", "people") or any(map(_is_done, tokens[1:])):
        return None
    if word_classes().get(first) in ("preposition", "adverb", "pronoun", "bag") or head in rule_words("role"):
        return None
    return Supplied("handled", frozenset())


def leads(reading: LineReading) -> bool:
    """Whether the title says that the person leads people."""
    return any(word.strip(",()/").lower() in rule_words("team") for word in reading.title.split())


def _is_done(word: str) -> bool:
    """Whether a word can only say what became of a thing: "returns now filed from the warehouse"."""
    verb = verb_form(word)
    return verb is not None and verb.forms <= {"past", "participle"} and "A" not in verb.kinds


def is_led(noun: str) -> bool:
    """Whether a noun in the plural names people whom one leads: "teachers", "paraprofessionals"."""
    return next(each for each in _tables() if each.past == "led").takes(noun.lower())


def _things_of(row: dict[str, str]) -> frozenset[str]:
    phrases = (" ".join(phrase.split()) for phrase in row.get("phrases", "").split(","))
    return frozenset((*row.get("nouns", "").split(), *filter(None, phrases)))


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((files("functions.summarize.lines") / "supplied.toml").read_text(encoding="utf-8"))


@cache
def _tables() -> tuple[Supplied, ...]:
    return tuple(
        Supplied(
            row["past"],
            _things_of(row),
            bool(row.get("charge")),
            bool(row.get("figure")),
            bool(row.get("done")),
            bool(row.get("each")),
            bool(row.get("one")),
        )
        for row in _data()["verb"]
    )
