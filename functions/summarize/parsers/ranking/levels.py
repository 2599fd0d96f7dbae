"""The level of the present role, only where words or dates show it."""

import re
import tomllib
from functools import cache
from pathlib import Path

from functions.summarize.resume import Fact, Resume

BANDS = Path(__file__).parent / "data" / "levels.toml"
JUNIOR_UNTIL, MID_FROM, MID_UNTIL = 24, 36, 120


def read_level(resume: Resume) -> Fact[str] | None:
    """The band: a word of the newest title says it, else the months worked; None where neither does."""
    title = resume.roles[0].title if resume.roles else resume.headline
    if title and (band := band_of(title.value)):
        return Fact(band, title.evidence, 0.9, "title-word")
    return _by_months(resume)


def band_of(title: str) -> str | None:
    """The band that the words of a title name: "Senior Nurse" is senior, "Account Manager" no manager."""
    for band, pattern, exceptions in _bands():
        if pattern.search(title) and not exceptions.search(title):
            return band
    return None


def _by_months(resume: Resume) -> Fact[str] | None:
    worked = resume.experience
    if worked is None or not worked.evidence or worked.months == 0:
        return _by_education(resume)
    if worked.months < JUNIOR_UNTIL:
        return Fact("junior", worked.evidence, 0.6, "months-worked")
    if MID_FROM <= worked.months < MID_UNTIL:
        return Fact("mid", worked.evidence, 0.6, "months-worked")
    return None


def _by_education(resume: Resume) -> Fact[str] | None:
    """A degree and no employment."""
    degrees = [course.degree for course in resume.education if course.degree]
    if not degrees or any(role.kind == "employment" for role in resume.roles):
        return None
    return Fact("graduate", degrees[0].evidence, 0.6, "degree-and-no-employment")


@cache
def _bands() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    """Bands from the highest; in "Assistant Director" the exception decides."""
    data = tomllib.loads(BANDS.read_text(encoding="utf-8"))
    return tuple((band, _any(words["words"]), _any(words["exceptions"])) for band, words in data.items())


def _any(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)" if words else r"(?!)", re.IGNORECASE)
