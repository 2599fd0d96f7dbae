"""A line in the form in which a sentence tells it, and what it costs that it can only be told weakly."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from functions.summarize.language.cliches import has_cliche
from functions.summarize.lines.acceptability import acceptability
from functions.summarize.lines.levels import is_level
from functions.summarize.planning.line import Line
from functions.summarize.planning.named_things import is_named
from functions.summarize.planning.records import Form, Slot, Variant

_FIGURE = re.compile(r"\d")
_ACT = re.compile(r"(?:has|have|is|am|was) \S+ \S|(?!(?:has|have|is|am|was) )\S+ \S")
"""A verb with something behind it."""
_CLAUSE_WORDS = 17
_BROKEN = re.compile(
    r"[→<>|\[\]{}@]|->|=>|\. [A-Z]|https?:|www\.|(?<!&)\bI\b(?!&)"
    r"|\b(?:me|my|mine|we|our|ours|us|he|him|his|she|her|they|their|them)\b"
    r"|\bwith (?:for|of|in|at|to|by|with|and|from|is|was|handling)\b|\b(?:a|an|the) (?:a|an|the)\b|\band and\b"
    r"|\bwith (?:grew|rose|fell|wrote|went|took|gave|drove|ran|chose|began|knew|\w+(?:ed|old|ought) \d)"
    r"|\bwith \w+ed (?:from|by|in|at|on|to) |, saving of \d"
    r"|\bwith \w+ing (?:around |about |over )?\W{0,2}\d"
    r"|\bwith \w+ed (?:the|a|an|its|his|her|their|all|two|three|four|five|six|several|[A-Z]{2,}s?) "
    r"|\b(?:an|the|on|for|got|up|her|raised) own\b|\bfrom of\b|\bwith (?:[\w-]+ ){0,4}?(?:is|are|was|were|has|have) "
    r"|\bwith \S*\d\S*(?: (?:monthly|weekly|yearly|daily))?$"
    r"|\bwith (?:nobody|no one|everyone|everybody|all of them) \w+ed\b|\bcovers? \d+ nos\b"
    r"|\bwith (?:\w+ )+(?:followed|went|came|said|thought)$|\b(?:kept|sent|gave) the (?:\w+ )+its\b"
    r"|\b(?:the|an?) (?:out|up|off|away|down|at|of|for|by|with|and|to)(?![\w-])|\b(?:the|an?)[,;]"
    r"|\bfrom (?:19|20)\d\d to (?:\w+ )?(?:19|20)\d\d\b"
    r"|, ,|^[,;]|(?<![\w.,-])\d{1,2}[-)] [A-Z]|\b(?:Rs|Mn|Nos?|approx)\.?$"
    r"|\b(?:of|for|to|in|by|at|with|the|a|an|from|and|or)$"
)
_UNCLEAR_CHANGE = re.compile(
    r"\d[\d.,]*%? (?:is|was|are|were|went|came|fell|rose|grew|dropped|moved|climbed) |\band \w+ing\b|\bto\b.*\d.*\bto\b"
    r"|\b(?:is|was|are|were) (?!up\b|down\b)"
)
"""What is no plain change: a figure before the verb, another act drawn into it, two ends, or a mere state."""
_EMPTY = re.compile(r"^(?:(?:works?|worked) in|handles?|handled|keeps?|kept|takes?|took|has|have|had)\b")
_VOLUME = re.compile(
    r"handle[sd] .*\d(?!\d*(?:st|nd|rd|th)\b)|(?:has |have )?had (?:no|zero|not one)\b"
    r"|ha[sd] (?:full|overall|sole|direct|total) responsibility\b"
)
"""What says something whatever its verb: how much was handled, what never happened."""
_SIZE = re.compile(
    r"^(?:leads?|led|runs?|ran|serves? \d|served \d|manages?|managed|is responsible|heads?"
    r"|supervise[sd]? (?:\d|(?:up to|about|around|more than|two|three|four|five|six|seven|eight|nine|ten)\b)"
    r"|ha[sd] (?:full|overall|sole|direct|total) responsibility\b)"
)
Group = Literal["standing", "done", "things", "changes"]


@dataclass(frozen=True, slots=True)
class Told:
    """A line in the form in which a sentence tells it."""

    line: Line
    variant: Variant

    @property
    def pair(self) -> tuple[Slot, Variant]:
        """The slot and its variant."""
        return self.line.slot, self.variant

    @property
    def words(self) -> int:
        """How long it is."""
        return len(self.variant.text.split())


def choose(line: Line, *forms: Form, words: int = _CLAUSE_WORDS) -> Told | None:
    """The line in the first of the forms that it has: the fullest that fits, without a bracket where there is one."""
    for form in forms:
        fits = [
            one
            for one in line.slot.variants
            if one.form == form
            and not is_broken(one.text)
            and (form == "noun phrase" or _ACT.match(one.text))
        ]
        if fits:
            whole = [one for one in fits if len(one.text.split()) <= words] or [
                min(fits, key=lambda one: len(one.text))
            ]
            best = min(whole, key=lambda one: ("(" in one.text, -len(one.text)))
            return Told(line, best) if len(best.text.split()) <= words + 8 else None
    return None


@lru_cache(maxsize=2048)
def is_broken(text: str) -> bool:
    """What no sentence can hold: an arrow, an unbalanced bracket, a sentence end inside, a pronoun, an address."""
    return _BROKEN.search(text) is not None or text.count("(") != text.count(")") or has_cliche(text)


def told_of(line: Line, *, current: bool) -> tuple[Told, Group] | None:
    """How a line is told best, and whether that is a standing duty, an act, a mere thing, or what changed by itself."""
    if current and (told := choose(line, "present")):
        return told, "standing"
    if told := choose(line, "past", "perfect"):
        return told, "done"
    told = choose(line, "noun phrase")
    if told and (is_named(told.variant.text) or is_level(line.told.reading)):
        return told, "things"
    changed = choose(line, "clause")
    if changed and _FIGURE.search(changed.variant.text) and not _UNCLEAR_CHANGE.search(changed.variant.text):
        return changed, "changes"
    return (told, "things") if told else None


def hardness(line: Line, *, current: bool) -> float:
    """What it costs a line's strength that it can only be told weakly, or in words that an editor might not send."""
    found = told_of(line, current=current)
    if found is None:
        return _UNTELLABLE
    told, group = found
    if group == "changes":
        return _THING
    doubt = 0.0 if group == "things" else _DOUBT * (1 - chance(told))
    return _weakness(told, group) + doubt if group == "things" or is_sendable(told) else _UNTELLABLE


def chance(told: Told) -> float:
    """How likely an editor lets it stand."""
    return acceptability(told.line.told.reading, told.variant.text, told.variant.form)


def is_sendable(told: Told) -> bool:
    """Whether it is likely enough true and good English to be told at all."""
    return chance(told) >= (_THING_CHANCE if told.variant.form == "noun phrase" else _LEAST_CHANCE)


def _weakness(told: Told, group: Group) -> float:
    line = told.line
    if group == "things":
        if is_level(line.told.reading):
            return _LEVEL
        if not is_named(told.variant.text):
            return _UNTELLABLE
        return _THING if _FIGURE.search(told.variant.text) else _WEAK
    if not is_empty(told):
        return 0.0
    return _THING if _FIGURE.search(told.variant.text) else _WEAK


_LEAST_CHANCE, _THING_CHANCE, _DOUBT = 0.25, 0.37, 1.0
"""The chance of being let stand below which an act or a thing is not told, and what doubt costs of its strength.

Of the acts left out of training that lie below, 1 in 7 could be sent, and of the things 1 in 6; of the others 0.62 and
0.59. From 0.3 on acts with a figure are lost that are told well.
"""
_UNTELLABLE, _LEVEL, _THING, _WEAK = 99.0, 0.1, 0.3, 0.7


def is_empty(told: Told) -> bool:
    """Whether its verb is ours and says nothing: "handles", not of "64 incidents handled"."""
    reading = told.line.told.reading
    stated = set(re.findall(r"\w+", reading.text.lower()))
    own = reading.begins_with_verb or not stated.isdisjoint(told.variant.text.split()[:1])
    says = _VOLUME.match(told.variant.text) is not None
    return not own and not says and _EMPTY.match(told.variant.text) is not None


def tells_size(told: Told) -> bool:
    return told.line.slot.kind == "scope" and _SIZE.match(told.variant.text) is not None


def has_figure(told: Told) -> bool:
    return _FIGURE.search(told.line.told.reading.text) is not None


def tells_result(told: Told) -> bool:
    """Whether it says what came of the work in figures: no duty needs to stand beside it."""
    return told.variant.form != "present" and _FIGURE.search(told.variant.text) is not None


def in_perfect(told: Told) -> Told:
    return choose(told.line, "perfect", "past") or told


def fitting(acts: Sequence[Told], most: int) -> Iterator[Told]:
    words = 0
    for told in acts:
        words += told.words
        if words <= most or words == told.words:
            yield told
