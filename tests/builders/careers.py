"""A resume of one job, as a composed record states it, and what the plan says at its end."""

from datetime import date
from typing import Any

from functions.summarize.planning.paragraph import plan_paragraph
from functions.summarize.resume import Resume
from functions.summarize.sentences import Options, Voice
from training.composed import read_record

TODAY = date(2026, 6, 15)


def resume_of(
    *lines: str,
    title: str = "Head of Operations",
    start: str = "2016-01",
    more: dict[str, list[Any]] | None = None,
) -> Resume:
    """The resume of Ana Lima, who has been with Orvik Pumps since then; `more` are its other lists."""
    role = {
        "title": title, "employer": "Orvik Pumps", "start": start, "end": "present", "bullets": list(lines),
    }  # fmt: skip
    stated: dict[str, Any] = {
        "name": "Ana Lima", "headline": None, "profile": None, "skills": [], "roles": [role],
        "credentials": [], "education": [], "languages": [], "awards": [],
    }  # fmt: skip
    row: dict[str, Any] = {
        "id": "x-1", "sector": "", "occupation": "", "as_of": "2026-06", "years": None, "field": None, "rank": [],
    }  # fmt: skip
    return read_record({**row, "texts": {}, "resume": stated | (more or {})}).resume


def closing_of(resume: Resume, voice: Voice = "implied") -> str:
    """The last sentence of its plan."""
    return plan_paragraph(resume, Options(TODAY, voice=voice), TODAY).sentences[-1].text
