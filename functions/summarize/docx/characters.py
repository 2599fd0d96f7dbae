"""Characters: what is separator, what is invisible, what is a glyph of a symbol font, what is a typed bullet."""

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

BULLET = "•"

_INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\u206a\u206b\u206c\u206d\u206e\u206f\u3164\ufeff\uffa0"
    "\ufff9\ufffa\ufffb\ufffc"
)
_LIGATURES = {
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬅ": "st",
    "ﬆ": "st",
    "ĳ": "ij",
    "Ĳ": "IJ",
}
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_TABLE = str.maketrans(
    dict.fromkeys(_INVISIBLE, "")
    | dict.fromkeys(map(chr, range(0x7F, 0xA0)), "")
    | dict.fromkeys(map(chr, range(0xFE00, 0xFE10)), "")
    | dict.fromkeys(map(chr, range(0xE0000, 0xE0080)), "")
    | dict.fromkeys(_SPACES, " ")
    | _LIGATURES
    | {"\u2028": "\n", "\u2029": "\n", "\u0085": "\n", "\u2010": "-", "\u2011": "-", "\v": "\n", "\f": "\n"}
)
_LINE_ENDS = re.compile(r"[\r\n]+")
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")
# A letter with a few accents, never a whole text: composing takes quadratic time in the number of marks in a row.
_ACCENTED = re.compile("[^\\W\\d_][\u0300-\u036f]{1,4}")
_TYPED_BULLET = re.compile(
    r"[ \t]*(?:[•‣◦⁃▪▫●○◉◘■□◆◇❖➢➤►▶▸➔➜✓✔✦⬧⬥⦿⚫·∙⋅◾◽⮚⮞⮕➣➥➦➧➨➡❑❒❍⁍⁌▷▹★✪✶✱✻❯⯈⮊⟶][ \t]*"
    r"|[-–—*»>§][ \t]+|o(?:\t[ \t]*|[ ]{2,}))(?=\S|$)"
)


def clean(text: str) -> str:
    """Text of a run as a reader sees it: no invisible characters, plain spaces, no ligatures, composed accents.

    A line end inside the XML text is a space, as word processors show it.
    """
    if "\n" in text or "\r" in text:
        text = " ".join(line.strip(" \t") for line in _LINE_ENDS.split(text))
    if text.isascii():
        return text
    text = _PRIVATE.sub(_private_glyph, text.translate(_TABLE))
    return _ACCENTED.sub(lambda match: unicodedata.normalize("NFC", match[0]), text)


def symbol(font: str, code: str) -> str:
    """What a `w:sym` shows: a bullet, a plain character, or a space for a picture. `code` is hexadecimal."""
    try:
        point = int(code, 16)
    except ValueError:
        return " "
    glyphs = _symbol_fonts().get(font.casefold())
    if glyphs is not None:
        return glyphs.show(point)
    private = 0xE000 <= point <= 0xF8FF or not 0x20 <= point <= 0x10FFFF or 0xD800 <= point <= 0xDFFF
    return " " if private else clean(chr(point))


def in_symbol_font(font: str | None, text: str) -> str | None:
    """Text typed in a symbol font, by its glyphs; None where the font is an ordinary one."""
    glyphs = _symbol_fonts().get(font.casefold()) if font else None
    return None if glyphs is None else "".join(glyphs.show(ord(letter)) for letter in text)


def typed_bullet(line: str) -> int:
    """The length of a bullet typed at the start of a line, 0 without one."""
    match = _TYPED_BULLET.match(line)
    return match.end() if match else 0


@dataclass(frozen=True, slots=True)
class _Glyphs:
    bullets: frozenset[int]
    text: Mapping[int, str]

    def show(self, point: int) -> str:
        code = point & 0xFF if 0xF000 <= point <= 0xF0FF else point
        if code in self.bullets or chr(point) == BULLET:
            return BULLET
        return self.text.get(code, "\t" if code == 0x09 else " ")


@cache
def _symbol_fonts() -> Mapping[str, _Glyphs]:
    data = tomllib.loads(files(__package__).joinpath("symbols.toml").read_text(encoding="utf-8"))
    return {
        font: _Glyphs(
            frozenset(int(code, 16) for code in entry["bullets"]),
            {int(code, 16): shown for code, shown in entry["text"].items()},
        )
        for font, entry in data.items()
    }


def _private_glyph(match: re.Match[str]) -> str:
    # Private-use characters outside a symbol font are icons, but for the offset range that Word writes for Symbol.
    return BULLET if ord(match[0]) in _COMMON_BULLETS else " "


_COMMON_BULLETS = frozenset({0xF0B7, 0xF0A7, 0xF076, 0xF0D8, 0xF0FC, 0xF06C, 0xF06E})
