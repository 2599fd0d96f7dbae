"""Facts of a resume as slots of a sentence: how titles, employers, credentials and courses are said."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from functions.summarize.planning.as_written import as_written
from functions.summarize.planning.close import Ending, closing
from functions.summarize.planning.courses import course_variants
from functions.summarize.planning.draft import Speaker
from functions.summarize.planning.employers import after_at, spoken_employer
from functions.summarize.planning.person import Person
from functions.summarize.planning.qualifications import credential_variants
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
from tests.builders.resumes import make_resume
from training.composed import read_record, records


@pytest.mark.parametrize(
    ("stated", "text", "tails", "mode"),
    [
        ("Sr. Nurse / Trainer (part-time)", "senior nurse and trainer", (), "part-time"),
        ("Captain, Engine 9", "captain", ("Engine 9",), None),
        ("Operator, later Line Leader", "line leader", (), None),
        ("Accounts Assistant (Apprentice)", "apprentice accounts assistant", ("Apprentice",), None),
        ("Carpenter / Agency", "carpenter", (), None),
        ("Welder / Night shift", "welder", (), None),
        ("Consultant / Senior Consultant", "senior consultant", (), None),
        ("Lead Telecommunicator / Training Officer", "lead telecommunicator and training officer", (), None),
        ("Picker/Packer", "picker and packer", (), None),
        ("Health / Safety Manager", "health and safety manager", (), None),
        ("Gebietsleiter / Territory Manager", "territory manager", (), None),
        ("HR Business Partner", "HR business partner", (), None),
        ("SVP Patient Care", "SVP of patient care", (), None),
        ("Vice President Engineering", "vice president of engineering", (), None),
        ("Vice President, Project Manager", "vice president and project manager", ("Project Manager",), None),
        ("VP, Senior Data Scientist", "VP and senior data scientist", ("Senior Data Scientist",), None),
        ("Director, Lead Generation", "director of lead generation", ("Lead Generation",), None),
        ("Director, Customer", "director of customer", ("Customer",), None),
        (
            "Sr. Executive – Accounts & Taxation",
            "senior accounts and taxation executive",
            ("Accounts & Taxation",),
            None,
        ),
        ("Officer – Human Resources", "human resources officer", ("Human Resources",), None),
        ("Senior Associate – Tax", "senior tax associate", ("Tax",), None),
        ("Executive, Night Shift", "executive", ("Night Shift",), None),
        ("Assistant, Pune Branch", "assistant", ("Pune Branch",), None),
        ("International Driver C+E", "international driver C+E", (), None),
        ("Part I Architectural Assistant", "part I architectural assistant", (), None),
        ("Accounts Officer → Senior Accounts Officer", "senior accounts officer", (), None),
    ],
)
def test_a_title_is_said_without_its_remarks(
    stated: str, text: str, tails: tuple[str, ...], mode: str | None
) -> None:
    title = read_title(stated)

    assert title is not None
    assert (title.text, title.tails, title.mode) == (text, tails, mode)


@pytest.mark.parametrize("stated", ["National Service", "Language Placement", "Work experience"])
def test_what_somebody_did_is_no_title(stated: str) -> None:
    assert read_title(stated) is None


@pytest.mark.parametrize(
    ("stated", "said"),
    [
        ("Pryce Heating & Plumbing Ltd, Swansea", "Pryce Heating & Plumbing"),
        ("Kanto Sports Promotion Co., Ltd.", "Kanto Sports Promotion"),
        ("Blueprawn Payments (Pty) Ltd", "Blueprawn Payments"),
        ("City of Pellham Fire Department", "the City of Pellham Fire Department"),
        ("Hotel Ria Branca, Tavira", "Hotel Ria Branca"),
        ("Private household, Hong Kong", "a private household"),
        ("Furniture factory, Vinnytsia", "a furniture factory"),
        ("Marine nationale", "Marine nationale"),
        ("Banco popular", "Banco popular"),
        ("Tin Shed Coffee*", "Tin Shed Coffee"),
        ("Strand & Co., Salthill", "Strand & Co"),
        ("Bakery Ltd", "Bakery"),
        ("Hôtel Petitcodiac†", "Hôtel Petitcodiac"),
        ("Ziekenhuis oost", "Ziekenhuis oost"),
    ],
)
def test_an_employer_is_named_without_legal_form_and_town(stated: str, said: str) -> None:
    assert after_at(spoken_employer(stated) or "", stated) == said


@pytest.mark.parametrize(
    "stated",
    [
        "Self-employed, Graz",
        "Freelance",
        "Various",
        "Temp agency",
        "Own grocery kiosk",
        "At home, Agadir",
        "Mushroom packing",
        "Mr. Chen Wei-Ting",
        "Family Wendt",
        "Mr. and Mrs. Chen",
        "Mr. C. Wei",
        "The Chen family",
        "Familie von Stetten",
        "Herr Dr. Weber",
        "Mr J.P. Wei",
    ],
)
def test_where_nobody_is_named_nobody_works_at(stated: str) -> None:
    assert spoken_employer(stated) is None


@pytest.mark.parametrize(
    ("stated", "form", "said"),
    [
        ("CISSP", "adjective", "CISSP-certified"),
        ("Gas Safe registered", "adjective", "Gas Safe registered"),
        ("EMD Certified", "adjective", "EMD-certified"),
        ("FORKLIFT CERTIFIED", "adjective", "forklift certified"),
        ("OSHA 10 CARD", "noun phrase", "an OSHA 10 card"),
        ("CPR AED BLS", "noun phrase", "CPR AED BLS"),
        ("NEBOSH GENERAL CERTIFICATE", "noun phrase", "a NEBOSH general certificate"),
        ("CORU registered", "adjective", "CORU-registered"),
        ("Nationally Registered Paramedic", "person", "Nationally Registered Paramedic"),
        ("Certified Hospitality Executive (CHE)", "person", "Certified Hospitality Executive"),
        ("ISO 27001 Lead Auditor", "person", "ISO 27001 Lead Auditor"),
        ("Full Irish driving licence (B)", "noun phrase", "a full Irish driving licence"),
        ("Lean Six Sigma Black Belt", "noun phrase", "a Lean Six Sigma Black Belt"),
        ("International Counterbalance Qualification", "noun phrase",
         "an International Counterbalance Qualification"),
        ("Cert IV in Cyber Security", "noun phrase", "a Cert IV in Cyber Security"),
        ("NVQ Level 3 Health & Social Care", "noun phrase", "an NVQ Level 3 in Health and Social Care"),
        ("TESDA Housekeeping NC II", "noun phrase", "a TESDA Housekeeping NC II"),
        ("Coal Board Medical", "noun phrase", "a Coal Board Medical"),
        ("RII30122 Certificate III in Surface Extraction", "noun phrase", "a Certificate III in Surface Extraction"),
        ("NYSC Discharge Certificate", "noun phrase", "an NYSC Discharge Certificate"),
        ("STATE OF OHIO ELECTRICAL CONTRACTOR LICENSE", "noun phrase",
         "a state of Ohio electrical contractor license"),
        ("Moving & handling", "noun phrase", "a moving and handling certificate"),
        ("EPA 608 Universal", "noun phrase", "EPA 608 Universal certification"),
        ("Sprayer licence PU", "noun phrase", "a sprayer licence PU"),
        ("Categories B, C, CE", "noun phrase", "a licence for categories B, C and CE"),
        ("Class B CDL", "noun phrase", "a Class B CDL"),
        ("HACCP level 1. Manual handling. Full B licence", "noun phrase", "HACCP level 1 certification"),
        ("Full clean driving licence", "noun phrase", "a full clean driving licence"),
        ("Member, National Nurses Association of Kenya", "person",
         "member of the National Nurses Association of Kenya"),
        ("Member of Chamber of Civil Engineers (IMO)", "person", "member of the Chamber of Civil Engineers"),
        ("Student member ICAN", "person", "student member of ICAN"),
        ("Commissioner for Oaths for Saskatchewan", "person", "commissioner for oaths for Saskatchewan"),
        ("Admitted attorney of the High Court", "person", "admitted attorney of the High Court"),
    ],
)  # fmt: skip
def test_a_credential_is_said_by_what_it_is(stated: str, form: str, said: str) -> None:
    first = next(credential_variants(Credential(Fact(stated, ()))))

    assert (first.form, first.text) == (form, said)


@pytest.mark.parametrize(
    "stated",
    [
        "Member",
        "Certificate",
        "LICENCE",
        "Diploma",
        "Associate Member",
        "Registered",
        "CoC II/1 OOW",
        "Saudi Council of Engineers",
        "Kenya Medical Laboratory Technicians and Technologists Board",
        "Nursing and Midwifery Council",
        "Engineers Registration Board",
        "Ghana Nurses & Midwives Association",
        "Teachers Licensing Authority",
    ],
)
def test_a_word_that_holds_for_any_credential_is_none(stated: str) -> None:
    assert not list(credential_variants(Credential(Fact(stated, ()))))


@pytest.mark.parametrize(
    "stated",
    [
        "Nursing Board Licence",
        "Membership of the Nursing Council",
        "Board Examination",
        "Teacher Registration",
    ],
)
def test_what_is_held_of_a_body_is_a_credential(stated: str) -> None:
    assert list(credential_variants(Credential(Fact(stated, ()))))


@pytest.mark.parametrize(
    ("degree", "subject", "school", "said"),
    [
        ("BACHELOR OF COMMERCE", "ACCOUNTING SECTION", "DELTA UNIVERSITY",
         "a Bachelor of Commerce in Accounting from Delta University"),
        ("DIPLOMA", None, "Fostoria High School", "a diploma from Fostoria High School"),
        ("M.Ed.", None, "Reading. Angelina Valley University", "an M.Ed."),
        ("BSc", "Physics", "St. Mary's College", "a BSc in Physics from St. Mary's College"),
    ],
)  # fmt: skip
def test_a_course_is_told_calmly_and_from_one_school(
    degree: str, subject: str | None, school: str, said: str
) -> None:
    course = Education(Fact(degree, ()), Fact(subject, ()) if subject else None, Fact(school, ()))

    assert next(course_variants(course)).text == said


@pytest.mark.parametrize(
    ("stated", "said"),
    [
        ("Fellow of Advance HE (Associate)", "associate fellow of Advance HE"),
        (
            "Member of the Royal Society of Biology (Student)",
            "student member of the Royal Society of Biology",
        ),
        ("Fellow of Advance HE", "fellow of Advance HE"),
    ],
)
def test_a_member_is_told_with_the_lower_rank_of_the_bracket(stated: str, said: str) -> None:
    (variant,) = credential_variants(Credential(Fact(stated, (), 1.0), None, None, None))
    assert variant.text == said


@pytest.mark.parametrize(
    ("name", "confidence", "told"),
    [
        ("Care Certificate", 0.7, True),
        ("R22 helicopter licence", 0.87, True),
        ("Certificate in Payroll", 0.9, True),
        ("Certificate in Payroll", 0.7, False),
        ("Impact Evaluation Methods", 0.9, False),
        ("3.0 professional registration", 0.9, False),
        ("Sommelier of olive oil, IFS Food v7", 0.9, False),
        ("Forklift", 0.9, False),
    ],
)
def test_a_probable_credential_is_told_where_its_name_says_what_it_is(
    name: str, confidence: float, told: bool
) -> None:
    resume = make_resume(
        roles=(Role(Fact("Care Assistant", (), 0.99), None),),
        credentials=(Credential(Fact(name, (), confidence), None, None, None),),
    )
    assert (Slots(resume, "implied").credential(0) is not None) is told


def test_a_refused_credential_is_not_said() -> None:
    assert not list(credential_variants(Credential(Fact("CPA", ()), status=Fact("failed", ()))))


@pytest.mark.parametrize(
    ("stated", "said"),
    [
        ("Norwegian (A2-B1)", "Norwegian (A2-B1)"),
        ("Dutch B1", "Dutch (B1)"),
        ("French (basic)", "basic French"),
        ("Arabic (school level)", "school-level Arabic"),
        ("German (C1)", "German"),
        ("Te reo Māori (A2)", "te reo Māori (A2)"),
        ("Latin (reading)", None),
        ("Portuguese (restaurant level)", "Portuguese (restaurant level)"),
        ("Swedish (fluent)", "Swedish"),
        ("Siswati (R/W/S)", "Siswati"),
        ("Urdu (Read, Write, Speak)", "Urdu"),
        ("Punjabi (Speak)", "Punjabi"),
        ("Setswana (S)", "Setswana"),
        ("English (Very good)", "very good English"),
        ("English (Good)", "good English"),
        ("English (good speaking)", "good English"),
        ("Hausa (small)", "some Hausa"),
        ("English (communicative)", "conversational English"),
        ("English (near native)", "near native English"),
        ("Portuguese (mother language)", "Portuguese"),
        ("Mandarin (spoken & written)", "Mandarin"),
        ("English (90%)", "English"),
        ("Telugu (speak only)", "Telugu"),
        ("Somali (basic spoken)", "basic Somali"),
        ("English (conversation)", "conversational English"),
        ("English (80)", "English"),
        ("English (30)", None),
        ("English (720)", None),
        ("German (20%)", None),
        ("Italian (TV)", None),
        ("Polish (kitchen table)", None),
        ("Portuguese (European)", "Portuguese (European)"),
        ("Korean (TOPIK 4)", "Korean (TOPIK 4)"),
        ("Russian (front desk phrases)", None),
        ("ISIZULU", "isiZulu"),
        ("Isixhosa", "isiXhosa"),
        ("isindebele", "isiNdebele"),
        ("SWAHILI", "Swahili"),
    ],
)
def test_a_language_is_told_with_a_level_below_fluent(stated: str, said: str | None) -> None:
    slot = Slots(_with_languages(stated)).language(0)

    assert (slot.variants[0].text if slot else None) == said


@pytest.mark.parametrize(
    ("languages", "told"),
    [
        (("English", "Mandarin", "Chinese"), [True, True, False]),
        (("English", "Chinese"), [True, True]),
        (("Tagalog", "Filipino"), [True, False]),
    ],
)
def test_a_language_is_no_further_one_beside_its_variety(
    languages: tuple[str, ...], told: list[bool]
) -> None:
    slots = Slots(_with_languages(*languages))
    assert [slots.language(number) is not None for number in range(len(languages))] == told


@pytest.mark.parametrize(
    ("name", "line", "told"),
    [
        (
            "Chef of the Year – finalist",
            "Chef of the Year – finalist 2023",
            "a finalist for the Chef of the Year",
        ),
        ("Chef of the Year", "Chef of the Year, finalist 2023", "a finalist for the Chef of the Year"),
        ("Chef of the Year", "Chef of the Year (2023, shortlisted)", "shortlisted for Chef of the Year"),
        ("Teaching Awards", "Teaching Awards, district finalist 2023", "a finalist for the Teaching Awards"),
        ("Chef of the Year", "Chef of the Year – London 2023", "Chef of the Year"),
    ],
)
def test_who_was_a_finalist_has_won_nothing(name: str, line: str, told: str) -> None:
    award = Entry(Fact(name, (Evidence(0, len(name), name, "awards"),)))
    slot = Slots(Resume(text=line, awards=(award,))).award(0)
    assert slot is not None
    assert slot.variants[0].text == told


@pytest.mark.parametrize("languages", [("Norwegian (A2-B1)", "English"), ("English", "Romanian")])
def test_a_language_is_spoken_and_nobody_is_said_to_work_in_it(languages: tuple[str, ...]) -> None:
    person = Person(Slots(_with_languages(*languages)), date(2026, 6, 15))
    endings = [
        ending
        for seed in range(3)
        for ending in closing(person, Speaker("implied", "Ana Lima"), (), Ending(3), seed)
    ]
    assert all("peaks " in one.text and "orks in" not in one.text for one in endings if one)


def _with_languages(*languages: str, role: dict[str, Any] | None = None) -> Resume:
    row: dict[str, Any] = {
        "id": "x-1", "sector": "", "occupation": "", "as_of": "2026-06", "years": None, "field": None, "rank": [],
        "texts": {},
        "resume": {
            "name": "Ana Lima", "headline": None, "profile": None, "skills": [], "credentials": ["HMS card"],
            "education": [], "languages": list(languages), "awards": [],
            "roles": [
                role
                or {"title": "Joiner", "employer": "Orvik", "start": "2018-01", "end": "present", "bullets": []}
            ],
        },
    }  # fmt: skip
    return read_record(row).resume


@pytest.mark.parametrize(
    "line", ["Covering reception at lunch", "Calibration checks on balances", "Parent conferences"]
)
def test_a_duty_of_the_job_now_held_is_never_told_in_the_past(line: str) -> None:
    for end, forms in (("present", {"present"}), ("2024-01", {"past"})):
        role = {"title": "Clerk", "employer": "Orvik", "start": "2018-01", "end": end, "bullets": [line]}
        resume = _with_languages("English", role=role)
        told = {one.form for one in Slots(resume).lines[0].slot.variants}
        assert told & {"past", "present", "perfect"} == forms


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Survey of 164 raspberry plantations, 2023-25", "carried out a survey of 164 raspberry plantations"),
        ("Survey of 164 raspberry plantations", "carries out a survey of 164 raspberry plantations"),
        (
            "Supervised 3 No. box culverts and 1 No. 24m span",
            "supervised three box culverts and one 24m span",
        ),
        ("Supervised 2 nos court buildings", "supervised two court buildings"),
    ],
)
def test_a_line_of_the_job_now_held_is_told_with_its_time_and_number(line: str, told: str) -> None:
    assert told in _told_of(line)
    assert ("carries" in told) is any(one.startswith("carries") for one in _told_of(line))


@pytest.mark.parametrize(
    "line", ["Rose Spring All Age School", "Led to $31 million in state funds", "Staff 6 to 14"]
)
def test_a_name_or_what_came_of_something_is_no_line_of_work(line: str) -> None:
    assert not _told_of(line)


@pytest.mark.parametrize("line", ["Mentor to 5 trainees", "Assessor to 2 new colleagues"])
def test_what_somebody_serves_as_is_no_thing_beside_another(line: str) -> None:
    role = {"title": "Head", "employer": "Orvik", "start": "2018-01", "end": "present", "bullets": [line]}
    slot = Slots(_with_languages("English", role=role)).lines[0].slot

    assert slot.variants[0].text.startswith("serves as a")
    assert slot.variant("noun phrase") is None


def test_every_variant_of_a_slot_carries_evidence_in_the_text() -> None:
    for record in records()[::9]:
        slots = Slots(record.resume)
        for line in slots.lines:
            for variant in line.slot.variants:
                for place in variant.evidence:
                    assert record.resume.text[place.start : place.end] == place.quote


@pytest.mark.parametrize("line", ["", " ", "\u00a0", "Books: \u00a0", "\u00a0, \u00a0"])
def test_a_line_without_words_is_not_told_in_its_own(line: str) -> None:
    assert not list(as_written(line, current=False))


def _told_of(line: str) -> set[str]:
    resume = make_resume()
    role = replace(
        resume.roles[0],
        period=Fact(Period(PartialDate(2020, 1), None, current=True), ()),
        bullets=(Fact(line, (Evidence(0, len(line), line, "experience"),)),),
    )
    slots = Slots(replace(resume, roles=(role,)))
    return {one.text for found in slots.lines for one in found.slot.variants if one.form != "noun phrase"}


@pytest.mark.parametrize(
    "line",
    [
        "Project lead for the ISO 20022 migration, delivered 3 weeks early",
        "Site coordinator for the new wing, completed on time",
        "Coordinator of the audit team (2017-22)",
    ],
)
def test_what_one_was_for_something_that_is_over_is_not_told_as_going_on(line: str) -> None:
    told = _told_of(line)

    assert not any(text.startswith(("serves", "is ")) for text in told)


def test_what_one_still_is_goes_on() -> None:
    assert any(text.startswith("serves as") for text in _told_of("Project lead for the ISO 20022 migration"))


@pytest.mark.parametrize(
    "line",
    [
        "Put away, replen, cycle counts",
        "Put away. About 28 pallets an hour.",
        "Gave it away for the paperwork",
    ],
)
def test_acts_and_rates_of_nothing_are_not_told(line: str) -> None:
    assert not {"puts away", "about 28 pallets an hour", "gave it away for the paperwork"} & _told_of(line)


@pytest.mark.parametrize(
    ("line", "told", "never"),
    [
        ("Lead shift of 5 carers, handover", "leads a shift of five carers", "in the lead"),
        (
            "Assess the patient hourly and record in the chart",
            "assesses the patient hourly and records in the chart",
            "and record ",
        ),
        ("Run tests and record in the log", "runs tests and records in the log", "and record "),
        ("Setting out of culverts and drains", "", "sets"),
        ("Preparation of IPCs and defence of same before the client", "", "same"),
    ],
)
def test_an_act_is_told_whole_or_not_at_all(line: str, told: str, never: str) -> None:
    found = _told_of(line)

    assert not told or told in found
    assert not any(never in text for text in found)


def test_a_kind_of_shift_is_worked() -> None:
    assert _told_of("Waking nights for four ladies with complex needs. Keyworker for one.") == {
        "works waking nights for four ladies with complex needs"
    }


@pytest.mark.parametrize(
    ("line", "less"),
    [
        ("Finished 4th in the state for the theory exam, dad has the letter", "finished 4th in the state"),
        ("Came second in the county for speed of picking", "came second in the county"),
        ("Won 3rd place among the apprentices of the region", "won 3rd place"),
    ],
)
def test_a_rank_is_told_with_what_it_was_in(line: str, less: str) -> None:
    assert less not in _told_of(line)
