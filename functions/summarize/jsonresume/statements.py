"""A JSON Resume document from outside as the facts that a text may be checked against."""

from collections.abc import Iterator, Mapping

from functions.common.errors import MalformedRequest
from functions.summarize.jsonresume.shape import as_list, as_object, kind_of
from functions.summarize.sentences import Field, PlanFact

_DATED: Mapping[str, Field] = {"startDate": "year", "endDate": "year", "date": "year", "releaseDate": "year"}

OBJECTS: Mapping[str, Mapping[str, Field]] = {
    "basics": {"name": "name", "label": "title", "summary": "bullet"},
}
LISTS: Mapping[str, Mapping[str, Field]] = {
    "work": {
        "position": "title", "name": "employer", "location": "domain", "description": "domain",
        "summary": "bullet", "highlights": "bullet",
    },
    "volunteer": {"position": "title", "organization": "employer", "summary": "bullet", "highlights": "bullet"},
    "education": {
        "studyType": "degree", "area": "field", "institution": "institution", "score": "bullet",
        "courses": "specialty",
    },
    "certificates": {"name": "credential", "issuer": "institution"},
    "skills": {"name": "skill", "keywords": "skill"},
    "languages": {"language": "skill", "fluency": "skill"},
    "projects": {
        "name": "bullet", "description": "bullet", "highlights": "bullet", "keywords": "skill", "roles": "title",
        "entity": "employer",
    },
    "publications": {"name": "bullet", "publisher": "institution", "summary": "bullet"},
    "awards": {"title": "bullet", "awarder": "institution", "summary": "bullet"},
    "interests": {"name": "specialty", "keywords": "specialty"},
}  # fmt: skip


def facts_of_json_resume(document: object) -> tuple[PlanFact, ...]:
    """Every statement of the document as a fact without evidence, in the order of the document's sections.

    Contact data, references and keys that the schema does not know are left out; dates give their year, and
    `meta.yearsExperience` gives the years. Raises `MalformedRequest` naming the place that has another shape.
    """
    root = as_object(document, "The resume")
    facts = [*_years(root)]
    for section, fields in OBJECTS.items():
        if section in root:
            facts += _of_entry(as_object(root[section], section), fields, section)
    for section, fields in LISTS.items():
        for index, entry in enumerate(as_list(root.get(section, []), section)):
            place = f"{section}[{index}]"
            facts += _of_entry(as_object(entry, place), {**fields, **_DATED}, place)
    return tuple(dict.fromkeys(facts))


def _of_entry(entry: Mapping[str, object], fields: Mapping[str, Field], place: str) -> Iterator[PlanFact]:
    for key, field in fields.items():
        if (value := entry.get(key)) is None:
            continue
        for text in _strings(value, f"{place}.{key}"):
            if stated := text.strip():
                yield PlanFact(field, stated[:4] if field == "year" else stated)


def _years(root: Mapping[str, object]) -> Iterator[PlanFact]:
    """The extension that our own documents carry."""
    meta = as_object(root.get("meta") or {}, "meta")
    experience = as_object(meta.get("yearsExperience") or {}, "meta.yearsExperience")
    value = experience.get("value")
    if isinstance(value, int) and value > 0:
        yield PlanFact("years", f"{value}+")


def _strings(value: object, place: str) -> list[str]:
    values = value if isinstance(value, list) else [value]
    for one in values:
        if not isinstance(one, str):
            raise MalformedRequest(
                f"{place} must be text or a list of texts, as JSON Resume has it; it holds {kind_of(one)}."
            )
    return [str(one) for one in values]
