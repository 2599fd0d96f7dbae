"""Years that the resume states itself are told in its own terms, where its dates do not speak against them."""

from dataclasses import replace
from datetime import date

import pytest

from functions.summarize.parsers.facts import read_facts
from functions.summarize.planning.paragraph import plan_paragraph
from functions.summarize.planning.person import Person
from functions.summarize.planning.slots import Slots
from functions.summarize.planning.stated_years import stated_years
from functions.summarize.resume import Evidence, Fact, Resume
from functions.summarize.sentences import Options
from tests.builders.pages import page
from tests.summarize.planning.test_honest_time import Job, _resume

AS_OF = date(2026, 6, 15)


def _with_profile(profile: str, *jobs: Job, language: str = "en") -> Resume:
    resume = _resume(*jobs)
    at = len(resume.text) + 1
    place = Evidence(at, at + len(profile), profile, "summary")
    text = f"{resume.text}\n{profile}"
    return replace(resume, text=text, summary=Fact(profile, (place,)), language=language)


@pytest.mark.parametrize(
    ("profile", "phrase"),
    [
        ("Civil engineer having 7+ years experience in high rise work.", "more than seven years"),
        ("Time served joiner with 16 years on the tools.", "sixteen years"),
        ("Nurse with over 12 years' experience in care.", "more than twelve years"),
        ("HR leader with close to 20 years in logistics.", "nearly twenty years"),
        ("Finance leader, 24 years, of which 11 at CFO level.", "twenty-four years"),
        ("HVAC/R tech, 11 yrs in the trade.", "eleven years"),
        ("A curator with fifteen years in national museums.", "fifteen years"),
        ("barista, 6 yrs behind a machine", "six years"),
        ("Class 1 driver, 9 years on artics, clean licence", "nine years"),
        ("Over 24 years I have taught in country schools", "twenty-four years"),
        ("Over 24 years of teaching in country schools", "more than twenty-four years"),
    ],
)
def test_the_person_s_own_figure_is_read(profile: str, phrase: str) -> None:
    found = stated_years(_with_profile(profile))

    assert found is not None
    assert found.phrase == phrase
    assert found.evidence[0].quote in profile


@pytest.mark.parametrize(
    ("line", "phrase"),
    [
        ("Work Experience (17 yrs.) :-", "seventeen years"),
        ("TOTAL EXPERIENCE: 12+ years", "more than twelve years"),
        ("Berufserfahrung: 9 Jahre", "nine years"),
        ("Expérience professionnelle (14 ans)", "fourteen years"),
        ("Experience with 3 years old children", None),
        ("Work experience 2 years in Excel", None),
    ],
)
def test_the_figure_above_the_jobs_is_that_of_all_of_them(line: str, phrase: str | None) -> None:
    resume = replace(_resume(), roles=())
    found = stated_years(replace(resume, text=f"{resume.text}\n{line}\n"))

    assert (found.phrase if found else None) == phrase


@pytest.mark.parametrize(
    ("language", "profile", "phrase"),
    [
        ("de", "14 Jahre Controlling, davon 7 mit Führung", "fourteen years"),
        ("de", "Informatiker mit über 18 Jahren Berufserfahrung", "more than eighteen years"),
        ("fr", "Chef comptable PME – 12 ans d'expérience", "twelve years"),
        ("es", "Ingeniera civil con 13 años de experiencia en obra", "thirteen years"),
        ("pt", "Eletricista com mais de 9 anos de experiência", "more than nine years"),
        ("it", "Infermiera con quasi 8 anni di esperienza", "nearly eight years"),
        ("nl", "Adviseur met ruim 20 jaar ervaring", "more than twenty years"),
    ],
)
def test_it_is_read_in_every_language(language: str, profile: str, phrase: str) -> None:
    found = stated_years(_with_profile(profile, language=language))

    assert found is not None
    assert found.phrase == phrase


@pytest.mark.parametrize(
    "profile",
    [
        "Brazilian, 41 years old, São Paulo.",
        "After 15 years of kitchens I retrained in 2025.",
        "Developer. In the last 5 years in charge of billing.",
        "26 años. Coche propio.",
        "In 3 years I want to become a junior executive.",
        "Two dogs, 3 children, a 5 year plan.",
        "Looked after 4 and 5 year olds.",
        "I am a 27-year-old nurse with experience in cardiac care.",
        "27 years old, nurse with experience in cardiac care.",
        "Nurse with a 4-year BSc and experience in cardiac care.",
        "A 3-year apprenticeship and experience on sites.",
        "34 years, single, good experience in sales.",
    ],
)
def test_an_age_a_past_and_a_part_are_no_years_of_work(profile: str) -> None:
    language = "es" if "años" in profile else "en"

    assert stated_years(_with_profile(profile, language=language)) is None


@pytest.mark.parametrize(
    ("language", "profile"),
    [
        ("en", "Nurse with less than 8 years of experience."),
        ("en", "Nurse with up to 7 years of experience in care."),
        ("en", "Nurse with 5-7 years of experience in care."),
        ("en", "Nurse with 5 to 7 years of experience in care."),
        ("en", "Five or six years of experience in care."),
        ("en", "I would like to reach 7 years of experience before I lead."),
        ("en", "Looking for a post that asks for 3 years of experience."),
        ("en", "Nurse at a hospital with 6 years of experience in cardiac care."),
        ("en", "We are a team with 40 years of experience."),
        ("en", "Part of a team of five, 60 years of combined experience."),
        ("de", "Pfleger mit weniger als 9 Jahren Erfahrung."),
        ("de", "Pfleger mit bis zu 9 Jahren Erfahrung."),
        ("de", "Ich bin 34 Jahre alt und habe Erfahrung in der Pflege."),
        ("de", "Berater bei einer Firma mit 30 Jahren Erfahrung."),
        ("fr", "Infirmière avec moins de 9 ans d'expérience."),
        ("fr", "Jusqu'à 7 ans d'expérience en soins."),
        ("fr", "Je cherche un poste avec 5 à 7 ans d'expérience."),
        ("fr", "Âgé de 34 ans avec expérience en soins."),
        ("es", "Enfermera con menos de 9 años de experiencia."),
        ("es", "Hasta 7 años de experiencia."),
        ("it", "Infermiera con meno di 9 anni di esperienza."),
        ("it", "Da 5 a 7 anni di esperienza."),
        ("pt", "Enfermeira com menos de 9 anos de experiência."),
        ("pt", "Até 7 anos de experiência."),
        ("nl", "Verpleegkundige met minder dan 9 jaar ervaring."),
        ("nl", "34 jaar oud met ervaring in de zorg."),
    ],
)
def test_fewer_years_a_wish_a_range_and_others_years_are_not_the_person_s(
    language: str, profile: str
) -> None:
    assert stated_years(_with_profile(profile, language=language)) is None


@pytest.mark.parametrize(
    ("profile", "phrase"),
    [
        ("Nurse at St Hilda's Hospital with 6 years of experience in cardiac care.", "six years"),
        ("A team leader with 12 years of sales, marketing and CRM experience.", "twelve years"),
        ("Seeking a post in care, with 9 years of experience.", "nine years"),
        ("Engineer with no more to prove: more than 20 years of experience.", "more than twenty years"),
        ("Planner with 10-year professional experience.", "ten years"),
    ],
)
def test_what_only_looks_like_another_s_years_is_the_person_s(profile: str, phrase: str) -> None:
    found = stated_years(_with_profile(profile))

    assert found is not None
    assert found.phrase == phrase


@pytest.mark.parametrize(
    ("profile", "jobs", "opening"),
    [
        (
            "Civil engineer having 7+ years experience in buildings.",
            (
                ("Site Engineer", "Orvik", "2019-09", "present"),
                ("Engineer (Trainee)", "Hale", "2019-03", "2019-08"),
            ),
            "Site engineer at Orvik with more than seven years in construction.",
        ),
        (
            "Driver with 9 years safe highway driving.",
            (("Truck Driver", "Orvik", "2016-03", "present"),),
            "Truck driver at Orvik with more than nine years in driving.",
        ),
        (
            "HSE officer having 10 years of experience in refineries.",
            (
                ("HSE Supervisor", "Orvik", "2022-01", "present"),
                ("HSE Officer", "Hale", "2016-05", "2021-12"),
            ),
            "HSE supervisor at Orvik with ten years of experience.",
        ),
    ],
)
def test_the_figure_is_told_in_its_own_terms(profile: str, jobs: tuple[Job, ...], opening: str) -> None:
    plan = plan_paragraph(_with_profile(profile, *jobs), Options(AS_OF), AS_OF)

    assert plan.sentences[0].text == opening
    assert any(place.section == "summary" for place in plan.sentences[0].evidence)


@pytest.mark.parametrize(
    "profile",
    [
        "Welder with 30 years of experience.",  # the dates leave room for nine
        "Welder with 3 years of experience in aluminium.",  # of something narrower
        "Welder with 8 years of nursing experience.",  # of another trade
    ],
)
def test_a_figure_that_the_dates_contradict_is_not_told(profile: str) -> None:
    person = Person(Slots(_with_profile(profile, ("Welder", "Orvik", "2017-05", "present"))), AS_OF)

    assert person.stated is None
    assert person.years is not None
    assert person.years.phrase == "just over nine years"


@pytest.mark.parametrize(
    ("language", "profile", "told"),
    [
        ("fr", "15 ans de coiffure et de service.", False),
        ("fr", "15 ans d'expérience en coiffure.", False),
        ("fr", "15 ans d'expérience professionnelle.", True),
        ("fr", "15 ans dans le métier.", True),
        ("fr", "15 ans de secrétariat et de gestion administrative.", True),
    ],
)
def test_years_of_another_trade_are_not_told_in_any_language(language: str, profile: str, told: bool) -> None:
    jobs = (
        ("Adjointe administrative", "Laurier", "2016-03", "present"),
        ("Coiffeuse", "Salon Hale", "2010-03", "2016-02"),
    )

    person = Person(Slots(_with_profile(profile, *jobs, language=language)), AS_OF)

    assert (person.stated is not None) == told


@pytest.mark.parametrize(
    "line", ["Teaching experience: 15 years", "Experience: 9 years", "Work experience (4 yrs)"]
)
def test_the_figure_below_the_jobs_is_of_something_else(line: str) -> None:
    text = (
        f"Ann Example\n*Work experience\n*Chef, Blue Boar Ltd, 2018 – 2021\n- Cooked\n*Voluntary work\n{line}"
    )

    assert stated_years(read_facts(page(text), date(2026, 11, 1))) is None
