"""What a planned paragraph may say: all that the resume states, and what the plan derived from it about the person.

Derived are the cleaned title, the years, the field and the turn of a career, a credential or a degree as it is said.
A line of the resume is never derived: however it is told, it is held against the line itself.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from functions.summarize.planning.records import ParagraphPlan, Slot, SlotKind
from functions.summarize.resume import Resume
from functions.summarize.verify.entries import Statement, StatementField
from functions.summarize.verify.index import Index
from functions.summarize.verify.sources import entries_of_resume

_FIELDS: dict[SlotKind, StatementField] = {
    "title": "title", "earlier title": "title", "employer": "employer", "earlier employer": "employer",
    "credential": "credential", "degree": "degree", "school": "institution", "language": "language", "award": "line",
    "strength": "skill", "years": "years", "field": "field", "change": "years",
}  # fmt: skip


def index_of(resume: Resume, plan: ParagraphPlan) -> Index:
    """The index that every sentence of a paragraph is held against."""
    known = entries_of_resume(resume)
    derived: dict[str, list[Statement]] = defaultdict(list)
    for slot in (slot for sentence in plan.sentences for slot in sentence.slots):
        for place, statement in _derived(slot):
            derived[place].append(statement)
    entries = tuple(
        replace(entry, statements=(*entry.statements, *derived[entry.place or entry.kind]))
        for entry in known.all
    )
    return Index(replace(known, all=entries))


def _derived(slot: Slot) -> Iterator[tuple[str, Statement]]:
    field = _FIELDS.get(slot.kind)
    if field is None:
        return
    place = "roles.0" if slot.place == "title" else ".".join(slot.place.split(".")[:2])
    for variant in slot.variants:
        yield ("person" if field in ("years", "field") else place), Statement(field, variant.text)
