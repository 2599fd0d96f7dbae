"""Fields in reading order -> entries: which of them belong to one job, one course, one certificate.

A section's fields are cut into entries so that the sum of small costs is least: what an entry lacks, what it has
twice, text or a table row inside a header, and a shape unlike the other entries of the same document. All cuts are
weighed at once (dynamic programming), in a time linear in the fields. The employer or the school in force is the
state: a line that names one and no title heads the entries below it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from functions.summarize.parsers.fields import PERIOD, Field, ReadLine
from functions.summarize.resume import PartialDate

_LONGEST = 14
"""Fields of one header: more than any header has, so that the time stays linear."""
_NEVER = 1e9
_TOO_MUCH = 9.0
"""A header that costs so much within itself is none: two bodies of text inside, six names of a kind."""


@dataclass(frozen=True, slots=True)
class Schema:
    """What an entry of a section has: a `main` field, an `owner` that may head several entries, and others.

    The costs are of an entry without one, and of each one more than the first. Their scale: 1 is what a missing
    date costs; only their order matters, and it was found on the written pages.
    """

    main: str
    owner: str
    no_main: float
    no_owner: float
    owner_in_force: float
    no_period: float
    second: Mapping[str, float]


_JOBS = Schema(
    "title", "employer", 2.0, 1.2, 0.4, 1.0, {"title": 1.5, "employer": 1.5, PERIOD: 1.6, "place": 0.3}
)
_COURSES = Schema(
    "degree", "institution", 0.8, 0.6, 0.3, 0.3,
    {"degree": 1.5, "institution": 1.4, PERIOD: 1.0, "subject": 0.7},
)  # fmt: skip
_CREDENTIALS = Schema(
    "credential", "issuer", 1.5, 0.1, 0.1, 0.1, {"credential": 5.0, "issuer": 1.0, PERIOD: 1.2}
)
_AWARDS = Schema("award", "issuer", 1.5, 0.0, 0.0, 0.1, {"award": 5.0, PERIOD: 1.2})
_LANGUAGES = Schema("language", "", 1.5, 0.0, 0.0, 0.0, {"language": 5.0, "level": 1.0})
_PROJECTS = Schema("project", "", 1.5, 0.0, 0.0, 0.1, {"project": 2.0, PERIOD: 1.2})
SCHEMAS: Mapping[str, Schema] = {
    "work": _JOBS, "volunteer": _JOBS, "education": _COURSES, "credentials": _CREDENTIALS, "awards": _AWARDS,
    "languages": _LANGUAGES, "projects": _PROJECTS,
}  # fmt: skip

_CROSSING = {"body": 3.0, "table": 1.5, "row": 0.5, "first": 3.0, "record": 4.0, "form": 0.6}
"""What a header costs that goes on after such a gap; dates and places that stand below the text cost less."""
_TRAILING = frozenset({PERIOD, "place"})
_BELOW_TEXT = 1.0
_WITHIN_LINE = 1.5
_HEADS_NOTHING = 1.5
"""What an employer alone on its line costs that has no titles below it."""
_HEADS_TEXT = 1.0
"""What it costs more if text stands between it and the first of them."""
_MUCH_SURER = 0.25
_ALIKE_FIRST, _ALIKE_SHAPE, _ALIKE_LOOK = 0.6, 0.4, 0.3


@dataclass(frozen=True, slots=True)
class Entry:
    """The fields of one header in reading order, the text lines below it, and the owner in force above it.

    `heads` says that it is no entry itself: an employer or a school above its titles or degrees.
    """

    fields: tuple[Field, ...]
    above: tuple[Field, ...] = ()
    heads: bool = False
    body: tuple[ReadLine, ...] = ()

    def first(self, name: str) -> Field | None:
        """The first field of that name in the header, unless a later one is much surer."""
        found = list(self.all(name))
        surest = max(found, key=lambda one: one.probability, default=None)
        return (
            surest
            if surest and surest.probability - found[0].probability > _MUCH_SURER
            else next(iter(found), None)
        )

    def all(self, name: str) -> Iterator[Field]:
        """Every field of that name in the header."""
        return (one for one in self.fields if one.name == name)

    def inherited(self, name: str) -> Field | None:
        """The first of that name in the header, else in the header above."""
        return self.first(name) or next((one for one in self.above if one.name == name), None)


@dataclass(frozen=True, slots=True)
class _Atom:
    """A field with what lies before it: the gap of its line if it is the first there, "within" otherwise."""

    field: Field
    gap: str
    ends: bool = False
    """Whether it goes on with what stands before it: the end of a period ("from" and "to" in two cells), one more
    subject of a list."""

    @property
    def name(self) -> str:
        """The name that is counted; none of what goes on with the field before."""
        return "" if self.ends else self.field.name


@dataclass(slots=True)
class _Part:
    """Neighbouring fields, how many there are of each name, and what those that are twice cost."""

    atoms: Sequence[_Atom]
    counts: Mapping[str, int]
    extra: float

    @property
    def within(self) -> float:
        """What it costs to begin in the middle of a line."""
        if self.atoms[0].ends:
            return _CROSSING["record"]
        return _WITHIN_LINE if self.atoms[0].gap == "within" else 0.0


@dataclass(slots=True)
class _Habits:
    """What most headers of a document have in common; empty at the first reading."""

    first: str = ""
    shape: tuple[str, ...] = ()
    look: tuple[bool, bool] | None = None


def find_entries(lines: Sequence[ReadLine], schema: Schema) -> tuple[Entry, ...]:
    """The entries of one section in reading order; read twice, the second time knowing what most look like."""
    atoms = list(_atoms(lines))
    if not atoms:
        return ()
    once = _cut(atoms, schema, _Habits())
    cuts = _cut(
        atoms, schema, _habits([[atom.field for atom in atoms[a:b]] for a, b, heads in once if not heads])
    )
    entries = [
        Entry(tuple(atom.field for atom in atoms[begin:end]), heads=heads) for begin, end, heads in cuts
    ]
    return tuple(_with_body(_with_owner(entries, schema), lines))


def _atoms(lines: Iterable[ReadLine]) -> Iterator[_Atom]:
    gap, last, is_open = "first", "", False
    for line in lines:
        if line.kind in ("body", "sub") and not line.fields:
            gap = "body" if gap != "first" else gap
            continue
        gap = line.gap if line.gap == "column" or (line.gap != "next" and gap == "next") else gap
        gap = "record" if gap == "row" and line.asked.startswith("column-") else gap
        gap = "form" if gap == "body" and line.kind == "field" else gap
        for one in line.fields:
            ends = one.name == PERIOD and (
                (is_open and _lacks_start(one)) or (last == PERIOD and line.asked.endswith("end"))
            )
            yield _Atom(one, gap, ends or (gap == "within" and one.name == "subject" == last))
            gap, last = "within", one.name
            is_open = _lacks_end(one) if one.name == PERIOD else is_open
        gap = "next" if gap == "within" else gap


def _lacks_start(one: Field) -> bool:
    return one.period is not None and one.period.period is not None and one.period.period.start is None


def _lacks_end(one: Field) -> bool:
    return one.period is not None and (one.period.alone or one.period.assumed)


def _habits(headers: Iterable[list[Field]]) -> _Habits:
    whole = [header for header in headers if len(header) > 1]
    if len(whole) < 2:
        return _Habits()
    firsts = Counter(header[0].name for header in whole)
    shapes = Counter(_shape(header) for header in whole)
    looks = Counter(_look(header[0]) for header in whole)
    return _Habits(firsts.most_common(1)[0][0], shapes.most_common(1)[0][0], looks.most_common(1)[0][0])


def _shape(header: Iterable[Field]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.name for one in header if one.name not in ("note", "place")))


def _look(one: Field) -> tuple[bool, bool]:
    return one.line.block.bold, one.line.block.heading_level is not None


_State = Literal["none", "in force", "heading"]
"""Of the owner before an entry: none, one named by an entry above, one that stands alone above its entries."""


@dataclass(frozen=True, slots=True)
class _Step:
    """The cheapest way to read the fields up to here that leaves the owner in this state."""

    cost: float
    begin: int
    before: _State
    heads: bool


def _cut(atoms: Sequence[_Atom], schema: Schema, habits: _Habits) -> list[tuple[int, int, bool]]:
    """The cheapest division: begin, end and whether the part only heads others."""
    best: list[dict[_State, _Step]] = [{"none": _Step(0.0, 0, "none", heads=False)}]
    for end in range(1, len(atoms) + 1):
        here: dict[_State, _Step] = {}
        counts: dict[str, int] = {}
        extra = inside = 0.0
        for begin in range(end - 1, max(-1, end - 1 - _LONGEST), -1):
            name = atoms[begin].name
            extra += schema.second.get(name, 0.0) * _weight(atoms[begin]) if name in counts else 0.0
            counts[name] = counts.get(name, 0) + 1
            part = _Part(atoms[begin:end], counts, extra)
            for before, step in best[begin].items():
                for cost, after, heads in _readings(part, schema, habits, before):
                    total = step.cost + inside + cost + part.within * (1 + heads)
                    if after not in here or total < here[after].cost - 1e-9:
                        here[after] = _Step(total, begin, before, heads)
            inside += _crossing(atoms[begin])
            if extra + inside > _TOO_MUCH:
                break
        best.append(here)
    return _trace(best, len(atoms))


def _weight(atom: _Atom) -> float:
    """How much a field that is one too many counts: little where it may be none."""
    return min(1.0, atom.field.probability + _LEAST_WEIGHT)


_LEAST_WEIGHT = 0.25


def _trace(best: Sequence[Mapping[_State, _Step]], end: int) -> list[tuple[int, int, bool]]:
    parts: list[tuple[int, int, bool]] = []
    state = min(best[end], key=lambda one: best[end][one].cost + _HEADS_NOTHING * (one == "heading"))
    while end:
        step = best[end][state]
        parts.append((step.begin, end, step.heads))
        end, state = step.begin, step.before
    return parts[::-1]


def _crossing(atom: _Atom) -> float:
    """What it costs a header to go on over the gap before a field."""
    if atom.gap == "body" and atom.field.name in _TRAILING:
        return _BELOW_TEXT
    return _CROSSING.get(atom.gap, 0.0)


def _readings(
    part: _Part, schema: Schema, habits: _Habits, before: _State
) -> Iterator[tuple[float, _State, bool]]:
    """Cost, owner afterwards, and whether the part heads others: as an entry, or as what heads entries."""
    counts = part.counts
    has_main, owned = schema.main in counts, schema.owner in counts
    cost = part.extra - _likeness(part.atoms, habits)
    cost += 0.0 if has_main else schema.no_main
    cost += 0.0 if PERIOD in counts else schema.no_period
    if not owned:
        cost += schema.no_owner if before == "none" else schema.owner_in_force
    elif before == "heading":
        cost += _HEADS_NOTHING
    if before == "heading" and part.atoms[0].gap == "body":
        cost += _HEADS_TEXT
    first = owned and (not has_main or _comes_first(part.atoms, schema))
    yield cost, ("in force" if first or (before != "none" and not owned) else "none"), False
    if owned and not has_main:
        late = 0.3 if part.atoms[0].field.name == schema.owner else 0.6
        yield part.extra + late + (_HEADS_NOTHING if before == "heading" else 0.0), "heading", True


def _comes_first(part: Sequence[_Atom], schema: Schema) -> bool:
    wanted = (schema.owner, schema.main)
    return next(atom.field.name for atom in part if atom.field.name in wanted) == schema.owner


def _likeness(part: Sequence[_Atom], habits: _Habits) -> float:
    if not habits.first:
        return 0.0
    header = [atom.field for atom in part]
    alike = _ALIKE_FIRST * (header[0].name == habits.first) + _ALIKE_SHAPE * (_shape(header) == habits.shape)
    return alike + _ALIKE_LOOK * (_look(header[0]) == habits.look)


def _with_owner(entries: Iterable[Entry], schema: Schema) -> Iterator[Entry]:
    """An owner above its entries is that of all of them, one beside a title that of what lies within its dates."""
    above: tuple[Field, ...] = ()
    within: Entry | None = None
    for entry in entries:
        owner, main = entry.first(schema.owner), entry.first(schema.main)
        if owner is None:
            inside = within is not None and _is_within(entry, within)
            yield replace(entry, above=_owned(within, schema) if inside and within else above)
            continue
        yield entry
        first = main is None or owner.start < main.start
        above, within = (_owned(entry, schema), None) if first else ((), entry)


def _owned(entry: Entry, schema: Schema) -> tuple[Field, ...]:
    return tuple(one for one in entry.fields if one.name in (schema.owner, "place"))


def _is_within(entry: Entry, other: Entry) -> bool:
    """Whether the entry's dates lie within those of the other, which go on longer."""
    dates = [one.first(PERIOD) for one in (entry, other)]
    inner, outer = (one.period.period if one and one.period else None for one in dates)
    if inner is None or outer is None or inner.start is None or outer.start is None or inner == outer:
        return False
    ends = outer.current or (
        inner.end is not None and outer.end is not None and _months(inner.end, 1) <= _months(outer.end, 12)
    )
    return _months(outer.start, 1) <= _months(inner.start, 12) and ends


def _months(when: PartialDate, without: int) -> int:
    return when.year * 12 + (when.month or without)


def _with_body(entries: Iterable[Entry], lines: Sequence[ReadLine]) -> Iterator[Entry]:
    """The text lines between a header and the next."""
    known = list(entries)
    place = 0
    for number, entry in enumerate(known):
        following = known[number + 1].fields[0].start if number + 1 < len(known) else _NEVER
        body: list[ReadLine] = []
        while place < len(lines) and lines[place].line.start < following:
            line = lines[place]
            if line.line.start > entry.fields[0].start and line.kind == "body" and not line.fields:
                body.append(line)
            place += 1
        yield replace(entry, body=tuple(body))
