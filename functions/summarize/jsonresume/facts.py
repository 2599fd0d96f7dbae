"""A JSON Resume document as the facts of a resume, each stated by the person who gave it.

The document is what `to_json_resume` makes, corrected by hand; any other JSON Resume will do. The text that evidence
points into is made of its values, one a line, in the order in which they are read.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar, get_args

from functions.common.errors import MalformedRequest
from functions.summarize.jsonresume.shape import as_date, as_list, as_object, as_text
from functions.summarize.language_detection import language_of
from functions.summarize.parsers.evidence import Source
from functions.summarize.parsers.experience import STATED, experience_of, years_not_borne_out
from functions.summarize.parsers.facts import newest_first
from functions.summarize.resume import (
    CONFIRMED,
    Contact,
    Credential,
    Education,
    Entry,
    Evidence,
    Experience,
    Fact,
    Language,
    Period,
    Resume,
    Role,
    RoleKind,
    Section,
    Skill,
    Status,
)
from functions.summarize.status import status_of

T = TypeVar("T")
_Entry = tuple[Mapping[str, object], str]
"""An entry of a list and its place, for messages."""

_MOST_YEARS = 80
_GOES_ON = re.compile(r"present|current|now|ongoing|today", re.IGNORECASE)


def resume_of_json(document: object, as_of: date) -> Resume:
    """The facts of a JSON Resume document; what parsers derive from them stays empty.

    Raises `MalformedRequest` naming the place that has another shape, is too long, or is no date. Keys that are not
    known here are left out.
    """
    root = as_object(document, "resume")
    page = _Page()
    basics = _part(root, "basics")
    name = page.said(basics, "name", "basics", "contact")
    label = page.said(basics, "label", "basics", "contact")
    resume = Resume(
        text="",
        name=name,
        contact=_contact(basics, page),
        summary=page.said(basics, "summary", "basics", "summary"),
        roles=newest_first([_role(*each, page, "employment") for each in _entries(root, "work")]),
        volunteering=newest_first(
            [_role(*each, page, "volunteering") for each in _entries(root, "volunteer")]
        ),
        education=tuple(_course(*each, page) for each in _entries(root, "education")),
        credentials=tuple(
            held for each in _entries(root, "certificates") if (held := _credential(*each, page))
        ),
        skills=_skills(root, page),
        languages=tuple(one for each in _entries(root, "languages") if (one := _language(*each, page))),
        projects=_items(root, "projects", "name", page),
        publications=_items(root, "publications", "name", page),
        awards=_items(root, "awards", "title", page),
    )
    latest = resume.roles[0].title if resume.roles else None
    # `to_json_resume` repeats the latest title where a resume has no headline.
    headline = None if label and latest and label.value == latest.value else label
    experience = _experience(root, resume.roles, as_of, page)
    return replace(
        resume,
        text=page.text,
        headline=headline,
        experience=experience,
        years_stated=_by_person(
            years_not_borne_out(experience, (headline, resume.summary), Source(page.text, "summary"))
        ),
        language=language_of(page.text),
    )


def _by_person(fact: Fact[T] | None) -> Fact[T] | None:
    """The fact as the person states it who gave the document."""
    if fact is None:
        return None
    return replace(fact, evidence=tuple(replace(place, source="person") for place in fact.evidence))


@dataclass(slots=True)
class _Page:
    """The text that is made of the values while they are read."""

    lines: list[str] = field(default_factory=list)
    length: int = 0

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def put(self, value: T, line: str, section: Section, rule: str | None = None) -> Fact[T]:
        """A value, stated by a line of its own."""
        place = Evidence(self.length, self.length + len(line), line, section, "person")
        self.lines.append(line)
        self.length = place.end + 1
        return Fact(value, (place,), rule=rule)

    def said(self, entry: Mapping[str, object], key: str, place: str, section: Section) -> Fact[str] | None:
        """The text under a key, on one line."""
        line = " ".join(as_text(entry.get(key), f"{place}.{key}").split("\n"))
        return self.put(line, line, section) if line else None

    def each(
        self, entry: Mapping[str, object], key: str, place: str, section: Section
    ) -> tuple[Fact[str], ...]:
        """The texts of a list under a key, or the lines of a text there."""
        where, value = f"{place}.{key}", entry.get(key)
        given = as_list(value, where) if not isinstance(value, str) else value.splitlines()
        texts = (as_text(one, f"{where}[{at}]").replace("\n", " ") for at, one in enumerate(given))
        return tuple(self.put(text, text, section) for text in texts if text)


def _entries(root: Mapping[str, object], key: str) -> Iterator[_Entry]:
    for at, entry in enumerate(as_list(root.get(key), key)):
        yield as_object(entry, f"{key}[{at}]"), f"{key}[{at}]"


def _part(entry: Mapping[str, object], key: str, place: str = "") -> Mapping[str, object]:
    """The object under a key; an empty one where there is none."""
    value = entry.get(key)
    return {} if value is None else as_object(value, place + key)


def _contact(basics: Mapping[str, object], page: _Page) -> Contact:
    one = {key: page.said(basics, key, "basics", "contact") for key in ("email", "phone", "url")}
    profiles = as_list(basics.get("profiles"), "basics.profiles")
    links = [
        page.said(as_object(profile, place), "url", place, "contact")
        for at, profile in enumerate(profiles)
        if (place := f"basics.profiles[{at}]")
    ]
    return Contact(
        emails=(one["email"],) if one["email"] else (),
        phones=(one["phone"],) if one["phone"] else (),
        links=tuple(link for link in (one["url"], *links) if link),
        location=_location(basics, page),
    )


def _location(basics: Mapping[str, object], page: _Page) -> Fact[str] | None:
    location = basics.get("location")
    if location is None or isinstance(location, str):
        return page.said(basics, "location", "basics", "contact")
    parts = as_object(location, "basics.location")
    if parts.get("address"):
        return page.said(parts, "address", "basics.location", "contact")
    told = [as_text(parts.get(key), f"basics.location.{key}") for key in ("city", "region")]
    line = ", ".join(part.replace("\n", ", ") for part in told if part)
    return page.put(line, line, "contact") if line else None


def _role(entry: Mapping[str, object], place: str, page: _Page, kind: RoleKind) -> Role:
    section: Section = "volunteering" if kind == "volunteering" else "experience"
    name = "organization" if kind == "volunteering" else "name"
    if entry.get("type") == "internship" and kind == "employment":
        kind = "internship"
    return Role(
        title=page.said(entry, "position", place, section),
        employer=page.said(entry, name, place, section),
        location=page.said(entry, "location", place, section),
        period=_period(entry, place, page, section),
        bullets=(
            *page.each(entry, "summary", place, section),
            *page.each(entry, "highlights", place, section),
        ),
        kind=kind,
    )


def _period(entry: Mapping[str, object], place: str, page: _Page, section: Section) -> Fact[Period] | None:
    """Without an end it goes on, as JSON Resume has it."""
    told = entry.get("endDate")
    goes_on = isinstance(told, str) and bool(_GOES_ON.fullmatch(told.strip()))
    start = as_date(entry.get("startDate"), f"{place}.startDate")
    end = None if goes_on else as_date(told, f"{place}.endDate")
    if start and end and (end.year, end.month or 12) < (start.year, start.month or 1):
        raise MalformedRequest(f"{place}.endDate lies before {place}.startDate.")
    if start is None and end is None:
        return None
    current = end is None
    line = " – ".join(str(day) for day in (start, end) if day) + (" –" if current else "")
    return page.put(Period(start, end, current=current), line, section)


def _course(entry: Mapping[str, object], place: str, page: _Page) -> Education:
    section: Section = "education"
    return Education(
        degree=page.said(entry, "studyType", place, section),
        field=page.said(entry, "area", place, section),
        institution=page.said(entry, "institution", place, section),
        period=_period(entry, place, page, section),
        grade=page.said(entry, "score", place, section),
        status=_status(entry, place, page, section),
    )


def _credential(entry: Mapping[str, object], place: str, page: _Page) -> Credential | None:
    section: Section = "certifications"
    name = page.said(entry, "name", place, section)
    issuer = page.said(entry, "issuer", place, section)
    day = as_date(entry.get("date"), f"{place}.date")
    status = _status(entry, place, page, section)
    return (
        Credential(name, issuer, page.put(day, str(day), section) if day else None, status) if name else None
    )


def _skills(root: Mapping[str, object], page: _Page) -> tuple[Skill, ...]:
    found: dict[str, Skill] = {}
    for entry, place in _entries(root, "skills"):
        name = page.said(entry, "name", place, "skills")
        spellings = page.each(entry, "keywords", place, "skills")
        level = as_text(entry.get("level"), f"{place}.level")
        status = _status(entry, place, page, "skills")
        if name is None:
            continue
        if status is None and (limit := status_of(f"{name.value} ({level})", "skill")):
            status = page.put(limit.status, level or name.value, "skills")
        evidence = tuple(where for fact in (name, *spellings) for where in fact.evidence)
        found.setdefault(name.value.casefold(), Skill(name.value, evidence, status=status))
    return tuple(found.values())


def _language(entry: Mapping[str, object], place: str, page: _Page) -> Language | None:
    name = page.said(entry, "language", place, "languages")
    fluency = page.said(entry, "fluency", place, "languages")
    return Language(name, fluency) if name else None


def _items(root: Mapping[str, object], section: Section, title: str, page: _Page) -> tuple[Entry, ...]:
    found: list[Entry] = []
    for entry, place in _entries(root, section):
        name = page.said(entry, title, place, section)
        details = [
            detail
            for key in ("description", "summary", "highlights")
            for detail in page.each(entry, key, place, section)
        ]
        key = next((key for key in ("startDate", "date", "releaseDate") if entry.get(key)), "startDate")
        dated = {"startDate": entry.get(key), "endDate": entry.get("endDate") or entry.get(key)}
        period = _period(dated, place, page, section)
        found += [Entry(name, tuple(details), period)] if name else []
    return tuple(found)


def _status(entry: Mapping[str, object], place: str, page: _Page, section: Section) -> Fact[Status] | None:
    told = as_text(entry.get("status"), f"{place}.status")
    if not told:
        return None
    known: dict[str, Status] = {status: status for status in get_args(Status)}
    if told not in known:
        raise MalformedRequest(f"{place}.status is not known; allowed: {', '.join(known)}, or leave it out.")
    return page.put(known[told], told, section)


def _experience(
    root: Mapping[str, object], roles: tuple[Role, ...], as_of: date, page: _Page
) -> Experience | None:
    """Counted from the dates of the roles; where none is dated, as stated in `meta` or in the text.

    Years under the rule "confirmed" in `meta` are the person's own word, which holds over the dates.
    """
    given = _part(_part(root, "meta"), "yearsExperience", "meta.")
    value = given.get("value")
    known = isinstance(value, int) and not isinstance(value, bool) and 0 < value <= _MOST_YEARS
    if isinstance(value, int) and known and given.get("rule") == CONFIRMED:
        return _years(value, as_of, CONFIRMED, page)
    counted = experience_of(roles, as_of, Source(page.text, "experience"))
    if counted is not None:
        return replace(counted, evidence=tuple(replace(place, source="person") for place in counted.evidence))
    dated = any(role.period for role in roles)
    return _years(value, as_of, STATED, page) if isinstance(value, int) and known and not dated else None


def _years(value: int, as_of: date, rule: str, page: _Page) -> Experience:
    return Experience(value * 12, as_of, rule, page.put(value, f"{value}+", "experience").evidence)
