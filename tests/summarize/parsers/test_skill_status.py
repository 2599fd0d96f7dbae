from datetime import date

import pytest

from functions.summarize.docx.document import document_of
from functions.summarize.parsers.auto import read_resume


@pytest.mark.parametrize(
    ("line", "statuses"),
    [
        (
            "SQL (basic), Power BI (beginner), SAP (expert)",
            {"SQL": "basic", "Power BI": "basic", "SAP": None},
        ),
        ("Excel (beginner); Python; SAP", {"Excel": "basic", "Python": None, "SAP": None}),
    ],
)
def test_the_level_of_a_skill_is_not_its_neighbours(line: str, statuses: dict[str, str | None]) -> None:
    lines = ("Ann Example", "ann@mail.example", "Experience", "Clerk, Acme Ltd, 2019 - 2024", "Skills", line)
    resume = read_resume(document_of(*lines), "ats", date(2026, 1, 1)).resume
    found = {skill.name: skill.status.value if skill.status else None for skill in resume.skills}
    assert {name: found.get(name, "missing") for name in statuses} == statuses
