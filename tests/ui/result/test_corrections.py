from typing import Any

from ui.result.corrections import as_shown, corrected, in_words, unclear

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


def dated(at: int | None, start: str, end: str) -> dict[str, Any]:
    return {**job(at, "Nurse", "Elm", start), "To (empty: goes on)": end}


def test_dates_are_sent_as_the_service_has_them_however_they_are_written() -> None:
    rows = [dated(0, "Sept 2017", "03/2019"), dated(None, "Mar-19", "heute")]
    assert [
        (entry["startDate"], entry.get("endDate")) for entry in corrected(RESUME, "", {"work": rows})["work"]
    ] == [("2017-09", "2019-03"), ("2019-03", None)]
    assert list(unclear("work", RESUME["work"], rows)) == []


def test_what_is_no_clear_date_is_named_by_its_row_as_it_reads_column_and_value() -> None:
    rows = [
        dated(0, "2019", "soon"),
        {**dated(None, "present", ""), "Employer": None},
        {**dated(None, "03/04/2020", ""), "Title": "", "Employer": " "},
    ]
    told = list(unclear("work", RESUME["work"], rows))
    assert [each.partition(" is no date")[0] for each in told] == [
        "“1. Nurse, Elm”, To (empty: goes on): “soon”",
        "“2. Nurse”, From: “present”",
        "“3. without a name”, From: “03/04/2020”",
    ]
    assert all("March 2020" in each for each in told)


def test_an_end_before_its_start_is_named_and_one_in_the_same_year_is_not() -> None:
    rows = [dated(0, "2019-05", "2018"), dated(None, "2019-05", "2019"), dated(None, "2019", "2019-02")]
    assert list(unclear("work", RESUME["work"], rows)) == [
        "“1. Nurse, Elm”: the end, 2018, lies before the start, 2019-05."
    ]


def test_a_date_that_was_read_is_left_as_it_is() -> None:
    read = [{"position": "Nurse", "startDate": "1931"}]
    assert list(unclear("work", read, [dated(0, "1931", "")])) == []
    assert list(unclear("work", read, [dated(None, "1931", "")])) != []


def test_a_place_that_the_service_names_is_named_as_the_tables_name_it() -> None:
    facts = {**RESUME, "languages": [{"language": "Urdu", "fluency": ""}]}
    for said, expected in (
        ("work[0].startDate is no date.", "Jobs, “1. Nurse, Elm”, From is no date."),
        ("languages[0].fluency is empty.", "Languages, “1. Urdu”, Level is empty."),
        (
            "certificates[2] must be an object; basics is one.",
            "Licences and certificates, row 3 must be an object; basics is one.",
        ),
        ("awards[1].title has 20 characters.", "awards, row 2, title has 20 characters."),
    ):
        assert in_words(said, facts) == expected
