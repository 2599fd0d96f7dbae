"""The plan of a brief's highlights: the strongest lines of all jobs, one sentence each, without a subject."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from functions.summarize.planning.draft import Speaker
from functions.summarize.planning.line import Line
from functions.summarize.planning.person import Person
from functions.summarize.planning.records import ParagraphPlan, SentencePlan
from functions.summarize.planning.selection import spoken
from functions.summarize.planning.slots import Slots
from functions.summarize.planning.strength import strength
from functions.summarize.planning.translated_words import languages
from functions.summarize.planning.work import earlier, highlight
from functions.summarize.resume import Resume
from functions.summarize.sentences import Options

_EARLIER_COSTS = 0.5
"""What each step back in time costs the strength of a line, as in a paragraph."""


def plan_highlights(
    resume: Resume, options: Options, as_of: date, most: int, variant: int = 0
) -> ParagraphPlan:
    """Up to `most` sentences, the strongest first; another `variant` begins further down."""
    person = Person(Slots(resume, "implied"), as_of)
    language = spoken(resume)
    sentences: tuple[SentencePlan, ...] = ()
    if language not in languages() or language == "en":
        lines = sorted(person.slots.lines, key=lambda line: -_strength(line, options))
        turned = [*lines[variant:], *lines[:variant]] if variant < len(lines) else lines
        sentences = tuple(_first(_told(person, turned), most))
    return ParagraphPlan("implied", options.length, "brief", sentences, language)


def _strength(line: Line, options: Options) -> float:
    return strength(line, options.target) - _EARLIER_COSTS * line.role


def _told(person: Person, lines: list[Line]) -> Iterator[SentencePlan]:
    speaker = Speaker("implied")
    for line in lines:
        if line.role == (person.latest or 0):
            told = highlight(line, speaker, current=person.is_current)
        else:
            told = earlier([line], speaker, title=None, house=person.slots.employer(line.role), seed=0)
        if told is not None and any(slot.place == line.place for slot in told.slots):
            yield replace(told, text=_standing(told.text))


def _standing(text: str) -> str:
    """A highlight stands by itself: nothing came before it that it is told "also" to."""
    said = text.removeprefix("Also ")
    return said[:1].upper() + said[1:]


def _first(sentences: Iterator[SentencePlan], most: int) -> Iterator[SentencePlan]:
    for _, sentence in zip(range(most), sentences, strict=False):
        yield sentence
