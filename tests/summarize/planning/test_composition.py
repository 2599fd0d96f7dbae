"""How sentences are composed: no lists in the middle, two kinds at the end, an opening whatever is uncertain."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from functions.summarize.lines.supplied import names_work
from functions.summarize.lines.supplied_tables import counts_people
from functions.summarize.planning.named_things import is_named
from functions.summarize.planning.paragraph import plan_paragraph
from functions.summarize.planning.records import ParagraphPlan
from functions.summarize.planning.slots import Slots
from functions.summarize.planning.told_lines import is_empty, told_of
from functions.summarize.resume import Resume
from functions.summarize.sentences import Options, Voice
from training.composed import read_record, records

AS_OF = date(2026, 6, 15)
SEEN = [record for record in records() if not record.kept_out][::5]


def _resume(*lines: str, title: str = "Head of Operations", **more: list[Any]) -> Resume:
    role = {
        "title": title, "employer": "Orvik Pumps", "start": "2016-01", "end": "present",
        "bullets": list(lines),
    }  # fmt: skip
    resume: dict[str, Any] = {
        "name": "Ana Lima",
        "headline": None,
        "profile": None,
        "skills": [],
        "roles": [role],
    }
    resume |= {"credentials": [], "education": [], "languages": [], "awards": []} | more
    row: dict[str, Any] = {
        "id": "x-1",
        "sector": "",
        "occupation": "",
        "as_of": "2026-06",
        "years": None,
        "field": None,
        "rank": [],
    }
    return read_record({**row, "texts": {}, "resume": resume}).resume


def _told(resume: Resume, voice: Voice = "implied") -> ParagraphPlan:
    return plan_paragraph(resume, Options(AS_OF, voice=voice), AS_OF)


DEGREE = {"degree": "BSc", "field": None, "institution": "University of Leeds", "year": 2010}


def test_no_job_is_told_as_a_list_of_what_it_includes() -> None:
    lists = [
        record.id
        for record in SEEN
        if re.search(
            r"\b(?:Further (?:work|results)|Results at|Recognition|Credentials) ", _told(record.resume).text
        )
    ]
    assert lists == []


def test_two_changes_share_a_verb() -> None:
    text = _told(_resume("Cut scrap from 9% to 4%", "Cut downtime from 30 h to 11 h")).text

    assert "cut scrap from 9% to 4% and downtime from 30 h to 11 h" in text.lower()


def test_a_scope_comes_before_what_was_done() -> None:
    text = _told(_resume("Cut scrap from 9% to 4%", "Leads a team of 40 fitters and planners")).text

    assert re.search(r"leads a team of 40 .* and has cut scrap", text, re.IGNORECASE)


@pytest.mark.parametrize(("education", "told"), [([DEGREE], False), ([], True)])
def test_a_driving_licence_is_told_only_where_there_is_nothing_better(
    education: list[Any], told: bool
) -> None:
    resume = _resume("Cut scrap from 9% to 4%", education=education, credentials=["Full driving licence"])

    assert ("driving licence" in _told(resume).text) == told


def test_a_prize_ends_the_text_and_has_no_sentence_of_its_own() -> None:
    resume = _resume("Cut scrap from 9% to 4%", education=[DEGREE], awards=["Plant Manager of the Year 2024"])

    assert _told(resume).text.endswith(
        "Holds a BSc from the University of Leeds, and was named Plant Manager of the Year 2024."
    )


def test_a_text_begins_with_the_years_where_the_title_is_uncertain() -> None:
    resume = _resume("Cut scrap from 9% to 4%")
    role = resume.roles[0]
    assert role.title is not None
    doubtful = replace(role, title=replace(role.title, confidence=0.1))

    text = _told(replace(resume, roles=(doubtful,))).text

    assert text.startswith("Brings more than ten years of experience, now at Orvik Pumps.")


@pytest.mark.parametrize(
    "line",
    [
        "Team of 12",
        "Nights and weekends",
        "Mentor on the graduate scheme",
        "32 vehicles",
        "Annual fire inspections",
    ],
)
def test_a_verb_that_a_line_is_given_agrees_with_who_speaks(line: str) -> None:
    told = _told(_resume(line, "Cut scrap from 9% to 4%"), "first").text

    assert re.search(r"\bI (?:lead|work|serve as|am|run|carry out)\b.* and have cut", told), told
    assert not re.search(r"\bI \w+s\b", told)


def _closing(resume: Resume, voice: Voice) -> str:
    return _told(resume, voice).sentences[-1].text


@pytest.mark.parametrize(
    ("education", "languages", "told"),
    [
        ([DEGREE], [], "A registered nurse, I hold a BSc from the University of Leeds."),
        ([], ["Welsh", "English"], "I am also a registered nurse and speak Welsh and English."),
        ([], [], "I am also a registered nurse."),
    ],
)
def test_in_the_first_person_only_the_opening_says_i_am_a(
    education: list[Any], languages: list[Any], told: str
) -> None:
    resume = _resume(
        "Cut scrap from 9% to 4%",
        education=education,
        languages=languages,
        credentials=["Registered nurse"],
    )

    assert _closing(resume, "first") == told


@pytest.mark.parametrize(
    ("began", "told"),
    [("Machine Operator", True), ("Production Manager", False), ("Plant Supervisor", False)],
)
def test_where_somebody_began_is_told_only_of_a_rise(began: str, told: bool) -> None:
    job = {"employer": "Orvik Pumps", "bullets": ["Cut scrap from 9% to 4%"]}
    now = {**job, "title": "Head of Operations", "start": "2016-01", "end": "present"}
    then = {**job, "title": began, "start": "2009-01", "end": "2015-12"}

    assert ("first as" in _told(_resume(roles=[now, then])).sentences[0].text) == told


def test_the_years_of_a_senior_engineer_say_that_they_began_as_a_junior_one() -> None:
    job = {"employer": "Orvik Pumps", "bullets": ["Cut scrap from 9% to 4%"]}
    now = {**job, "title": "Senior Process Engineer", "start": "2020-01", "end": "present"}
    then = {**job, "title": "Junior Process Engineer", "start": "2015-01", "end": "2019-12"}

    assert "first as a junior process engineer" in _told(_resume(roles=[now, then])).sentences[0].text


def test_who_began_at_another_branch_did_not_begin_there() -> None:
    job = {"bullets": ["Cut scrap from 9% to 4%"]}
    now = {
        **job,
        "employer": "Orvik Pumps, Leeds",
        "title": "Senior Fitter",
        "start": "2020-01",
        "end": "present",
    }
    then = {
        **job,
        "employer": "Orvik Pumps, York",
        "title": "Junior Fitter",
        "start": "2015-01",
        "end": "2019-12",
    }
    opening = _told(_resume(roles=[now, then])).sentences[0].text

    assert not ("at Orvik Pumps" in opening and "first as" in opening)


def test_what_takes_no_verb_is_listed_as_what_the_work_covers() -> None:
    told = _told(_resume("Month-end accruals with the controller", "Cut scrap from 9% to 4%")).text

    assert "covers month-end accruals with the controller, and has cut scrap from 9% to 4%" in told.lower()


@pytest.mark.parametrize(
    "line",
    [
        "Speeches for the President, approx. 25 a year",
        "Crew and kit driven",
        "User courses, twice a semester",
    ],
)
def test_a_note_that_takes_no_verb_is_left_out_behind_an_act(line: str) -> None:
    told = _told(_resume("Cut scrap from 9% to 4%", "Trained 12 operators", line)).text

    assert "Cut scrap from 9% to 4% and trained 12 operators" in told
    assert not re.search(r"\b(?:includes?|covers?)\b", told)


def test_nobody_works_on_or_handles_what_did_not_parse() -> None:
    counted = r"(?:an? |more than )?(?:\S*\d|two|three|four|five|six|seven|eight|nine|the \d)"
    empty = re.compile(rf"\b(?:(?:works? on|worked on)(?! {counted})|saw|has seen)\b")
    told = {
        record.id: sentence.text
        for record in SEEN
        for sentence in _told(record.resume).sentences
        if empty.search(sentence.text) and not empty.search(record.resume.text)
    }

    assert told == {}


def test_a_whole_thing_in_figures_is_named_as_part_of_the_work() -> None:
    told = _told(_resume("Cut scrap from 9% to 4%", "A sales incentive plan for 412 stores")).text

    assert "The work also includes a sales incentive plan for 412 stores" in told


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (
            ("Cut scrap from 9% to 4%", "46 players and 5 staff"),
            "At Orvik Pumps, with 46 players and five staff, ",
        ),
        (("Cut scrap from 9% to 4%", "210 beds"), "At Orvik Pumps, with 210 beds, "),
        (
            ("Designed a converter for deep water", "64 installed, no failure in 5 years"),
            "deep water, with 64 installed",
        ),
    ],
)
def test_a_size_stands_behind_the_place_and_what_became_of_an_act_behind_the_act(
    lines: tuple[str, ...], told: str
) -> None:
    assert told in _told(_resume(*lines, title="Midwife")).text


@pytest.mark.parametrize(
    "line",
    [
        "46 players and 5 staff",
        "210 beds",
        "ISO 27001 certificate 2023",
        "Availability 99.98",
    ],
)
def test_a_size_or_a_result_is_no_part_of_the_work(line: str) -> None:
    assert line[:3].lower() not in _told(_resume("Cut scrap from 9% to 4%", line)).text.lower()


def test_two_offices_share_their_verb() -> None:
    text = _told(_resume("Negotiator in 14 hostage cases", "Mentor for six trainees", title="Sergeant")).text

    assert "erves as a negotiator in 14 hostage cases and as a mentor for six trainees" in text


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (("Leads 12 fitters", "Retention 97%"), "At Orvik Pumps, with retention at 97%, leads 12 fitters."),
        (("Cut scrap from 9% to 4%", "CSAT 94% (target 88)"), "At Orvik Pumps, with CSAT at 94%, cut "),
        (
            ("Trained nine fitters", "64% rebooking rate"),
            "At Orvik Pumps, with a 64% rebooking rate, trained ",
        ),
    ],
)
def test_how_high_a_thing_stands_is_said_of_the_place_and_of_no_act(
    lines: tuple[str, ...], told: str
) -> None:
    assert told in _told(_resume(*lines, title="Midwife")).text


def test_a_level_of_an_earlier_job_stands_behind_its_place() -> None:
    old = (
        "Fitter",
        "Brandal Works",
        "2016-01",
        "2019-12",
        "Trained nine fitters",
        "Inventory accuracy 97.2%",
    )

    text = _told(_resume(roles=_earlier(NOW, old))).text

    assert "Brandal Works, with inventory accuracy at 97.2%, trained nine fitters" in text


@pytest.mark.parametrize("line", ["9 diverted widebodies in one night", "11 features", "1,140 units in 2025"])
def test_what_belongs_to_no_act_is_not_hung_on_one(line: str) -> None:
    text = _told(_resume("Cut scrap from 9% to 4%", "Renewed the contract of the works canteen", line)).text

    assert f"with {line[:4]}" not in text


def test_what_the_line_itself_says_was_done_is_no_empty_verb() -> None:
    text = _told(_resume("Cut scrap from 9% to 4%", "64 incidents handled; 2 still open")).text

    assert "handled 64 incidents" in text


def _earlier(*jobs: tuple[str, ...]) -> list[dict[str, Any]]:
    return [
        {
            "title": title, "employer": employer, "start": start, "end": end, "bullets": list(lines),
        }
        for title, employer, start, end, *lines in jobs
    ]  # fmt: skip


NOW = ("Shift Manager", "Orvik Pumps", "2020-01", "present", "Cut scrap from 9% to 4%", "Leads 12 fitters")
FITTER = ("Fitter", "Brandal Works", "2016-01", "2019-12", "Stores")
DRIVER = ("Driver", "Tessin Haulage", "2012-01", "2015-12", "Cut fuel costs by 11%")


def test_an_earlier_job_of_which_nothing_can_be_told_is_not_mentioned() -> None:
    text = _told(_resume(roles=_earlier(NOW, FITTER), education=[DEGREE])).text

    assert "scrap from 9% to 4%" in text
    assert "Brandal" not in text


def test_of_the_earlier_jobs_one_with_a_result_is_told() -> None:
    text = _told(_resume(roles=_earlier(NOW, FITTER, DRIVER), education=[DEGREE])).text

    assert "cut fuel costs by 11%" in text
    assert "Brandal" not in text


def test_a_second_earlier_job_with_a_result_is_told_where_there_is_room() -> None:
    now = ("Shift Manager", "Orvik Pumps", "2020-01", "present", "Cut scrap from 9% to 4%")
    fitter = ("Fitter", "Brandal Works", "2016-01", "2019-12", "Trained 9 apprentices")
    text = _told(_resume(roles=_earlier(now, fitter, DRIVER), education=[DEGREE])).text

    assert "trained 9 apprentices. Before that, " in text.replace("nine", "9")
    assert "Tessin Haulage, cut fuel costs by 11%" in text


@pytest.mark.parametrize("end", ["present", "2019-12"])
def test_what_a_volunteer_does_now_is_told_beside_the_last_paid_job(end: str) -> None:
    helper = ("Parent Helper (volunteer)", "St Bede's School", "2025-01", "present", "Helping on trips")
    paid = ("Fitter", "Brandal Works", "2012-01", end, "Trained nine apprentices", "Cut scrap from 9% to 4%")

    assert (
        "As a volunteer at St Bede's School, helps on trips."
        in _told(_resume(roles=_earlier(helper, paid))).text
    )


def test_a_thing_is_named_by_what_it_begins_with_where_the_line_says_more() -> None:
    lines = (
        "Wrote a checklist used by 60 agents",
        "60 destination weddings, most of them abroad, all in 9 years",
    )
    text = _told(_resume(*lines, title="Broker")).text

    assert "The work also includes 60 destination weddings" in text


def test_a_duty_does_not_stand_beside_a_result_where_more_can_be_told_in_figures() -> None:
    lines = (
        "Raised subscribers from 810 to 1,340",
        "Auditions and programme planning",
        "9 commissioned premieres",
    )
    text = _told(_resume(*lines, title="Music Director")).text

    assert "raised subscribers from 810 to 1,340" in text.lower()
    assert "auditions" not in text.lower()


def test_what_never_happened_counts_as_a_result() -> None:
    lines = ("Cut scrap from 9% to 4%", "Answers calls", "No lost-time injury since start")
    text = _told(_resume(*lines)).text

    assert "has had no lost-time injury since the start" in text.lower()


@pytest.mark.parametrize(("line", "empty"), [("2nd line tickets", True), ("900 tickets a week", False)])
def test_how_much_was_handled_says_something_and_an_ordinal_does_not(line: str, empty: bool) -> None:
    only = Slots(_resume(line)).lines[0]
    found = told_of(only, current=True)

    assert found is not None
    assert is_empty(found[0]) is empty


@pytest.mark.parametrize(
    ("line", "note"),
    [
        ("Designed the new bar, team effort", ", team effort"),
        ("Ran the kitchen, jointly with the chef", ", jointly"),
        ("Started a doctorate, interrupted", ", interrupted"),
        ("Organised a conference, cancelled", ", cancelled"),
        ("Led the bid, lost", ", lost"),
    ],
)
def test_a_limited_act_is_told_with_its_note_or_not_at_all(line: str, note: str) -> None:
    (told,) = Slots(_resume(line)).lines

    assert all(note in variant.text for variant in told.slot.variants)


@pytest.mark.parametrize("line", ["Disability 50%", "Photoshop 90%", "Remote 60%", "Own shares 10%"])
def test_a_value_of_what_is_no_measure_is_told_nowhere(line: str) -> None:
    assert not Slots(_resume(line)).lines


def test_a_job_that_goes_on_beside_the_present_one_is_not_told_as_earlier() -> None:
    beside = {
        "title": "Swimming Instructor", "employer": "Bramley Baths", "start": "2014-05", "end": "present",
        "bullets": ["Teach three classes of beginners"],
    }  # fmt: skip
    resume = _resume("Runs two filling lines")
    roles = (*resume.roles, *_resume(roles=[beside]).roles)
    told = _told(replace(resume, roles=roles)).text
    assert "Also, " in told
    assert "teaches three classes of beginners" in told
    assert not re.search(r"Earlier|Previously|Before that", told)


def test_what_somebody_was_named_for_a_time_is_over_in_the_present_job() -> None:
    text = _told(_resume("Employee of the month March 2025", title="Porter")).text

    assert "is employee" not in text
    assert "Was employee of the month" in text


def test_a_person_is_no_part_of_the_work() -> None:
    lines = (
        "Assigns staff for 32 beds",
        "Preceptor for 14 new graduate nurses",
        "Cut falls from 9 to 3 a year",
    )
    text = _told(_resume(*lines, title="Charge nurse")).text

    assert not re.search(r"(?:includes|covers)\b.*preceptor", text)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Growing followers from 6k to 48k", "grew followers from 6k to 48k"),
        ("Building the archive from scratch", "built the archive from scratch"),
        ("Cutting failed payments by a third", "cut failed payments by a third"),
        ("Deliver parcels from 2 depots to 40 shops", "delivers parcels"),
        ("Take blood from 40 patients a day", "takes blood"),
        ("Cook all meals from scratch for 80 residents", "cooks all meals"),
        ("Resolve complaints within two weeks", "resolves complaints"),
        ("Raise invoices from 200 delivery notes a week", "raises invoices"),
        ("Growing monthly revenue from 40k to 90k", "grew monthly revenue"),
        ("Building the weekly report from scratch", "built the weekly report"),
    ],
)
def test_what_was_done_once_is_told_as_done_in_the_present_job_too(line: str, told: str) -> None:
    assert told in _told(_resume(line, title="Manager")).text.lower()


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Given two commendations for bravery", "was given two commendations"),
        ("Awarded two bravery medals", "was awarded two bravery medals"),
        ("Hired two thirds of the crew", "hired two thirds"),
        ("Promoted two assistants to manager", "promoted two assistants to manager"),
        ("Awarded two grants to local schools", ". awarded two grants"),
        ("Promoted two grades in three years", "was promoted two grades"),
        ("Stopped 300 evictions due to health problems", "stopped 300 evictions"),
        ("Responsible for the soup of the day", "is responsible for the soup of the day"),
        ("Manager of the day centre for 40 adults", "serves as a manager of the day centre"),
        ("Cut patients waiting over 18 weeks from 400 to 20", "cut patients waiting"),
        ("Raised pupils at grade C from 40% to 70%", "raised pupils at grade c"),
        ("Designed the new bridge at Orvik; under supervision", "under supervision"),
        ("Taught maths to 90 pupils; as student teacher", "as a student teacher"),
        ("Advised the UK, Ireland", "the uk, ireland"),
        ("Wrote tests in pytest, Selenium", "pytest, selenium"),
        ("Cut short-term debt from £4m to £1m", "cut short-term debt"),
        (
            "Represented 40 women dismissed because of pregnancy",
            "represented 40 women dismissed because of pregnancy",
        ),
        ("Worked alongside surgeons in 300 operations", "alongside surgeons"),
    ],
)
def test_no_rule_of_silence_or_of_time_goes_too_far(line: str, told: str) -> None:
    assert told in _told(_resume(line, title="Senior Manager")).text.lower()


@pytest.mark.parametrize(
    "line",
    [
        "Took leave because of pregnancy",
        "Reduced hours due to illness",
        "Worked from home due to bad back",
        "Won an appeal; later overturned in 2021",
    ],
)
def test_what_is_private_or_came_to_nothing_is_not_told(line: str) -> None:
    text = _told(_resume(line, title="Manager")).text

    assert not re.search(r"pregnancy|illness|back|appeal", text)


@pytest.mark.parametrize("line", [", ,", "; : ) (", "- - -", "(", "….", ", , ;"])
def test_marks_alone_say_nothing_and_break_nothing(line: str) -> None:
    assert "bullets" not in str([slot.place for one in _told(_resume(line)).sentences for slot in one.slots])


@pytest.mark.parametrize(
    "text",
    [
        "daily walkround checks and defect reports",
        "quarterly VAT returns under MTD",
        "HIQA inspection prep",
        "data entry",
        "boiler installation",
        "family mediation",
        "front desk, phones and room bookings",
    ],
)
def test_work_is_named_however_often_it_is_done(text: str) -> None:
    assert is_named(text)


@pytest.mark.parametrize(
    "text",
    [
        "mostly invoices",
        "mini bar, turn down, VIP set up",
        "customers in Finland",
        "entry",
    ],
)
def test_what_is_no_work_is_not_named(text: str) -> None:
    assert not names_work(text)


@pytest.mark.parametrize(
    "text",
    [
        "two direct reports and agency",
        "three tradesmen and two apprentices",
        "design authority for the KM-300 line, four engineers and two drafters",
        "4 technicians and 2 drivers",
    ],
)
def test_people_are_no_part_of_the_work(text: str) -> None:
    assert counts_people(text)
    assert not names_work(text)
