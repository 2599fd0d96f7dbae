"""A status from the words around a fact; the words stand in `words.tsv`."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal, get_args

from functions.summarize.resume import Status
from functions.summarize.text.folding import fold
from functions.summarize.vocabulary import entries

Kind = Literal["education", "credential", "skill", "language", "title", "line"]
"""What the text states: a course, a certificate or licence, a skill, a human language, a job title, a bullet."""

_STATUSES: tuple[Status, ...] = get_args(Status)
_GRAVEST = ("negated", "failed", "expired", "not completed", "honorary", "planned", "expected", "in progress",
            "candidate", "stage", "learning", "basic")  # fmt: skip
"""Where several are said, the one that allows least is meant."""
_OPENS = re.compile(
    r"(?:^|[(\[{,;:|/–—\t\n•·]|\s-)\s*"
    r"(?:(?:currently|still|only|very|level|status|now|quite|derzeit|noch|nur|niveau|nivel|nível|livello|just)\s*[:=]?\s+)*$"
)
_DATE = re.compile(
    r"\D{0,16}?(?:(?P<first>\d{1,2})[./-])?(?P<year>(?:19|20)\d\d)(?:[./-](?P<last>\d{1,2})\b)?"
)
_NUMBER = re.compile(r"\.\s*(?:\d|on\b|available\b|[a-z]{1,3}\d)")
"""What makes a number of "no.": "registered (no. on request)"."""
_ASPECT = re.compile(r"\((?!.*(?:licen|certif|valid|held|qualif))[\w -]+:\s*$")
"""In a bracket "no" denies what stands before its colon, not the fact: "Standard Certificate (lifetime: no)"."""
_PART = re.compile(
    r"(?<![\w.,/])(?P<done>\d{1,3})(?: (?:out of|of|de|von|di|van|sur|su|uit) | ?/ ?)(?P<all>\d{1,3}) "
    r"(?:academic )?(?:year|yr|semest|term|trimest|quarter|jahr|annee|ano|ann[io]\b|jaar|jaren|cuatrimest|quadrimest"
    r"|credit|ects|cfu|cats)"
)
"""How much of a course was done: "2 of 5 semesters"."""
_LEAD_WORDS = 3
"""A bullet is denied by its first words ("The team did not ..."), not by what it tells later."""


@dataclass(frozen=True, slots=True)
class FoundStatus:
    """A status and the words that state it: `text[start:end]`.

    `text[cut_start:cut_end]` is what to take out of the text so that the bare fact is left: the words with the
    brackets around them, or with the mark before them. `is_stage`: they say but how far a course went ("3rd year"),
    which is under way where its dates say so.
    """

    status: Status
    start: int
    end: int
    cut_start: int
    cut_end: int
    is_stage: bool = False

    def bare(self, text: str) -> str:
        """The text without the words of the status: "CPA (expired 2019)" is "CPA"."""
        rest = f"{text[: self.cut_start].rstrip()} {text[self.cut_end :].lstrip()}"
        return rest.strip(" \t,;:|–—-")


def status_of(text: str, kind: Kind, language: str = "en", as_of: date | None = None) -> FoundStatus | None:
    """What the text says of the fact in it, None where it says nothing that limits it.

    `text` is what belongs to one fact: an item of a list, a cell, a line, or the heading of a group of skills.
    `language` is that of the resume (ISO 639-1); English words count in every resume. With `as_of`, "valid until
    2019" is expired after it.
    """
    words = fold(text)
    found = [match for match in _found(words, kind, language) if match[0] != "exempt"]
    held = max((start for status, start, _ in found if status == "held"), default=-1)
    limits = [match for match in found if match[0] != "held" and match[1] > held]
    if as_of is not None:
        limits += _run_out(words, kind, language, as_of)
    if not limits:
        return None
    status, start, end = min(limits, key=lambda match: (_GRAVEST.index(match[0]), match[1]))
    known: Status = next((one for one in _STATUSES if one == status), "not completed")
    return FoundStatus(known, start, end, *_cut(text, start, end), status == "stage")


_Match = tuple[str, int, int]


def _found(words: str, kind: Kind, language: str) -> list[_Match]:
    anywhere, before, remarks = (_phrases(kind, place, language) for place in ("any", "start", "remark"))
    lead = _at_start(before.pattern, words, kind)
    taken = [(lead.start(), lead.end(), before.status[lead[0]])] if lead else []
    for match in anywhere.pattern.finditer(words):
        status = anywhere.status[match[0]]
        if status == "exempt":
            taken = [one for one in taken if not match.start() <= one[0] < match.end()]
        if not _inside(match.start(), taken):
            taken.append((match.start(), match.end(), status))
    for match in remarks.pattern.finditer(words):
        if _is_remark(words, match.start(), match.end()) and not _inside(match.start(), taken):
            taken.append((match.start(), match.end(), remarks.status[match[0]]))
    if kind == "education":
        taken += [(one.start(), one.end(), "stage") for one in _PART.finditer(words) if _is_less(one)]
    return [(status, start, end) for start, end, status in taken]


def _is_less(part: re.Match[str]) -> bool:
    return int(part["done"]) < int(part["all"])


def _is_remark(words: str, start: int, end: int) -> bool:
    """Whether words stand for themselves: after a mark, or alone with nothing but a mark after them."""
    before, after = words[:start], words[end:].lstrip()
    if words[start:end] == "no" and (_NUMBER.match(words, end) or _ASPECT.match(before[before.rfind("(") :])):
        return False
    return bool(_OPENS.search(before) if before.strip() else not after or after[0] in ":;)].")


def _inside(at: int, taken: Iterable[tuple[int, int, str]]) -> bool:
    return any(start <= at < end for start, end, _ in taken)


def _at_start(pattern: re.Pattern[str], words: str, kind: Kind) -> re.Match[str] | None:
    """The words where the text begins, with something after them; in a bullet also a few words later."""
    match = pattern.search(words)
    if match is None or not words[match.end() :].strip(" .:;,"):
        return None
    lead = words[: match.start()]
    near = len(lead.split()) <= _LEAD_WORDS if kind == "line" else not lead.strip(" \t•-–—([")
    # "No. 1" is a number, "No-code" and "no/low" are words of their own.
    return match if near and words[match.end()] not in ".-/" else None


def _run_out(words: str, kind: Kind, language: str, as_of: date) -> Iterator[_Match]:
    phrases = _phrases(kind, "until", language)
    for match in phrases.pattern.finditer(words):
        stated = _DATE.match(words, match.end())
        if stated and _is_past(stated, as_of):
            yield phrases.status[match[0]], match.start(), stated.end()


def _is_past(stated: re.Match[str], as_of: date) -> bool:
    year, month = int(stated["year"]), int(stated["last"] or stated["first"] or 12)
    return (year, month if 1 <= month <= 12 else 12) < (as_of.year, as_of.month)


def _cut(text: str, start: int, end: int) -> tuple[int, int]:
    """The words with the bracket that holds them, or with the mark before them and what follows it."""
    opening = max(text.rfind("(", 0, start), text.rfind("[", 0, start))
    closing = min((at for mark in ")]" if (at := text.find(mark, end)) >= 0), default=-1)
    if opening >= 0 and closing >= 0 and not set(")]") & set(text[opening:start]):
        return opening, closing + 1
    marks = re.search(r"[\s,;:|–—-]*$", text[:start])
    return (marks.start() if marks else start), end


@dataclass(frozen=True, slots=True)
class _Phrases:
    pattern: re.Pattern[str]
    status: dict[str, str]


@cache
def _phrases(kind: Kind, place: str, language: str) -> _Phrases:
    """The phrases of a kind and place in a language and in English, the longest first."""
    status = {
        fold(words): status
        for status, kinds, where, spoken, words in entries(__package__, "words.tsv")
        if where == place and kind in kinds.split(",") and spoken in ("en", language)
    }
    longest_first = sorted(status, key=lambda words: (-len(words), words))
    any_of = "|".join(map(_whole, longest_first))
    return _Phrases(re.compile(rf"(?<![^\W_])(?:{any_of})" if any_of else r"(?!)"), status)


def _whole(words: str) -> str:
    return re.escape(words) + ("" if words.endswith(("'", ".")) else r"(?![^\W_])")
