"""Whether a credential is what somebody attended, by its heading, its label and its line: `data/attended.toml`."""

import re
import tomllib
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from functions.summarize.parsers.headings import section_named
from functions.summarize.resume import Fact, Resume

_NUMBERING = re.compile(r"^\W*(?:(?:\d{1,2}|[IVX]{1,4}|[A-H])[.)]\s+)?")
_LONGEST = 7
"""Words of a heading."""
_LABEL = re.compile(r"[:\t|]|\s[–—]\s")
"""What stands between a label and what it is one of."""


class Attended(NamedTuple):
    """Whether something was attended, and whether its heading would have it so of a person as well."""

    course: bool
    person: bool = False


NOT_ATTENDED = Attended(course=False)
_BESIDE = 80
"""Characters behind the name of a credential in which something is said of it."""


def all_attended(resume: Resume) -> tuple[Attended, ...]:
    """Of each credential whether it was but attended, by where it stands and what its line says behind it."""
    stated = zip(resume.credentials, lines_behind(resume), strict=True)
    return tuple(_attended(one.name, resume.text, beside) for one, beside in stated)


def lines_behind(resume: Resume) -> tuple[str, ...]:
    """What the line of each credential says behind its name, up to the next one."""
    begins = sorted(place.start for one in resume.credentials for place in one.name.evidence)
    return tuple(_beside(one.name, resume.text, begins) for one in resume.credentials)


def _beside(name: Fact[str], text: str, begins: Sequence[int]) -> str:
    if not name.evidence:
        return ""
    begin = max(place.end for place in name.evidence)
    after = bisect_left(begins, begin)
    return text[begin : min((*begins[after : after + 1], begin + _BESIDE))].split("\n", 1)[0]


def _attended(name: Fact[str], text: str, beside: str) -> Attended:
    if not name.evidence or _words("named_papers").search(name.value):
        return NOT_ATTENDED
    begin = min(place.start for place in name.evidence)
    under = _label(text, begin) or _heading(text, begin)
    if _words("papers").search(beside):
        return NOT_ATTENDED
    if _words("line").search(beside):
        return Attended(course=True)
    papers, taught = (_words(kind).search(under) is not None for kind in ("papers", "courses"))
    if taught and not papers:
        return Attended(course=True, person=_words("persons_too").search(under) is None)
    return Attended((taught or not papers) and _words("hours").search(beside) is not None)


def _label(text: str, begin: int) -> str:
    """The label that a line begins with: "Training: first aid", "Courses | IV therapy"."""
    first, *rest = _LABEL.split(text[text.rfind("\n", 0, begin) + 1 : begin], maxsplit=1)
    return first if rest and _is_heading(first) else ""


def _heading(text: str, begin: int) -> str:
    """The heading that a place stands under; none where nothing above it is one."""
    found = _headings(text)
    at = bisect_right(found, (begin, ""))
    return found[at - 1][1] if at else ""


@lru_cache(maxsize=64)
def _headings(text: str) -> tuple[tuple[int, str], ...]:
    """The headings of a text with where they end."""
    found, end = [], 0
    for line in text.split("\n"):
        end += len(line) + 1
        if _is_heading(line):
            found.append((end - 1, line))
    return tuple(found)


def _is_heading(line: str) -> bool:
    """Whether a line names a section, or says nothing but that courses follow."""
    bare = _NUMBERING.sub("", line).rstrip(" :*=-_\t")
    if not bare or re.search(r"\d", bare) or len(bare.split()) > _LONGEST:
        return False
    return section_named(bare, styled=True) is not None or _only_courses(bare)


def _only_courses(heading: str) -> bool:
    words = filter(None, _GAP.split(heading))
    known = (_words("courses"), _words("beside_courses"))
    return _words("courses").search(heading) is not None and all(
        any(one.fullmatch(word) for one in known) for word in words
    )


_GAP = re.compile(r"[\s,/&+()]+")


@cache
def _words(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(_table()[name])})(?![\w-])", re.IGNORECASE)


@cache
def _table() -> dict[str, list[str]]:
    text = (files("functions.summarize.planning") / "data/attended.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
