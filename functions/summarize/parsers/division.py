"""The cheapest division of a section's fields into entries.

Costs are small: what an entry lacks, what it has twice, text or a table row inside a header, and a shape unlike the
other entries of the same document. All cuts are weighed at once (dynamic programming), in a time linear in the fields.
The employer or the school in force is the state: a line that names one and no title heads the entries below it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from functions.summarize.parsers.field_corrections import PERIOD
from functions.summarize.parsers.fields import Field, ReadLine

_LONGEST = 14
"""Fields of one header: more than any header has, so that the time stays linear."""
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
"""What a header costs that goes on after such a gap."""
_WITHIN_LINE = 1.5
_HEADS_NOTHING = 1.5
"""What an employer alone on its line costs that has no titles below it."""
_HEADS_TEXT = 1.0
"""What it costs more if text stands between it and the first of them."""
_ALIKE_FIRST, _ALIKE_SHAPE, _ALIKE_STYLE = 0.6, 0.4, 0.3


_NO_DATE = 0.5
"""Below it what looks like a date behind a label is none."""


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
    style: tuple[bool, bool] | None = None


def divided(lines: Sequence[ReadLine], schema: Schema) -> list[tuple[tuple[Field, ...], bool]]:
    """The fields of each entry in reading order, and whether it only heads others.

    Read twice, the second time knowing what most entries look like.
    """
    atoms = list(_atoms(lines))
    once = _cut(atoms, schema, _Habits())
    headers = [[atom.field for atom in atoms[begin:end]] for begin, end, heads in once if not heads]
    cuts = _cut(atoms, schema, _habits(headers))
    return [(tuple(atom.field for atom in atoms[begin:end]), heads) for begin, end, heads in cuts]


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
            if line.kind == "field" and one.name == PERIOD and one.probability < _NO_DATE:
                continue  # "Environment: Server 2019"
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
    styles = Counter(_style(header[0]) for header in whole)
    return _Habits(firsts.most_common(1)[0][0], shapes.most_common(1)[0][0], styles.most_common(1)[0][0])


def _shape(header: Iterable[Field]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.name for one in header if one.name not in ("note", "place")))


def _style(one: Field) -> tuple[bool, bool]:
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
            extra += schema.second.get(name, 0.0) if name in counts else 0.0
            counts[name] = counts.get(name, 0) + 1
            part = _Part(atoms[begin:end], counts, extra)
            for before, step in best[begin].items():
                for cost, after, heads in _readings(part, schema, habits, before):
                    total = step.cost + inside + cost + part.within * (1 + heads)
                    if after not in here or total < here[after].cost - 1e-9:
                        here[after] = _Step(total, begin, before, heads)
            inside += _CROSSING.get(atoms[begin].gap, 0.0)
            if extra + inside > _TOO_MUCH:
                break
        best.append(here)
    return _trace(best, len(atoms))


def _trace(best: Sequence[Mapping[_State, _Step]], end: int) -> list[tuple[int, int, bool]]:
    parts: list[tuple[int, int, bool]] = []
    state = min(best[end], key=lambda one: best[end][one].cost + _HEADS_NOTHING * (one == "heading"))
    while end:
        step = best[end][state]
        parts.append((step.begin, end, step.heads))
        end, state = step.begin, step.before
    return parts[::-1]


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
    return alike + _ALIKE_STYLE * (_style(header[0]) == habits.style)
