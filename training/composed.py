"""Composed summaries: each record as the facts a parser would have found, and the texts written about them.

The split is one for everybody: a fifth of the records, chosen by a hash of the id, is never trained on and never
looked at while rules are written.
"""

import json
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from functions.summarize.resume import (
    Credential,
    Education,
    Entry,
    Evidence,
    Fact,
    Language,
    PartialDate,
    Period,
    Resume,
    Role,
    RoleKind,
    Section,
    Skill,
    Status,
)

COMPOSED = Path(__file__).parent / "data" / "composed"
_KEPT_OUT_OF = 5
_STATUS = re.compile(
    r"\s*\((?:[^()]*\b)?(?P<said>in progress|studying|expected|ongoing|under way|candidate|expired)\b[^()]*\)",
    re.IGNORECASE,
)
_TRAILING = re.compile(r"\s+(?:exams? )?in progress$", re.IGNORECASE)
_STATUSES: dict[str, Status] = {"expected": "expected", "candidate": "candidate", "expired": "expired"}
_LEVEL = re.compile(r"^(?P<name>.+?)(?: \((?P<level>[^()]+)\)| (?P<cefr>[ABC][12]))?$")
_NOT_EMPLOYMENT: dict[RoleKind, re.Pattern[str]] = {
    "internship": re.compile(r"\b(?:intern|internship|praktikant\w*|stagiaire)\b", re.IGNORECASE),
    "volunteering": re.compile(
        r"\bvolunteer(?!s|.*\b(?:manager|coordinator|programs?|programmes?|officer|director|services)\b)",
        re.IGNORECASE,
    ),
}


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence of a text and the places of the resume that it uses."""

    text: str
    uses: tuple[str, ...]


@dataclass(frozen=True)
class Record:
    """A resume with the summaries that a careful writer made of it.

    `years` and `field` are what the texts say, with the places they rest on; `rank` are the lines worth telling,
    best first.
    """

    id: str
    sector: str
    occupation: str
    as_of: date
    resume: Resume
    years: Mapping[str, Any] | None
    field: Mapping[str, Any] | None
    rank: tuple[str, ...]
    texts: Mapping[str, tuple[Told, ...]]
    source: Mapping[str, Any]

    @property
    def kept_out(self) -> bool:
        """Whether the record is for evaluation only."""
        return is_kept_out(self.id)

    @property
    def ordinary(self) -> bool:
        """Whether it is one of the resumes that are almost without figures."""
        return self.id.startswith("or-")


def is_kept_out(record_id: str) -> bool:
    """Whether the record with this id is for evaluation only: the same answer for everybody."""
    return zlib.crc32(record_id.encode()) % _KEPT_OUT_OF == 0


@cache
def records() -> tuple[Record, ...]:
    """All composed records in the order of the files."""
    return tuple(
        read_record(json.loads(line))
        for path in sorted(COMPOSED.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    )


def read_record(row: Mapping[str, Any]) -> Record:
    """One row of the data as a record; its evidence points into the resume's text."""
    year, month = map(int, row["as_of"].split("-"))
    texts = {
        name: tuple(Told(one["text"], tuple(one["uses"])) for one in told)
        for name, told in row["texts"].items()
    }
    return Record(
        row["id"],
        row["sector"],
        row["occupation"],
        date(year, month, 15),
        _Page().resume(row["resume"]),
        row["years"],
        row["field"],
        tuple(row["rank"]),
        texts,
        row,
    )


@dataclass
class _Page:
    """The text of a resume as it grows, one fact after the other."""

    lines: list[str] = field(default_factory=list)
    end: int = 0

    def fact(self, text: str | None, section: Section) -> Fact[str] | None:
        return self.stated(text, section) if text else None

    def stated(self, text: str, section: Section) -> Fact[str]:
        return Fact(text, (self.place(text, section),))

    def place(self, text: str, section: Section) -> Evidence:
        start = self.end
        self.lines.append(text)
        self.end += len(text) + 1
        return Evidence(start, start + len(text), text, section)

    def resume(self, row: Mapping[str, Any]) -> Resume:
        name = self.fact(row["name"], "contact")
        headline, summary = self.fact(row["headline"], "contact"), self.fact(row["profile"], "summary")
        roles = tuple(self.role(role) for role in row["roles"])
        skills = tuple(Skill(text, (self.place(text, "skills"),)) for text in _apart(row["skills"]) if text)
        credentials = tuple(self.credential(text) for text in row["credentials"])
        education = tuple(self.course(course) for course in row["education"])
        languages = tuple(self.language(text) for text in row["languages"])
        awards = tuple(Entry(self.stated(text, "awards")) for text in row["awards"])
        return Resume(
            text="\n".join(self.lines),
            name=name,
            headline=headline,
            summary=summary,
            roles=roles,
            education=education,
            skills=skills,
            credentials=credentials,
            languages=languages,
            awards=awards,
        )

    def role(self, row: Mapping[str, Any]) -> Role:
        title, employer = self.fact(row["title"], "experience"), self.fact(row["employer"], "experience")
        place = self.place(f"{row['start']} - {row['end']}", "experience")
        period = Fact(_period(row["start"], row["end"]), (place,))
        bullets = tuple(self.stated(text, "experience") for text in row["bullets"])
        found = (kind for kind, words in _NOT_EMPLOYMENT.items() if words.search(row["title"]))
        return Role(title, employer, None, period, bullets, next(found, "employment"))

    def credential(self, text: str) -> Credential:
        name, status = self.with_status(text, "certifications")
        return Credential(name, status=status)

    def course(self, row: Mapping[str, Any]) -> Education:
        degree, status = self.with_status(row["degree"], "education") if row["degree"] else (None, None)
        subject = self.fact(row["field"], "education")
        school = self.fact(row["institution"], "education")
        period = None
        if row["year"]:
            end = PartialDate(int(str(row["year"])[:4]))
            running = status is not None
            period = Fact(Period(None, end, running), (self.place(str(row["year"]), "education"),))
        return Education(degree, subject, school, period, status=status)

    def with_status(self, text: str, section: Section) -> tuple[Fact[str], Fact[Status] | None]:
        place = self.place(text, section)
        found = _STATUS.search(text) or _TRAILING.search(text)
        if found is None:
            return Fact(text, (place,)), None
        said = (found.groupdict().get("said") or "").lower()
        name = (text[: found.start()] + text[found.end() :]).strip()
        return Fact(name, (place,)), Fact(_STATUSES.get(said, "in progress"), (place,))

    def language(self, text: str) -> Language:
        found = _LEVEL.match(text)
        place = self.place(text, "languages")
        if found is None:
            return Language(Fact(text, (place,)))
        level = found["level"] or found["cefr"]
        return Language(Fact(found["name"], (place,)), Fact(level, (place,)) if level else None)


def _apart(skills: Sequence[str]) -> Iterator[str]:
    for skill in skills:
        yield skill.strip()


def _period(start: str, end: str) -> Period:
    return Period(_day(start), None if end == "present" else _day(end), end == "present")


def _day(text: str) -> PartialDate:
    year, _, month = text.partition("-")
    return PartialDate(int(year), int(month) if month else None)
