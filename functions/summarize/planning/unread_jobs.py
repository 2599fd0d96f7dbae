"""Whether the present job may have gone unread, so that the latest one read only seems to be over."""

import re

from functions.summarize.planning.employment import is_pause
from functions.summarize.resume import Resume

_FROM = r"(?<!\d)(?:19|20)\d\d\)?"
_OPEN_END = re.compile(
    rf"{_FROM}\s{{0,3}}(?:[-–—→>]{{1,3}}|(?:to|till|until|bis|à|al?|até|ao|do|tot|jusqu['’]à|hasta)\b)\s{{0,3}}"
    r"(?:present|now|current(?:ly)?|today|till date|to date|date|ongoing|heute|jetzt|laufend|aujourd['’]hui"
    r"|(?:à )?ce jour|présent|actualidad|hoy|la fecha|presente|oggi|in corso|atualmente|o momento|heden|nu)(?!\w)",
    re.IGNORECASE,
)


def leaves_present_unread(resume: Resume) -> bool:
    """Whether a line has "2022 – present" of which no job, course or voluntary work was read, and no career break."""
    periods = [entry.period for entry in (*resume.roles, *resume.volunteering)]
    periods += [entry.period for entry in resume.education]
    known = [place for period in periods if period for place in period.evidence]
    return any(
        not any(place.start < found.end() and found.start() < place.end for place in known)
        and not any(map(is_pause, _lines_at(resume.text, found.start())))
        for found in _OPEN_END.finditer(resume.text)
    )


def _lines_at(text: str, at: int) -> list[str]:
    """The line of a place and the one above it, which may be its heading."""
    begin = text.rfind("\n", 0, at) + 1
    above = text[:begin].rstrip("\n").rpartition("\n")[2]
    return [text[begin:].partition("\n")[0].strip(), above.strip()]
