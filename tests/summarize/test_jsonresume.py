import json
from dataclasses import fields, is_dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator, FormatChecker

from functions.common.errors import MalformedRequest
from functions.summarize.docx import read
from functions.summarize.jsonresume import facts_of_json_resume, pointers, to_json_resume
from functions.summarize.parsers.factory import load_parser
from functions.summarize.resume import (
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
)
from functions.summarize.samples import names, path
from functions.summarize.sentences import PlanFact

SCHEMA = json.loads((Path(__file__).parents[1] / "data/jsonresume/schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft7Validator(SCHEMA, format_checker=FormatChecker())
AS_OF = date(2026, 1, 1)


def fact(value: Any, quote: str | None = None, confidence: float = 1.0) -> Fact[Any]:
    stated = quote or str(value)
    return Fact(value, (Evidence(0, len(stated), stated),), confidence)


def period(start: PartialDate | None, end: PartialDate | None, *, current: bool = False) -> Fact[Period]:
    return Fact(Period(start, end, current), (Evidence(5, 9, "2015"),))


RESUME = Resume(
    text="",
    name=fact("Amara Diallo"),
    headline=fact("Backend Engineer"),
    contact=Contact(
        emails=(fact("amara@example.org"), fact("second@example.org")),
        phones=(fact("+44 7700 900123"),),
        links=(fact("linkedin.com/in/amara-diallo/"), fact("https://amara.example.org")),
        location=fact("Leeds, UK"),
    ),
    summary=fact("Engineer of payment systems."),
    roles=(
        Role(
            fact("Senior Engineer"),
            fact("Kestrel Pay"),
            location=fact("Accra"),
            period=period(PartialDate(2019, 3), None, current=True),
            bullets=(fact("Cut failures from 4% to 1%"),),
        ),
        Role(None, fact("Lumen"), period=period(PartialDate(2015), PartialDate(2019, 2))),
    ),
    education=(
        Education(
            fact("BSc"),
            fact("Physics"),
            fact("University of Ghana"),
            period(None, PartialDate(2014)),
            fact("First class"),
        ),
    ),
    skills=(
        Skill("Kubernetes", (Evidence(0, 3, "K8s"), Evidence(9, 19, "Kubernetes")), "Tools", confidence=0.9),
        Skill("SQL", (Evidence(20, 23, "SQL"),)),
    ),
    credentials=(Credential(fact("CKA"), fact("CNCF"), fact(PartialDate(2023, 4), "Apr 2023")),),
    languages=(Language(fact("Twi"), fact("native")), Language(fact("French"))),
    projects=(Entry(fact("Ledger"), (fact("In Go"),), period(PartialDate(2020), PartialDate(2021))),),
    publications=(
        Entry(fact("On queues"), (fact("IEEE"), fact("With A. Mensah")), period(None, PartialDate(2018))),
    ),
    awards=(Entry(fact("Engineer of the year"), (), period(PartialDate(2022), None)),),
    volunteering=(Role(fact("Mentor"), fact("Code Club"), bullets=(fact("Taught 12 pupils"),)),),
    experience=Experience(130, AS_OF, "union-of-periods", (Evidence(5, 9, "2015"),)),
)
DOCUMENT = {
    "basics": {
        "name": "Amara Diallo",
        "label": "Backend Engineer",
        "email": "amara@example.org",
        "phone": "+44 7700 900123",
        "url": "https://amara.example.org",
        "summary": "Engineer of payment systems.",
        "location": {"address": "Leeds, UK", "city": "Leeds"},
        "profiles": [
            {
                "network": "LinkedIn",
                "username": "amara-diallo",
                "url": "https://linkedin.com/in/amara-diallo/",
            }
        ],
    },
    "work": [
        {
            "name": "Kestrel Pay",
            "position": "Senior Engineer",
            "location": "Accra",
            "startDate": "2019-03",
            "highlights": ["Cut failures from 4% to 1%"],
        },
        {"name": "Lumen", "startDate": "2015", "endDate": "2019-02"},
    ],
    "volunteer": [{"organization": "Code Club", "position": "Mentor", "highlights": ["Taught 12 pupils"]}],
    "education": [
        {
            "institution": "University of Ghana",
            "studyType": "BSc",
            "area": "Physics",
            "endDate": "2014",
            "score": "First class",
        }
    ],
    "certificates": [{"name": "CKA", "issuer": "CNCF", "date": "2023-04"}],
    "skills": [{"name": "Kubernetes", "keywords": ["K8s"]}, {"name": "SQL"}],
    "languages": [{"language": "Twi", "fluency": "native"}, {"language": "French"}],
    "projects": [{"name": "Ledger", "highlights": ["In Go"], "startDate": "2020", "endDate": "2021"}],
    "publications": [{"name": "On queues", "releaseDate": "2018", "summary": "IEEE\nWith A. Mensah"}],
    "awards": [{"title": "Engineer of the year", "date": "2022"}],
    "meta": {"yearsExperience": {"value": 10, "months": 130, "asOf": "2026-01-01"}},
}


def at(document: Any, pointer: str) -> Any:
    for key in pointer.split("/")[1:]:
        document = document[int(key) if isinstance(document, list) else key]
    return document


def leaves(document: Any, pointer: str = "") -> list[str]:
    if not isinstance(document, dict | list):
        return [pointer]
    entries = document.items() if isinstance(document, dict) else enumerate(document)
    return [leaf for key, value in entries for leaf in leaves(value, f"{pointer}/{key}")]


def test_every_fact_has_its_place_in_the_document() -> None:
    assert to_json_resume(RESUME) == DOCUMENT


def test_the_document_is_valid() -> None:
    assert list(VALIDATOR.iter_errors(to_json_resume(RESUME))) == []


@pytest.mark.parametrize("name", names())
@pytest.mark.parametrize("parser", ["ats", "industry"])
def test_the_document_of_a_sample_is_valid_and_every_value_has_its_pointer(name: str, parser: str) -> None:
    resume = load_parser(parser).parse(read(path(name).read_bytes()), AS_OF)
    document = to_json_resume(resume)
    assert list(VALIDATOR.iter_errors(document)) == []
    assert sorted(pointers(resume)) == sorted(leaves(document))


def test_an_empty_resume_is_an_empty_document() -> None:
    assert to_json_resume(Resume("")) == {}
    assert pointers(Resume("")) == {}


def test_a_pointer_leads_from_a_value_to_its_evidence() -> None:
    found = pointers(RESUME)
    assert sorted(found) == sorted(leaves(DOCUMENT))
    assert found["/skills/0/name"] == {
        "evidence": [
            {"start": 0, "end": 3, "quote": "K8s", "section": "other", "source": "document"},
            {"start": 9, "end": 19, "quote": "Kubernetes", "section": "other", "source": "document"},
        ],
        "confidence": 0.9,
        "rule": None,
    }
    assert found["/meta/yearsExperience/value"]["rule"] == "union-of-periods"
    assert at(to_json_resume(RESUME), "/skills/0/name") == "Kubernetes"


def test_the_title_of_the_newest_role_stands_in_for_a_headline() -> None:
    assert to_json_resume(replace(RESUME, headline=None))["basics"]["label"] == "Senior Engineer"


def test_a_street_is_an_address_and_no_city() -> None:
    resume = Resume("", contact=Contact(location=fact("12 High Street, Leeds")))
    assert to_json_resume(resume) == {"basics": {"location": {"address": "12 High Street, Leeds"}}}


def test_the_facts_of_a_document_leave_out_contact_data() -> None:
    assert facts_of_json_resume(DOCUMENT) == (
        PlanFact("years", "10+"),
        PlanFact("name", "Amara Diallo"),
        PlanFact("title", "Backend Engineer"),
        PlanFact("bullet", "Engineer of payment systems."),
        PlanFact("title", "Senior Engineer"),
        PlanFact("employer", "Kestrel Pay"),
        PlanFact("domain", "Accra"),
        PlanFact("bullet", "Cut failures from 4% to 1%"),
        PlanFact("year", "2019"),
        PlanFact("employer", "Lumen"),
        PlanFact("year", "2015"),
        PlanFact("title", "Mentor"),
        PlanFact("employer", "Code Club"),
        PlanFact("bullet", "Taught 12 pupils"),
        PlanFact("degree", "BSc"),
        PlanFact("field", "Physics"),
        PlanFact("institution", "University of Ghana"),
        PlanFact("bullet", "First class"),
        PlanFact("year", "2014"),
        PlanFact("credential", "CKA"),
        PlanFact("institution", "CNCF"),
        PlanFact("year", "2023"),
        PlanFact("skill", "Kubernetes"),
        PlanFact("skill", "K8s"),
        PlanFact("skill", "SQL"),
        PlanFact("skill", "Twi"),
        PlanFact("skill", "native"),
        PlanFact("skill", "French"),
        PlanFact("bullet", "Ledger"),
        PlanFact("bullet", "In Go"),
        PlanFact("year", "2020"),
        PlanFact("year", "2021"),
        PlanFact("bullet", "On queues"),
        PlanFact("bullet", "IEEE\nWith A. Mensah"),
        PlanFact("year", "2018"),
        PlanFact("bullet", "Engineer of the year"),
        PlanFact("year", "2022"),
    )


@pytest.mark.parametrize(
    "document", [{}, {"work": []}, {"work": None}, {"basics": {"name": "  "}}, {"odd": 1}]
)
def test_a_document_may_be_empty(document: dict[str, Any]) -> None:
    assert facts_of_json_resume(document) == ()


@pytest.mark.parametrize(
    ("document", "message"),
    [
        ([], "The resume must be a JSON object, as JSON Resume has it; it is a list."),
        (None, "The resume must be a JSON object, as JSON Resume has it; it is null."),
        ("Amara", "The resume must be a JSON object, as JSON Resume has it; it is text."),
        ({"basics": 3}, "basics must be a JSON object, as JSON Resume has it; it is a number."),
        ({"work": {}}, "work must be a list, as JSON Resume has it; it is an object."),
        ({"work": ["Chef"]}, "work[0] must be a JSON object, as JSON Resume has it; it is text."),
        (
            {"work": [{}, {"position": True}]},
            "work[1].position must be text or a list of texts, as JSON Resume has it; it holds a boolean.",
        ),
        (
            {"meta": {"yearsExperience": []}, "basics": []},
            "basics must be a JSON object, as JSON Resume has it; it is a list.",
        ),
        (
            {"skills": [{"keywords": ["a", {}]}]},
            "skills[0].keywords must be text or a list of texts, as JSON Resume has it; it holds an object.",
        ),
    ],
)
def test_another_shape_is_refused_with_its_place(document: object, message: str) -> None:
    with pytest.raises(MalformedRequest) as refusal:
        facts_of_json_resume(document)
    assert str(refusal.value) == message


def test_no_field_of_the_resume_is_forgotten_by_the_document() -> None:
    """A new field of the record must be given a place, or be named here as one that has none."""
    placeless = {
        "text",
        "achievements",
        "scope",
        "level",
        "sector",
        "language",
        "report",
        "notices",
        "unused",
        "years_stated",
        "jobs_in_doubt",
    }
    assert is_dataclass(RESUME)
    empty = Resume("")
    forgotten = [
        field.name
        for field in fields(RESUME)
        if field.name not in placeless
        and to_json_resume(replace(RESUME, **{field.name: getattr(empty, field.name)})) == DOCUMENT
    ]
    assert forgotten == []


def test_one_date_is_start_and_end_since_a_role_without_an_end_goes_on() -> None:
    once, still = (Fact(Period(PartialDate(2011), None, current=current), ()) for current in (False, True))
    roles = tuple(Role(Fact("Clerk", ()), None, period=period) for period in (once, still))
    work = to_json_resume(Resume("", roles=roles))["work"]
    assert [(role["startDate"], role.get("endDate")) for role in work] == [("2011", "2011"), ("2011", None)]
