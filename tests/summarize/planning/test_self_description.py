"""Who somebody is where no title of a job is sure enough: the first words of the profile, a past post, a degree."""

import re
from dataclasses import replace
from datetime import date

import pytest

from functions.summarize.planning.paragraph import plan_paragraph
from functions.summarize.planning.self_description import self_description
from functions.summarize.planning.slots import Slots
from functions.summarize.planning.titles import read_title
from functions.summarize.resume import (
    Credential,
    Education,
    Entry,
    Evidence,
    Fact,
    PartialDate,
    Period,
    Resume,
    Role,
)
from functions.summarize.sentences import Options, Voice

AS_OF = date(2026, 6, 15)


def _fact(text: str, confidence: float = 1.0) -> Fact[str]:
    return Fact(text, (Evidence(0, len(text), text),), confidence)


def _profile(text: str) -> Resume:
    return Resume(text, summary=_fact(text), language="en")


def _job(title: str, employer: str, start: int, end: int | None, sure: float = 0.99) -> Role:
    period = Period(PartialDate(start, 1), PartialDate(end, 1) if end else None, current=end is None)
    stated = Fact(period, (Evidence(0, 4, str(start)),))
    return Role(_fact(title, sure), _fact(employer), period=stated)


def _told(resume: Resume, voice: Voice = "implied") -> str:
    return plan_paragraph(resume, Options(AS_OF, voice=voice), AS_OF).text


@pytest.mark.parametrize(
    ("profile", "who"),
    [
        ("Registered nurse with ten years at the bedside.", "registered nurse"),
        (
            "I am a caring, reliable and down to earth support worker with experience of dementia.",
            "support worker",
        ),
        ("Manual / Automation QA Engineer (Middle)", "QA engineer"),
        ("brand designer + illustrator", "brand designer"),
        ("Licensed Electrician | Solar & Battery", "licensed electrician"),
        ("Time served joiner, 22 yrs in trade, own van", "joiner"),
        (
            "PMP-certified IT Project Manager with 14 years of experience in core banking",
            "IT project manager",
        ),
        ("A result oriented accountant with hands on experience", "accountant"),
        ("Am a professional hairdresser and make up artist, I do braids", "hairdresser"),
    ],
)
def test_the_first_words_of_a_profile_say_who_somebody_is(profile: str, who: str) -> None:
    found = self_description(_profile(profile))

    assert found is not None
    assert found.text == who


@pytest.mark.parametrize(
    "profile",
    [
        "Seeking a position of site engineer with a reputable contractor.",
        "To contribute towards quality higher education as Principal of a college.",
        "To obtain a Staff Nurse position in your hospital",
        "Aspiring data analyst with a passion for numbers.",
        "Former head chef, now in software.",
        "Bassoon player turned bookkeeper.",
        "Position applied for: Chief Engineer",
        "Nursing student in the third year.",
        "Marketing intern",
        "Results-driven professional in retail.",
        "I was born between flour bags: my family owns an oven.",
        "Looking for work as a cleaner in hotels.",
        "I lead a team of engineers.",
        "Operator",
        "I am a clinical nephrologist and teacher.",
        "sound recordist, mixer, dad joke archivist",
        "Lapsed nurse with time to spare.",
        "Struck-off dentist with a new start.",
        "Registered nurse, struck off in 2019.",
        "Solicitor, disbarred.",
        "Dismissed police officer of Leeds.",
        "Disqualified driver with a bicycle.",
        "Failed barrister.",
        "Non-practising solicitor in Leeds.",
        "Wannabe pilot with a dream.",
        "Almost a lawyer, with two exams to go.",
        "Pre-registration pharmacist at Orvik.",
        "Honorary police officer with a badge.",
        "Once a surgeon, now in retail.",
        "Second-year nurse with questions.",
        "Amateur photographer with three cameras.",
        "Assisting the senior accountant.",
        "Hiring managers love my pastry chef.",
        "I am a doctor of philosophy, looking for shop work.",
        "Driver of change with a heart.",
        "Chef at heart with a day job in retail.",
        "Nurse by training, I left the ward in 2015.",
        "Qualified nurse (registration withdrawn) with time.",
        "Pilot? No. Gardener, and happy.",
        "-----",
        "•••",
        "— — —",
        "/" * 50_000,
        " " * 50_000,
    ],
)
def test_who_is_looked_for_or_is_no_more_is_nobody_that_one_is(profile: str) -> None:
    assert self_description(_profile(profile)) is None


def test_a_profile_opens_the_text_where_no_title_is_sure() -> None:
    resume = replace(
        _profile("Data analyst with a restaurant past."), roles=(_job("DA", "Orvik", 2023, None, 0.3),)
    )

    assert _told(resume).startswith("Data analyst, now at Orvik.")
    assert _told(resume, "first").startswith("I am a data analyst, now at Orvik.")


@pytest.mark.parametrize(
    ("line", "before", "who"),
    [
        ("Rope access technician IRATA L3", "Technician", "Rope access technician"),
        ("Rope access technician", "Junior technician", "Rope access technician"),
        ("Rope access technician IRATA L3", "Cook", None),
        ("Aspiring rope access technician", "Technician", None),
        ("Team player", "Basketball player", None),
    ],
)
def test_a_line_that_is_a_title_says_who_somebody_is_where_a_job_has_its_noun(
    line: str, before: str, who: str | None
) -> None:
    jobs = (_job("Contractor", "Orvik", 2021, None), _job(before, "Brix", 2012, 2020))
    told = _told(replace(_profile(line), roles=jobs))

    assert told.startswith(who) if who else not told.lower().startswith(line.lower()[:8]), told


def test_a_sure_title_is_told_and_not_the_profile() -> None:
    resume = replace(
        _profile("Chef for twenty years."), roles=(_job("Lecturer", "Orvik College", 2020, None),)
    )

    assert _told(resume).startswith("Lecturer")


def test_a_past_post_of_the_trade_says_who_somebody_is_where_the_present_one_is_in_doubt() -> None:
    now, before = (
        _job("welder 6G pipes", "Brix", 2021, None, 0.3),
        _job("Structural Welder", "Orvik", 2012, 2020),
    )
    resume = replace(_profile("Clean licence."), roles=(now, before))

    assert _told(resume).startswith("Earlier worked as a structural welder at Orvik.")


@pytest.mark.parametrize(
    "before", [_job("Waitress", "Orvik", 2019, 2021), _job("Bench Technician", "Orvik", 2005, 2009)]
)
def test_an_odd_or_old_job_says_nothing_of_who_somebody_is(before: Role) -> None:
    resume = replace(_profile("Clean licence."), roles=(_job("sole trader", "Brix", 2021, None, 0.3), before))

    assert "waitress" not in _told(resume)
    assert "technician" not in _told(resume).split(".")[0]


def test_of_two_present_posts_the_one_with_a_sure_title_is_told() -> None:
    unsure, sure = (
        _job("Member", "Delta Council", 2020, None, 0.6),
        _job("Full Professor", "Rijn University", 2018, None),
    )
    resume = replace(_profile("Water."), roles=(unsure, sure))

    assert _told(resume).startswith("Full professor")


def test_a_guest_lecturer_is_told_by_the_main_post() -> None:
    guest, main = (
        _job("visiting lecturer", "Orvik College", 2023, None),
        _job("Head of Infrastructure", "Brix", 2019, None),
    )

    assert _told(replace(_profile("Linux."), roles=(guest, main))).startswith("Head of infrastructure")


@pytest.mark.parametrize(
    ("degree", "running", "said"),
    [
        ("SEC O levels", False, "School leaver with SEC O levels"),
        ("BSc", False, "Graduate with a BSc"),
        ("BSc", True, "Student, studying for a BSc"),
    ],
)
def test_the_degree_says_who_somebody_without_a_trade_is(degree: str, running: bool, said: str) -> None:
    period = Fact(Period(PartialDate(2023), PartialDate(2027 if running else 2026), current=running), ())
    course = Education(_fact(degree), None, _fact("Leeds College"), period)
    job = _job("Summer job", "Orvik Stationers", 2025, 2025)

    assert _told(replace(_profile("Punctual."), roles=(job,), education=(course,))).startswith(said)


@pytest.mark.parametrize("title", ["Summer job", "Part-time job", "Odd jobs", "Holiday work", "Student job"])
def test_a_job_beside_school_is_nobody(title: str) -> None:
    assert read_title(title) is None


@pytest.mark.parametrize(
    ("stated", "said"),
    [
        ("C/E", "chief engineer"),
        ("2/O", "second officer"),
        ("A/B", "able seaman"),
        ("C/O (Master's ticket)", "chief officer"),
    ],
)
def test_a_rank_on_board_is_spelled_out(stated: str, said: str) -> None:
    found = read_title(stated)

    assert found is not None
    assert found.text == said


@pytest.mark.parametrize("title", ["A/B Test Engineer", "O/S Engineer", "C/O Manager"])
def test_a_rank_on_board_is_a_title_of_its_own(title: str) -> None:
    read = read_title(title)

    assert read is not None
    assert not re.search(r"seaman|chief officer", read.text)


def test_other_letters_with_a_stroke_are_no_rank_on_board() -> None:
    assert read_title("B/C") is None


@pytest.mark.parametrize(
    ("stated", "said"),
    [
        ("Subtitler*", "subtitler"),
        ("Vice President, Project Manager", "vice president and project manager"),
        ("Director, Human Resources", "director of human resources"),
        ("Head, Customer Centre", "head of customer centre"),
    ],
)
def test_a_title_is_told_without_marks_and_with_what_of(stated: str, said: str) -> None:
    found = read_title(stated)

    assert found is not None
    assert found.text == said


@pytest.mark.parametrize(
    ("note", "said"),
    [
        (_fact("Department of Botany"), "associate professor and head of the Department of Botany"),
        (_fact("Department of Botany", 0.6), "associate professor and head"),
        (_fact("Clock Hour Basis"), "associate professor and head"),
    ],
)
def test_a_head_is_one_of_the_department_beside_the_title(note: Fact[str], said: str) -> None:
    role = replace(_job("Associate Professor and Head", "Orvik College", 2014, None), note=note)
    slot = Slots(replace(_profile("Plants."), roles=(role,))).title(0)

    assert slot is not None
    assert slot.variants[0].text == said


@pytest.mark.parametrize(
    ("title", "note", "said"),
    [
        ("Staff Nurse", "MICU", "staff nurse in the MICU"),
        ("Charge Nurse", "Labor & Delivery", "charge nurse in labor and delivery"),
        ("Staff Nurse", "Hyper Acute Stroke Unit", "staff nurse in the hyper acute stroke unit"),
        ("Staff Nurse", "Medical Ward", "staff nurse on the medical ward"),
        ("Staff Nurse", "Nightingale Ward", "staff nurse on the Nightingale ward"),
        ("Staff Nurse", "Florence Unit", "staff nurse in the Florence unit"),
        ("Midwife", "Delivery Room", "midwife in the delivery room"),
        ("Staff Nurse", "Intensive Care", "staff nurse in intensive care"),
        ("Charge Nurse / Team Leader", "ADULT ICU", "charge nurse and team leader in the adult ICU"),
        ("Staff Nurse", "night shift", "staff nurse"),
        ("Staff Nurse", "Business Unit", "staff nurse"),
        ("Staff Nurse", "Bluegum Care", "staff nurse"),
        ("Porter", "MICU", "porter"),
        ("Nurse Manager", "Medical Ward", "nurse manager"),
    ],
)
def test_a_nurse_is_told_with_the_unit_beside_the_title(title: str, note: str, said: str) -> None:
    role = replace(_job(title, "Orvik Hospital", 2014, None), note=_fact(note))
    slot = Slots(replace(_profile("Care."), roles=(role,))).title(0)

    assert slot is not None
    assert slot.variants[0].text == said


@pytest.mark.parametrize(
    ("line", "note", "said"),
    [
        ("Key Account Manager, Infant Nutrition", "Infant Nutrition", "key account manager for infant nutrition"),
        ("Sales Representative (Animal Health & Nutrition)", "Animal Health & Nutrition",
         "sales representative for animal health and nutrition"),
        ("Section Manager – Underground Stations", "Underground Stations", "section manager for underground stations"),
        ("Test Engineer (contract)", "contract", "test engineer"),
        ("Test Engineer, Remote", "Remote", "test engineer"),
        ("Area Manager, North West", "North West", "area manager"),
        ("System Engineer, Nordhavn Shipping", "Nordhavn Shipping", "system engineer"),
        ("Site Engineer, Client: Housing", "Housing", "site engineer"),
        ("Cook, desserts", "desserts", "cook"),
        ("Assistant Manager – NPD", "NPD", "assistant manager for NPD"),
        ("Programme Officer (WASH)", "WASH", "programme officer for WASH"),
        ("Registrar, Emergency Medicine", "Emergency Medicine", "registrar in emergency medicine"),
        ("Technical Director, Structures", "Structures", "technical director for structures"),
        ("Project Manager – KGH", "KGH", "project manager"),
        ("Operations Director, main board", "main board", "operations director"),
        ("Executive Director (dual role)", "dual role", "executive director"),
    ],
)  # fmt: skip
def test_a_manager_is_told_with_what_stands_beside_the_title(line: str, note: str, said: str) -> None:
    def fact(text: str) -> Fact[str]:
        at = line.index(text)
        return Fact(text, (Evidence(at, at + len(text), text),), 0.99)

    title = re.split(r",| \(| –", line)[0]
    role = replace(_job(title, "Orvik", 2014, None), title=fact(title), note=fact(note))
    slot = Slots(Resume(line, roles=(role,), language="en")).title(0)

    assert slot is not None
    assert slot.variants[0].text == said


def _with_lines(role: Role, *lines: str) -> Role:
    return replace(role, bullets=tuple(map(_fact, lines)))


def test_a_bare_title_and_what_was_done_are_one_sentence() -> None:
    role = _with_lines(_job("Relief Teacher", "various schools", 2022, None, 0.99), "Ran reading groups")
    resume = replace(_profile("Mudgee."), roles=(replace(role, employer=None, period=None),))

    assert _told(resume).startswith("Relief teacher who ran reading groups.")
    assert _told(resume, "first").startswith("I am a relief teacher. I ran reading groups.")


@pytest.mark.parametrize(
    ("end", "opening"),
    [
        (None, "Forklift operator at Orvik with"),
        (2026, "Forklift operator with just over seven years in warehousing, most recently at Orvik."),
    ],
)
def test_the_employer_is_told_where_no_line_would_name_it(end: int | None, opening: str) -> None:
    resume = replace(_profile("Clean licence."), roles=(_job("Forklift Operator", "Orvik", 2019, end),))

    assert _told(resume).startswith(opening)


def test_that_a_job_was_held_nobody_knows_where_is_not_told() -> None:
    now, before = (
        _job("Senior Site Engineer", "Orvik", 2023, None),
        _job("Site Engineer", "Orvik", 2019, 2023),
    )

    assert "worked as" not in _told(replace(_profile("Ready."), roles=(now, before)))


def test_a_change_is_done_and_what_it_is_joined_to_goes_on() -> None:
    line = "Own the eligibility service; cut p99 from 900ms to 210ms by moving to read replicas"
    resume = replace(
        _profile("Ready."), roles=(_with_lines(_job("Software Engineer", "Orvik", 2022, None), line),)
    )

    assert "owns the eligibility service and has cut p99 from 900ms to 210ms" in _told(resume)
    assert "own the eligibility service and have cut p99" in _told(resume, "first")


def test_a_list_that_mixes_acts_and_things_is_not_told() -> None:
    line = "Wash & set, silk press, sisterlocks, crochet, colour"
    resume = replace(
        _profile("Ready."), roles=(_with_lines(_job("Stylist", "Orvik Salon", 2019, None), line),)
    )

    assert "crochets" not in _told(resume)


def test_waking_nights_are_a_shift_and_no_act() -> None:
    role = _with_lines(_job("Support Worker", "Orvik Living", 2021, None), "Waking nights for four ladies")

    assert "wakes" not in _told(replace(_profile("Ready."), roles=(role,))).lower()


def test_nothing_hangs_on_a_university() -> None:
    course = Education(_fact("BSc"), _fact("Biology"), _fact("University of Leeds"))
    resume = replace(
        _profile("Ready."),
        roles=(_job("Analyst", "Orvik", 2015, None),),
        education=(course,),
        credentials=(Credential(_fact("Certified ScrumMaster")),),
        awards=(Entry(_fact("Analyst of the Year 2020")),),
    )

    assert ", who" not in _told(resume)
    assert "who holds" in _told(resume)
