from typing import Any

import pytest

from ui.records import Place
from ui.result.unread import AT, NEW, Said, owner_of, owners, placed

RESUME: dict[str, Any] = {
    "work": [{"position": "Nurse", "name": "Elm"}, {"name": "Oak"}],
    "education": [{"studyType": "BSc", "institution": "Leeds"}],
}
LISTS: dict[str, Any] = {
    "work": [{"position": "Nurse", "name": "Elm", AT: 0}, {"name": "Oak", AT: 1}],
    "education": [{"studyType": "BSc", "institution": "Leeds", AT: 0}],
    "skills": [{"name": "Triage", AT: 0}],
}
TEXT = "Elm\nNurse\nNightingale\nOak\nWard round\nLeeds\nBSc\nHonours"


def line(words: str, section: str = "experience") -> Place:
    start = TEXT.index(words)
    return Place(start=start, end=start + len(words), quote=words, section=section)


@pytest.mark.parametrize(
    ("said", "kind", "entries"),
    [
        (("Porter", "Job title", "2. Oak"), "work", [LISTS["work"][0], {"name": "Oak", "position": "Porter", AT: 1}]),
        (
            ("Led 12", "Line of a job", "1. Nurse, Elm"),
            "work",
            [{**LISTS["work"][0], "highlights": ["Led 12"]}, LISTS["work"][1]],
        ),
        (("Ash", "Employer", NEW), "work", [*LISTS["work"], {"name": "Ash"}]),
        (("Nursing", "Subject", "1. BSc, Leeds"), "education", [{**LISTS["education"][0], "area": "Nursing"}]),
        (("MSc", "Degree", "1. Nurse, Elm"), "education", [*LISTS["education"], {"studyType": "MSc"}]),
        (("SAP; Excel", "Skill", NEW), "skills", [*LISTS["skills"], {"name": "SAP"}, {"name": "Excel"}]),
        (("RN, ACLS", "Certificate", NEW), "certificates", [{"name": "RN, ACLS"}]),
        (("Igbo, Welsh", "Language", NEW), "languages", [{"language": "Igbo"}, {"language": "Welsh"}]),
    ],
)  # fmt: skip
def test_a_line_becomes_the_fact_that_the_person_says_it_is(
    said: Said, kind: str, entries: list[dict[str, Any]]
) -> None:
    made = placed(LISTS, [said], owners(RESUME))
    assert made == {**LISTS, kind: entries}


def test_lines_of_a_new_job_make_one_job_until_they_say_the_same_of_another() -> None:
    said = [("Porter", "Job title", NEW), ("Ash", "Employer", NEW), ("Moved 9", "Line of a job", NEW),
            ("Moved 8", "Line of a job", NEW), ("Cook", "Job title", NEW)]  # fmt: skip
    assert placed({}, said, owners(RESUME)) == {
        "work": [
            {"position": "Porter", "name": "Ash", "highlights": ["Moved 9", "Moved 8"]},
            {"position": "Cook"},
        ]
    }


def test_a_line_of_a_job_that_was_taken_out_is_not_put_into_another() -> None:
    said = [("Porter", "Job title", "2. Oak")]
    made = placed({"work": LISTS["work"][:1]}, said, owners(RESUME))
    assert made["work"] == [LISTS["work"][0], {"position": "Porter"}]


@pytest.mark.parametrize(
    ("place", "owner"),
    [
        (line("Nightingale"), "1. Nurse, Elm"),
        (line("Ward round"), "2. Oak"),
        (line("Honours", "education"), "1. BSc, Leeds"),
        (Place(start=0, end=3, quote="Elm", section="experience"), NEW),
    ],
)
def test_a_line_is_taken_to_belong_to_what_stands_above_it(place: Place, owner: str) -> None:
    assert owner_of(place, TEXT, RESUME) == owner
