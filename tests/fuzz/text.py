"""Damage to the words on a page, and pages of nothing but such words."""

import random
from collections.abc import Callable
from xml.sax.saxutils import escape

from lxml import etree

from tests.builders.package import NAMESPACES, Parts, entries_of, paragraph, run, table
from tests.fuzz.bases import lines

_TEXT = f"{{{NAMESPACES['w']}}}t"
_PIECES = (
    " ", "\t", "-", "–", "|", ",", "(", ")", "/", ".", "'", "’", "·", ":", "@", "a", "A ", "1", "9", "2020 ", "20XX ",
    "Jan ", "Jan 2020 - ", "03/04/", "present ", "of ", "and ", "University ", "B.Sc. ", "Manager ", "Ltd, ", "x@",
    "x@y.", "www.", "+1 ", "(0) ", "555-", "$1.", "10% ", "from ", "to ", "é", "ß", "İ", "ﬁ", "山", "م", "\u202e",
    "\u0301", "🙂", "\u00a0", "1,0", "A.", "a-", "Senior ", "R ", "C++ ", "years ", "in ", "& ",
)  # fmt: skip
_LONG, _HOW_OFTEN = (2, 5, 40, 400, 4000), (6, 6, 6, 2, 1)


def edited(content: bytes, dice: random.Random) -> bytes:
    """The part with the text of some runs changed."""
    try:
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    except (etree.XMLSyntaxError, ValueError):
        return content
    runs = list(root.iter(_TEXT))
    for _ in range(dice.randint(1, 10)):
        if runs:
            chosen = dice.choice(runs)
            chosen.text = changed(chosen.text or "", dice)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def changed(line: str, dice: random.Random) -> str:
    """The line with one edit done to its words."""
    return dice.choice(_EDITS)(line, dice)


def new_page(dice: random.Random) -> bytes:
    """The main part of a page of lines in any order, some of them changed, some in tables."""
    body = "".join(_block(dice) for _ in range(dice.choice((3, 12, 40, 40, 120))))
    return entries_of(Parts(body))["word/document.xml"]


def _block(dice: random.Random) -> str:
    if dice.random() < 0.1:
        columns = dice.randint(1, 5)
        rows = (tuple(escape(_line(dice)) for _ in range(columns)) for _ in range(dice.randint(1, 4)))
        return table(*rows)
    marks = dice.choice(("", "", "<w:b/>", "<w:caps/>"))
    level = dice.choice(("", "", "", '<w:outlineLvl w:val="0"/>', '<w:numPr><w:numId w:val="1"/></w:numPr>'))
    return paragraph(run(escape(_line(dice)), marks), level)


def _line(dice: random.Random) -> str:
    line = dice.choice(lines())
    return changed(line, dice) if dice.random() < 0.4 else line


def _times(dice: random.Random) -> int:
    return dice.choices(_LONG, _HOW_OFTEN)[0]


def _stutter(text: str, dice: random.Random) -> str:
    place = dice.randint(0, len(text))
    return text[:place] + dice.choice(_PIECES) * _times(dice) + text[place:]


def _mixture(text: str, dice: random.Random) -> str:
    return text + "".join(dice.choice(_PIECES) for _ in range(_times(dice)))


def _glue(text: str, dice: random.Random) -> str:
    return dice.choice(("", " ", ", ", "\t", " | ")).join([text, *(dice.choice(lines()) for _ in range(3))])


def _shuffle(text: str, dice: random.Random) -> str:
    words = text.split(" ")
    dice.shuffle(words)
    return " ".join(words)


def _halve(text: str, dice: random.Random) -> str:
    return text[dice.randint(0, len(text)) :]


def _swap_case(text: str, _: random.Random) -> str:
    return text.swapcase()


_EDITS: tuple[Callable[[str, random.Random], str], ...] = (
    _stutter, _mixture, _glue, _shuffle, _halve, _swap_case,
)  # fmt: skip
