"""A resume as a JSON Resume document, and where each of its values stands in the DOCX.

Schema: https://jsonresume.org/schema, version 1.0.0. Empty keys are left out. Extensions, which the schema
allows: `meta.yearsExperience`, since the figure cannot be had from the dates alone (with `rule` "confirmed" where a
person says that it holds over the dates); `work[].type` ("internship"), since
internships do not count; `status` of what is not held as it stands ("in progress", "expired").
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any, TypeVar

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
    PartialDate,
    Period,
    Resume,
    Role,
    Skill,
    Status,
)

T = TypeVar("T")

NETWORKS = {
    "linkedin.com": "LinkedIn", "github.com": "GitHub", "gitlab.com": "GitLab", "xing.com": "XING",
    "twitter.com": "Twitter", "x.com": "X", "behance.net": "Behance", "dribbble.com": "Dribbble",
    "orcid.org": "ORCID", "researchgate.net": "ResearchGate", "scholar.google.com": "Google Scholar",
    "stackoverflow.com": "Stack Overflow", "medium.com": "Medium", "kaggle.com": "Kaggle",
    "instagram.com": "Instagram", "facebook.com": "Facebook", "youtube.com": "YouTube", "vimeo.com": "Vimeo",
}  # fmt: skip
LINK = re.compile(r"(?:https?://)?(?:www\.)?(?P<host>[^/\s]+)(?P<path>/\S*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A value of the document and where it comes from."""

    value: str | int
    evidence: tuple[Evidence, ...]
    confidence: float = 1.0
    rule: str | None = None


def to_json_resume(resume: Resume) -> dict[str, Any]:
    """The JSON Resume document of a resume."""
    document: dict[str, Any] = _values(_tree(resume))
    return document


def pointers(resume: Resume) -> dict[str, dict[str, Any]]:
    """Where each value of the document stands: JSON pointer (RFC 6901) to evidence, confidence and rule."""
    return {
        pointer: {
            "evidence": [asdict(place) for place in leaf.evidence],
            "confidence": leaf.confidence,
            "rule": leaf.rule,
        }
        for pointer, leaf in _leaves(_tree(resume), "")
    }


def _tree(resume: Resume) -> dict[str, Any]:
    """The document with a leaf in the place of each value."""
    tree = {
        "basics": _basics(resume),
        "work": [_work(role) for role in resume.roles],
        "volunteer": [_volunteer(role) for role in resume.volunteering],
        "education": [_education(course) for course in resume.education],
        "certificates": [_certificate(credential) for credential in resume.credentials],
        "skills": [_skill(skill) for skill in resume.skills],
        "languages": [_language(language) for language in resume.languages],
        "projects": [_project(entry) for entry in resume.projects],
        "publications": [_publication(entry) for entry in resume.publications],
        "awards": [_award(entry) for entry in resume.awards],
        "meta": _meta(resume.experience),
    }
    kept: dict[str, Any] = _without_empty(tree)
    return kept


def _basics(resume: Resume) -> dict[str, Any]:
    contact = resume.contact
    latest = resume.roles[0].title if resume.roles else None
    return {
        "name": _leaf(resume.name),
        "label": _leaf(resume.headline or latest),
        "email": _leaf(_first(contact.emails)),
        "phone": _leaf(_first(contact.phones)),
        "url": _leaf(next(_sites(contact), None), _address),
        "summary": _leaf(resume.summary),
        "location": _location(contact.location),
        "profiles": list(_profiles(contact)),
    }


def _location(fact: Fact[str] | None) -> dict[str, Any]:
    """The place as stated; its first part is a city where no figure speaks of a street."""
    if fact is None:
        return {}
    city = None if re.search(r"\d", fact.value) else fact
    return {"address": _leaf(fact), "city": _leaf(city, lambda text: text.split(",")[0].strip())}


def _profiles(contact: Contact) -> Iterator[dict[str, Any]]:
    for link in contact.links:
        if network := _network(link.value):
            yield {
                "network": _Leaf(network, link.evidence, link.confidence, "link-host"),
                "username": _leaf(link, lambda url: url.rstrip("/").rsplit("/", 1)[-1]),
                "url": _leaf(link, _address),
            }


def _sites(contact: Contact) -> Iterator[Fact[str]]:
    return (link for link in contact.links if _network(link.value) is None and _address(link.value))


def _network(link: str) -> str | None:
    found = LINK.match(link)
    host = found["host"].lower() if found else ""
    if found is None or not (found["path"] or "").strip("/"):
        return None
    return next((name for site, name in NETWORKS.items() if host == site or host.endswith(f".{site}")), None)


def _address(link: str) -> str:
    return link if re.match(r"https?://", link, re.IGNORECASE) else f"https://{link}"


def _work(role: Role) -> dict[str, Any]:
    return {
        "name": _leaf(role.employer),
        "position": _leaf(role.title),
        "location": _leaf(role.location),
        **_dates(role.period),
        "highlights": [_leaf(bullet) for bullet in role.bullets],
        "type": _leaf(role.title, lambda _: role.kind) if role.kind == "internship" else None,
    }


def _volunteer(role: Role) -> dict[str, Any]:
    return {
        "organization": _leaf(role.employer),
        "position": _leaf(role.title),
        **_dates(role.period),
        "highlights": [_leaf(bullet) for bullet in role.bullets],
    }


def _education(course: Education) -> dict[str, Any]:
    return {
        "institution": _leaf(course.institution),
        "studyType": _leaf(course.degree),
        "area": _leaf(course.field),
        **_dates(course.period),
        "score": _leaf(course.grade),
        "status": _leaf(course.status),
    }


def _certificate(credential: Credential) -> dict[str, Any]:
    return {
        "name": _leaf(credential.name),
        "issuer": _leaf(credential.issuer),
        "date": _date(credential.date),
        "status": _leaf(credential.status),
    }


def _skill(skill: Skill) -> dict[str, Any]:
    """The usual name; other spellings of the resume are its keywords."""
    spellings = {place.quote.casefold(): place for place in skill.evidence}
    spellings.pop(skill.name.casefold(), None)
    return {
        "name": _Leaf(skill.name, skill.evidence, skill.confidence),
        "keywords": [_Leaf(place.quote, (place,), skill.confidence) for place in spellings.values()],
        "status": _leaf(skill.status),
    }


def _language(language: Language) -> dict[str, Any]:
    return {"language": _leaf(language.name), "fluency": _leaf(language.fluency)}


def _project(entry: Entry) -> dict[str, Any]:
    return {
        "name": _leaf(entry.name),
        "highlights": [_leaf(detail) for detail in entry.details],
        **_dates(entry.period),
    }


def _publication(entry: Entry) -> dict[str, Any]:
    return {
        "name": _leaf(entry.name),
        "releaseDate": _last_date(entry.period),
        "summary": _joined(entry.details),
    }


def _award(entry: Entry) -> dict[str, Any]:
    return {
        "title": _leaf(entry.name),
        "date": _last_date(entry.period),
        "summary": _joined(entry.details),
    }


def _meta(experience: Experience | None) -> dict[str, Any]:
    if experience is None:
        return {}
    derived: dict[str, str | int] = {
        "value": experience.years,
        "months": experience.months,
        "asOf": experience.as_of.isoformat(),
    }
    if experience.rule == CONFIRMED:  # it has to hold when the document is given back
        derived["rule"] = CONFIRMED
    return {
        "yearsExperience": {
            key: _Leaf(value, experience.evidence, 1.0, experience.rule) for key, value in derived.items()
        }
    }


def _dates(period: Fact[Period] | None) -> dict[str, Any]:
    """Start and end; without an end it goes on, as readers of JSON Resume take it, so a single date is both."""
    start, end = _end_of(period, "start"), _end_of(period, "end")
    goes_on = period is None or period.value.current
    return {"startDate": start, "endDate": end or (None if goes_on else start)}


def _last_date(period: Fact[Period] | None) -> _Leaf | None:
    return _end_of(period, "end") or _end_of(period, "start")


def _end_of(period: Fact[Period] | None, end: str) -> _Leaf | None:
    if period is None:
        return None
    date = period.value.start if end == "start" else period.value.end
    return _Leaf(str(date), period.evidence, period.confidence, period.rule) if date else None


def _date(fact: Fact[PartialDate] | None) -> _Leaf | None:
    return _Leaf(str(fact.value), fact.evidence, fact.confidence, fact.rule) if fact else None


def _leaf(fact: Fact[str] | Fact[Status] | None, change: Callable[[str], str] = str) -> _Leaf | None:
    return _Leaf(change(fact.value), fact.evidence, fact.confidence, fact.rule) if fact else None


def _joined(facts: Iterable[Fact[str]]) -> _Leaf | None:
    """Several lines as one value."""
    lines = tuple(facts)
    if not lines:
        return None
    places = tuple(place for fact in lines for place in fact.evidence)
    return _Leaf("\n".join(fact.value for fact in lines), places, min(fact.confidence for fact in lines))


def _first(facts: tuple[T, ...]) -> T | None:
    return facts[0] if facts else None


def _without_empty(node: Any) -> Any:
    """The tree without None, and without lists and objects in which nothing is left."""
    if isinstance(node, dict):
        kept = {key: _without_empty(value) for key, value in node.items()}
        return {key: value for key, value in kept.items() if value not in (None, {}, [])}
    if isinstance(node, list):
        return [value for value in map(_without_empty, node) if value not in (None, {}, [])]
    return node


def _values(node: Any) -> Any:
    if isinstance(node, dict):
        return {key: _values(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_values(value) for value in node]
    return node.value


def _leaves(node: Any, pointer: str) -> Iterator[tuple[str, _Leaf]]:
    if isinstance(node, _Leaf):
        yield pointer, node
        return
    entries = node.items() if isinstance(node, dict) else enumerate(node)
    for key, value in entries:
        yield from _leaves(value, f"{pointer}/{key}")
