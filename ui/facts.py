"""A JSON Resume in readable form, as HTML in which every word of the resume is escaped."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ui.wording import plain_html

_MUTED = "opacity:.7"


def facts_html(resume: Mapping[str, Any]) -> str:
    """The facts by section; sections without facts are left out."""
    parts = [_section("Person", _person(resume.get("basics", {})))]
    for title, key, line in _SECTIONS:
        lines = map(line, resume.get(key, ()))
        parts.append(_section(title, [", ".join(lines)] if key in _LISTS else lines))
    return "".join(parts)


def _section(title: str, lines: Iterable[str]) -> str:
    items = "".join(f"<li style='margin:0 0 .4rem'>{line}</li>" for line in lines if line)
    if not items:
        return ""
    heading = f"<h2 style='font-size:1rem;margin:1.2rem 0 .4rem'>{title}</h2>"
    return f"{heading}<ul style='margin:0;padding-left:1.1rem'>{items}</ul>"


def _person(basics: Mapping[str, Any]) -> Iterator[str]:
    location = basics.get("location", {})
    yield _joined(basics, "name", "label")
    yield _joined(basics, "email", "phone", by=" · ")
    yield _joined(location, "address") or _joined(location, "city", "region", "countryCode")
    yield from (plain_html(str(profile.get("url", ""))) for profile in basics.get("profiles", ()))


def _work(item: Mapping[str, Any]) -> str:
    head = _joined(item, "position", "name", "organization") + _dates(item)
    highlights = "".join(f"<li>{plain_html(str(line))}</li>" for line in item.get("highlights", ()))
    return head + (f"<ul style='padding-left:1.1rem'>{highlights}</ul>" if highlights else "")


def _education(item: Mapping[str, Any]) -> str:
    return _joined(item, "studyType", "area", "institution", "score") + _dates(item)


def _skill(item: Mapping[str, Any]) -> str:
    keywords = ", ".join(str(word) for word in item.get("keywords", ()))
    return _joined({**item, "keywords": keywords}, "name", "keywords", by=": ")


def _named(item: Mapping[str, Any]) -> str:
    return _joined(
        item, "name", "title", "language", "fluency", "issuer", "awarder", "publisher", "date"
    ) + _dates(item)


def _joined(item: Mapping[str, Any], *keys: str, by: str = ", ") -> str:
    return by.join(plain_html(str(item[key])) for key in keys if item.get(key))


def _dates(item: Mapping[str, Any]) -> str:
    start, end = item.get("startDate"), item.get("endDate")
    if not (start or end):
        return ""
    # A period without an end may go on or may not say: the page claims neither.
    period = plain_html(f"{start} – {end}" if start and end else f"from {start}" if start else f"until {end}")
    return f" <span style='{_MUTED}'>{period}</span>"


_SECTIONS = (
    ("Work", "work", _work),
    ("Volunteering", "volunteer", _work),
    ("Education", "education", _education),
    ("Skills", "skills", _skill),
    ("Certificates", "certificates", _named),
    ("Languages", "languages", _named),
    ("Projects", "projects", _named),
    ("Publications", "publications", _named),
    ("Awards", "awards", _named),
)
_LISTS = {"skills", "languages"}
"""Sections of short items, which read better on one line."""
