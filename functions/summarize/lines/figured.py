"""Lines whose figures say what they are where the sequence model is not sure.

"Purchasing cost down 14% in 3 years" is a change, "12 hearings attended at court" an act, "22 therapists, 14 rooms" a
size, "Run crew of 8" who is led.
"""

import re
from dataclasses import replace

from functions.summarize.lines.done_to import done_to_figure, done_to_thing, is_of_others
from functions.summarize.lines.lexicon import word_classes
from functions.summarize.lines.nouns import is_plural
from functions.summarize.lines.phrase import FIGURE
from functions.summarize.lines.records import LineReading, Part
from functions.summarize.lines.rules import rule_words
from functions.summarize.lines.settled import is_verb_inside, thing_parts
from functions.summarize.lines.tokens import tokenize
from functions.summarize.lines.verbs import verb_form


def with_figures_settled(reading: LineReading) -> LineReading:
    """The reading, certain where its figures leave no doubt."""
    held = _held_budget(reading) or (None if reading.begins_with_verb else _leading_so_many(reading))
    if held or (is_of_others(reading) and reading.head in ("thing", "fragment")):
        return held or reading
    text = reading.text.strip(" .")
    words = [token.text for token in tokenize(text)]
    is_open = not reading.certain and reading.head in ("thing", "fragment")
    if is_open or _is_verbless(reading) or _is_done_or_changed(reading):
        told = (
            done_to_figure(reading)
            or _bare_change(reading)
            or _from_to(reading)
            or done_to_thing(reading)
            or (_so_many(reading) if is_open else None)
        )
        if told:
            return told
    if words and words[0][:1].isdigit() and (REPORTS.match(text) or is_open):
        return _counted(reading, words)
    if reading.certain:
        return reading
    return (
        _bare_change(reading)
        or _from_to(reading)
        or _leading_group(reading)
        or done_to_thing(reading)
        or reading
    )


_HELD = re.compile(
    r"(?P<what>budget|P&L|capex|opex)[ -](?:holder|owner|responsibility|accountability|authority)"
    rf"(?: for| of|,|:)? \(?(?P<amount>(?:(?:over|about|around) )?{FIGURE}[\d.,]*"
    r"(?: ?(?:k|m|mn|bn|million|crore|lakh))?)\)?",
    re.IGNORECASE,
)


def _held_budget(reading: LineReading) -> LineReading | None:
    """ "Budget holder $240k": a budget of so much, as if a label said so."""
    held = _HELD.fullmatch(reading.text.strip(" ."))
    if held is None or held.start():
        return None
    parts = (Part("label", 0, held.end("what")), Part("object", held.start("amount"), held.end("amount")))
    return replace(reading, head="label", parts=parts, certain=True)


def _is_done_or_changed(reading: LineReading) -> bool:
    """Whether a line is read as a thing with what was done to it, or what became of it: how, its words may settle."""
    tags = [part.tag for part in reading.parts if part.tag != "mark"]
    opens = reading.head in ("thing", "fragment", "state") and tags[:1] in (["object"], ["subject"])
    return opens and tags[1:2] in (["verb"], ["change"], ["subject"])


def _is_verbless(reading: LineReading) -> bool:
    """Whether a line is surely read as a thing, without a verb or a change that its figures may still hold."""
    tags = {part.tag for part in reading.parts}
    return (
        reading.certain and reading.head in ("thing", "fragment") and not tags & {"verb", "change", "extent"}
    )


_SO_MANY = re.compile(
    rf"(?P<what>{FIGURE}[\d,.–-]*\+? [a-z][a-z -]+?) "
    r"(?:an?|per|each|every) (?:day|week|month|year|shift|season|night)"
    r"(?=, |;|\.?$)"
)


def _so_many(reading: LineReading) -> LineReading | None:
    """ "800 treatments per year, one third are repeats": so many a year, whatever else is said of them."""
    found = _SO_MANY.match(reading.text)
    if found is None or any(is_verb_inside(word, "", "") for word in found["what"].split()[1:]):
        return None
    parts = (Part("object", 0, found.end()),)
    return replace(reading, head="thing", parts=parts, certain=True)


_CHANGE = re.compile(
    r"(?P<what>[A-Za-z][^,;:()\d]{1,60}?) "
    r"(?P<way>(?:up|down) (?:by )?(?:[A-Z]{2,3} ?)?[^\s\w]?\d[\w.,]*%?|[+−–-]\d[\d.,]*(?:%| ?(?:bps|pp|points?)\b)"
    r"|down by (?:two thirds|half|a third|a quarter))"
    r"(?P<time> in (?:\d+|\w+) (?:years?|months?|weeks?))?"
    r"(?P<place> (?:on|at|across|within|after|since) [^,;:()]+?)?(?= ?[(;]|, |\.?$)"
)


def _bare_change(reading: LineReading) -> LineReading | None:
    """ "Purchasing cost per vessel day down 14% in 3 years": a thing and its change, however the first word looks."""
    found = _CHANGE.match(reading.text.strip(" ."))
    words = found["what"].split() if found else []
    first = verb_form(words[0]) if words else None
    moves = first is not None and first.base in rule_words("change", "verbs")
    plain = first is not None and ("past" in first.forms or "N" not in first.kinds)
    acts = moves or (plain and first is not None and "gerund" not in first.forms)
    if found is None or acts or any(is_verb_inside(word, "", "") for word in words[1:]):
        return None
    at = len(reading.text) - len(reading.text.lstrip(" ."))
    parts = [Part("subject", at + found.start("what"), at + found.end("what"))]
    parts.append(Part("extent", at + found.start("way"), at + found.end("way")))
    if found["time"]:
        parts.append(Part("time", at + found.start("time") + 1, at + found.end("time")))
    if found["place"]:
        parts.append(Part("place", at + found.start("place") + 1, at + found.end("place")))
    return replace(reading, head="fragment", parts=tuple(parts), certain=True)


_FROM_TO = re.compile(
    r"(?P<what>[A-Z][^,;:()\d]{2,60}?) "
    r"(?P<way>(?:from )?(?P<a>(?:[A-Z]{3} )?[$£€¥₹R]{0,2}\d[\d.,]*(?:%|[a-z]{1,2}\b)?) to "
    r"(?P<b>(?:[A-Z]{3} )?[$£€¥₹R]{0,2}\d[\d.,]*(?:%|[a-z]{1,2}\b)?(?: [a-z]{1,7})?))(?=\.?$|[;(]|,(?!\d)| \()"
)


def _from_to(reading: LineReading) -> LineReading | None:
    """ "Door-to-needle 62 to 41 min": a thing and what its figure was and became."""
    found = _FROM_TO.match(reading.text)
    words = found["what"].split() if found else []
    last = words[-1].lower() if words else ""
    if found is None or is_plural(last) or word_classes().get(last) or _AGES.search(found["what"]):
        return None
    if reading.certain and reading.parts[-1].tag in ("change", "extent", "compare"):
        return None  # what became of it is surely read
    if _is_opening_verb(words[0]) or any(is_verb_inside(word, "", "") for word in words[1:]):
        return None
    parts = (
        Part("subject", 0, found.end("what")),
        Part("change", found.start("way"), found.end("way")),
    )
    return replace(reading, head="fragment", parts=parts, certain=True)


_AGES = re.compile(
    r"\b(?:ages?|aged|years?|groups?|grades?|levels?|class(?:es)?|teams?|hours|shift)\b", re.IGNORECASE
)
"""Of these a range says from what to what they go, and not what became of them."""


def _is_opening_verb(word: str) -> bool:
    verb = verb_form(word)
    acts = verb is not None and ("past" in verb.forms or "N" not in verb.kinds)
    return acts and word.lower() not in rule_words("attribute")


def _leading_so_many(reading: LineReading) -> LineReading | None:
    """ "lead 6 DE + 2 analytics eng": a verb of leading before so many people."""
    led = _LEADS.match(reading.text)
    if led is None or led["verb"].lower() not in rule_words("leads", "verbs"):
        return None
    end = len(re.split(r";|\s[-–—]\s|\(", reading.text, maxsplit=1)[0].rstrip(" ."))
    parts = (Part("verb", 0, led.end("verb")), Part("object", led.end("verb") + 1, end))
    return replace(reading, head="duty", parts=parts, certain=True)


_LEADS = re.compile(
    r"(?P<verb>[A-Za-z]+) (?:up to |about |around |over )?\d+ "
    r"(?:[A-Z]{2,4}|[a-z]+ (?:eng|devs?|techs?|reps?)\b|[a-z]+(?:ers|ors|ists|ants|ees|men|women|people|staff))"
    r"(?=$|[,;+&(.]| (?:\+|&|and|in|on|at|across|with)\s)(?!,? (?:up|down)\b)"
)
"""A verb of leading before so many people, shortened or not: "lead 6 DE + 2 analytics eng"."""


def _leading_group(reading: LineReading) -> LineReading | None:
    """ "Run crew of 8": a verb of leading before a group of so many."""
    words = reading.text.split()
    group = (
        len(words) > 3 and words[1].lower() in rule_words("leads") and words[2] == "of" and words[3].isdigit()
    )
    if not group or words[0].lower() not in rule_words("leads", "verbs"):
        return None
    end = re.search(r" of \d+", reading.text)
    parts = (Part("verb", 0, len(words[0])), Part("object", len(words[0]) + 1, end.end() if end else 0))
    return replace(reading, head="duty", parts=parts, certain=end is not None)


REPORTS = re.compile(r"(?P<who>\d[^,;:]*?),? report(?:s|ing)? (?:directly )?to me\b")
"""People whom the line says that the person leads: "4 advisers report to me"."""


def _counted(reading: LineReading, words: list[str]) -> LineReading:
    """ "12 hearings attended at court" is what was done, "22 therapists, 14 rooms" what there was."""
    led = REPORTS.match(reading.text)
    if led:
        return replace(reading, head="thing", parts=(Part("object", 0, led.end("who")),), certain=True)
    done = re.search(
        rf"(?<=[a-z]) (?:{'|'.join(sorted(rule_words('doer')))})(?= (?P<rest>[a-z]+)\b|;|\.?$)", reading.text
    )
    alone = done is not None and not re.search(r"\bby\b", reading.text)
    if done and alone and (not done["rest"] or word_classes().get(done["rest"]) == "preposition"):
        verb = Part("verb", done.start() + 1, done.end())
        end = len(re.split(r"[;,(]", reading.text[verb.end :], maxsplit=1)[0].rstrip(" .")) + verb.end
        rest = [Part("place", verb.end + 1, end)] if done["rest"] else []
        parts = (Part("object", reading.text.index(words[0]), done.start()), verb, *rest)
        return replace(reading, head="fragment", parts=parts, certain=True)
    plain = re.fullmatch(r"(?:\d[\d,]*\+? [a-z][a-z &-]+(?:, |$))+", reading.text.strip(" ."))
    others = any(part.tag in ("change", "extent", "verb", "time") for part in reading.parts)
    if plain and not others and not any(is_verb_inside(word, "", "") for word in words if word.isalpha()):
        return replace(reading, head="thing", parts=thing_parts(reading), certain=True)
    return reading
