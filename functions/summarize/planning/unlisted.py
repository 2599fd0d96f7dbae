"""Whether the dates listed give too few years: some jobs are left out, or each is a voyage."""

import re
from collections.abc import Iterable

from functions.summarize.resume import Resume

_ENGAGEMENTS = (
    r"(?:contracts?|voyages?|vessels?|ships?|trips?|seasons?|tours?|productions?|engagements?|assignments?"
    r"|sea services?|posts?|jobs?|positions?|employers?|employments?)"
)
_NUMBER = (
    r"(?:\d{1,3}\+?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many|numerous|various|further"
    r"|other|more)"
)
_MORE = r"(?:earlier|previous|other|more|further|older)"
_ASKED = r"(?:on|upon|if) (?:request|need)"
_BEFORE = r"(?:before|prior to|until|up to|earlier than) (?:(?:19|20)\d\d|that|this|then)"
_LINE = re.compile(r"[^\n]{1,400}")
_UNLISTED = re.compile(
    rf"(?:{_BEFORE}|earlier|previously|plus|also)\b[^\n.]{{0,20}}?\b{_NUMBER} (?:(?:{_MORE}|short) )*{_ENGAGEMENTS}\b"
    rf"|\b{_NUMBER} (?:{_MORE} )+{_ENGAGEMENTS}\b"
    rf"|\b{_NUMBER} {_ENGAGEMENTS} {_BEFORE}"
    rf"|\b(?:{_MORE}|full list of) {_ENGAGEMENTS}(?: \w+){{0,2}}? (?:available |are )?{_ASKED}"
    r"|\b(?:full|complete|longer) (?:(?:sea service|service|job|employment|work) )?(?:list|history|record)\b"
    rf"[^\n.]{{0,20}}?\b{_ASKED}",
    re.IGNORECASE,
)


def leaves_out_jobs(resume: Resume) -> bool:
    """Whether a line that is no deed of a job tells of further jobs: "Before 2022: 9 contracts as 3/E and cadet"."""
    deeds = {place.start for role in resume.roles for line in role.bullets for place in line.evidence}
    return any(
        found.start() not in deeds and _UNLISTED.search(found[0]) is not None
        for found in _LINE.finditer(resume.text)
    )


_SEA = re.compile(
    r"(?i:\bsea[ -](?:service|experience|time)\b|\bseam[ae]n(?:['’]?s)?\b|\bseafarers?\b)|\bGRT\b"
)
_ABOARD = re.compile(
    r"(?i:\bsign(?:ed)?[ -]?o(?:n|ff)\b)|(?<![\w./])(?:M[./]?[VT]|S/?S)\.?\s{1,2}[\"“'‘]?[A-Z]\w"
)
"""What is of ships where a seafarer writes it: others sign off drawings, and live on Mt Eden."""
_SEAFARING = re.compile(
    r"\b(?:captain|(?:ship|vessel)['’]?s? master|master mariner|(?:chief|1st|2nd|3rd|4th|first|second|third|fourth|deck"
    r"|engine|junior|electro[- ]technical)\s(?:mate|officer|engineer|cook|steward|cadet|rating)|mate|bo['’]?su?n"
    r"|boatswain|seam[ae]n|AB|OS|oiler|wiper|motorman|pumpman|messm[ae]n|deck ?(?:hand|boy)|helmsman|ETO|skipper)\b"
    r"|^master$|\b[1-4]/[EO]\b",
    re.IGNORECASE,
)
_VOYAGE = 12
"""Months below which a contract at sea is one voyage."""


def are_voyages(resume: Resume, roles: Iterable[int]) -> bool:
    """Whether two or more of some jobs are voyages: contracts of months in a resume of the sea.

    Between two of them a seafarer is at home, and still one.
    """
    roles = tuple(roles)
    short = 0
    for index in roles:
        period = resume.roles[index].period
        begun, ended = (period.value.start, period.value.end) if period else (None, None)
        if begun and ended and begun.month and ended.month:
            short += (ended.year - begun.year) * 12 + ended.month - begun.month < _VOYAGE
    titles = [title.value for index in roles if (title := resume.roles[index].title)]
    aboard = any(map(_SEAFARING.search, titles)) and _ABOARD.search(resume.text) is not None
    return short > 1 and (aboard or _SEA.search(resume.text) is not None)
