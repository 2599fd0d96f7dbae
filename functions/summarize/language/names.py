"""Names shouted in capitals, in the letters of a text: "HALYARD NATIONAL BANK" -> "Halyard National Bank".

One rule for employers and schools. Initials stay: words without a vowel and those of up to three letters that are no
common word. Names of `data/initials.txt` have the letters that stand there.
"""

import re
from functools import cache
from importlib.resources import files

from functions.summarize.language.surface import common_words

_SMALL = frozenset(
    "a an and at by de del der des di du e en et for in la le of on the to und van von y".split()
)
_WORDS = frozenset("las los mar mer paz rio río roi san sol sul sur val van von ons oud het ter ten".split())
"""Short words of names in other languages, which are no initials."""
_LETTERS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ALONE = 5
"""Letters up to which a single word in capitals is how the house writes itself: ASDA, TESCO, IKEA."""
_INITIALS = 3


def calmed_name(name: str) -> str:
    """A name that is all in capitals in title case, its initials kept; any other name as it is."""
    words = _LETTERS.findall(name)
    letters = [word for word in words if len(word) > 1]
    if not letters or not all(word.isupper() for word in letters):
        return name
    if len(letters) == 1 and len(letters[0]) <= _ALONE:
        return name
    first = _LETTERS.search(name)
    start = first.start() if first else 0

    def calmed(found: re.Match[str]) -> str:
        before, after = name[: found.start()][-1:], name[found.end() :][:1]
        if len(found[0]) == 1 and after == ".":
            return found[0]
        spoken = len(found[0]) >= _INITIALS and re.search(r"[AEIOUYÀ-Ý]", found[0])
        if spoken and "-" in (before, after):  # TRI-LAKES, but BMW-HÄNDLER
            return found[0].capitalize()
        return _calmed(found[0], first=found.start() == start)

    return _LETTERS.sub(calmed, name)


def _calmed(word: str, *, first: bool) -> str:
    lower = word.lower()
    if lower in _SMALL and not first:
        return lower
    if word in _known():
        return _known()[word]
    common = lower in common_words() or lower in _SMALL or lower in _WORDS
    initials = len(word) <= _INITIALS or not re.search(r"[AEIOUYÀ-Ý]", word)
    if initials and not common:
        return word
    if lower.startswith("mc") and len(word) > _INITIALS:
        return f"Mc{word[2:].capitalize()}"
    return re.sub(r"(?:^|(?<=['’]))[^\W\d_]{2,}|^[^\W\d_]", lambda part: part[0].capitalize(), lower)


@cache
def _known() -> dict[str, str]:
    """Names in their own letters, by the same in capitals."""
    text = (files("functions.summarize.language") / "data/initials.txt").read_text(encoding="utf-8")
    rows = (line.split() for line in text.splitlines() if not line.startswith("#"))
    return {word.upper(): word for row in rows for word in row}
