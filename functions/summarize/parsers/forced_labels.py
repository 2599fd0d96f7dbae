"""Labels that need no model: forms that hold one record each, what is asked for left and the answers right."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from functions.summarize.parsers.asked_for import asks_for, kinds_asked
from functions.summarize.parsers.features import CellPlace, LineFeatures

_SCHOOL = frozenset({"institution", "board"})
_WHEN = frozenset({"period", "start", "end", "issued"})
_NEEDED = (
    ("work", frozenset({"title"}), _SCHOOL | {"employer"}, _WHEN),
    ("education", frozenset({"degree", "subject"}), _SCHOOL),
    ("credentials", frozenset({"certificate", "title", "degree"}), frozenset({"issuer"})),
    ("credentials", frozenset({"expiry"})),
)
"""Sections, and of what kinds columns or rows have to be that a table belongs to them; the first that fits."""
_OF_COURSES = frozenset({"board", "grade", "subject"})
_TEXT = frozenset({"task", "grade", "number"})
_PERSONAL = frozenset({"personal", "contact"})
_FEWEST = 3  # columns or rows; two may be anything

Numbered = tuple[int, LineFeatures, CellPlace]


def forced_labels(features: Sequence[LineFeatures]) -> dict[int, str]:
    """Labels of lines by their number: of tables that say what stands in them."""
    numbered = [(number, each, each.cell) for number, each in enumerate(features) if each.cell]
    found: dict[int, str] = {}
    for _, group in groupby(numbered, lambda one: one[2].cell.table):
        table = list(group)
        above = features[table[0][0] - 1].heading if table[0][0] else ()
        for part, heading in _parts(table, above):
            found.update(_of_form(part, heading))
    return found


def _parts(table: Sequence[Numbered], above: Sequence[str]) -> Iterator[tuple[list[Numbered], Sequence[str]]]:
    """The table cut at the headings that stand alone in a row, each part with its heading."""
    part: list[Numbered] = []
    for _, group in groupby(table, lambda one: one[2].cell.row):
        row = list(group)
        if len(row) == 1 and (heading := row[0][1].heading):
            yield part, above
            part, above = [], heading
        else:
            part += row
    yield part, above


def _kinds_of_values(names: Mapping[int, str], section: str) -> dict[int, str]:
    """What stands beside each name: an entry's head, text, or nothing of the entry."""
    asked = {place: asks_for(name, section) for place, name in names.items()}
    nothing = {"", "other"} if section == "work" else {"other"}
    if "institution" in asked.values():  # the board beside it is not where the course was taken
        nothing |= {"board"}
    return {
        place: "sub" if kind in nothing else "body" if kind in _TEXT else "head"
        for place, kind in asked.items()
    }


def _of_form(table: Sequence[Numbered], above: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The lines of a form of two columns: one job, one course."""
    names = {
        place.cell.row: each.text for _, each, place in table if not (place.cell.column or place.position)
    }
    section = _section(list(names.values()), above)
    personal = any(kinds_asked(name) <= _PERSONAL and kinds_asked(name) for name in names.values())
    if section is None or personal or {place.cell.column for *_, place in table} != {0, 1}:
        return
    kinds = _kinds_of_values(names, section)
    for number, _, place in table:
        kind = kinds.get(place.cell.row, "field")
        is_answer = kind == "body" and place.cell.column
        yield number, f"{section}.{kind if is_answer or kind == 'sub' else 'field'}"


def _section(names: Sequence[str], above: Sequence[str]) -> str | None:
    """The section that a table with these names belongs to: what its heading says where several could be."""
    kinds = [kinds_asked(name) for name in names]
    if len(names) < _FEWEST or 2 * sum(map(bool, kinds)) < len(names):
        return None
    fits = [
        section for section, *wanted in _NEEDED if all(any(kind & each for kind in kinds) for each in wanted)
    ]
    if "education" in fits and any(kind & _OF_COURSES for kind in kinds):
        fits = [section for section in fits if section != "credentials"]
    return next((section for section in fits if section in above), fits[0] if fits else None)
