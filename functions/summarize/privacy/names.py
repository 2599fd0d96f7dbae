"""The forms in which a person's name stands in a text: whole, joined, shortened, in initials, as a part of a word."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import permutations

from functions.summarize.parsers.word_lists import pattern

_SHORTEST = 4
"""Letters of a name that is looked for inside other words: "Ann" would be found in "Annual"."""
_LONG = 6
_MOST_PARTS = 6


@cache
def _known_as() -> re.Pattern[str]:
    """What stands before another name of somebody, in folded text: "known as", "geb.", a bracket or a quotation."""
    return re.compile(
        rf"(?:\b(?:known as|goes by|preferred name|a\.?k\.?a\.?|alias|formerly|{pattern('name/by_birth').pattern})"
        r"(?!\w)[ :]*[“”\"'‘’(]?|[(“\"‘]\s*(?=[^\W\d_]+\s*[)”\"’]))(?P<name>[^\W\d_]{2,20})",
        re.IGNORECASE,
    )


def other_names(head: str, parts: Iterable[str]) -> Iterator[str]:
    """Names that the head of a resume gives beside the name: née, known as, a short form in brackets or quotes.

    `head` is folded like the parts. A word in brackets is a name only if it begins like one of them, or is quoted
    beside them.
    """
    known = tuple(parts)
    for found in _known_as().finditer(head):
        name, bracketed = found["name"], found[0][0] in '(“"‘'
        beside = any(part in head[max(0, found.start() - 20) : found.end() + 20] for part in known)
        if not bracketed or any(part.startswith(name) for part in known) or (found[0][0] != "(" and beside):
            yield name


def forms_of(parts: Iterable[str]) -> Iterator[str]:
    """Patterns for folded text, of names in any case: joined in addresses, letter-spaced, before "s" or in a word."""
    known = list(dict.fromkeys(parts))[:_MOST_PARTS]
    for one, other in permutations(known, 2):
        first, second = re.escape(one), re.escape(other)
        yield rf"{first}[\W_]{{0,2}}{second}\w*"
        if len(other) >= _SHORTEST:
            yield rf"{first[0]}[._]?{second}"
    for part in known:
        if len(part) >= _SHORTEST:
            yield " ".join(map(re.escape, part))
        if len(part) >= _LONG:
            yield rf"{re.escape(part)}(?:s|ian|ians|ean|ism|ist|esque)"


def cased_forms(parts: Iterable[str], stated: Iterable[str]) -> Iterator[str]:
    """Patterns for the text as written, its accents and look-alikes folded: "DialloIndex", "Diallos", "Z. Q.-F.".

    `stated` are the parts of the name as stated, in order: what initials stand for.
    """
    known = list(dict.fromkeys(parts))[:_MOST_PARTS]
    for part in known:
        name = re.escape(part[0].upper() + part[1:])
        yield rf"{name}s(?!\w)"
        if len(part) >= _SHORTEST:
            yield rf"{name}(?=[A-Z])\w+"
            yield rf"[A-Za-z]\w*{name}(?=[A-Z]|\b)\w*" if len(part) >= _LONG else rf"{name}(?=[A-Z])\w+"
    initials = [part[0].upper() for part in stated]
    if len(initials) > 1:
        yield r"\.[ -]?".join(initials) + r"\."
    if len(initials) > 2:
        yield "".join(initials) + r"(?!\w)"
