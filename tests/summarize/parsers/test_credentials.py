"""Certificates, licences and registrations."""

from datetime import date

import pytest

from functions.summarize.parsers.facts import read_facts
from tests.builders.pages import page


def _told(text: str) -> list[tuple[str, str | None, str | None]]:
    resume = read_facts(page("Ann Example\nann@example.org\n*Certifications\n" + text), date(2026, 1, 1))
    return [
        (
            each.name.value,
            each.issuer.value if each.issuer else None,
            str(each.date.value) if each.date else None,
        )
        for each in resume.credentials
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "AWS Certified Solutions Architect – Associate, 2022",
            [("AWS Certified Solutions Architect – Associate", None, "2022")],
        ),
        (
            "Registered Nurse (RN), Maryland Board of Nursing",
            [("Registered Nurse (RN)", "Maryland Board of Nursing", None)],
        ),
        ("PMP, Project Management Institute, 03/2021", [("PMP", "Project Management Institute", "2021-03")]),
        ("First Aid at Work, 2024", [("First Aid at Work", None, "2024")]),
        ("Electrician License, No. 123456, expires 2027", [("Electrician License", None, "2027")]),
        ("CPA, CMA", [("CPA", None, None), ("CMA", None, None)]),
        ("PMP | CSM | ITIL v4", [("PMP", None, None), ("CSM", None, None), ("ITIL v4", None, None)]),
        (
            "*Lean Six Sigma Green Belt\nAmerican Society for Quality, 2017",
            [("Lean Six Sigma Green Belt", "American Society for Quality", "2017")],
        ),
        (
            "PMP (2015); PRINCE2 Practitioner (2013); SAFe 5 Agilist",
            [("PMP", None, "2015"), ("PRINCE2 Practitioner", None, "2013"), ("SAFe 5 Agilist", None, None)],
        ),
        (
            "Level 3 Food Safety, 2023. Allergen Awareness, 2022.",
            [("Level 3 Food Safety", None, "2023"), ("Allergen Awareness", None, "2022")],
        ),
        (
            "ACLS, BLS, PALS – American Heart Association",
            [
                ("ACLS", "American Heart Association", None),
                ("BLS", "American Heart Association", None),
                ("PALS", "American Heart Association", None),
            ],
        ),
        ("Permis/Licence: B, C, CE from 2005", [("Permis/Licence: B, C, CE", None, "2005")]),
    ],
)
def test_name_issuer_and_date(text: str, told: list[tuple[str, str | None, str | None]]) -> None:
    assert _told(text) == told


def test_a_date_in_the_next_row_of_a_table_is_of_the_next_credential() -> None:
    rows = "[0,0,0]2010\n[0,0,1]August\n[0,0,2]Driving Licence\n[0,1,0]2016\n[0,1,1]June\n[0,1,2]Skills Test"
    assert _told(rows) == [("Driving Licence", None, None), ("Skills Test", None, None)]


def test_what_another_cell_of_the_row_says_limits_the_credential() -> None:
    rows = "[0,0,0]Registered Nurse (RN)\n[0,0,1]0688213\n[0,0,2]expired 2025, renewal on process\n"
    rows += "[0,1,0]ACLS\n[0,1,1]21874\n[0,1,2]08/2027"
    assert _statuses(rows) == {"Registered Nurse (RN)": "expired", "ACLS": None}


def test_a_credential_stated_twice_is_one() -> None:
    assert _told("OSHA 10\nOSHA 10") == [("OSHA 10", None, None)]


def _statuses(text: str) -> dict[str, str | None]:
    resume = read_facts(page("Ann Example\nann@example.org\n*Certifications\n" + text), date(2026, 1, 1))
    return {each.name.value: each.status.value if each.status else None for each in resume.credentials}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("CPC, ADR, HIAB expired", {"CPC": None, "ADR": None, "HIAB": "expired"}),
        ("PMP, CSM (in view)", {"PMP": None, "CSM": "planned"}),
        ("PMP and CSM expired", {"PMP": "expired", "CSM": "expired"}),
        ("PMP, CSM, ITIL v4 - all expired", {"PMP": "expired", "CSM": "expired", "ITIL v4": "expired"}),
        ("UK driving licence, provisional", {"UK driving licence": "planned"}),
        ("Driving licence (learner)", {"Driving licence": "planned"}),
        ("In progress: PMP, CSM", {"PMP": "in progress", "CSM": "in progress"}),
    ],
)
def test_what_limits_one_credential_of_a_line_limits_no_other(text: str, told: dict[str, str | None]) -> None:
    assert _statuses(text) == told
