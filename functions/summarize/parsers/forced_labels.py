"""Labels that need no model: the rows of a table whose first row names its columns."""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from functions.summarize.parsers.features import LineFeatures

_WORK = frozenset({"label/title", "label/employer"})
_EDUCATION = frozenset({"label/degree", "label/institution", "label/subject", "label/board", "label/grade"})
_CREDENTIALS = frozenset({"label/certificate", "label/issuer", "label/expiry", "label/number"})
_SECTIONS = (("work", _WORK), ("education", _EDUCATION), ("credentials", _CREDENTIALS))
_BODY = frozenset({"label/task", "label/other", "label/grade", "label/number"})
_FEWEST = 3  # named columns: two may be a form


def forced_labels(features: Sequence[LineFeatures]) -> dict[int, str]:
    """Labels of lines by their number, for the lines of record tables."""
    found: dict[int, str] = {}
    numbered = [(number, each) for number, each in enumerate(features) if each.cell]
    for _, group in groupby(numbered, lambda each: each[1].cell and each[1].cell.cell.table):
        found.update(_of_table(list(group)))
    return found


def _of_table(table: Sequence[tuple[int, LineFeatures]]) -> dict[int, str]:
    top = [(number, each) for number, each in table if each.cell and each.cell.cell.row == _row(table[0][1])]
    kinds = [frozenset(k for k in each.kinds if k.startswith("label/")) for _, each in top]
    section = _section(kinds)
    if section is None or any(each.cell and each.cell.position for _, each in top):
        return {}
    if len(top) < _FEWEST or sum(map(bool, kinds)) < len(top) - 1 or len(table) == len(top):
        return {}
    found = {number: f"{section}.columns" for number, _ in top}
    for number, each in table[len(top) :]:
        column = each.cell.column_kinds if each.cell else frozenset()
        if column:
            found[number] = f"{section}.body" if column <= _BODY else f"{section}.head"
    return found


def _section(kinds: Sequence[frozenset[str]]) -> str | None:
    """The section that most columns belong to; None where two have as many."""
    votes = Counter({name: sum(bool(kind & wanted) for kind in kinds) for name, wanted in _SECTIONS})
    (best, most), (_, next_most) = votes.most_common(2)
    return best if most > next_most else None


def _row(features: LineFeatures) -> int:
    assert features.cell is not None
    return features.cell.cell.row
