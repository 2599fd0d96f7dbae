"""Which of several jobs says who somebody is: the post that is held, before seats, visits, lessons and short jobs."""

from dataclasses import replace
from datetime import date

import pytest

from functions.summarize.planning.employment import is_beside_studies, is_seat, is_training, is_unpaid
from functions.summarize.planning.main_post import is_held, main_post
from functions.summarize.resume import Education, Evidence, Fact, PartialDate, Period, Resume, Role
from functions.summarize.understand import running


def _job(title: str, start: int, end: int | None, note: str = "", kind: str = "employment") -> Role:
    period = Period(PartialDate(start), PartialDate(end) if end else None, current=end is None)
    internship = kind == "internship"
    return Role(
        Fact(title, (Evidence(900, 910, title),)),
        Fact("Orvik", ()),
        period=Fact(period, ()),
        note=Fact(note, ()) if note else None,
        kind="internship" if internship else "employment",
    )


def _resume(*jobs: Role, text: str = "") -> Resume:
    return replace(_EMPTY, roles=jobs, text=text)


_EMPTY = Resume(text="", language="en")


@pytest.mark.parametrize(
    ("title", "note"),
    [
        ("Ministerial nominee", "ex officio"),
        ("Representative", "ex officio"),
        ("Member", "by ministerial decree"),
        ("Visiting Fellow", ""),
        ("Visiting professor", ""),
        ("Adjunct Associate Professor", ""),
        ("Deputy Chairman, Medical Board", ""),
        ("Gastprofessorin", ""),
        ("Professeure invitée", ""),
        ("Profesor visitante", ""),
        ("Subtitler", "per project"),
        ("Director", "2 days a month"),
        ("Senior marker", ""),
        ("Exam invigilator", ""),
    ],
)
def test_a_seat_a_visit_or_work_by_the_piece_is_no_main_post_beside_one(title: str, note: str) -> None:
    assert main_post(_resume(_job(title, 2022, None, note), _job("Plant Manager", 2021, None))) == 1


def _at(role: Role, text: str) -> Role:
    """The job with its title where it stands in a text."""
    assert role.title is not None
    begin = text.index(role.title.value)
    place = Evidence(begin, begin + len(role.title.value), role.title.value)
    return replace(role, title=replace(role.title, evidence=(place,)))


@pytest.mark.parametrize(
    ("line", "main"),
    [
        ("Tuesdays and Thursdays: Music technician, Ceredigion Music Service (2018 - )", 1),
        ("Music technician, county service, one day a week, 2018 -", 1),
        ("Music technician (0.3 FTE), county service, since 2018", 1),
        ("Music technician, 6 hours a week", 1),
        ("2018 – heute Music technician, 5 Std./Woche", 1),
        ("Music technician (Mon & Wed evenings), since 2018", 1),
        ("Music technician, 37.5 hours a week", 0),
        ("Music technician, 0.8 FTE", 0),
        ("Music technician, Monday to Friday", 0),
        ("Music technician, Saturday School of Music", 0),
    ],
)
def test_a_job_of_few_hours_is_no_main_post_beside_one_of_more(line: str, main: int) -> None:
    text = f"{line}\nPiano tuner, since 2011"
    jobs = (_at(_job("Music technician", 2018, None), text), _at(_job("Piano tuner", 2011, None), text))

    assert main_post(_resume(*jobs, text=text)) == main
    assert main_post(_resume(jobs[0], text=text)) == 0


@pytest.mark.parametrize("title", ["Member Services Officer", "Board Operator", "Visiting Nurse", "Chairman"])
def test_a_post_that_sounds_like_a_seat_is_one(title: str) -> None:
    assert not is_seat(_job(title, 2022, None))


@pytest.mark.parametrize(("end", "told"), [(2024, 1), (2015, 0)])
def test_a_post_that_ended_near_a_seat_says_more_than_the_seat(end: int, told: int) -> None:
    jobs = (_job("Non-executive director", 2023, None), _job("Managing director", 2010, end))

    assert main_post(_resume(*jobs)) == told


def test_a_job_that_is_over_does_not_stand_before_one_that_is_held() -> None:
    assert main_post(_resume(_job("Seasonal office help", 2025, 2026), _job("Bookkeeper", 2014, None))) == 1


def test_of_several_posts_held_the_one_that_the_lines_above_name_first_is_told() -> None:
    jobs = (_job("Pilates instructor", 2023, None), _job("Freelance translator and proofreader", 2009, None))
    head = "Ana Lima\nSworn English–Spanish translator · subtitler · occasional Pilates instructor"

    assert main_post(_resume(*jobs, text=head)) == 1
    assert main_post(_resume(*jobs, text="Ana Lima\nRosario")) == 0


@pytest.mark.parametrize(
    ("title", "told"),
    [("Private tutor, Physics and Math", 1), ("Nachhilfe", 1), ("Ripetizioni", 1), ("Tutor of Law", 0)],
)
def test_lessons_of_a_student_say_less_than_an_internship(title: str, told: int) -> None:
    course = Education(Fact("BSc", ()), None, None, Fact(Period(PartialDate(2021), PartialDate(2026)), ()))
    jobs = (_job(title, 2021, None), _job("Intern", 2026, 2026, kind="internship"))
    resume = replace(_resume(*jobs), education=(course,))

    assert main_post(resume) == told
    assert main_post(_resume(*jobs)) == 0
    assert is_beside_studies(resume, 0) is bool(told)


@pytest.mark.parametrize(
    ("note", "expected"),
    [("part time, unpaid till 2019", False), ("unpaid until June", False), ("unpaid", True)],
)
def test_a_job_that_was_unpaid_for_a_time_is_paid(note: str, expected: bool) -> None:
    assert is_unpaid(_resume(_job("Bookkeeper", 2014, None, note)), 0) is expected


def test_a_job_that_runs_out_next_month_is_held_and_one_that_ended_is_not() -> None:
    jobs = (_job("Sous Chef", 2023, 2027), _job("Cook", 2015, 2023))
    found = running(_resume(*jobs), date(2026, 9, 1))

    assert [is_held(role) for role in found.roles] == [True, False]


@pytest.mark.parametrize(
    ("title", "expected"),
    [("Schülerpraktikum als Elektroniker", True), ("Betriebspraktikum", True), ("Heilpraktikerin", False)],
)
def test_a_pupils_weeks_in_a_firm_are_training(title: str, expected: bool) -> None:
    assert is_training(_job(title, 2025, 2025)) is expected
