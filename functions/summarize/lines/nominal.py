"""Nouns that name an act, told as the act: "Preparation of papers", "Invoice processing", "Sorting and packing"."""

import re
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files

from functions.summarize.language.nominals import Nominal, nominals
from functions.summarize.language.surface import common_words
from functions.summarize.lines.lexicon import noun_kinds, word_classes
from functions.summarize.lines.nouns import is_plural, with_article
from functions.summarize.lines.phrase import Name, form_telling, up_to
from functions.summarize.lines.records import Forms, LineReading, Piece, Telling
from functions.summarize.lines.rules import mass_nouns, rule_words
from functions.summarize.lines.surface import joined, ours
from functions.summarize.lines.verbs import Form, verb_form

_FORMS: dict[Name, Form] = {"past": "past", "present": "third", "perfect": "participle", "gerund": "gerund"}
_OF = re.compile(r"([\w-]+) of (?=\w)", re.IGNORECASE)
_SECOND = re.compile(r"(?P<and>(?:^|.* )and )(?P<noun>[\w-]+) of (?P<rest>\w.*)$")
_WORD = re.compile(r"\S+")
_WORDS = 4
"""Words of a compound: what is acted on, and the act."""
_SERIES = re.compile(r"[\w-]+ing(?:, [\w-]+ing)*,? and [\w-]+ing(?P<rest> .*)?$", re.IGNORECASE)
_PERSON = re.compile(r"[a-z]{3}(?:er|or|ist|ant|ee)$")
_UNCOUNTED = frozenset(("plant", "fish", "series"))
"""Nouns of which the bare singular may be one or many."""
_JOINT = re.compile(r"(, and |, | and )")

Act = Callable[[Form], tuple[Piece, ...] | None]


def nominal_forms(reading: LineReading, noun: Telling) -> Forms | None:
    """The forms of the act that a thing names; None where it names none."""
    first = noun if re.search(r"\band\b|[&+/]", reading.text) else _first_of(noun)
    forms = _of_thing(reading, first) or _named_compound(reading, first) or _of_compound(reading, first)
    return replace(forms, noun=noun) if forms else _of_gerunds(reading, noun)


def _first_of(noun: Telling) -> Telling:
    """Of things that the line only puts beside each other the first: "Loading of lorries, stock counts"."""
    if not any(piece.start is None and piece.text == "and" for piece in noun.pieces):
        return noun
    end = re.search(r",| and\b", noun.text)
    pieces = up_to(noun.pieces, end.start() + 1) if end else noun.pieces
    return replace(noun, pieces=pieces, text=joined(pieces))


def forms_of(reading: LineReading, noun: Telling, act: Act, *, standing: bool) -> Forms:
    """The forms of an act; one that stands goes on as long as the job is held."""

    def told(name: Name) -> Telling | None:
        pieces = act(_FORMS[name])
        return form_telling(name, pieces, noun.dropped) if pieces else None

    goes_on = reading.current and standing
    return Forms(
        past=told("past"),
        present=told("present") if goes_on else None,
        perfect=told("perfect") if reading.current and not standing else None,
        gerund=told("gerund"),
        noun=noun,
    )


def _without_article(noun: Telling) -> tuple[Piece, Sequence[Piece]]:
    first, *others = noun.pieces
    if first.start is None and first.text in ("a", "an", "the") and others:
        first, *others = others
    return first, others


def _of_thing(reading: LineReading, noun: Telling) -> Forms | None:
    """ "Preparation of board papers": prepared board papers."""
    first, others = _without_article(noun)
    if others and others[0].text.startswith("of ") and " " not in first.text:
        text = f"{first.text} {others[0].text}"
        first, others = Piece(text, first.start, others[0].end, "small"), others[1:]
    how = _HOW.match(first.text)
    skip = how.end() if how else 0
    match = _OF.match(first.text, skip)
    known = _act_named(match[1].lower()) if match else None
    verb = verb_form(known.verb) if known else None
    if match is None or known is None or verb is None or first.start is None or first.end is None:
        return None
    if how and (known.kind != "duty" or others or re.search(r"[,;]", first.text)):
        return None  # how often it is done stands behind the thing, where nothing else does
    start = first.start + skip
    match, first = _OF.match(first.text[skip:]) or match, replace(first, text=first.text[skip:])
    again = _AGAIN.get(how[1].lower().replace("-", " "), "") if how else ""
    thing = Piece(first.text[match.end() :], start + match.end(), first.end, first.rule)
    rest = (*with_article((thing,), "the"), *others)
    name = match[1].lower()

    def act(form: Form) -> tuple[Piece, ...]:
        told = (Piece(verb.inflect(form), start, start + len(name), "nominal"), *rest)
        acted = tuple(piece for each in told for piece in _second_act(each, form))
        return (*acted, *ours(*again.split()))

    return forms_of(reading, noun, act, standing=known.kind == "duty")


_HOW = re.compile(
    r"(day[ -]to[ -]day|daily|weekly|monthly|quarterly|annual|yearly|nightly|regular|routine|general|overall|full"
    r"|direct|complete|total) (?=[\w-]+ of \w)",
    re.IGNORECASE,
)
"""What stands before the name of an act and says how often or how fully it is done."""
_AGAIN = {
    "day to day": "day to day", "daily": "daily", "weekly": "weekly", "monthly": "monthly", "nightly": "nightly",
    "quarterly": "quarterly", "annual": "annually", "yearly": "yearly", "regular": "regularly", "routine": "routinely",
}  # fmt: skip


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


_NAMED = re.compile(
    r"(?P<what>[\w-]+) (?P<act>[\w-]+)(?= (?:in|on|at|for|with|to|by|across|using|from)\b|$)", re.IGNORECASE
)


def _named_compound(reading: LineReading, noun: Telling) -> Forms | None:
    """ "Data entry in QuickBooks": entered data in QuickBooks."""
    first, *others = noun.pieces
    match = _NAMED.match(first.text)
    word, _, things = compounds().get(match.group().lower() if match else "", "").partition(" ")
    verb = verb_form(word) if word else None
    if match is None or verb is None or first.start is None or "," in noun.text:
        return None
    at = first.start
    thing = Piece(things, at, at + match.end("what"), "nominal")
    rest = Piece(first.text[match.end() + 1 :], at + match.end() + 1, first.end, first.rule)

    def act(form: Form) -> tuple[Piece, ...]:
        done = Piece(verb.inflect(form), at + match.start("act"), at + match.end("act"), "nominal")
        return (done, thing, *((rest,) if rest.text else ()), *others)

    return forms_of(reading, noun, act, standing=True)


@cache
def compounds() -> dict[str, str]:
    """Compounds whose act is told by a verb of its own: "data entry", entered data."""
    text = (files("functions.summarize.lines") / "supplied.toml").read_text(encoding="utf-8")
    return {name: str(told) for name, told in tomllib.loads(text)["compounds"].items()}


def _of_compound(reading: LineReading, noun: Telling) -> Forms | None:
    """ "Leave administration on Sage": administered leave on Sage; "supplier selection": selected suppliers."""
    first, others = _without_article(noun)
    words = list(_WORD.finditer(first.text))
    act_at = next((at for at, word in enumerate(words[1:_WORDS], 1) if _act_named(word.group())), None)
    if act_at is None or first.start is None or first.end is None or re.search(r"[,;]", noun.text):
        return None
    named = words[act_at]
    known = _act_named(named.group())
    verb = verb_form(known.verb) if known else None
    what, rest = first.text[: named.start()].strip(), first.text[named.end() :].strip()
    if known and known.verb == "upgrade" and rest.startswith("of "):
        return None  # "Oracle upgrade of 40 servers"
    thing = (
        (what if known.verb == "upgrade" and moves_name(what) else _object(what, known.verb))
        if known
        else None
    )
    if known is None or verb is None or thing is None:
        return None
    if not _goes_on(" ".join([rest, *(piece.text for piece in others)])):
        return None
    at = first.start
    middle = (Piece(rest, at + len(first.text) - len(rest), first.end),) if rest else ()

    def act(form: Form) -> tuple[Piece, ...]:
        told = Piece(verb.inflect(form), at + named.start(), at + named.end(), "nominal")
        return (told, Piece(thing, at, at + len(what), "nominal"), *middle, *others)

    return forms_of(reading, noun, act, standing=known.kind == "duty")


def moves_name(what: str) -> bool:
    """Whether a product is brought to another version: "ESXi upgrade from 6.0 to 6.7"; its name is no common word."""
    first = what.split(maxsplit=1)[0].lower()
    return re.fullmatch(r"[A-Z][\w-]*(?: [A-Z\d][\w.-]*)?", what) is not None and first not in common_words()


def _goes_on(rest: str) -> bool:
    """Whether what stands behind the act is nothing, or goes with it: "on Sage", not "and stage plots"."""
    return not rest.strip() or word_classes().get(rest.split(maxsplit=1)[0]) == "preposition"


def _object(what: str, verb: str) -> str | None:
    """What is acted on, in the plural where it can be counted; None where the word says when, where or how."""
    *before, head = what.split(" ")
    kinds = noun_kinds().get(head.lower(), "")
    name = re.search(r"[A-Z]{2}|/|\s[A-Z]", what) is not None
    noun = (
        bool({"N", "P"} & set(kinds)) or is_plural(head) or (not kinds and _PERSON.search(head) is not None)
    )
    if not noun or name or "A" in kinds:
        return None
    if any(word_classes().get(word.lower()) for word in (*before, head)) or head.lower() in _UNCOUNTED:
        return None
    if head.lower() in rule_words("nominal", "circumstances") or verb in rule_words("nominal", "no_compound"):
        return None
    if verb in rule_words("nominal", "of_people") and head.lower() not in rule_words("nominal", "people"):
        return None
    small = what.lower()
    bare = is_plural(head) or head.lower() in mass_nouns() | {"leave"}
    return small if bare else _plural(small)


def _plural(text: str) -> str:
    if re.search(r"[^aeiou]y$", text):
        return f"{text[:-1]}ies"
    return f"{text}es" if re.search(r"(?:s|x|ch|sh)$", text) else f"{text}s"


def _of_gerunds(reading: LineReading, noun: Telling) -> Forms | None:
    """ "Sorting and scanning", "Loading, checking and signing off": sorted and scanned."""
    first = noun.pieces[0]
    words = " ".join(piece.text for piece in noun.pieces)
    match = _SERIES.fullmatch(words)
    if (
        match is None
        or first.start is None
        or any(piece.rule not in (None, "small") for piece in noun.pieces)
    ):
        return None
    end = match.start("rest") if match["rest"] else len(words)
    parts = _JOINT.split(words[:end])
    verbs = [_act_named(word.lower()) for word in parts[::2]]
    if not all(verbs) or not _goes_on(words[end:]):
        return None
    tail = words[end:].strip().removeprefix("of ")
    stop = noun.pieces[-1].end

    def act(form: Form) -> tuple[Piece, ...] | None:
        told = [verb_form(known.verb) for known in verbs if known]
        text = "".join(
            part if at % 2 else verb.inflect(form) if (verb := told[at // 2]) else part
            for at, part in enumerate(parts)
        )
        rest = (Piece(tail, first.start, stop),) if tail else ()
        return (Piece(text, first.start, stop, "nominal"), *rest)

    return forms_of(reading, noun, act, standing=True)


def _act_named(word: str) -> Nominal | None:
    """The verb of a noun that names an act: of the table, or a gerund that is no thing of its own ("building")."""
    verb = verb_form(word)
    if word in nominals() or verb is None or verb.forms != {"gerund"}:
        return nominals().get(word)
    if word in rule_words("nominal", "things") or word in rule_words("named_work"):
        return None
    return Nominal(verb.base, "duty")
