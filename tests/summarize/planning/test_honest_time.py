"""Years and time: what is told of them holds whatever the other jobs were."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from functions.summarize.planning.field import field_of
from functions.summarize.planning.other_years import is_of_other_years
from functions.summarize.planning.paragraph import plan_paragraph
from functions.summarize.planning.person import Person, change_slot
from functions.summarize.planning.slots import Slots
from functions.summarize.planning.years import Years, may_go_on, years_of
from functions.summarize.resume import Fact, PartialDate, Period, Resume, Role
from functions.summarize.sentences import Options
from training.composed import read_record

AS_OF = date(2026, 6, 15)

Job = tuple[str, str, str, str]


def _resume(*jobs: Job, lines: tuple[tuple[str, ...], ...] = (), **more: Any) -> Resume:
    roles = [
        {
            "title": title, "employer": employer, "start": start, "end": end,
            "bullets": list(lines[at]) if at < len(lines) else [],
        }
        for at, (title, employer, start, end) in enumerate(jobs)
    ]  # fmt: skip
    resume = {"name": "Ana Lima", "headline": None, "profile": None, "skills": [], "roles": roles}
    lists: dict[str, Any] = {"credentials": [], "education": [], "languages": [], "awards": []}
    row: dict[str, Any] = {
        "id": "x-1",
        "sector": "",
        "occupation": "",
        "as_of": "2026-06",
        "years": None,
        "field": None,
        "rank": [],
    }
    return read_record({**row, "texts": {}, "resume": {**resume, **lists, **more}}).resume


def _text(resume: Resume) -> str:
    return plan_paragraph(resume, Options(AS_OF), AS_OF).text


def _with_note(resume: Resume, index: int, note: str) -> Resume:
    roles = list(resume.roles)
    roles[index] = replace(roles[index], note=Fact(note, roles[index].title.evidence))  # type: ignore[union-attr]
    return replace(resume, roles=tuple(roles))


@pytest.mark.parametrize(
    ("jobs", "opening"),
    [
        (
            (
                ("Real Estate Paralegal", "Orme Law", "2021-06", "present"),
                ("Legal Assistant", "Wills & Estates", "2018-06", "2021-05"),
            ),
            "Real estate paralegal with five years at Orme Law",
        ),
        (
            (
                ("Herd Manager", "Cregane Dairies", "2020-06", "present"),
                ("Assistant Manager", "Awa Farms", "2015-06", "2020-05"),
            ),
            "Herd manager in agriculture, with six years at Cregane Dairies",
        ),
        (
            (
                ("Accountant", "Weaves Ltd", "2022-06", "present"),
                ("Audit Trainee", "Bokhari & Co", "2018-06", "2022-05"),
            ),
            "Accountant with four years at Weaves",
        ),
    ],
)
def test_years_of_a_field_leave_out_no_job_that_may_be_of_it(jobs: tuple[Job, ...], opening: str) -> None:
    assert _text(_resume(*jobs)).startswith(opening)


def test_a_job_beside_studies_is_no_earlier_trade() -> None:
    jobs = (
        ("Key Account Manager", "Orvik", "2016-01", "present"),
        ("Receptionist", "Hotel Aurelia", "2010-01", "2014-01"),
    )
    told, student = _resume(*jobs), _with_note(_resume(*jobs), 1, "student job")
    assert "after just over four years in reception work" in _text(told)
    assert "reception" not in _text(student).split(".")[0]


def test_years_beyond_doubt_are_a_least_where_they_are_nearly_all() -> None:
    jobs = (
        ("Senior Private Banker", "Ardenne Privée", "2016-10", "present"),
        ("Private Banker", "Crédit Mosellan", "2008-06", "2016-09"),
        ("Fund Accountant", "Duchy Funds", "2006-06", "2008-05"),
    )
    person = Person(Slots(_resume(*jobs)), AS_OF)

    assert person.possible == (2,)
    assert person.years is not None
    assert person.years.phrase == "at least eighteen years"
    assert person.tenure is None
    later = replace(person, as_of=date(2027, 4, 15))
    assert later.years is not None
    assert later.years.phrase == "more than eighteen years"


def test_a_least_of_bare_years_is_a_year_less() -> None:
    resume = _resume(("Welder", "Orvik", "2012", "2019"), ("Welder", "Dunmore", "2005", "2012"))
    exact = Years("twelve years", 12 * 12, (0,), (), 12 * 12)
    months = Years("a year", 12, (0,), (), 11)

    around = years_of(resume, (0, 1), AS_OF)

    assert around is not None
    assert around.phrase == "around fourteen years"
    assert around.at_least is not None
    assert around.at_least.phrase == "at least thirteen years"
    assert exact.at_least is not None
    assert exact.at_least.phrase == "at least twelve years"
    assert months.at_least is None


_WELDER = ("Welder", "Orvik", "2017-05", "present")


@pytest.mark.parametrize(
    ("jobs", "phrase"),
    [
        ((_WELDER,), "just over nine years"),
        ((_WELDER, ("Cashier", "Tesco", "2012-05", "2017-04")), "just over nine years"),
        ((_WELDER, ("Paper round", "Herald", "2012-05", "2013-04")), "just over nine years"),
        ((_WELDER, ("Apprentice welder then welder", "Hale", "2016-05", "2017-04")), "more than nine years"),
        ((_WELDER, ("Apprentice", "Hale", "2015-05", "2017-04")), "more than nine years"),
        ((_WELDER, ("Locksmith helper", "Hale", "2015-05", "2017-04")), "more than nine years"),
        ((_WELDER, ("Yard hand", "Hale", "2016-11", "2017-04")), "more than nine years"),
        (
            (("Welder", "Orvik", "2019-05", "present"), ("Welder", "Hale", "2015-05", "2017-06")),
            "more than nine years",
        ),
    ],
)
def test_years_sound_exact_only_where_every_job_is_counted_or_of_another_trade(
    jobs: tuple[Job, ...], phrase: str
) -> None:
    years = Person(Slots(_resume(*jobs)), AS_OF).years

    assert years is not None
    assert years.phrase == phrase


def test_years_are_a_least_where_a_job_was_read_with_doubt() -> None:
    resume = _resume(_WELDER, ("Cashier", "Tesco", "2012-05", "2017-04"))
    first, second = resume.roles
    assert second.title is not None
    unsure = replace(resume, roles=(first, replace(second, title=replace(second.title, confidence=0.6))))

    for doubtful in (unsure, replace(resume, jobs_in_doubt=True)):
        years = Person(Slots(doubtful), AS_OF).years
        assert years is not None
        assert years.phrase == "more than nine years"


def test_domestic_help_is_no_care_work() -> None:
    resume = _resume(
        ("Private Caregiver", "Cruz family", "2024-01", "present"),
        ("Domestic Helper", "Lau family", "2016-08", "2020-08"),
    )

    assert Person(Slots(resume), AS_OF).counted == (0,)


@pytest.mark.parametrize(
    ("language", "title", "earlier", "said"),
    [
        ("it", "Infermiera", "Cameriera", "più di nove anni"),
        ("pt", "Eletricista de manutenção", "Auxiliar de loja", "mais de nove anos"),
        ("de", "Pflegefachkraft", "Kellnerin", "mehr als neun Jahren"),
        ("fr", "Infirmière", "Caissière", "plus de neuf ans"),
        ("es", "Enfermera", "Dependienta", "más de nueve años"),
        ("nl", "Verpleegkundige", "Kassamedewerker", "meer dan negen jaar"),
        ("de", "Filialleiterin", "Verkäuferin", "mehr als vierzehn Jahren"),
        ("it", "Responsabile di sala", "Cameriera", "più di quattordici anni"),
    ],
)
def test_work_before_a_trade_is_no_year_of_it_in_any_language(
    language: str, title: str, earlier: str, said: str
) -> None:
    resume = _resume((title, "Orvik", "2017-03", "present"), (earlier, "Hale", "2012-03", "2017-02"))

    text = plan_paragraph(replace(resume, language=language), Options(AS_OF), AS_OF).text

    assert said in text


@pytest.mark.parametrize(
    ("seat", "main"),
    [
        ("Independent Director & AC Chair", "Group Chief Financial Officer"),
        ("Non-Executive Director", "Head of Treasury"),
        ("Board Member", "Plant Manager"),
        ("Trustee", "Solicitor"),
        ("Casual barista", "Software Tester"),
        ("Waiter (on call)", "Software Tester"),
        ("Bank healthcare assistant", "Senior Care Assistant"),
        ("Aufsichtsrat", "Leiterin Controlling"),
    ],
)
def test_a_seat_or_a_casual_job_beside_the_main_post_is_not_who_the_person_is(seat: str, main: str) -> None:
    resume = _resume((seat, "Kallang", "2024-05", "present"), (main, "Straits", "2022-03", "present"))

    assert Person(Slots(resume), AS_OF).latest == 1


@pytest.mark.parametrize(
    ("title", "end"),
    [
        ("Managing Director", "present"),
        ("Board Operator", "present"),
        ("On-call Physician", "present"),
        ("Casual Wear Designer", "present"),
        ("Trustee", "2021-01"),
    ],
)
def test_the_latest_post_is_told_where_it_is_the_main_one_or_the_other_is_over(title: str, end: str) -> None:
    other = ("Plant Manager", "Straits", "2018-03", "present" if title != "Trustee" else end)
    resume = _resume((title, "Kallang", "2024-05", "present"), other)

    assert Person(Slots(resume), AS_OF).latest == 0


def test_an_internship_in_the_new_trade_says_more_than_a_casual_job_that_began_before() -> None:
    jobs = (
        ("Casual barista", "Two Cups", "2025-05", "present"),
        ("Test Analyst Intern", "Paepae", "2026-02", "2026-05"),
    )
    resume = _resume(*jobs)
    intern = replace(resume.roles[1], kind="internship")

    assert Person(Slots(replace(resume, roles=(resume.roles[0], intern))), AS_OF).latest == 1


@pytest.mark.parametrize(
    ("title", "house", "field"),
    [
        ("Senior Curator", "Firth Museums Trust", "museums"),
        ("Librarian", "Firth Library", "libraries"),
        ("Sewing machinist", "Rathluirc", "sewing"),
        ("Machinist", "Rathluirc Knitwear", None),
        ("CNC Machinist", "Orvik", "machining"),
    ],
)
def test_no_field_of_a_neighbouring_trade_is_named(title: str, house: str, field: str | None) -> None:
    found = field_of(_resume((title, house, "2017-05", "present")), (0,))

    assert (found and found.text) == field


def test_a_field_is_not_told_beside_the_one_employer_that_shows_it() -> None:
    jobs = (
        ("Head Waiter", "Restaurante O Cabaz", "2022-06", "present"),
        ("Barman", "Areia Branca", "2016-06", "2022-05"),
    )

    assert _text(_resume(*jobs)).startswith("Head waiter with four years at Restaurante O Cabaz")


def test_years_of_a_post_are_told_where_no_employer_can_be_named() -> None:
    resume = _resume(
        ("Herd Manager", "Cregane Dairies", "2020-06", "present"),
        ("Assistant Manager", "Awa Farms", "2015-06", "2020-05"),
    )
    first, second = resume.roles
    assert first.employer is not None
    unsure = replace(first, employer=replace(first.employer, confidence=0.6))

    text = _text(replace(resume, roles=(unsure, second)))

    assert text.startswith("Herd manager with six years in the post.")


def test_nobody_is_told_to_be_in_the_trade_that_the_title_names() -> None:
    resume = _resume(
        ("Paralegal", "Broussard and Finch", "2021-06", "present"),
        ("Office clerk", "Broussard", "2018-06", "2021-05"),
    )
    first, second = resume.roles
    assert first.employer is not None
    unsure = replace(first, employer=replace(first.employer, confidence=0.6))

    text = _text(replace(resume, roles=(unsure, second)))

    assert not text.startswith("Paralegal in law")


def test_experience_is_not_told_of_a_title_where_some_of_it_was_in_other_trades() -> None:
    jobs = (
        ("Crane Operator", "Burra Coal", "2021-06", "present"),
        ("Bus driver", "City Lines", "2012-06", "2021-05"),
        ("Hairdresser", "Snip Shack", "2004-06", "2012-05"),
    )
    person = Person(Slots(_resume(*jobs)), AS_OF)

    assert person.experience is None
    assert "of experience" not in _text(person.resume)
    alike = Person(Slots(_resume(jobs[0], ("Xylo keeper", "Oak", "2012-06", "2021-05"))), AS_OF)
    assert alike.career is not None


def test_unpaid_care_is_neither_told_nor_counted() -> None:
    resume = _resume(
        ("Family carer", "Home", "2023-06", "2026-05"),
        ("Senior Care Assistant", "Salt Lodge", "2013-06", "2023-05"),
    )

    text = _text(resume)

    assert text.startswith("Former senior care assistant with ten years in care work")
    assert "carer" not in text


def test_a_trade_is_not_counted_by_the_care_for_the_own_family() -> None:
    jobs = (
        ("Senior Care Assistant", "Salt Lodge", "2023-06", "present"),
        ("Carer for my late father", "Salt Lodge", "2013-06", "2023-05"),
    )

    assert Person(Slots(_resume(*jobs)), AS_OF).counted == (0,)


def test_what_was_done_in_another_year_is_not_told_of_a_job() -> None:
    jobs = (("Staff Nurse", "Suame Polyclinic", "2017-12", "2020-08"),)
    done = "Cut waiting time from 40 to 15 minutes"

    assert "cut waiting time" in _text(_resume(*jobs, lines=((done,),))).lower()
    assert "waiting" not in _text(_resume(*jobs, lines=((f"{done} (QI project, 2022)",),)))


def test_pocket_money_gives_no_years_and_no_earlier_job() -> None:
    resume = _resume(
        ("Friday and Saturday nights", "Silver Cod", "2024-06", "present"),
        ("Paper round", "Maltby News", "2020-06", "2024-05"),
        lines=(("Serve about 80 customers a night",), ("Delivered 40 papers a day",)),
    )

    text = _text(resume)

    assert text.startswith("Works at Silver Cod.")
    assert "year" not in text
    assert "Maltby" not in text


def test_seasons_of_several_years_are_no_years() -> None:
    jobs = (("Apple Picker", "Wendt Orchards", "2019-06", "present"),)
    resume = _resume(*jobs)

    assert Person(Slots(resume), AS_OF).years is not None
    assert Person(Slots(_with_note(resume, 0, "seasonal")), AS_OF).years is None


@pytest.mark.parametrize(
    ("title", "end", "former"),
    [
        ("Detective Senior Constable", "2025-05", True),
        ("Detective Senior Constable", "2026-02", False),
        ("Detective Senior Constable", "present", False),
        ("Quality Control Intern", "2026-04", True),
        ("Part-time Librarian", "2009-02", True),
        ("Weekend Editor", "2009-02", True),
        ("Part-time Barista", "2026-02", False),
        ("Paper round", "2025-02", False),
    ],
)
def test_who_left_a_year_ago_or_ended_training_is_told_so(title: str, end: str, former: bool) -> None:
    resume = _resume((title, "Orme", "2004-06", end))

    assert _text(resume).startswith("Former ") == former


def test_a_single_month_may_be_that_in_which_a_job_held_still_began() -> None:
    resume = _resume(
        ("Researcher", "Peat Institute", "2023-09", "2023-09"),
        ("Postdoc", "Soil Group", "2021-04", "2023-08"),
    )

    assert may_go_on(resume, 0)
    assert not _text(resume).startswith("Former")
    assert "two and a half years" not in _text(resume)
    followed = _resume(
        ("Postdoc", "Soil Group", "2023-12", "present"), ("Researcher", "Peat", "2023-09", "2023-09")
    )
    assert not may_go_on(followed, 1)


def test_other_trades_came_before_or_are_not_told_as_before() -> None:
    jobs = (
        ("Literary Translator", "Bilbao Texts", "2012-06", "present"),
        ("Science Lecturer", "Deusto", "2015-06", "2021-05"),
    )
    beside = Person(Slots(_resume(*jobs)), AS_OF)
    before = Person(Slots(_resume(jobs[0], ("Science Lecturer", "Deusto", "2006-06", "2012-05"))), AS_OF)

    assert change_slot(beside, beside.years) is None
    change = change_slot(before, before.years)
    assert change is not None
    assert change.variants[0].text.startswith("six years as a science lecturer")


def test_years_of_another_trade_are_those_of_a_post_where_some_may_be_left_out() -> None:
    jobs = (
        ("Data Analyst", "Loop", "2020-06", "present"),
        ("Restaurant Manager", "Salt Cellar", "2017-06", "2020-05"),
        ("Chef de Partie", "Claddagh Grill", "2012-06", "2017-05"),
    )
    person = Person(Slots(_resume(*jobs)), AS_OF)

    change = change_slot(person, person.years)

    assert change is not None
    assert [one.text for one in change.variants] == ["five years as a chef de partie"]


def test_where_somebody_is_still_is_not_named_as_earlier() -> None:
    resume = _resume(
        ("Head Nurse", "Suame Polyclinic", "2020-09", "present"),
        ("Staff Nurse", "Suame Polyclinic Kumasi", "2017-12", "2020-08"),
        lines=(("Lead a team of 14 nurses",), ("Cut waiting time from 40 to 15 minutes",)),
    )
    now = resume.roles[0]
    assert now.employer is not None
    unsure = replace(now, employer=replace(now.employer, confidence=0.7))

    text = _text(replace(resume, roles=(unsure, *resume.roles[1:])))

    assert "cut waiting time" in text
    assert "at Suame" not in text


def test_a_job_that_overlapped_the_present_one_was_not_before_it() -> None:
    jobs = (
        ("Head of Content", "Orme Media", "2020-06", "present"),
        ("Lecturer", "Deusto", "2019-06", "2025-05"),
    )
    for title in ("Editor", "Writer", "Producer", "Planner", "Strategist", "Analyst"):
        lines = (("Lead a team of 14 writers",), ("Taught 120 students a year",))
        text = _text(_resume((title, *jobs[0][1:]), jobs[1], lines=lines))
        assert "taught 120 students" in text
        assert "Before that" not in text


def _held(start: int, end: int | None) -> Role:
    period = Period(PartialDate(start), PartialDate(end) if end else None, current=end is None)
    return Role(None, None, period=Fact(period, ()))


@pytest.mark.parametrize(
    ("line", "start", "end"),
    [
        ("Cut waiting time from 40 to 15 minutes (QI project, 2022)", 2017, 2020),
        ("Nurse of the Year 2024", 2017, 2020),
        ("Opened the second site in 2015", 2017, None),
        ("Planned and opened in 2023", 2017, 2020),
        ("Chair of the Board of Studies since 2021", 1998, 2003),
        ("Treasurer of the branch since May 2019", 2010, 2015),
    ],
)
def test_a_line_of_a_year_in_which_a_job_was_not_held_belongs_to_another(
    line: str, start: int, end: int | None
) -> None:
    assert is_of_other_years(_held(start, end), line)


@pytest.mark.parametrize(
    ("line", "start", "end"),
    [
        ("Cut waiting time from 40 to 15 minutes (QI project, 2019)", 2017, 2020),
        ("Moved 2015 files in 2018", 2017, 2020),
        ("Served 2023 homes", 2017, 2020),
        ("Found the rounding defect in code from 1987", 2003, None),
        ("Moved 900 desks to Office 2013", 2017, 2020),
        ("Audited to ISO 9001:2015", 2017, 2020),
        ("Restored a hall built in 1902", 2018, 2021),
        ("Kept a wing that opened in 2023", 2018, 2021),
        ("Drew up the energy plan (2025-2030)", 2018, 2021),
        ("Catalogued the estate of the fire in 1987", 2018, 2021),
        ("Ran the line that had stood since 1998", 2018, 2021),
        ("Chair of the Board of Studies since 2019", 2018, None),
    ],
)
def test_a_year_within_the_job_or_of_a_thing_keeps_the_line(line: str, start: int, end: int | None) -> None:
    assert not is_of_other_years(_held(start, end), line)


def test_learning_another_trade_is_not_told_as_years_of_it() -> None:
    jobs = (
        ("Web Developer", "Pix", "2023-06", "present"),
        ("Bricklayer", "Stone & Sons", "2012-06", "2023-05"),
        ("Apprentice bricklayer", "Stone & Sons", "2009-06", "2012-05"),
    )

    assert "after eleven years in construction" in _text(_resume(*jobs))


@pytest.mark.parametrize(
    ("end", "markers"), [("2014-04", ("Before that,", "Earlier,")), ("2017-05", ("Also,",))]
)
def test_of_two_earlier_jobs_that_overlap_neither_was_before_the_other(
    end: str, markers: tuple[str, ...]
) -> None:
    jobs = (
        ("Plant Manager", "Acme", "2020-05", "present"),
        ("Works Manager", "Orvik", "2014-05", "2020-04"),
        ("Line Manager", "Hale", "2010-05", end),
    )
    told = (("Runs the plant",), ("Cut scrap by 12%",), ("Raised output by 20%",))

    plan = plan_paragraph(_resume(*jobs, lines=told), Options(AS_OF), AS_OF)
    sentences = [one.text for one in plan.sentences]

    assert any("scrap" in one for one in sentences)
    assert next(one for one in sentences if "output" in one).startswith(markers)


@pytest.mark.parametrize(
    ("entry", "counts"),
    [
        ("Warehouse / FLT, then Class 2 driver", False),
        ("Gardener, later HGV driver", False),
        ("Cook then lorry driver", False),
        ("Tour guide → Class 1 driver", False),
        ("Junior, then lorry driver", True),
        ("Van driver, later lorry driver", True),
        ("Relief, then HGV driver", True),
    ],
)
def test_an_entry_of_two_trades_in_turn_is_not_counted_as_years_of_the_last(entry: str, counts: bool) -> None:
    resume = _resume(
        ("Class 1 Driver", "Ridings", "2017-01", "present"), (entry, "Orvik", "2009-01", "2016-12")
    )
    person = Person(Slots(resume), AS_OF)

    assert (1 in person.counted) == counts
    assert person.years is not None
    assert person.years.phrase == ("more than seventeen years" if counts else "more than nine years")


def test_what_was_done_in_one_of_two_trades_is_told_without_a_title() -> None:
    jobs = (
        ("Class 1 Driver", "Ridings", "2017-01", "present"),
        ("Warehouse, then Class 2 driver", "Orvik", "2009-01", "2016-12"),
    )
    text = _text(_resume(*jobs, lines=((), ("Trained 14 new starters on the dock",))))

    assert "trained 14 new starters" in text
    assert "as a class 2 driver" not in text


def test_jobs_without_a_title_are_no_years_of_experience_of_a_title() -> None:
    resume = _resume(
        ("Mountain Guide", "Orvik", "2018-01", "present"), ("Clerk", "Piece jobs", "2006-01", "2017-12")
    )
    roles = (resume.roles[0], replace(resume.roles[1], title=None))
    person = Person(Slots(replace(resume, roles=roles)), AS_OF)

    assert person.experience is not None
    assert person.experience.months < 12 * 9


def test_years_are_untold_where_the_resume_lists_but_some_of_the_jobs() -> None:
    resume = _resume(("Bosun", "Makar", "2024-01", "2026-05"), ("Deckhand", "Makar", "2022-01", "2022-08"))
    more = replace(resume, text=f"{resume.text}\nBefore 2022: 9 contracts as AB and OS")

    assert "year" in _text(resume)
    assert "year" not in _text(more)


@pytest.mark.parametrize("title", ["Deckhand", "Fisherman", "C/E", "Motorman"])
def test_titles_of_the_sea_are_of_one_line_of_work(title: str) -> None:
    resume = _resume(("Bosun", "Vestri", "2015-01", "present"), (title, "Hafnes", "2001-01", "2014-12"))

    assert Person(Slots(resume), AS_OF).counted == (0, 1)


def test_the_field_that_the_title_names_is_not_said_again() -> None:
    job = ("Sr. Executive – Accounts & Taxation", "Orvik", "2015-01", "present")
    text = _text(_resume(job, profile="Background in accounts and taxation."))

    assert text.startswith(
        "Senior accounts and taxation executive at Orvik with more than eleven years of experience."
    )


def test_years_with_an_employer_are_none_where_one_of_them_may_be_another_s() -> None:
    jobs = (("Driver", "Orvik", "2020-06", "present"), ("Picker", "Orvik", "2018-06", "2020-05"))
    resume = _resume(*jobs)
    employer = resume.roles[1].employer
    assert employer is not None
    unsure = replace(resume.roles[1], employer=replace(employer, confidence=0.87))

    stays = [
        Person(Slots(replace(resume, roles=(resume.roles[0], role))), AS_OF).stay
        for role in (resume.roles[1], unsure)
    ]

    assert stays[0] is not None
    assert stays[0].phrase == "eight years"
    assert stays[1] is None


def test_a_supervisor_of_a_site_is_in_construction_where_something_is_built() -> None:
    def field(line: str) -> str | None:
        resume = _resume(("Site Supervisor", "Orvik", "2018-06", "present"), lines=((line,),))
        found = field_of(resume, [0])
        return found.text if found else None

    assert field("Posted 14 guards at the mall.") is None
    assert field("Checked formwork and concrete of 40 flats.") == "construction"


def test_two_stays_with_one_employer_are_not_joined() -> None:
    jobs = (
        ("Package Manager", "Delta Nile", "2021-06", "present"),
        ("Site Engineer", "Al Sarh", "2016-06", "2021-05"),
        ("Junior Site Engineer", "Delta Nile", "2014-03", "2016-05"),
    )
    stay = Person(Slots(_resume(*jobs), "implied"), AS_OF).stay

    assert stay is not None
    assert stay.phrase == "five years"


def test_what_is_told_as_years_with_the_employer_is_not_told_again_as_another_trade() -> None:
    jobs = (
        ("Site Supervisor", "Umkhonto", "2018-01", "present"),
        ("Security Officer", "Umkhonto", "2014-07", "2017-12"),
        ("Armed response officer", "Fidel-Watch", "2010-02", "2014-06"),
    )
    assert (
        _text(_resume(*jobs))
        .split(".")[0]
        .endswith("years at Umkhonto, after four and a half years in security")
    )


def test_a_supervisor_at_a_house_of_the_trade_has_not_left_it() -> None:
    jobs = (
        ("Site Supervisor", "Umkhonto Shield Security", "2018-01", "present"),
        ("Armed response officer", "Fidel-Watch", "2010-02", "2014-06"),
    )
    assert "after" not in _text(_resume(*jobs)).split(".")[0]


@pytest.mark.parametrize(
    "entry", ["Clerk then Senior Clerk", "Teller, later Senior Clerk", "Clerk → Senior Clerk"]
)
def test_the_last_of_several_posts_is_not_given_their_years(entry: str) -> None:
    jobs = (("Chef", "Orvik", "2010-01", "present"), (entry, "Midshires", "1999-10", "2008-06"))

    assert "as a senior clerk" not in _text(_resume(*jobs)).split(".")[0]


def test_an_internship_that_became_work_is_not_left_out_of_exact_years() -> None:
    jobs = (
        ("Software Engineer", "Trasna", "2019-01", "present"),
        ("Intern → Junior Developer", "Bealach", "2018-01", "2018-12"),
    )
    resume = _resume(*jobs)
    roles = (resume.roles[0], replace(resume.roles[1], kind="internship"))
    years = Person(Slots(replace(resume, roles=roles), "implied"), AS_OF).years

    assert years is not None
    assert years.phrase == "more than seven years"


@pytest.mark.parametrize("before", ["mostly for ", "contract shearer, mainly for ", "usually with "])
def test_one_of_several_clients_is_no_employer(before: str) -> None:
    resume = _resume(("Contract shearer", "Stapleton", "2016-01", "present"))
    house = resume.roles[0].employer
    assert house is not None
    at = resume.text.index("Stapleton")
    place = replace(house.evidence[0], start=at + len(before), end=at + len(before) + len("Stapleton"))
    text = f"{resume.text[:at]}{before}{resume.text[at:]}"
    roles = (replace(resume.roles[0], employer=replace(house, evidence=(place,))),)

    assert Slots(resume, "implied").employer(0) is not None
    assert Slots(replace(resume, text=text, roles=roles), "implied").employer(0) is None
