"""What a planned paragraph may say: all that the resume states, and what the plan derived from it about the person.

Derived are the cleaned title, the years, the field and the turn of a career, a credential or a degree as it is said.
A line of the resume is never derived: however it is told, it is held against the line itself.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from functions.summarize.planning.records import ParagraphPlan, Slot, SlotKind
from functions.summarize.planning.slots import Slots
from functions.summarize.resume import Resume
from functions.summarize.verify.entries import Entries, Entry, EntryKind, Statement, StatementField
from functions.summarize.verify.index import NAMES, Index
from functions.summarize.verify.sources import entries_of_resume

_FIELDS: dict[SlotKind, StatementField] = {
    "title": "title", "earlier title": "title", "employer": "employer", "earlier employer": "employer",
    "credential": "credential", "degree": "degree", "school": "institution", "language": "language", "award": "line",
    "strength": "skill", "years": "years", "field": "field", "change": "years",
}  # fmt: skip


_LATEST_TITLE = ("title", "opening.title")
_OWN_NAMES: frozenset[StatementField] = NAMES | {"skill", "name"}
"""What tells an entry from the others of its kind."""


def index_of(resume: Resume, plan: ParagraphPlan) -> Index:
    """The index that every sentence of a paragraph is held against."""
    known = entries_of_resume(resume)
    derived = _all_derived(slot for sentence in plan.sentences for slot in sentence.slots)
    entries = tuple(
        replace(entry, statements=(*entry.statements, *derived[entry.place or entry.kind]))
        for entry in known.all
    )
    return Index(replace(known, all=entries))


def with_derived(entries: Entries, resume: Resume, plans: Sequence[ParagraphPlan]) -> Entries:
    """The entries of a document, and what summaries derive from its facts: "conversational" of "communicative".

    `resume` are the same facts as plans are made of them, `plans` those of several lengths. What is derived of an
    entry is added to the one of the document that has the same names, wherever that stands, and what an employer is
    called to each of its jobs.
    """
    derived = _all_derived(_slots(resume, plans))
    more: dict[object, list[Statement]] = defaultdict(list)
    for entry in entries_of_resume(resume).all:
        for one in map(_without_school, derived[entry.place or entry.kind]):
            names = entry.texts("employer") if one.field == "employer" else ()
            for key in names or (_called(entry),):
                more[key].append(one)
    return replace(entries, all=tuple(_with_more(entry, more) for entry in entries.all))


def _with_more(entry: Entry, more: Mapping[object, Sequence[Statement]]) -> Entry:
    found = [one for key in (_called(entry), *entry.texts("employer")) for one in more.get(key, ())]
    return replace(entry, statements=tuple(dict.fromkeys((*entry.statements, *found))))


def _without_school(one: Statement) -> Statement:
    """A degree without its subject and school, so that these stay those of its own course."""
    return replace(one, text=_OF_COURSE.split(one.text)[0]) if one.field == "degree" else one


_OF_COURSE = re.compile(r" (?:from|in|of|at) ")


def _slots(resume: Resume, plans: Sequence[ParagraphPlan]) -> Iterator[Slot]:
    """The slots of plans, and those of the facts that they had no room for, which are made in English only."""
    yield from (slot for plan in plans for sentence in plan.sentences for slot in sentence.slots)
    if all(plan.language == "en" for plan in plans):
        slots = Slots(resume)
        for make, facts in (
            (slots.title, resume.roles), (slots.employer, resume.roles), (slots.credential, resume.credentials),
            (slots.language, resume.languages),
        ):  # fmt: skip
            yield from filter(None, map(make, range(len(facts))))


def _called(entry: Entry) -> tuple[EntryKind, frozenset[Statement]]:
    if entry.kind == "person":
        return entry.kind, frozenset()
    return entry.kind, frozenset(one for one in entry.statements if one.field in _OWN_NAMES)


def _all_derived(slots: Iterable[Slot]) -> dict[str, list[Statement]]:
    """What slots derive, by the place of its entry."""
    derived: dict[str, list[Statement]] = defaultdict(list)
    for slot in slots:
        for place, statement in _derived(slot):
            derived[place].append(statement)
    return derived


def _derived(slot: Slot) -> Iterator[tuple[str, Statement]]:
    field = _FIELDS.get(slot.kind)
    if field is None:
        return
    place = "roles.0" if slot.place in _LATEST_TITLE else ".".join(slot.place.split(".")[:2])
    for variant in slot.variants:
        yield ("person" if field in ("years", "field") else place), Statement(field, variant.text)
