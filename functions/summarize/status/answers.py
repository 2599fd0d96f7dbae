"""What a form says by a mark: a box that is ticked or not, a cell that says yes or no."""

import re
from dataclasses import dataclass
from functools import cache

from functions.summarize.text.folding import fold
from functions.summarize.vocabulary import entries

_TICKED, _UNTICKED = "☑☒✅🗹🗷✓✔✗✘", "☐⬜🗆"
_BOX = re.compile(rf"[{_TICKED}{_UNTICKED}]\ufe0f?|[\[(](?P<typed>[xX✓✔✗✘]|[ \u00a0_]{{0,3}})[\])](?=\s*\w)")


@dataclass(frozen=True, slots=True)
class Box:
    """A box to tick: `text[start:end]`, and whether it is ticked."""

    start: int
    end: int
    ticked: bool


def box_at(text: str, start: int = 0) -> Box | None:
    """The first box at or after an offset: a character, or one typed as "[ ]", "[x]", "( )"."""
    found = _BOX.search(text, start)
    if found is None:
        return None
    typed = found["typed"]
    ticked = found[0][0] in _TICKED if typed is None else bool(typed.strip(" \u00a0_"))
    return Box(found.start(), found.end(), ticked)


def answer_of(cell: str) -> bool | None:
    """True for a cell that says yes, False for one that says no, None for one that says something else."""
    box = box_at(cell)
    if box is not None and not (cell[: box.start] + cell[box.end :]).strip():
        return box.ticked
    return _answers().get(fold(cell).strip(" .!*-–()"))


@cache
def _answers() -> dict[str, bool]:
    return {fold(words): answer == "yes" for answer, _, words in entries(__package__, "answers.tsv")}
