"""Labels and their values: "Team size: 12" is a team that is led, "Budget: £2m" one that is managed."""

import re
from collections.abc import Iterator
from itertools import pairwise

from functions.summarize.lines.nouns import head_noun, is_plural, with_article
from functions.summarize.lines.phrase import form_telling, telling
from functions.summarize.lines.records import Forms, LineReading, Part, Piece
from functions.summarize.lines.rules import rule_words
from functions.summarize.lines.supplied import leads
from functions.summarize.lines.supplied_tables import is_led
from functions.summarize.lines.surface import ours, part_words, start_small, with_comma, words_between

_COUNT = re.compile(
    r"^(?:c\. ?|approx\.? |about |over |around )?\d[\d,.]*\+?(?: ?(?:fte|people|staff|heads?))?$",
    re.IGNORECASE,
)
_SIZE = re.compile(r"\s+(?:size|strength|number|count)$", re.IGNORECASE)
_JOINT = re.compile(r"\s*[,;]\s+|\s+(?:[+&/]|and)\s+")
_TEAMS = {
    "headcount": "team",
    "head count": "team",
    "people": "team",
    "fte": "team",
    "workforce": "workforce",
}


def label_forms(reading: LineReading) -> Forms:
    """The forms of the first label and its value; of the others only beside it after "with"."""
    pairs = list(_pairs(reading))
    nouns = [noun for noun in (_noun(reading, *pair) for pair in pairs) if noun]
    noun = telling(_series(nouns), "noun phrase", None, ()) if nouns and len(nouns) == len(pairs) else None
    for label, values in pairs:
        verb = _verb(reading, label, values)
        thing = _led(reading, label, values) or _noun(reading, label, values)
        if verb is not None and thing is not None:
            past, present, gerund = verb
            return Forms(
                past=form_telling("past", (*ours(past), *thing), ()),
                present=form_telling("present", (*ours(present), *thing), ()) if reading.current else None,
                gerund=form_telling("gerund", (*ours(gerund), *thing), ()),
                noun=noun,
            )
    return Forms(noun=noun)


def _pairs(reading: LineReading) -> Iterator[tuple[Part, tuple[Part, ...]]]:
    label: Part | None = None
    values: list[Part] = []
    for part in reading.parts:
        if part.tag == "label":
            if label is not None and values:
                yield label, tuple(values)
            label, values = part, []
        elif part.tag not in ("mark", "and", "bracket"):
            values.append(part)
    if label is not None and values:
        yield label, tuple(values)


def _name(reading: LineReading, label: Part) -> str:
    return reading.words(label).lower().strip(" :.-–=")


def _verb(reading: LineReading, label: Part, values: tuple[Part, ...]) -> tuple[str, str, str] | None:
    name = _name(reading, label).replace(" ", "_")
    value = reading.words(values[0]).strip(" ,;")
    if _led(reading, label, values) is not None:
        chaired = name == "chair" and not value[:1].isdigit()
        return ("chaired", "chairs", "chairing") if chaired else ("led", "leads", "leading")
    if name in rule_words("leads") and (_COUNT.match(value) or ("reports" in name and value[:1].isdigit())):
        return "led", "leads", "leading"
    if name in rule_words("manages") and re.search(r"\d", value):
        return "managed", "manages", "managing"
    return None


def _led(reading: LineReading, label: Part, values: tuple[Part, ...]) -> tuple[Piece, ...] | None:
    """ "Chair: 9 teachers, 14 aides", "Lead: cataract service": whom or what the label says that the person leads.

    A label that only names a group says so of counted people, under a title that leads.
    """
    name = _name(reading, label).replace(" ", "_")
    start, end = values[0].start, values[-1].end
    cuts = [
        (start, start),
        *((m.start() + start, m.end() + start) for m in _JOINT.finditer(reading.text[start:end])),
    ]
    spans = [(before[1], after[0]) for before, after in pairwise([*cuts, (end, end)])]
    items = [reading.text[first:last].strip(" .,;") for first, last in spans]
    people = all(re.match(r"\d+\+? [a-z]", item) and is_led(head_noun(item)) for item in items)
    figured = any(char.isdigit() for item in items for char in item)
    in_charge = name in rule_words("in_charge") and (people or not figured)
    group = name in rule_words("leads") and people and leads(reading)
    if not (in_charge or group) or any(re.search(r"[():]", item) for item in items):
        return None
    return _series(
        [with_article(start_small(words_between(reading.text, first, last)), "the") for first, last in spans]
    )


def _noun(reading: LineReading, label: Part, values: tuple[Part, ...]) -> tuple[Piece, ...] | None:
    """ "a budget of £2m", "1,140 seats", "9 direct reports", "Revit, Navisworks and BIM 360"."""
    value = tuple(piece for part in values for piece in part_words(reading.text, part))
    first = reading.words(values[0]).strip(" ,;")
    name = start_small(part_words(reading.text, label))
    counted = bool(_COUNT.match(first)) and len(values) == 1
    if "reports" in _name(reading, label) and first[:1].isdigit():
        return (*value, *name) if counted else value
    if (
        counted
        and is_plural(_name(reading, label))
        and _name(reading, label) not in _TEAMS
        and "staff" not in _name(reading, label)
    ):
        return (*value, *name)
    if re.match(r"\D{0,3}\d", first):
        return (*with_article(_named(reading, label, name), "a"), *ours("of"), *value)
    return None


def _named(reading: LineReading, label: Part, name: tuple[Piece, ...]) -> tuple[Piece, ...]:
    word = _name(reading, label)
    told = _TEAMS.get(word) or (
        _SIZE.sub("", word) if word.replace(" ", "_") in rule_words("leads") else None
    )
    return name if told is None else (Piece(told, label.start, label.end, "leads"),)


def _series(nouns: list[tuple[Piece, ...]]) -> tuple[Piece, ...]:
    pieces: tuple[Piece, ...] = nouns[0]
    for index, noun in enumerate(nouns[1:], 1):
        pieces = (*pieces, *ours("and"), *noun) if index == len(nouns) - 1 else (*with_comma(pieces), *noun)
    return pieces
