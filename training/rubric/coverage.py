"""What a good summary tells: the latest title, the years, three skills and a result in figures."""

import re

from functions.summarize.resume import Resume
from training.rubric.prose import figures, folded, sentences


def covers(summary: str, *, resume: Resume) -> dict[str, bool]:
    """Whether each of these is told; one that the resume does not have is left out of the answer."""
    said = folded(summary)
    told: dict[str, bool] = {}
    if title := latest_title(resume):
        told["title"] = title in said
    if resume.experience and resume.experience.years:
        told["years"] = re.search(r"\byears?\b", next(iter(sentences(said)), "")) is not None
    if resume.skills:
        named = sum(_mentions(said, skill.name) for skill in resume.skills)
        told["skills"] = named >= min(3, len(resume.skills))
    if results := [each.text.value for each in resume.achievements if each.quantified]:
        here = {each.meaning for each in figures(summary)}
        told["result"] = any(each.meaning in here for result in results for each in figures(result))
    return told


def _mentions(said: str, name: str) -> bool:
    return re.search(rf"(?<![^\W_]){re.escape(folded(name))}(?![^\W_])", said) is not None


def latest_title(resume: Resume) -> str:
    title = resume.roles[0].title if resume.roles else resume.headline
    return bare_title(title.value) if title else ""


def bare_title(title: str) -> str:
    return re.sub(r"\s*\([^)]*\)", "", folded(title)).strip()
