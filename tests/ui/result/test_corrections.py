from typing import Any

from ui.result.corrections import as_shown, corrected

RESUME: dict[str, Any] = {
    "basics": {"name": "Ada Obi", "email": "ada@example.org"},
    "work": [
        {"position": "Nurse", "name": "Elm", "startDate": "2019", "highlights": ["Led 12"]},
        {"position": "Reference", "name": "Dr Ash"},
    ],
    "skills": [{"name": "Triage", "keywords": ["triage"]}],
    "meta": {"yearsExperience": {"value": 7}},
}


def job(at: int | None, title: str, employer: str, start: str | None = None) -> dict[str, Any]:
    return {"Title": title, "Employer": employer, "From": start, "To (empty: goes on)": None, "_at": at}


def test_a_date_is_put_right_a_line_that_is_no_job_is_gone_and_one_is_added() -> None:
    rows = [job(0, "Nurse", "Elm", "2018-04"), job(None, " Porter ", "Ash", "2016")]
    assert corrected(RESUME, "Ada Obi", {"work": rows}) == {
        "basics": {"name": "Ada Obi", "email": "ada@example.org"},
        "work": [
            {"position": "Nurse", "name": "Elm", "startDate": "2018-04", "highlights": ["Led 12"]},
            {"position": "Porter", "name": "Ash", "startDate": "2016"},
        ],
        "skills": [{"name": "Triage", "keywords": ["triage"]}],
    }


def test_an_empty_row_is_nothing_and_a_name_can_be_taken_out() -> None:
    made = corrected(
        RESUME, " ", {"work": [job(None, "", "")], "skills": [{"Skill": "Epic", "_at": float("nan")}]}
    )
    assert made == {"basics": {"email": "ada@example.org"}, "skills": [{"name": "Epic"}]}


def test_a_headline_that_only_repeated_a_misread_title_goes_with_it() -> None:
    resume = {**RESUME, "basics": {"name": "Ada Obi", "label": "Nurse"}}
    rows = [job(0, "Ward Sister", "Elm", "2019")]
    assert corrected(resume, "Ada Obi", {"work": rows})["basics"] == {"name": "Ada Obi"}
    rows = [job(0, "Nurse", "Oak", "2019")]
    assert corrected(resume, "Ada Obi", {"work": rows})["basics"] == {"name": "Ada Obi", "label": "Nurse"}


def test_a_line_that_nothing_understood_joins_the_job_as_it_was_put_right() -> None:
    rows = [job(0, "Nurse", "Oak Clinic", "2019")]
    made = corrected(
        RESUME,
        "Ada Obi",
        {"work": rows},
        [("Night shifts", "Line of a job", "1. Nurse, Elm"), ("Epic", "Skill", "")],
    )
    assert made["work"] == [
        {
            "position": "Nurse",
            "name": "Oak Clinic",
            "startDate": "2019",
            "highlights": ["Led 12", "Night shifts"],
        }
    ]
    assert made["skills"] == [{"name": "Epic"}]


def test_years_that_the_person_confirmed_stay_and_counted_ones_do_not() -> None:
    years = {"value": 12, "months": 144, "asOf": "2026-01-31"}
    assert "meta" not in as_shown({"meta": {"yearsExperience": years}})
    assert as_shown({"meta": {"yearsExperience": {**years, "rule": "confirmed"}}}) == {
        "meta": {"yearsExperience": {"value": 12, "rule": "confirmed"}}
    }
