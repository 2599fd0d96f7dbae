"""Whether the present job may have gone unread, so that the latest one read only seems to be over."""

import re
from collections.abc import Iterator
from dataclasses import replace

from functions.summarize.parsers.dates.periods import find_periods
from functions.summarize.parsers.headings import section_named
from functions.summarize.parsers.person.phrase_kinds import ends_in_title_noun, is_employer
from functions.summarize.planning.employment import is_beside_a_post, is_pause
from functions.summarize.planning.main_post import is_held
from functions.summarize.planning.trades import is_trade
from functions.summarize.resume import Evidence, Fact, Resume, Role
from functions.summarize.text.folding import fold

_FROM = r"(?<!\d)(?:19|20)\d\d\)?"
_OPEN_END = re.compile(
    rf"{_FROM}\s{{0,3}}(?:[-–—→>]{{1,3}}|(?:(?:up )?to|till|until|bis|à|al?|até|ao|do|tot|jusqu['’]à|hasta)\b)\s{{0,3}}"
    r"(?:present|now|current(?:ly)?|today|till date|to date|date|ongoing|heute|jetzt|laufend|aujourd['’]hui"
    r"|(?:à )?ce jour|présent|actualidad|hoy|la fecha|presente|oggi|in corso|atualmente|o momento|heden|nu)(?!\w)",
    re.IGNORECASE,
)


_SEPARATED = re.compile(r"\s+[-–—|/]\s+|,\s+|\t|\s+at\s+|\s*[(:]\s*")
"""What parts a title from a house in the head of a job."""
_MOST_WORDS = 5
"""Words of a title that a line begins with."""


def leaves_present_unread(resume: Resume) -> bool:
    """Whether a line has "2022 – present" of which no job, course or voluntary work was read, and no career break."""
    return any(True for _ in _unread(resume))


def with_unread_post(resume: Resume) -> Resume:
    """The resume with the present job of such a line where no other is held and the line begins with a title.

    "Supervisor – Te Puna Kiwi Ltd – Mar 2022 – present", with a house and among the jobs that were read, not among
    referees, licences or what is done beside work: of 562 pages three had such a line, and all three were the job held.
    """
    if any(is_held(role) and not is_beside_a_post(role) for role in resume.roles):
        return resume
    found = next((role for at in _unread(resume) if (role := _post_of(resume, at))), None)
    return replace(resume, roles=(found, *resume.roles)) if found else resume


def _post_of(resume: Resume, at: int) -> Role | None:
    """The job of the line at a place, where it begins with a title and its first period goes on."""
    begin = resume.text.rfind("\n", 0, at) + 1
    line = resume.text[begin:].partition("\n")[0]
    periods = [found for found in find_periods(line) if found.period is not None]
    if not periods or periods[0].period is None or not periods[0].period.current:
        return None
    head = line[: periods[0].start]
    parts = [part.strip(" -–—•·").lstrip("* ") for part in _SEPARATED.split(head) if re.search(r"\w", part)]
    house = next(filter(is_employer, parts[1:2]), None)
    if house is None or not _names_a_post(parts[0]) or not _is_among_the_jobs(resume, begin):
        return None

    def stated(text: str) -> tuple[Evidence, ...]:
        start = begin + line.index(text)
        return (Evidence(start, start + len(text), text, "experience"),)

    dates = line[periods[0].start : periods[0].end]
    note = next(iter(parts[2:]), None)
    return Role(
        Fact(parts[0], stated(parts[0])),
        Fact(house, stated(house)),
        period=Fact(periods[0].period, stated(dates)),
        note=Fact(note, stated(note)) if note else None,
    )


def _names_a_post(text: str) -> bool:
    """Whether words before a house say what somebody is: a trade, or what ends as titles do."""
    return 0 < len(text.split()) <= _MOST_WORDS and (is_trade(text) or ends_in_title_noun(fold(text)))


def _is_among_the_jobs(resume: Resume, begin: int) -> bool:
    """Whether no heading of anything but work stands between a line and the jobs that were read, or above it."""
    above = resume.text[:begin].split("\n")
    heading = next((found for line in reversed(above) if (found := section_named(line, styled=True))), None)
    return heading == "experience"


def _unread(resume: Resume) -> Iterator[int]:
    """Where an open period stands of which nothing was read."""
    periods = [entry.period for entry in (*resume.roles, *resume.volunteering)]
    periods += [entry.period for entry in resume.education]
    known = [place for period in periods if period for place in period.evidence]
    for found in _OPEN_END.finditer(resume.text):
        if any(place.start < found.end() and found.start() < place.end for place in known):
            continue
        if not any(map(is_pause, _lines_at(resume.text, found.start()))):
            yield found.start()


def _lines_at(text: str, at: int) -> list[str]:
    """The line of a place and the one above it, which may be its heading."""
    begin = text.rfind("\n", 0, at) + 1
    above = text[:begin].rstrip("\n").rpartition("\n")[2]
    return [text[begin:].partition("\n")[0].strip(), above.strip()]
