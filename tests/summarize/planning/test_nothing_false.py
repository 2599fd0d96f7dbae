"""What readers found false in summaries, as kinds: each in other words, beside what must still be told."""

import time
from dataclasses import replace

import pytest

from functions.summarize.planning.breaks import break_months
from functions.summarize.planning.employment import is_another_job
from functions.summarize.planning.field import field_of
from functions.summarize.planning.paragraph import plan_paragraph
from functions.summarize.planning.person import Person
from functions.summarize.planning.slots import Slots
from functions.summarize.planning.stacked_posts import with_common_duties
from functions.summarize.planning.stated_years import stated_years
from functions.summarize.planning.unlisted import are_voyages
from functions.summarize.planning.unread_jobs import leaves_present_unread, with_unread_post
from functions.summarize.resume import Evidence, Fact, Resume, Role
from functions.summarize.sentences import Options
from tests.summarize.planning.test_honest_time import AS_OF, Job
from tests.summarize.planning.test_honest_time import _resume as resume_of


def text_of(resume: Resume) -> str:
    return plan_paragraph(resume, Options(AS_OF), AS_OF).text


def with_line(resume: Resume, line: str) -> Resume:
    """The resume with a line in its text of which nothing was read."""
    return replace(resume, text=f"{resume.text}\n{line}")


@pytest.mark.parametrize(
    ("trade", "title", "before", "field"),
    [
        ("Truck Driver", "Truck Driver", "Driver", "driving"),
        ("Nurse", "Staff Nurse", "Staff Nurse", "nursing"),
        ("Electrician", "Electrician", "Electrician", "electrical work"),
        ("Welder", "Welder", "Welder", "welding"),
        ("Teacher", "Class Teacher", "Class Teacher", "teaching"),
        ("Painter", "Cook", "Cook", "professional kitchens"),
    ],
)
def test_years_of_several_employers_are_not_told_of_the_present_one(
    trade: str, title: str, before: str, field: str
) -> None:
    resume = resume_of((title, "Orvik", "2022-02", "present"), (before, "Hale", "2014-01", "2022-01"))
    opening = text_of(resume).split(". ")[0]

    assert "at Orvik with" not in opening, trade
    assert f"in {field}" in opening or f"years in {field}".capitalize() in opening
    assert "now" in opening
    assert "Orvik" in opening


def test_years_all_spent_with_one_employer_are_told_of_it() -> None:
    for title in ("Truck Driver", "Staff Nurse", "Welder"):
        one = resume_of((title, "Orvik", "2019-02", "present"), (title, "Orvik", "2014-01", "2019-01"))
        assert "Orvik" in text_of(one).split(". ")[0]
        assert "now at" not in text_of(one)


@pytest.mark.parametrize(
    ("line", "months"),
    [
        ("I was on career break for the school year 2023/24.", 12),
        ("Taught Grade 4. Took a sabbatical in 2019 to travel", 12),
        ("Went on unpaid leave for six months", 6),
        ("Career break 2020 – 2022 (children)", 36),
        ("I took a two-year leave of absence", 24),
        ("Runs the ward; on a career break during 2021", 12),
        ("Leads 4 nurses, including a 9 month sabbatical", 9),
        ("I was on a career break to raise my twins", None),
    ],
)
def test_a_break_within_a_job_is_no_year_of_work(line: str, months: int | None) -> None:
    role = Role(Fact("Teacher", ()), None, bullets=(Fact(line, ()),))
    assert break_months(role) == months


def test_years_with_a_break_are_a_least_without_it() -> None:
    job: Job = ("Class Teacher", "Orvik School", "2015-09", "present")
    line = "I was on career break for the school year 2023/24"
    told = Person(Slots(resume_of(job, lines=((line,),))), AS_OF).years
    unknown = Person(
        Slots(resume_of(job, lines=(("I was on a career break to raise my twins",),))), AS_OF
    ).years

    assert told is not None
    assert told.phrase == "more than nine years"
    assert unknown is None


@pytest.mark.parametrize(
    "line",
    [
        "Covered a colleague's sabbatical for a year",
        "Career break returner programme: mentored 12 women",
        "Advised 30 staff on leave of absence requests in 2021",
        "Sabbatical cover for the head of maths",
        "Administer leave of absence and payroll for 320 staff",
        "Process unpaid leave",
        "Managed sabbatical and study leave for 300 academics",
        "Handled sick pay, unpaid leave and pensions",
        "Leave of absence and payroll for 320 staff",
        "Record absence, including unpaid leave",
        "Approve career breaks and unpaid leave for employees",
    ],
)
def test_what_is_done_for_the_breaks_of_others_is_work(line: str) -> None:
    assert break_months(Role(Fact("HR officer", ()), None, bullets=(Fact(line, ()),))) == 0


@pytest.mark.parametrize(
    ("profile", "phrase"),
    [
        ("5 years of experience with microservices.", "just over six years"),
        ("5 years experience with Kubernetes and Go.", "just over six years"),
        ("5 years working with patients.", "just over six years"),
        ("5 years of experience using SAP.", "just over six years"),
        ("5 years' experience with children.", "just over six years"),
        ("5 years of hands-on experience with Siemens S7.", "just over six years"),
        # of all the work, be it less by the rounding
        ("6 years of experience.", "six years"),
        ("6 years of experience in development.", "six years"),
        ("7 years of experience with Go and Java.", "seven years"),
    ],
)
def test_years_of_one_thing_are_not_those_of_the_trade(profile: str, phrase: str) -> None:
    resume = resume_of(("Backend Developer", "Orvik", "2020-05", "present"), profile=profile)
    years = Person(Slots(resume), AS_OF).years
    assert years is not None
    assert years.phrase == phrase


@pytest.mark.parametrize(
    ("profile", "told"),
    [
        ("Over 24 years I have taught in regional schools.", "twenty-four years"),
        ("12 years I've worked in kitchens.", "twelve years"),
        ("After 9 years I have worked abroad.", None),
        ("For 5 years I was ill.", None),
    ],
)
def test_years_of_which_somebody_says_what_was_done_are_the_person_s(profile: str, told: str | None) -> None:
    found = stated_years(resume_of(("Teacher", "Orvik", "2000-05", "present"), profile=profile))
    assert (found.phrase if found else None) == told


@pytest.mark.parametrize(
    "profile",
    [
        "Engineer with experience in press tool, BIW fixtures and new product development (NPD).",
        "Experience in press tool, dies & gauges.",
        "Background in press tool, jigs, fixtures and metal forming.",
        "Specialised in press tool, sheet metal / stamping.",
        "Career in press tool, moulds and dies for cars.",
        "Expertise in press tool, progressive dies, and try-outs (500 t).",
    ],
)
def test_the_first_thing_of_a_list_is_no_field(profile: str) -> None:
    lines = (("Press tool trials with the tool room",),)
    resume = resume_of(("Assistant Manager", "Velan", "2020-05", "present"), profile=profile, lines=lines)
    found = field_of(resume, (0,))
    assert found is None or found.text != "press tool"


@pytest.mark.parametrize(
    "profile",
    [
        "Experience in press tool design.",
        "Experience in press tool design, looking for a larger team and more people.",
        "Experience in press tool design, with a team of five.",
    ],
)
def test_a_field_that_is_told_whole_stays(profile: str) -> None:
    lines = (("Press tool design and trials with the tool room",),)
    resume = resume_of(("Assistant Manager", "Velan", "2020-05", "present"), profile=profile, lines=lines)
    found = field_of(resume, (0,))
    assert found is not None
    assert found.text == "press tool design"


@pytest.mark.parametrize(
    ("title", "house", "line", "sector"),
    [
        ("Senior Account Officer", "Gracefield Distribution", "Cash flow for 4 depots", "logistics"),
        ("Security Officer", "Mbeki Construction", "Guarded building sites at night", "construction"),
        ("Payroll Clerk", "Hale Foods", "Paid the staff of two production lines", "food manufacturing"),
        ("IT Technician", "Halden Shipping", "Radios of nine bulk carriers", "ports and shipping"),
        ("HR Manager", "Hale Logistics", "Booked in shipments", "logistics"),
        ("Purchasing Manager", "Orvik Bank", "Furniture of three banks", "banking"),
    ],
)
def test_what_the_employer_deals_in_is_not_the_field_of_who_is_in_every_trade(
    title: str, house: str, line: str, sector: str
) -> None:
    found = field_of(resume_of((title, house, "2020-05", "present"), lines=((line,),)), (0,))
    assert found is None or sector not in found.text


@pytest.mark.parametrize(
    ("title", "house", "line", "sector"),
    [
        ("Operations Manager", "Gracefield Distribution", "Cash flow for 4 depots", "logistics"),
        ("Site Manager", "Mbeki Construction", "Two building sites", "construction"),
        ("Receptionist", "Orvik Hotel", "Checked in 40 guests a day", "hotels"),
        ("Fleet Manager", "Hale Logistics", "Planned 400 shipments a week", "logistics"),
    ],
)
def test_who_runs_what_the_employer_deals_in_works_in_it(
    title: str, house: str, line: str, sector: str
) -> None:
    found = field_of(resume_of((title, house, "2020-05", "present"), lines=((line,),)), (0,))
    assert found is not None
    assert sector in found.text


@pytest.mark.parametrize(
    "line",
    [
        "Supervisor – Te Puna Kiwi Ltd – Mar 2022 – present",
        "2022 - now freelance designer",
        "Leiter Lager, seit 2019 – heute",
        "Depuis 2021 à ce jour: chef d'équipe",
        "Manager (01.2020 – till date)",
        "Encargada, 2018 – actualidad",
        "Cook, Hale (2022 to date)",
        "Foreman 2020—Now",
    ],
)
def test_who_may_have_a_present_job_that_was_not_read_is_no_former_one(line: str) -> None:
    resume = resume_of(("Cook", "Aongatete", "2018-01", "2021-05"))

    assert "ormer" in text_of(resume)
    assert leaves_present_unread(with_line(resume, line))
    assert "ormer" not in text_of(with_line(resume, line))


@pytest.mark.parametrize(
    "line",
    [
        "Cook, Hale Inn, 2012 – 2014",
        "Presented at two events in 2019",
        "Built in 1920, now a hotel of 40 rooms",
        "Founded in 2019. Today 40 people",
        "Open since 2015 now 12 sites",
        "Grew from 3 shops in 2012 (now 9)",
        "Awarded 2018 current accounts",
        "Career break\nDec 2021 – now: full-time mum",
    ],
)
def test_no_open_end_leaves_no_present_job_unread(line: str) -> None:
    assert not leaves_present_unread(with_line(resume_of(("Cook", "Aongatete", "2018-01", "2021-05")), line))


def test_many_spaces_behind_a_year_take_no_long_time() -> None:
    spaces = with_line(resume_of(("Cook", "Hale", "2018-01", "2021-05")), ("2019" + " " * 4_000) * 20)
    begun = time.process_time()
    assert not leaves_present_unread(spaces)
    assert time.process_time() - begun < 1


def test_the_open_end_of_a_job_that_was_read_is_no_other() -> None:
    begin, quote = len("Cook at Hale "), "2018 – present"
    resume = resume_of(("Cook", "Hale", "2018-01", "present"))
    place = (Evidence(begin, begin + len(quote), quote, "experience"),)
    period = replace(resume.roles[0].period, evidence=place)  # type: ignore[type-var]
    read = replace(resume, text=f"Cook at Hale {quote}", roles=(replace(resume.roles[0], period=period),))
    assert not leaves_present_unread(read)


@pytest.mark.parametrize(
    ("line", "another"),
    [
        ("Greggins bakery, saturday job", True),
        ("Tesco (part-time job)", True),
        ("Weekend job at the market", False),
        ("Summer job 2016", True),
        ("Hale Inn – holiday work, 2012", True),
        ("Hill Farm: student job", True),
        ("Orvik Cafe, after-school job.", True),
        ("Trained the saturday girls", False),
        ("Ran the Saturday job club for 20 teenagers", False),
        ("Planned weekend work with contractors", False),
        ("Supervised summer work", False),
        ("Emergency repairs, weekend work", False),
        ("Night shifts, weekend work", False),
        ("Roofing (summer work)", False),
        ("Weekend work", False),
        ("Emergency Repairs: evening work", False),
        ("Greggins, weekend work", True),
        ("Velan Bakery (summer work)", True),
        ("Fruit picking, summer work 2014", True),
    ],
)
def test_a_job_on_free_days_is_no_duty_of_the_job_above_it(line: str, another: bool) -> None:
    assert is_another_job(line) == another


def voyages(*months: tuple[str, str], text: str) -> Resume:
    jobs = [("Chief Cook", "Halden Crew", start, end) for start, end in months]
    return with_line(resume_of(*jobs), text)


@pytest.mark.parametrize(
    "text",
    [
        "SEA SERVICE",
        "Vessel / Sign on / Sign off",
        "MV Calliope Star – Bulk",
        "M/V NORDVIK STAR",
        "Sea experience",
        "Seaman's Book C10",
    ],
)
def test_voyages_are_not_added_up_to_years(text: str) -> None:
    sea = voyages(("2025-11", "2026-05"), ("2024-09", "2025-06"), ("2023-01", "2023-10"), text=text)

    assert are_voyages(sea, (0, 1, 2))
    assert Person(Slots(sea), AS_OF).years is None
    assert " years" not in text_of(sea)


@pytest.mark.parametrize(
    ("title", "text", "sea"),
    [
        ("Chief Engineer", "S/S Nordvik", True),
        ("Second Officer", "MT Halden Spirit", True),
        ("Motorman", "M.V. Calliope", True),
        ("Bosun", "Signed off Busan 12.2019", True),
        ("Chief Cook", "All of my work", False),
        ("Chief Cook", "MS Office, MS Excel", False),
        ("Chief Cook", "Lives in Mt Eden", False),
        ("Chief Cook", "Atm Vault of the mv-grade class", False),
        ("Site Engineer", "Signed off 40 drawings", False),
        ("Teacher", "MT Eden School", False),
        ("Web Developer", "SS Peter and Paul", False),
    ],
)
def test_a_ship_is_one_where_its_crew_writes_it(title: str, text: str, sea: bool) -> None:
    jobs: list[Job] = [(title, "Halden", "2025-11", "2026-05"), (title, "Halden", "2024-09", "2025-06")]
    assert are_voyages(with_line(resume_of(*jobs), text), (0, 1)) == sea


def test_long_jobs_at_sea_and_short_ones_ashore_are_years() -> None:
    long = voyages(("2019-11", "2026-05"), ("2014-09", "2019-06"), text="Sea service")
    ashore = voyages(("2025-11", "2026-05"), ("2025-01", "2025-10"), text="Served on weekends")
    one = voyages(("2025-11", "2026-05"), ("2014-09", "2025-10"), text="MV Calliope Star")

    for resume in (long, ashore, one):
        assert not are_voyages(resume, (0, 1))
        assert Person(Slots(resume), AS_OF).years is not None


def test_a_least_that_makes_little_of_a_career_is_not_told() -> None:
    known: Job = ("Field Service Technician", "Orvik", "2019-05", "2026-05")
    both = resume_of(
        known,
        ("HD Mechanic", "Hale", "2015-10", "2019-04"),
        ("Apprentice, then Journeyman", "Lacasse", "2008-09", "2015-09"),
    )
    short = resume_of(
        known,
        ("HD Mechanic", "Hale", "2010-10", "2019-04"),
        ("Apprentice, then Journeyman", "Lacasse", "2009-09", "2010-09"),
    )
    career = Person(Slots(short), AS_OF).career

    assert Person(Slots(both), AS_OF).career is None
    assert career is not None
    assert career.phrase == "more than fifteen years"


def common(
    heading: str, *employers: tuple[str, int], titles: tuple[str, ...] = ("Staff Nurse",) * 3
) -> Resume:
    """Posts one above the other with so many lines each; the lines of the last follow a heading."""
    text, roles = "", []
    for title, (house, lines) in zip(titles, employers, strict=False):
        text += f"{title}, {house}\n{heading}\n" if lines else f"{title}, {house}\n"
        bullets = []
        for number in range(lines):
            line = f"Assess patient {number}"
            bullets.append(Fact(line, (Evidence(len(text), len(text) + len(line), line, "experience"),)))
            text += f"{line}\n"
        roles.append(Role(Fact(title, ()), Fact(house, ()), bullets=tuple(bullets)))
    return Resume(text, roles=tuple(roles))


@pytest.mark.parametrize(
    "heading",
    [
        "\nDuties and Responsibilities",
        "Duties as staff nurse",
        "\nRESPONSIBILITIES:",
        "\nMain duties:",
        "Key responsibilities as a nurse",
        "\nTasks performed",
    ],
)
def test_duties_below_several_posts_are_not_those_of_the_first_one(heading: str) -> None:
    told = with_common_duties(common(heading, ("Aloysius", 0), ("Sanjeevani", 0), ("Karunya", 2)))
    assert [len(role.bullets) for role in told.roles] == [2, 0, 0]


@pytest.mark.parametrize(
    ("heading", "employers"),
    [
        ("Ward of 30 beds", (("Aloysius", 0), ("Sanjeevani", 0), ("Karunya", 2))),
        ("\nDuties", (("Aloysius", 1), ("Sanjeevani", 0), ("Karunya", 2))),
        ("\nDuties", (("Aloysius", 0), ("Sanjeevani", 1), ("Karunya", 2))),
        ("\nDuties", (("Sanjeevani", 0), ("Karunya", 2))),
        ("Responsibilities:", (("Aloysius", 0), ("Sanjeevani", 0), ("Karunya", 2))),
        ("Duties as cook", (("Aloysius", 0), ("Sanjeevani", 0), ("Karunya", 2))),
    ],
)
def test_duties_that_may_be_of_one_post_stay_there(
    heading: str, employers: tuple[tuple[str, int], ...]
) -> None:
    before = common(heading, *employers)
    assert with_common_duties(before) == before


@pytest.mark.parametrize(
    "titles",
    [
        ("Shop Manager", "Sales Assistant", "Cleaner"),
        ("Staff Nurse", "Staff Nurse", "Barista"),
        ("Staff Nurse", "Cook", "Staff Nurse"),
        ("Electrician", "Electrician", "Apprentice Electrician"),
    ],
)
def test_duties_below_posts_of_several_works_stay_those_of_the_last(titles: tuple[str, ...]) -> None:
    before = common("\nDuties", ("Aloysius", 0), ("Sanjeevani", 0), ("Karunya", 2), titles=titles)
    assert with_common_duties(before) == before


def test_duties_of_an_older_post_are_of_no_other_where_a_bare_one_follows() -> None:
    before = common("\nDuties", ("Aloysius", 0), ("Sanjeevani", 2), ("Karunya", 0))
    assert with_common_duties(before) == before


def test_a_job_before_another_one_is_not_told_as_the_one_before_the_present() -> None:
    line = "Cut waiting time from 40 to 12 minutes"
    names = [f"House {letter}" for letter in "ABCDEFGHIJKL"]
    for name in names:  # the wording turns with the names
        resume = resume_of(
            ("Staff Nurse", name, "2022-08", "present"),
            ("Staff Nurse", "Sanjeevani", "2019-02", "2022-06"),
            ("Staff Nurse", "Karunya", "2016-07", "2019-01"),
            lines=(("Lead 4 nurses",), (), (line,)),
        )
        assert "Before that" not in text_of(resume)
    told = [
        text_of(
            resume_of(
                ("Staff Nurse", name, "2022-08", "present"),
                ("Staff Nurse", "Karunya", "2016-07", "2022-06"),
                lines=(("Lead 4 nurses",), (line,)),
            )
        )
        for name in names
    ]
    assert any("Before that" in one for one in told)


@pytest.mark.parametrize(
    "title", ["Paralegal", "Cashier", "Principal", "Welder", "Accountant", "Shop Assistant"]
)
def test_a_title_without_years_is_not_told_with_its_own_line_of_work(title: str) -> None:
    place = (Evidence(0, len(title), title, "experience"),)
    resume = Resume(title, roles=(Role(Fact(title, place), None),))
    assert f"{title.lower()} in " not in text_of(resume).split(". ")[0].lower()


@pytest.mark.parametrize(
    ("line", "title", "house"),
    [
        ("Supervisor – Te Puna Kiwi Ltd – Mar 2022 – present (permanent)", "Supervisor", "Te Puna Kiwi Ltd"),
        ("Shipping Clerk at Orrin Foods Inc (01/2026 – Present)", "Shipping Clerk", "Orrin Foods Inc"),
        ("Camarera de pisos, Hotel Bahía, desde 2018 hasta hoy", "Camarera de pisos", "Hotel Bahía"),
    ],
)
def test_the_unread_present_job_is_that_of_a_line_that_begins_with_a_title(
    line: str, title: str, house: str | None
) -> None:
    resume = resume_of(("Cook", "Aongatete", "2018-01", "2021-05"))
    job = with_unread_post(with_line(resume, f"Work experience\n{line}")).roles[0]

    assert job.title
    assert job.title.value == title
    assert (job.employer.value if job.employer else None) == house
    assert job.period
    assert job.period.value.current
    assert all(place.quote in line for fact in (job.title, job.period) for place in fact.evidence)


@pytest.mark.parametrize(
    "line",
    [
        "BANDON VALLEY GROUP\t2020 – Present",
        "Second year course: 6 lectures, 2012 - present",
        "Cook, 2012 – 2019",
        "Driver (Class B), 2015 – present",
        "Security guard: SIA licence 2019 – present",
        "Dressmaker, own stall, 2020 to date",
        "Referees\nHead chef at Blue Boar Ltd, 2015 to present",
        "Projects\nDeveloper – Orvik Ltd – 2019 – present",
    ],
)
def test_a_line_that_names_no_post_is_no_job(line: str) -> None:
    resume = with_line(resume_of(("Cook", "Aongatete", "2018-01", "2021-05")), line)

    assert with_unread_post(resume) is resume


def test_beside_a_job_that_is_held_no_line_is_one() -> None:
    line = "Supervisor – Te Puna Kiwi Ltd – Mar 2022 – present"
    resume = with_line(resume_of(("Cook", "Aongatete", "2018-01", "present")), line)

    assert with_unread_post(resume) is resume
