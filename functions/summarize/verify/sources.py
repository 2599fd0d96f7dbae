"""The entries of a resume as a parser read it, and of a JSON Resume document from outside."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from functions.summarize.jsonresume.document import to_json_resume
from functions.summarize.planning.families import family_of, is_shared
from functions.summarize.planning.vocabulary import vocabulary
from functions.summarize.resume import Resume
from functions.summarize.verify.entries import (
    Entries,
    Entry,
    EntryKind,
    Statement,
    StatementField,
    dates_of,
    month_of,
)

_Fields = Mapping[str, StatementField]
_SECTIONS: Mapping[str, tuple[EntryKind, _Fields]] = {
    "work": ("role", {
        "position": "title", "name": "employer", "location": "location", "description": "line", "summary": "line",
        "highlights": "line",
    }),
    "volunteer": ("volunteering", {
        "position": "title", "organization": "employer", "summary": "line", "highlights": "line",
    }),
    "education": ("education", {
        "studyType": "degree", "area": "subject", "institution": "institution", "score": "line", "courses": "line",
    }),
    "certificates": ("credential", {"name": "credential", "issuer": "institution"}),
    "skills": ("skill", {"name": "skill", "keywords": "skill"}),
    "languages": ("language", {"language": "language", "fluency": "level"}),
    "projects": ("project", {
        "name": "line", "description": "line", "highlights": "line", "keywords": "skill", "roles": "title",
        "entity": "employer",
    }),
    "publications": ("publication", {"name": "line", "publisher": "institution", "summary": "line"}),
    "awards": ("award", {"title": "line", "awarder": "institution", "summary": "line"}),
    "interests": ("skill", {"name": "skill", "keywords": "skill"}),
}  # fmt: skip
_PLACES = {
    "work": "roles", "education": "education", "certificates": "credentials", "skills": "skills",
    "languages": "languages", "awards": "awards",
}  # fmt: skip
_PERSON: _Fields = {"name": "name", "label": "headline", "summary": "profile"}
_DATES = (("startDate", "endDate"), ("date", "releaseDate"))
_WITHOUT_END = frozenset({"role", "volunteering"})


def entries_of_resume(resume: Resume, more: tuple[Statement, ...] = ()) -> Entries:
    """The entries of a parsed resume; `more` is what was derived from it about the person (years, field, title)."""
    return entries_of_document(to_json_resume(resume), more)


def entries_of_document(document: Mapping[str, object], more: tuple[Statement, ...] = ()) -> Entries:
    """The entries of a JSON Resume document whose shape was checked. Contact data and references are left out."""
    items = (
        replace(
            _entry(kind, fields, item), place=f"{_PLACES[section]}.{number}" if section in _PLACES else ""
        )
        for section, (kind, fields) in _SECTIONS.items()
        for number, item in enumerate(_list(document.get(section)))
    )
    entries = [_person(document, more), *items]
    now, months = _measured(document, entries)
    return Entries(tuple(entry for entry in entries if entry.statements), now, months)


def _person(document: Mapping[str, object], more: tuple[Statement, ...]) -> Entry:
    basics = document.get("basics")
    stated = tuple(_statements(basics, _PERSON)) if isinstance(basics, Mapping) else ()
    return Entry("person", (*stated, *more))


def _entry(kind: EntryKind, fields: _Fields, item: Mapping[str, object]) -> Entry:
    (start, end), (day, released) = (tuple(_date(item, key) for key in keys) for keys in _DATES)
    stated = tuple(_statements(item, fields))
    statements = (
        *stated,
        *_training(stated),
        *_line_of_work(stated),
        *dates_of(start or day, end or released),
    )
    current = end is None and start is not None and kind in _WITHOUT_END
    return Entry(
        kind, statements, month_of(start) if start else None, month_of(end) if end else None, current=current
    )


def _training(stated: Sequence[Statement]) -> Iterator[Statement]:
    """What the job of a trainee is called: a summary says "including a traineeship"."""
    for one in stated:
        named = vocabulary().training_name(one.text) if one.field == "title" else None
        if named:
            yield Statement("title", named)


def _line_of_work(stated: Sequence[Statement]) -> Iterator[Statement]:
    """What a job is in, as a summary says it of the years: "nursing"; nothing where the title alone does not tell."""
    for one in stated:
        family = family_of(one.text) if one.field == "title" and not is_shared(one.text) else None
        if family and family.is_shown(one.text, (other.text for other in stated)):
            yield Statement("field", family.said_of(one.text))


def _statements(item: Mapping[str, object], fields: _Fields) -> Iterator[Statement]:
    for key, field in fields.items():
        value = item.get(key)
        for text in value if isinstance(value, list) else [value]:
            if isinstance(text, str) and text.strip():
                yield Statement(field, text.strip())


def _date(item: Mapping[str, object], key: str) -> str | None:
    value = item.get(key)
    return value if isinstance(value, str) and value.strip() else None


def _list(value: object) -> list[Mapping[str, object]]:
    return [item for item in value if isinstance(item, Mapping)] if isinstance(value, list) else []


def _measured(document: Mapping[str, object], entries: list[Entry]) -> tuple[int, int | None]:
    """The month that "present" means, and the months of employment; both an extension of our own documents."""
    meta = document.get("meta")
    experience = meta.get("yearsExperience") if isinstance(meta, Mapping) else None
    known = experience if isinstance(experience, Mapping) else {}
    as_of, months = known.get("asOf"), known.get("months")
    stated = month_of(as_of) if isinstance(as_of, str) else None
    latest = max(
        (edge for entry in entries for edge in (entry.start, entry.end) if edge is not None), default=None
    )
    now = stated or latest or month_of(date.min.isoformat()) or 0
    return now, months if isinstance(months, int) and not isinstance(months, bool) else None
