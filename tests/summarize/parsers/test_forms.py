"""Labels in the left cells of a table, and what they ask for in the right ones."""

from datetime import date

import pytest

from functions.summarize.parsers.facts import read_facts
from functions.summarize.resume import Fact, PartialDate, Period, Resume
from tests.builders.pages import page

AS_OF = date(2026, 1, 1)


def _read(*rows: str) -> Resume:
    cells = (
        f"[0,{number},{column}]{text}"
        for number, row in enumerate(rows)
        for column, text in enumerate(row.split("|"))
        if text
    )
    return read_facts(page("\n".join(["Ann Example", "ann@example.org", *cells])), AS_OF)


def _value(fact: Fact[str] | None) -> str | None:
    return fact.value if fact else None


def test_a_europass_form_is_read_record_by_record() -> None:
    resume = _read(
        "*Work experience|",
        "Dates|04/2018 – present",
        "Occupation or position held|*Warehouse Manager",
        "Main activities and responsibilities|Running three shifts",
        "Name and address of employer|Silesia Fulfilment Sp. z o.o., ul. Magazynowa 2, 55-040 Kobierzyce",
        "Type of business or sector|Transport",
        "Dates|09/2013 – 03/2018",
        "Occupation or position held|Freight Forwarder",
        "Name and address of employer|Odra Spedition S.A., Wrocław",
        "*Education and training|",
        "Dates|2008 – 2013",
        "Title of qualification awarded|Master of Science in Logistics",
        "Name and type of organisation providing education and training|University of Economics",
    )
    assert [
        (_value(r.title), _value(r.employer), [bullet.value for bullet in r.bullets]) for r in resume.roles
    ] == [
        ("Warehouse Manager", "Silesia Fulfilment Sp. z o.o.", ["Running three shifts"]),
        ("Freight Forwarder", "Odra Spedition S.A.", []),
    ]
    assert resume.experience is not None
    assert resume.experience.months == 148
    (course,) = resume.education
    assert (_value(course.degree), _value(course.field), _value(course.institution)) == (
        "Master of Science",
        "Logistics",
        "University of Economics",
    )


def test_a_form_of_one_job_is_that_job_though_some_labels_are_unknown() -> None:
    (role,) = _read(
        "*ÚLTIMOS EMPLEOS|",
        "EMPRESA|Logística Los Sauces S.A.C.",
        "CARGO|Supervisor de almacén",
        "FECHA INGRESO|02/05/2019",
        "FECHA CESE|Vigente",
        "JEFE DIRECTO|Ing. Paola Rivas",
    ).roles
    assert (_value(role.title), _value(role.employer)) == (
        "Supervisor de almacén",
        "Logística Los Sauces S.A.C.",
    )
    assert role.period is not None
    assert role.period.value == Period(PartialDate(2019, 5), None, current=True)
    assert "Rivas" not in str((role.note, role.bullets))


def test_a_form_of_one_course_asks_for_its_degree() -> None:
    (course,) = _read(
        "*Educational Qualification|",
        "Name of Degree|H.S.C",
        "Group|Humanities",
        "Institution|Sylhet Women's College",
        "Result / Year|GPA 4.20 / 2010",
    ).education
    assert (_value(course.degree), _value(course.institution)) == ("H.S.C", "Sylhet Women's College")


@pytest.mark.parametrize(
    "labels",
    [
        ("Schul- und Berufsbildung", "Zeitraum", "Bezeichnung der erworbenen Qualifikation",
         "Name und Art der Bildungs- oder Ausbildungseinrichtung", "Berufserfahrung", "Beruf oder Funktion",
         "Wichtigste Tätigkeiten und Zuständigkeiten", "Name und Adresse des Arbeitgebers"),
        ("Éducation et formation", "Dates", "Intitulé du certificat ou diplôme délivré",
         "Nom et type de l'établissement d'enseignement ou de formation", "Expérience professionnelle",
         "Fonction ou poste occupé", "Principales activités et responsabilités", "Nom et adresse de l'employeur"),
    ],
)  # fmt: skip
def test_a_europass_form_in_other_languages_is_read_record_by_record(labels: tuple[str, ...]) -> None:
    studies, when, degree, school, work, title, tasks, employer = labels
    resume = _read(
        f"*{work}|",
        f"{when}|03/2019 – 06/2023",
        f"{title}|Controller",
        f"{tasks}|Audits an 4 Standorten",
        f"{employer}|Donaustahl Guss GmbH, Linz",
        f"{when}|01/2017 – 02/2019",
        f"{title}|Elternkarenz",
        f"{when}|10/2011 – 12/2016",
        f"{title}|Analyst",
        f"{employer}|Traunwerk Metall AG, Wels",
        f"*{studies}|",
        f"{when}|2008 – 2011",
        f"{degree}|Bachelor of Science",
        f"{school}|Universität Linz",
    )
    assert [(_value(role.title), _value(role.employer)) for role in resume.roles] == [
        ("Controller", "Donaustahl Guss GmbH"),
        ("Analyst", "Traunwerk Metall AG"),
    ]
    assert [(_value(one.degree), _value(one.institution)) for one in resume.education] == [
        ("Bachelor of Science", "Universität Linz")
    ]


def test_the_label_of_a_form_is_no_language() -> None:
    resume = _read(
        "*Sprachen|", "Muttersprache(n)|Deutsch", "Sonstige Sprache(n)|Englisch C1, Italienisch B1"
    )
    assert [one.name.value for one in resume.languages] == ["Deutsch", "Englisch", "Italienisch"]
