"""Lines whose figures say what they are where the sequence model is not sure.

"Purchasing cost down 14% in 3 years" is a change, "12 hearings attended at court" an act, "22 therapists, 14 rooms" a
size, "Run crew of 8" who is led.
"""

import re
from dataclasses import replace

from functions.summarize.lines.lexicon import word_classes
from functions.summarize.lines.records import LineReading, Part
from functions.summarize.lines.rules import rule_words
from functions.summarize.lines.settled import is_verb_inside, thing_parts
from functions.summarize.lines.tokens import tokenize
from functions.summarize.lines.verbs import verb_form


def with_figures_settled(reading: LineReading) -> LineReading:
    """The reading, certain where its figures leave no doubt."""
    text = reading.text.strip(" .")
    words = [token.text for token in tokenize(text)]
    is_open = not reading.certain and reading.head in ("thing", "fragment")
    if words and words[0][:1].isdigit() and (REPORTS.match(text) or is_open):
        return _counted(reading, words)
    if reading.certain:
        return reading
    return _bare_change(reading) or _leading_group(reading) or reading


_CHANGE = re.compile(
    r"(?P<what>[A-Za-z][^,;:()\d]{2,60}?) (?P<way>(?:up|down) (?:by )?(?:[A-Z]{2,3} ?)?[^\s\w]?\d[\w.,]*%?)"
    r"(?P<time> in (?:\d+|\w+) (?:years?|months?|weeks?))?(?= ?[(;]|, |$)"
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
    return replace(reading, head="fragment", parts=tuple(parts), certain=True)


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
