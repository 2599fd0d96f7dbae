"""The plan of the whole text: who, in what, how long · the present job · back in time · the close.

Chosen for the text as a whole: no fact twice, each employer named once, scope before result, tenses by sentence,
a length that the resume carries. A plan is pure and deterministic; another `variant` tells other lines.
"""

import zlib
from collections.abc import Iterator, Sequence
from datetime import date

from functions.summarize.planning.close import closing
from functions.summarize.planning.draft import Speaker
from functions.summarize.planning.opening import opening
from functions.summarize.planning.person import Person
from functions.summarize.planning.records import ParagraphPlan, SentencePlan
from functions.summarize.planning.slots import Line, Slots
from functions.summarize.planning.strength import strength
from functions.summarize.planning.work import earlier, more, present
from functions.summarize.resume import Resume
from functions.summarize.sentences import Options

_LINES = {"short": (2, 0, 0), "medium": (3, 1, 2), "long": (3, 4, 3)}
"""How many lines of the present job in its first sentence, in further ones, and of earlier jobs."""


def plan_paragraph(resume: Resume, options: Options, as_of: date, variant: int = 0) -> ParagraphPlan:
    """The paragraph for a resume; without sentences where it says nothing that could be told."""
    name, given = _names(resume)
    speaker = Speaker(options.voice, name, given)
    person = Person(Slots(resume, options.voice), as_of)
    sentences = tuple(_sentences(person, speaker, options, variant))
    return ParagraphPlan(options.voice, options.length, options.output, sentences, "en", name, given)


def _sentences(person: Person, speaker: Speaker, options: Options, variant: int) -> Iterator[SentencePlan]:
    told: set[str] = set()

    def note(sentence: SentencePlan | None) -> Iterator[SentencePlan]:
        if sentence is not None and sentence.slots:
            told.update(slot.place for slot in sentence.slots)
            yield sentence

    opened = opening(person, speaker, variant)
    yield from note(opened.sentence if opened else None)
    first, further, back = _LINES[options.length]
    latest = person.latest
    if latest is not None:
        lines = _ranked(person.slots.lines, latest, options, variant)
        named = opened is not None and opened.employer
        yield from note(
            present(
                person.slots, latest, lines[:first], speaker, employer=not named, current=person.is_current
            )
        )
        left = [line for line in lines if line.place not in told]
        if further and left and _worth(left[0]):
            yield from note(more(left[:further], speaker, current=person.is_current))
        if back:
            yield from note(_back(person, speaker, options, back, variant, latest))
    yield from note(closing(person, speaker, told, brief=options.length == "short"))


def _back(
    person: Person, speaker: Speaker, options: Options, most: int, variant: int, latest: int
) -> SentencePlan | None:
    """The earlier job with the strongest line; of those without any, the one before."""
    roles = [index for index in range(len(person.resume.roles)) if index > latest]
    if not roles:
        return None
    best = max(roles[:4], key=lambda index: (_best(person, index, options), -index))
    lines = _ranked(person.slots.lines, best, options, variant)[:most]
    house, now = person.slots.employer(best), person.slots.employer(latest)
    same = bool(house and now and house.variants[0].text == now.variants[0].text)
    seed = zlib.crc32(person.resume.text.encode()) + variant
    return earlier(person.slots, best, lines, speaker, seed=seed, same_house=same)


def _best(person: Person, role: int, options: Options) -> float:
    return (
        max(
            (strength(line, options.target) for line in person.slots.lines if line.role == role), default=-9.0
        )
        - 0.5 * role
    )


def _ranked(lines: Sequence[Line], role: int, options: Options, variant: int) -> list[Line]:
    own = [line for line in lines if line.role == role]
    ranked = sorted(own, key=lambda line: -strength(line, options.target))
    turn = variant % max(1, len(ranked))
    return [*ranked[turn:], *ranked[:turn]]


def _worth(line: Line) -> bool:
    return strength(line, "") > 0


def _names(resume: Resume) -> tuple[str, str]:
    """The full name and the given name; "The candidate" where the resume gives none."""
    if resume.name is None:
        return "The candidate", "The candidate"
    full = resume.name.value.title() if resume.name.value.isupper() else resume.name.value
    parts = [part for part in full.split() if len(part.rstrip(".")) > 1 and not part.endswith(".")]
    return full, parts[0] if parts else full
