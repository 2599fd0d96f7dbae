"""A line told nearly as it is written, where its reading is in doubt: signs become words, and nothing is rebuilt.

A line that opens with an unmistakable past is an act; any other is a thing, told only where it can follow "with".
"""

import re
from collections.abc import Iterator

from functions.summarize.lines.first_words import names_a_station, names_shifts
from functions.summarize.lines.nouns import needs_article
from functions.summarize.lines.rules import rule_words
from functions.summarize.lines.states import is_method
from functions.summarize.lines.surface import small_at_start
from functions.summarize.lines.verbs import verb_form
from functions.summarize.planning.records import Form

_SIGNS = (
    (re.compile(r"\s*[(\[][^()\[\]]*[)\]]"), ""),
    (re.compile(r"\s+[-–—]\s+"), ", "),
    (re.compile(r"\s*&\s*(?=[a-z0-9 ])"), " and "),
    (re.compile(r"\bw/(?:out)?\s*", re.IGNORECASE), lambda found: "without " if "out" in found[0] else "with "),
    (re.compile(r"\b(?:approx\.?|c\.|ca\.)\s*(?=\d)", re.IGNORECASE), "around "),
    (re.compile(r"\bincl\.?\s", re.IGNORECASE), "including "),
    (re.compile(r"\s+/\s+(?=(?:yr|year|month|day)\b)"), " a "),
    (re.compile(r"\bp\.\s?a\.?(?=\W|$)"), "a year"),
)  # fmt: skip
_ARROW = re.compile(
    r"^(?P<what>[^→>:]{3,60}?)\s+(?:from )?"
    r"(?P<old>[^\s→>]{0,20}\d[^\s→>]{0,20}(?:\s(?!and\b)[a-z]{1,7}\b)?)\s*(?:→|->|–>|=>)\s*(?P<new>\S*\d(?:[^,;]|,(?=\d{3}))*)"
)
_LABEL = re.compile(r"^[^:]{2,40}:\s+")
_UNFIT = re.compile(
    r"[→<>|{}@+*\"“”]|->|https?:|www\.|\b(?:I|me|my|mine|we|our|us|he|she|they|his|her|their|We|He|She|They|My|Our)\b|\.\s|:\s|(?<![\w])-\d"
)
_CUT = re.compile(
    r"(?:cut|beat|shut|split|put|set)\b(?! of\b)(?=.* (?:from \S*\d.* to|by) \S*\d)", re.IGNORECASE
)
"""Verbs whose past is their plain form, where the line goes on with a change: those did happen."""
_THING, _DUTY, _ACT = 12, 8, 18


def as_written(line: str, *, current: bool) -> Iterator[tuple[Form, str]]:
    """The forms of a line in its own words; none where it cannot stand in a sentence."""
    first = re.split(r";\s|\.\s+(?=[A-Z])", line.strip(" .;–-•"), maxsplit=1)[0]
    rest = _LABEL.sub("", first)
    act = verb_form(rest.split()[0].lower()) if rest != first and rest.split() else None
    labelled = act is not None and "past" in act.forms and not act.forms & {"base", "third"}
    bare = rest if labelled or "→" in first or "->" in first else first
    first = bare if labelled else first
    change = _ARROW.match(bare)
    if change:
        yield from _changed(change, current=current)
        return
    text = first
    for sign, word in _SIGNS:
        text = sign.sub(word, text)
    text = re.split(r",\s+(?=[^,]*\b(?:me|my|our|we|us)\b)", text, maxsplit=1)[0].strip(" ,")
    if _UNFIT.search(text) or not text.split():
        return
    if names_shifts(text) or names_a_station(text):
        yield from _of_no_act(text, current=current)
        return
    verb = verb_form(text.split()[0])
    words = len(text.split())
    sure = verb and "past" in verb.forms and not verb.forms & {"base", "third"} and "A" not in verb.kinds
    sure = sure and not _joins_a_quality(text) and text.split()[0].lower() not in rule_words("attribute")
    if verb and (sure or _CUT.match(text)):
        if 2 < words <= _ACT:
            yield "past", small_at_start(text)
            if current:
                rest = text.split(" ", 1)[1]
                yield "perfect", f"has {verb.inflect('participle')} {rest}"
    elif _is_thing(text) and 1 < words <= (_THING if re.search(r"\d", text) else _DUTY):
        yield "noun phrase", small_at_start(text)


def _of_no_act(text: str, *, current: bool) -> Iterator[tuple[Form, str]]:
    """A kind of shift as what is worked; a counter or a kind of work as the thing it is."""
    if names_shifts(text):
        yield ("present" if current else "past"), f"{'works' if current else 'worked'} {small_at_start(text)}"
    elif len(text.split()) <= _DUTY:
        yield "noun phrase", small_at_start(text)


def _changed(change: re.Match[str], *, current: bool) -> Iterator[tuple[Form, str]]:
    """ "Reply time 9 → 3 days" as the thing and as an act; nothing of a method, which is no measure."""
    if is_method(change["what"]):
        return
    thing = small_at_start(f"{change['what']} from {change['old']} to {change['new']}".strip(" ,"))
    yield "noun phrase", thing
    if not re.search(r"[^\w\s&'’/.%-]|\d", change["what"]):
        told = f"the {thing}" if needs_article(change["what"].lower()) else thing
        yield "past", f"brought {told}"
        if current:
            yield "perfect", f"has brought {told}"


def _joins_a_quality(text: str) -> bool:
    """ "Planned and breakdown maintenance": what stands behind the joint of the first word is no past."""
    joined = re.match(r"\S+ (?:and|&|or) (\S+)", text)
    verb = verb_form(joined[1]) if joined else None
    return joined is not None and (verb is None or "past" not in verb.forms)


def _is_thing(text: str) -> bool:
    """Whether the first word is a noun: no verb at all, or one in its plain form with no object behind it."""
    first, *others = text.split()
    verb = verb_form(first)
    if verb is None:
        return True
    named = "N" in verb.kinds and not verb.forms & {"past", "gerund", "third"}
    plain = named and first.lower() not in rule_words("named_work", "plain")
    return plain and bool(others) and not re.match(r"(?:an?|the|all|up|out|off|\W?\d)", others[0].lower())
