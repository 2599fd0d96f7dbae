"""Response bodies as text for people at a terminal."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from functions.summarize.commandline.backend import Body


def summary(body: Body) -> str:
    """The paragraph, or the lines of a brief, and below it the others to choose from."""
    versions = [body, *body["alternatives"]]
    if len(versions) == 1:
        return str(body["summary"])
    return "\n\n".join(f"{number}. {version['summary']}" for number, version in enumerate(versions, start=1))


def notes(body: Body) -> Iterator[str]:
    """What else is worth knowing: why the parser was chosen, what of the target is stated, the warnings."""
    if reason := body["parser"]["reason"]:
        yield f"parser {body['parser']['id']}: {reason}"
    terms = (body["target"] or {}).get("terms", ())
    for stated, about in ((True, "stated"), (False, "not stated")):
        if named := [str(term["term"]) for term in terms if term["stated"] is stated]:
            yield f"of the target, {about}: {', '.join(named)}"
    yield from (str(warning["message"]) for warning in body["warnings"])


def facts(body: Body) -> str:
    """The JSON Resume as headed lists, with the years of experience and how they were counted."""
    lines = [*_person(body["resume"].get("basics", {})), *_experience(body["years_experience"])]
    for heading, key, line in _SECTIONS:
        if items := body["resume"].get(key):
            lines += ["", heading, *(f"  {line(item)}" for item in items)]
    return "\n".join(lines)


def verdicts(body: Body) -> str:
    """Each sentence with a tick or with what is wrong with it."""
    lines: list[str] = []
    for sentence in body["sentences"]:
        lines.append(f"{'ok ' if sentence['supported'] else 'NO '} {sentence['text']}")
        lines += [f"      {problem}" for problem in sentence["problems"]]
    return "\n".join(lines)


def cards(items: Iterable[Mapping[str, Any]]) -> str:
    """One line an item: its id and what it says of itself."""
    rows = [(str(item["id"]), _about(item)) for item in items]
    width = max((len(identity) for identity, _ in rows), default=0)
    return "\n".join(f"{identity:<{width}}  {about}" for identity, about in rows) or "None is installed."


def _about(item: Mapping[str, Any]) -> str:
    return _joined(item, "name", "description", by=": ")


def _person(basics: Mapping[str, Any]) -> Iterator[str]:
    if name := _joined(basics, "name", "label"):
        yield name
    contact = [
        basics.get("email"),
        basics.get("phone"),
        *(link.get("url") for link in basics.get("profiles", ())),
    ]
    if known := [str(value) for value in contact if value]:
        yield " | ".join(known)


def _experience(years: Mapping[str, Any] | None) -> Iterator[str]:
    if years:
        yield f"{years['value']}+ years of experience ({years['months']} months as of {years['as_of']})"


def _joined(item: Mapping[str, Any], *keys: str, by: str = ", ") -> str:
    return by.join(str(item[key]) for key in keys if item.get(key))


def _dates(item: Mapping[str, Any]) -> str:
    """A period without an end may go on or may not say: neither is claimed."""
    start, end = item.get("startDate"), item.get("endDate")
    if start and end:
        return f" ({start} to {end})"
    return f" (from {start})" if start else f" (until {end})" if end else ""


def _work(item: Mapping[str, Any]) -> str:
    return "\n      ".join([_joined(item, "position", "name") + _dates(item), *item.get("highlights", ())])


def _education(item: Mapping[str, Any]) -> str:
    return _joined(item, "studyType", "area", "institution") + _dates(item)


def _named(item: Mapping[str, Any]) -> str:
    return _joined(item, "name", "issuer", "date")


def _skill(item: Mapping[str, Any]) -> str:
    return _joined({**item, "keywords": ", ".join(item.get("keywords", ()))}, "name", "keywords", by=": ")


def _language(item: Mapping[str, Any]) -> str:
    return _joined(item, "language", "fluency")


_SECTIONS = (
    ("Work", "work", _work),
    ("Volunteering", "volunteer", _work),
    ("Education", "education", _education),
    ("Skills", "skills", _skill),
    ("Certificates", "certificates", _named),
    ("Languages", "languages", _language),
    ("Projects", "projects", _named),
    ("Publications", "publications", _named),
    ("Awards", "awards", _named),
)
