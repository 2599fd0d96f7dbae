"""A line of a resume -> its head and its parts, by the sequence model; below the margin it is not certain."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from functions.summarize.lines.consistency import consistent, is_no_act
from functions.summarize.lines.features import shown_of
from functions.summarize.lines.figured import with_figures_settled
from functions.summarize.lines.labels import to_parts
from functions.summarize.lines.model import Decoded, LineModel, load_line_model
from functions.summarize.lines.ranges import without_ranges
from functions.summarize.lines.records import Head, LineReading, Part
from functions.summarize.lines.rules import rule_words
from functions.summarize.lines.settled import settled
from functions.summarize.lines.tokens import LONGEST, Token, tokenize
from functions.summarize.lines.topics import as_change, change_behind, is_act, is_past, moved, topic_and_rest
from functions.summarize.lines.verbs import verb_form

HEAD_MARGIN = 0.75
VERB_MARGIN = 0.75
"""Below these a line is told as it stands or not at all. Chosen on left-out lines; the card has the figures."""
GERUND_MARGIN = 0.5
"""A gerund that names no field of work is hardly ever a noun at the head of a line: of 17 left out whose verb the model
was less sure of than `VERB_MARGIN`, 15 were acts, and the two that were not state a bare change."""

FIRST_SURE, LATE_MARGIN = 0.95, 0.4
"""Where a line surely begins with a verb of the person, a later word may be less sure to be one: of the lines left out
2.8 in a hundred more are told right, and no larger share of those told is told otherwise."""


@dataclass(frozen=True, slots=True)
class Bullet:
    """A line to be read, the title of the job it stands under, and whether that is held now."""

    text: str
    title: str
    current: bool


def read_line(text: str, *, title: str, current: bool) -> LineReading:
    """The line cut into its parts. `title` is that of the job it stands under, `current` whether it is held now."""
    return read_lines([Bullet(text, title, current)])[0]


def read_lines(bullets: Sequence[Bullet]) -> list[LineReading]:
    """As `read_line`, each of many: they are decoded together."""
    model = load_line_model()
    return [_looked_into(model, reading) for reading in read_each_with(model, bullets)]


def _looked_into(model: LineModel, reading: LineReading) -> LineReading:
    """What is read of a part of a line, where the whole is not surely read with a verb."""
    # What follows looks at a line as often as it has marks.
    if reading.begins_with_verb or len(reading.text) > LONGEST:
        return reading
    if (own := _without_i(model, reading)) is not None:
        return own
    around = _around_colon(model, reading)
    if _says_what_became(around):
        return around
    title, current = around.title, around.current
    changed = change_behind(around, lambda words: read_with(model, words, title=title, current=current))
    charge = changed or _in_charge(model, around)
    return charge or (around if around.certain else _before_aside(model, around))


def _without_i(model: LineModel, reading: LineReading) -> LineReading | None:
    """ "I run a gang of 14": read without the pronoun, where that makes it certain."""
    found = None if reading.certain else _I.match(reading.text)
    if found is None:
        return None
    rest = read_with(model, reading.text[found.end() :], title=reading.title, current=reading.current)
    return moved(rest, reading.text, found.end()) if rest.certain and rest.begins_with_verb else None


_I = re.compile(r"I (?:also |now |currently |then )?(?=[a-z])")
_CHARGE = re.compile(
    r"(?P<of>(?:jointly |solely |fully )?(?:in (?:full )?charge of|responsible for) (?:[^;:.()]|\.(?=\S))+?)"
    r"(?: \(|[;:]|\.(?:\s|$)|, \d|$)",
    re.IGNORECASE,
)


def _in_charge(model: LineModel, reading: LineReading) -> LineReading | None:
    """ "In charge of the haematology bench, 3 shifts": what such words begin needs no more certainty, up to a mark."""
    found = _CHARGE.match(reading.text)
    if found is None:
        return None
    charge = read_with(model, found["of"].rstrip(), title=reading.title, current=reading.current)
    plain = [part.tag for part in charge.parts] == ["filler", "object"]
    return replace(charge, text=reading.text, certain=True) if plain else None


def _says_what_became(reading: LineReading) -> bool:
    """Whether a line is surely read with a verb or a label, or as the change of the thing that it begins with."""
    tags = [part.tag for part in reading.parts]
    changed = tags[0] == "subject" and tags[1:2] in (["change"], ["extent"])
    whole = changed and not re.search(r"[,;:] ", reading.words(reading.parts[0]))
    return reading.certain and (whole or not {"verb", "label"}.isdisjoint(tags))


_ASIDE = re.compile(
    r";\s|\s[-–—]\s|,\s(?=report(?:s|ing)? to )|,\s(?=(?:all|both|none|most) (?:of (?:them|whom) )?\w+(?:ed|en)\b)"
)


def _before_aside(model: LineModel, reading: LineReading) -> LineReading:
    """The reading of what stands before a dash or a semicolon, where only that is certain."""
    aside = _ASIDE.search(reading.text)
    if aside is None:
        return reading
    first = read_with(model, reading.text[: aside.start()], title=reading.title, current=reading.current)
    return replace(first, text=reading.text) if first.certain and len(first.text.split()) > 1 else reading


def _around_colon(model: LineModel, reading: LineReading) -> LineReading:
    """The reading of what stands before or behind a colon, where that is an act or a change; else that of the line."""
    found = topic_and_rest(reading.text)
    if found is None:
        return reading
    at, rest = found
    if is_past(reading.text):
        act = read_with(model, reading.text[:at].rstrip(" :"), title=reading.title, current=reading.current)
        if act.certain and act.begins_with_verb and len(act.parts) > 1:
            return replace(act, text=reading.text)
    beyond = read_with(model, rest, title=reading.title, current=reading.current)
    if is_act(beyond):
        return moved(beyond, reading.text, at)
    return as_change(reading) or reading


def read_with(model: LineModel, text: str, *, title: str, current: bool) -> LineReading:
    """The line by itself, by a model of one's own."""
    return read_each_with(model, [Bullet(text, title, current)])[0]


def read_each_with(model: LineModel, bullets: Sequence[Bullet]) -> list[LineReading]:
    """As `read_with`, each of many."""
    cut = [_tokens_of(bullet.text) for bullet in bullets]
    decoded = model.decode(
        [
            shown_of(tokens, bullet.title, current=bullet.current)
            for bullet, tokens in zip(bullets, cut, strict=True)
            if tokens
        ]
    )
    return [
        _read(bullet, tokens, next(decoded)) if tokens else _unread(bullet)
        for bullet, tokens in zip(bullets, cut, strict=True)
    ]


def _tokens_of(text: str) -> list[Token]:
    """The words of a line; none of one that is too long, or of marks alone, which say nothing."""
    return tokenize(text) if len(text) <= LONGEST and any(map(str.isalnum, text)) else []


def _read(bullet: Bullet, tokens: Sequence[Token], decoded: Decoded) -> LineReading:
    head: Head = decoded.labels[0].removeprefix("H-")  # type: ignore[assignment]
    parts = to_parts(tokens, decoded.labels[1:])
    gerund = head == "duty" and parts[0].tag == "verb" and _is_plain_gerund(tokens[0].text)
    begins = (
        head in ("act", "duty") and parts[0].tag == "verb" and min(decoded.head, decoded.first) >= FIRST_SURE
    )
    head_margin = GERUND_MARGIN if gerund else HEAD_MARGIN
    verb_margin = GERUND_MARGIN if gerund else LATE_MARGIN if begins else VERB_MARGIN
    certain = decoded.head >= head_margin and decoded.verbs >= verb_margin
    probability = min(decoded.head, decoded.verbs)
    text, title, current = bullet.text, bullet.title, bullet.current
    read = consistent(LineReading(text, title, current, head, parts, probability, certain))
    read = without_ranges(settled(with_figures_settled(read)))
    return replace(read, certain=read.certain and not is_no_act(read))


def _unread(bullet: Bullet) -> LineReading:
    parts = (Part("object", 0, len(bullet.text)),)
    return LineReading(bullet.text, bullet.title, bullet.current, "fragment", parts, 0.0, certain=False)


def _is_plain_gerund(word: str) -> bool:
    verb = verb_form(word)
    return verb is not None and verb.forms == {"gerund"} and word.lower() not in rule_words("named_work")
