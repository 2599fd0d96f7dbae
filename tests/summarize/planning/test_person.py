"""Who a person is: line of work, honest years, field, the turn of a career."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from functions.summarize.planning.as_written import as_written
from functions.summarize.planning.employers import spoken_employer
from functions.summarize.planning.families import family_of
from functions.summarize.planning.field import field_of
from functions.summarize.planning.figures import in_words
from functions.summarize.planning.paragraph import plan_paragraph
from functions.summarize.planning.person import Person, change_slot, training_slot
from functions.summarize.planning.slots import Slots
from functions.summarize.planning.titles import read_title
from functions.summarize.planning.years import years_of
from functions.summarize.sentences import Options, Voice
from training.composed import read_record

AS_OF = date(2026, 6, 15)


def _person(
    *roles: tuple[str, str, str, str],
    headline: str | None = None,
    lines: tuple[tuple[str, ...], ...] = (),
    profile: str | None = None,
) -> Person:
    row: dict[str, Any] = {
        "id": "x-1", "sector": "", "occupation": "", "as_of": "2026-06", "years": None, "field": None, "rank": [],
        "texts": {},
        "resume": {
            "name": "Ana Lima", "headline": headline, "profile": profile, "skills": [], "credentials": [],
            "education": [], "languages": [], "awards": [],
            "roles": [
                {
                    "title": title, "employer": employer, "start": start, "end": end,
                    "bullets": list(lines[at]) if at < len(lines) else [],
                }
                for at, (title, employer, start, end) in enumerate(roles)
            ],
        },
    }  # fmt: skip
    return Person(Slots(read_record(row).resume), AS_OF)


@pytest.mark.parametrize(
    ("title", "family"),
    [
        ("School Nurse", "nursing"),
        ("Firmware Engineer", "software"),
        ("Operating Theatre Nurse", "nursing"),
        ("Freelance Conference Interpreter", "translation"),
        ("Harbour Pilot", "seafaring"),
        ("Shop Assistant", "retail"),
        ("Shipping & Receiving Clerk", "warehouse"),
        ("Debtors Clerk", "accounting"),
        ("Haul Truck and Grader Operator", "earthmoving"),
        ("Tile Setter, Lead Hand", "construction"),
        ("Cherry picker", "farming"),
        ("Door supervisor and control room operator", "security"),
    ],
)
def test_a_title_belongs_to_a_line_of_work(title: str, family: str) -> None:
    found = family_of(title)

    assert found is not None
    assert found.id == family


@pytest.mark.parametrize(
    "title",
    [
        "Production Assistant",
        "Night Shift Lead",
        "Warehouse Helper",
        "General Operative (agency)",
        "PCB Designer",
        "Assistant Director",
        "Director, Chair of Compensation Committee",
        "Principal",
        "Picker and tractor",
        "Designer/manager",
    ],
)
def test_a_title_that_several_trades_have_names_no_field(title: str) -> None:
    assert _person((title, "Orme & Hale", "2014-06", "present")).field is None


def test_the_titles_before_say_in_what_where_the_last_one_does_not() -> None:
    person = _person(
        ("Shift Lead", "Salon Vale", "2020-06", "present"),
        ("Senior Hairdresser", "Salon Vale", "2012-06", "2020-05"),
        ("Hairdresser", "Salon Vale", "2008-06", "2012-05"),
    )

    found = field_of(person.resume, (0, 1, 2))

    assert found is not None
    assert found.text == "hairdressing"


@pytest.mark.parametrize(("end", "former"), [("2017-08", True), ("2025-11", False), ("present", False)])
@pytest.mark.parametrize(("voice", "start"), [("implied", "Former"), ("third", "Ana Lima is a former")])
def test_a_job_that_ended_long_ago_is_a_former_one(end: str, former: bool, voice: Voice, start: str) -> None:
    person = _person(("Room Attendant", "The Grand Marine", "2011-05", end))

    text = plan_paragraph(person.resume, Options(AS_OF, voice=voice), AS_OF).text

    assert text.startswith(f"{start} room attendant") == former


def test_years_of_another_trade_are_named_and_not_counted() -> None:
    person = _person(
        ("Paralegal", "Orme & Hale", "2024-06", "present"),
        ("Staff Nurse", "Harrow Hospital", "2012-06", "2024-05"),
    )

    change = change_slot(person, person.years)

    assert person.years is not None
    assert person.years.phrase == "two years"
    assert change is not None
    assert change.variants[0].text == "twelve years of nursing"


def test_work_before_a_trade_is_not_told_as_another_trade() -> None:
    person = _person(
        ("Staff Nurse", "Harrow Hospital", "2018-06", "present"),
        ("Barista", "Bean & Co", "2014-01", "2018-05"),
    )

    assert change_slot(person, person.years) is None


def test_training_among_the_years_is_named() -> None:
    person = _person(
        ("Joiner", "Tay Joinery", "2018-01", "present"),
        ("Apprentice Joiner", "Tay Joinery", "2014-01", "2017-12"),
    )

    years = years_of(person.resume, (0, 1), AS_OF)

    slot = training_slot(person, years) if years else None

    assert slot is not None
    assert slot.variants[0].text == "an apprenticeship"


def test_the_field_is_taken_from_what_stands_beside_the_occupation() -> None:
    person = _person(
        ("Senior Consultant", "Norrebro", "2018-01", "present"),
        headline="Senior Consultant | Renewable energy",
    )

    assert person.field is not None
    assert person.field.variants[0].text == "renewable energy"


def _field(person: Person) -> str:
    return person.field.variants[0].text if person.field else ""


def test_a_field_beside_the_title_must_hold_for_all_the_years_told() -> None:
    jobs = (
        ("Executive Chef", "Hotel Corvina", "2016-01", "present"),
        ("Sous Chef", "Maison Adrien", "2010-01", "2015-12"),
    )

    everywhere = _person(*jobs, headline="Executive Chef | Luxury hotels", lines=((), ("Hotel kitchen",)))
    assert _field(everywhere) == "luxury hotels"
    assert _field(_person(*jobs, headline="Executive Chef | Luxury hotels")) == "professional kitchens"
    quality = _person(
        ("QC Manager", "Orvik Sterile", "2018-01", "present"),
        ("Senior QC Analyst", "Norland Dairy", "2010-01", "2017-12"),
        headline="QC Manager | Sterile products",
        lines=(("Release 40 batches a week",), ("Tested 40 batches a week",)),
    )
    assert len(quality.counted) > 1
    assert _field(quality) != "sterile products"


def test_a_sector_that_a_counted_job_knows_nothing_of_is_not_told() -> None:
    nurse = _person(
        ("Ward Nurse", "St Aldric Hospital", "2016-01", "present"),
        ("School Nurse", "Norland Academy", "2010-01", "2015-12"),
        lines=(("Led 2 wards",), ("Vaccination days",)),
    )
    assert _field(nurse) == "nursing"


@pytest.mark.parametrize("word", ["Marine", "Digital", "Clinical", "Industrial"])
def test_an_adjective_alone_is_no_field(word: str) -> None:
    person = _person(("Buyer", "Kallisto Carriers", "2016-01", "present"), headline=f"Procurement | {word}")
    assert _field(person) != word.lower()


@pytest.mark.parametrize(
    ("title", "employer", "field"),
    [
        ("Lecturer, Plumbing", "Wearside College", ""),
        ("Lecturer", "University of Leeds", "research and teaching"),
        ("Researcher", "University of Leeds", "research"),
        ("Subtitler", "Cinta Post", "subtitling"),
        ("Barista", "Tin Shed Coffee", "coffee service"),
        ("Waitress", "Trattoria Orvik", "table service"),
        ("Barber", "Orvik", "barbering"),
        ("Plumber", "Orvik", "plumbing"),
        ("Counter Clerk", "Tamar Building Society", ""),
        ("Cash Clerk", "Orvik Stores", ""),
        ("Filing Clerk", "Orvik Stores", "administration"),
        ("Carpenter", "Fjellheim Bygg", "carpentry"),
        ("Joiner", "Fjellheim Bygg", "joinery"),
        ("Handyman", "Orvik", ""),
    ],
)
def test_a_line_of_work_is_named_only_where_the_title_or_the_job_says_so(
    title: str, employer: str, field: str
) -> None:
    assert _field(_person((title, employer, "2016-01", "present"))) == field


@pytest.mark.parametrize(
    ("profile", "field"),
    [
        ("Background in mining, roads and land title.", "mining, roads and land title"),
        ("Background in mining, leadership and teamwork.", ""),
    ],
)
def test_a_profile_is_told_whole_and_only_where_the_jobs_show_it(profile: str, field: str) -> None:
    person = _person(
        ("Survey Manager", "Volta Geomatics", "2020-01", "present"),
        lines=(("Surveyed roads and 400 land titles", "Mining camp mapped"),),
        profile=profile,
    )
    assert _field(person) == field


def test_a_headline_of_a_shared_title_names_no_line_of_work_by_its_tail() -> None:
    person = _person(
        ("Site Director", "Verawave", "2016-01", "present"), headline="Site Director, BPO Operations"
    )
    assert _field(person) != "manufacturing"


def test_a_product_an_acronym_or_a_place_is_no_field() -> None:
    person = _person(
        ("Kitchen Porter", "Elm Inn", "2018-01", "present"), headline="Kitchen Porter | CISSP | London"
    )

    assert person.field is not None
    assert person.field.variants[0].text == "kitchen work"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Repeat purchase rate 27% -> 35%", "repeat purchase rate from 27% to 35%"),
        ("Self-rostering: absenteeism 11% → 6.5%", "absenteeism from 11% to 6.5%"),
        (
            "Built case tracker - no missed deadline since 2020",
            "built case tracker, no missed deadline since 2020",
        ),
    ],
)
def test_a_line_in_doubt_is_told_in_its_own_words(line: str, told: str) -> None:
    assert told in [text for _, text in as_written(line, current=True)]


@pytest.mark.parametrize("line", ["Call me on +44 20 7946 0958", "We won it.", "{merge field}"])
def test_what_cannot_stand_in_a_sentence_is_not_told(line: str) -> None:
    assert not list(as_written(line, current=True))


def test_small_numbers_are_words_where_they_count_something() -> None:
    assert in_words("leads 3 analysts in 2 plants") == "leads three analysts in two plants"
    assert in_words("from 6 h to 11 h at Level 3") == "from 6 h to 11 h at Level 3"
    assert (
        in_words("kept conveyor 4 from stopping, line 3 was rebuilt")
        == "kept conveyor 4 from stopping, line 3 was rebuilt"
    )
    assert in_words("won 7 of 10 pitches with 1 intern") == "won 7 of 10 pitches with one intern"
    assert in_words("900+ petitions") == "more than 900 petitions"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("serves as a mentor to 4 junior clerks", "serves as a mentor to four junior clerks"),
        ("closed 8 VAT inspections", "closed eight VAT inspections"),
        ("worked with 2 Welsh colleagues", "worked with two Welsh colleagues"),
        ("led 3 Assistant Site Managers", "led three assistant site managers"),
        ("led 14 Sales Executives and 2 Welsh Rangers", "led 14 Sales Executives and two Welsh Rangers"),
        ("leads a desk of 5", "leads a desk of five"),
        ("ran a brigade of 7 with two apprentices", "ran a brigade of seven with two apprentices"),
        ("hired 6 SDETs", "hired six SDETs"),
        ("ran 3 R&D centres", "ran three R&D centres"),
    ],
)
def test_people_and_things_are_counted_in_words_whoever_they_are(text: str, said: str) -> None:
    assert in_words(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "cut turnaround from 14 days to 6 days",
        "grew the team from 3 to 9 people",
        "raised it to 8 sites",
        "built 5 MW plants",
        "added 4 GB modules",
        "replaced Windows 8 machines",
        "met the 5 March deadlines",
        "taught Year 9 pupils",
    ],
)
def test_units_names_dates_and_changes_stay_in_figures(text: str) -> None:
    assert in_words(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "taught grade 4+ maths",
        "tested the app on Android 9+ devices",
        "reached level 3+ readers",
        "kept a 4+ star average",
        "coached ages 11+ and scouts",
        "a food rating of 5+ stars",
    ],
)
def test_a_place_on_a_scale_with_a_plus_counts_nothing(text: str) -> None:
    assert in_words(text) == text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("worked rotating 12 hour shifts", "worked rotating 12-hour shifts"),
        ("built a 14 bay workshop", "built a 14-bay workshop"),
        ("ran a 2 day course", "ran a 2-day course"),
        ("raised first time passes", "raised first-time passes"),
        ("covered same day discharge", "covered same-day discharge"),
        ("taught 3 year old children", "taught three year old children"),
        ("won for the first time since 2010", "won for the first time since 2010"),
        ("laid 4 place settings", "laid four place settings"),
        ("hired 120 day labourers", "hired 120 day labourers"),
        ("passed 9 port state inspections", "passed nine port state inspections"),
        ("started a credit niche 2021", "started a credit niche in 2021"),
        ("trained in summer 2021", "trained in summer 2021"),
        ("designed a 3 kW converter", "designed a 3 kW converter"),
        ("worked full time as a cook", "worked full time as a cook"),
    ],
)
def test_a_measure_before_a_thing_takes_its_hyphen(text: str, said: str) -> None:
    assert in_words(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("manages an A&P budget ₹41 crore", "manages an A&P budget of ₹41 crore"),
        ("vehicles and equipment £38m", "vehicles and equipment of £38m"),
        ("a loan portfolio EUR 5m in retail", "a loan portfolio of EUR 5m in retail"),
        ("cut agency spend £2m", "cut agency spend £2m"),
        ("saved procurement £2m", "saved procurement £2m"),
        ("turnover £2m to £3m", "turnover £2m to £3m"),
        ("upsells revenue THB 2.1m to THB 9.6m", "upsells revenue THB 2.1m to THB 9.6m"),
        ("annual budget MXN 46M", "an annual budget of MXN 46M"),
        ("cut agency spend from $61M (2022) to $17M", "cut agency spend from $61M to $17M"),
        ("from $61M (2022) to $17M (2025)", "from $61M (2022) to $17M (2025)"),
    ],
)
def test_an_amount_is_joined_to_what_it_is_the_amount_of(text: str, said: str) -> None:
    assert in_words(text) == said


def test_a_floor_of_years_is_a_count() -> None:
    assert (
        in_words("nursed the same family for 4+ years") == "nursed the same family for more than four years"
    )


@pytest.mark.parametrize(
    ("language", "words"),
    [("de", "mit mehr als acht Jahren Berufserfahrung"), ("es", "con más de ocho años de experiencia")],
)
def test_another_language_is_composed_in_its_own_words(language: str, words: str) -> None:
    person = _person(("Gerente", "Cafetal", "2018-03", "present"))
    object.__setattr__(person.resume, "language", language)

    plan = plan_paragraph(person.resume, Options(AS_OF, voice="third"), AS_OF)

    assert words in plan.text
    assert plan.voice == "implied"
    assert plan.language == language


def test_years_are_not_told_where_a_job_of_the_same_work_has_no_sure_dates() -> None:
    person = _person(
        ("Nurse", "Elm Hospital", "2020-01", "present"), ("Nurse", "Oak Hospital", "2012-01", "2019-12")
    )
    first, second = person.resume.roles
    assert person.years is not None
    assert second.period is not None
    doubted = replace(second, period=replace(second.period, confidence=0.6))

    assert Person(Slots(replace(person.resume, roles=(first, doubted)), "implied"), AS_OF).years is None


def test_experience_without_a_field_is_that_of_all_jobs() -> None:
    person = _person(
        ("Xylo keeper", "Elm", "2022-01", "present"),
        ("Quib", "Oak", "2016-01", "2021-12"),
        ("Zor", "Ash", "2012-01", "2015-12"),
    )
    assert person.years is not None
    assert person.career is not None
    assert person.years.months < person.career.months

    text = plan_paragraph(person.resume, Options(AS_OF), AS_OF).text

    assert "of experience" not in text or "fourteen years of experience" in text


def test_a_job_without_dates_may_be_held_still() -> None:
    known = _person(("Hotel Manager", "Akti Resort", "2020-01", "2026-02")).resume
    undated = replace(known, roles=(replace(known.roles[0], period=None),))

    assert "most recently" not in plan_paragraph(undated, Options(AS_OF), AS_OF).text
    assert plan_paragraph(undated, Options(AS_OF), AS_OF).text.startswith("Hotel manager at Akti Resort")


@pytest.mark.parametrize(
    ("stated", "spoken"),
    [
        ("OMKAR CONNECT SERVICES PVT LTD", "Omkar Connect Services"),
        ("El-Waha for Paints S.A.E", "El-Waha for Paints"),
        ("M/s. AL NAJM CONTRACTING L.L.C.", "Al Najm Contracting"),
        ("Sdn Bhd", None),
        ("DAY SPA", "Day Spa"),
        ("Zeitwerk Personal GmbH in Hagen", "Zeitwerk Personal"),
        ("J.P. MORTON", "J.P. Morton"),
        ("Mrs Fields Bakery", "Mrs Fields Bakery"),
        ("Madame Tussauds", "Madame Tussauds"),
        ("MS Amlin", "MS Amlin"),
        ("Mr Price", "Mr Price"),
        ("Familie Müller GmbH", "Familie Müller"),
        ("Holy Family", "Holy Family"),
        ("Family Medicine Associates", "Family Medicine Associates"),
        ("TRI-LAKES POWER & LIGHTING", "Tri-Lakes Power & Lighting"),
        ("BMW-HÄNDLER SCHMITT", "BMW-Händler Schmitt"),
    ],
)
def test_an_employer_is_named_without_its_legal_form(stated: str, spoken: str | None) -> None:
    assert spoken_employer(stated) == spoken


@pytest.mark.parametrize(
    ("stated", "told"),
    [
        ("SHIPPING & RECEIVING CLERK", "shipping and receiving clerk"),
        ("SR. CUSTOMER CARE EXECUTIVE", "senior customer care executive"),
        ("HR & ADMIN MANAGER", "HR and admin manager"),
        ("Working as a Site Engineer", "site engineer"),
        ("Software as a Service Manager", "software as a service manager"),
        ("JOURNEYMAN ELECTRICIAN / FOREMAN", "journeyman electrician and foreman"),
    ],
)
def test_a_title_in_capitals_is_calmed_whatever_stands_in_it(stated: str, told: str) -> None:
    title = read_title(stated)

    assert title is not None
    assert title.text == told


@pytest.mark.parametrize(
    "stated",
    [
        "(75%)",
        " - ",
        "Apprenticeship as Electrician",
        "Internship as Software Engineer",
        "Unpaid work as Chef",
        "Airoli as TEAM LEADER",
    ],
)
def test_what_stands_before_an_occupation_is_never_dropped(stated: str) -> None:
    assert read_title(stated) is None


@pytest.mark.parametrize(
    "title",
    ["Agency", "Agency work", "Various roles", "Self-employed", "Zeitarbeit", "Missions d'intérim", "Bank"],
)
def test_a_way_of_being_employed_is_no_profession(title: str) -> None:
    assert read_title(title) is None


@pytest.mark.parametrize(
    "title", ["Agency nurse", "Bank clerk", "Supply teacher", "Contract Manager", "Volunteer"]
)
def test_a_title_with_such_a_word_is_one(title: str) -> None:
    told = read_title(title)
    assert told is not None
    assert told.text == title.lower()
