"""What a person cannot see: text without contrast, too small, or placed off the page."""

from dataclasses import dataclass
from functools import lru_cache

from functions.summarize.docx.formatting import UNKNOWN, RunFormat

SMALLEST_VISIBLE = 3.0
"""Points. Text of this size or less is a line to the eye, not words."""

WHITE = "FFFFFF"
_CONTRAST = 28
"""Of 255 levels: EEEEEE on white is paper to the eye, D9D9D9 is a pale grey that can be read."""
EMU_PER_TWIP = 635


def is_hidden(look: RunFormat, background: str) -> bool:
    """Whether a run of this look cannot be seen on this background (RRGGBB or `UNKNOWN`)."""
    if look.vanish or look.unseen:
        return True
    if look.size is not None and look.size <= SMALLEST_VISIBLE:
        return True
    if look.colour is None or look.colour == "auto":
        return False
    return same_to_the_eye(look.colour, look.shade or background)


@lru_cache(maxsize=1024)
def same_to_the_eye(colour: str, background: str) -> bool:
    """Whether two colours differ so little that text in one on the other is not there."""
    if UNKNOWN in (colour, background):
        return False
    try:
        pairs = zip(bytes.fromhex(colour), bytes.fromhex(background), strict=True)
        return max(abs(a - b) for a, b in pairs) <= _CONTRAST
    except ValueError:
        return False


@dataclass(frozen=True, slots=True)
class Page:
    """The size of a page in EMU (914,400 an inch); US Letter where the document states none."""

    width: int = 12240 * EMU_PER_TWIP
    height: int = 15840 * EMU_PER_TWIP

    def misses_across(self, left: int, width: int, *, from_page: bool) -> bool:
        """Whether a box lies beside the page.

        A position that does not count from the page counts from a margin, a column or a character, which may
        bring it half a page to the right.
        """
        return left + width + (0 if from_page else self.width // 2) <= 0 or left >= self.width

    def misses_down(self, top: int, height: int, *, from_page: bool) -> bool:
        """Whether a box lies above or below the page; a paragraph it counts from may be a whole page down."""
        return top + height + (0 if from_page else self.height) <= 0 or top >= self.height
