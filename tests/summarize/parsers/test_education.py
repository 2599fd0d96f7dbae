"""Courses of study in every usual order."""

from datetime import date

import pytest

from functions.summarize.parsers.facts import read_facts
from functions.summarize.resume import Education, PartialDate, Period
from tests.builders.pages import page


def _courses(text: str) -> tuple[Education, ...]:
    return read_facts(page("Ann Example\nann@example.org\n*Education\n" + text), date(2026, 1, 1)).education


def _told(text: str) -> list[tuple[str | None, ...]]:
    return [
        tuple(fact.value if fact else None for fact in (course.degree, course.field, course.institution))
        for course in _courses(text)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "BSc (Hons) Chemistry, University of Leeds, 2012 – 2015",
        "BSc (Hons) Chemistry⇥2012 – 2015\nUniversity of Leeds",
        "University of Leeds⇥2012 – 2015\nBSc (Hons) in Chemistry",
        "[0,0,0]2012 – 2015\n[0,0,1]BSc (Hons) Chemistry\n[0,0,1]University of Leeds",
        "2012 - 2015: BSc (Hons) Chemistry, University of Leeds, UK",
        "- BSc (Hons), Chemistry | University of Leeds | 2012 - 2015",
    ],
)
def test_one_course_in_every_order(text: str) -> None:
    assert _told(text) == [("BSc (Hons)", "Chemistry", "University of Leeds")]


@pytest.mark.parametrize(
    ("text", "degree", "subject"),
    [
        ("Bachelor of Science in Nursing", "Bachelor of Science", "Nursing"),
        ("Master of Information Studies", "Master of Information Studies", None),
        ("B.A. English Literature", "B.A.", "English Literature"),
        ("PhD, Molecular Biology", "PhD", "Molecular Biology"),
        ("Bachelor of Engineering - BE, Computer Science", "Bachelor of Engineering", "Computer Science"),
        ("Diplom-Ingenieur Maschinenbau", "Diplom-Ingenieur", "Maschinenbau"),
        ("Licenciatura en Derecho", "Licenciatura", "Derecho"),
        ("Laurea magistrale in Economia", "Laurea magistrale", "Economia"),
        ("AAT Level 4 Diploma in Accounting", "AAT Level 4 Diploma", "Accounting"),
        ("NVQ Level 3 in Health and Social Care", "NVQ Level 3", "Health and Social Care"),
        ("B.Tech (Computer Science) from Krishna University", "B.Tech", "Computer Science"),
    ],
)
def test_degree_and_subject_are_told_apart(text: str, degree: str, subject: str | None) -> None:
    assert [told[:2] for told in _told(f"{text}\nLakeview University, 2014")] == [(degree, subject)]


def test_several_degrees_of_one_institution() -> None:
    assert _told("Lakeview University\nMSc, Statistics⇥2015\nBSc, Mathematics⇥2013") == [
        ("MSc", "Statistics", "Lakeview University"),
        ("BSc", "Mathematics", "Lakeview University"),
    ]


@pytest.mark.parametrize(
    ("text", "institution"),
    [
        ("BA History, University of California, Berkeley, 2015", "University of California, Berkeley"),
        ("BA History, University of Texas at Austin, Austin, TX", "University of Texas at Austin"),
        ("MPhil History, Faculty of Arts, University of Oslo", "University of Oslo"),
        ("High School Diploma, Lincoln High School", "Lincoln High School"),
    ],
)
def test_names_of_institutions(text: str, institution: str) -> None:
    assert [course.institution.value for course in _courses(text) if course.institution] == [institution]


def test_grade_and_remarks_make_no_course() -> None:
    text = "MEng Chemistry, University of Airedale⇥2020 – 2024\nFirst class honours\nDissertation: Heat, 2023"
    (course,) = _courses(text)
    assert course.grade is not None
    assert course.grade.value == "First class honours"


def test_one_date_alone_is_the_end_of_a_course() -> None:
    (course,) = _courses("BA History, Lakeview University, 2015")
    assert course.period is not None
    assert course.period.value == Period(None, PartialDate(2015))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Lucas County High School, Diploma, 2007", ("Diploma", None, "Lucas County High School")),
        (
            "Chemical Engineering – Universidade Federal do Sul – 2011",
            (None, "Chemical Engineering", "Universidade Federal do Sul"),
        ),
        ("Drone Pilot Course, Harbour College, 2019", ("Drone Pilot Course", None, "Harbour College")),
        (
            "BA (First Class) in Linguistics and French, University of Leeds",
            ("BA", "Linguistics and French", "University of Leeds"),
        ),
        (
            "Rio State University\nBachelor of Arts, 05/2013\nMajor: Political Science",
            ("Bachelor of Arts", "Political Science", "Rio State University"),
        ),
        (
            "Specialization (MBA) in Logistics – Universidade do Sul – 2018",
            ("MBA", "Logistics", "Universidade do Sul"),
        ),
        (
            "Mystic University⇥Medford, MA\nA.B. in Mathematics⇥May 2025",
            ("A.B.", "Mathematics", "Mystic University"),
        ),
        ("History, MA, University of Leeds, 2019", ("MA", None, "University of Leeds")),
        (
            "Paralegal Certificate (ABA-approved), Lakeview College",
            ("Paralegal Certificate", None, "Lakeview College"),
        ),
        (
            "Promotion (Dr. oec. troph.), Universität Holstein",
            ("Promotion", None, "Universität Holstein"),
        ),
        (
            "Baccalauréat L, mention Bien – Lycée Ampère",
            ("Baccalauréat L", None, "Lycée Ampère"),
        ),
        (
            "9 GCSEs grades A to C including English, Bay School",
            ("GCSEs", None, "Bay School"),
        ),
        (
            "A-levels: Maths (A), Physics (B), Chemistry (A*), Tees College, 2019",
            ("A-levels", "Maths (A), Physics (B), Chemistry (A*)", "Tees College"),
        ),
        (
            "Tees College, 2019\nA Levels in Maths, Physics and Chemistry",
            ("A Levels", "Maths, Physics and Chemistry", "Tees College"),
        ),
    ],
)
def test_courses_that_no_list_knows_and_subjects_beside_them(text: str, told: tuple[str | None, ...]) -> None:
    assert _told(text) == [told]


@pytest.mark.parametrize(
    ("line", "degree", "subject"),
    [
        ("Máster en Gestión de Residuos | Universidad de Alcalá | 2016", "Máster", "Gestión de Residuos"),
        ("Ausbildung zur Fachkraft für Lagerlogistik, Berufsschule Celle, 2012", "Ausbildung",
         "Fachkraft für Lagerlogistik"),
        ("Postgraduaat Beleid en kwaliteit in de kinderopvang | Hogeschool Gent | 2017", "Postgraduaat",
         "Beleid en kwaliteit in de kinderopvang"),
        ("Laurea in Lingue per la comunicazione internazionale, Università di Torino, 2011", "Laurea",
         "Lingue per la comunicazione internazionale"),
        ("Mestrado em Engenharia Civil, ramo Estruturas, Universidade do Minho, 2014", "Mestrado",
         "Engenharia Civil"),
        ("Diplom-Ingenieur (FH), Elektrotechnik, Fachhochschule Kiel, 2004", "Diplom-Ingenieur (FH)",
         "Elektrotechnik"),
    ],
)  # fmt: skip
def test_a_degree_and_its_subject_are_whole_in_other_languages(line: str, degree: str, subject: str) -> None:
    assert [told[:2] for told in _told(line)] == [(degree, subject)]


@pytest.mark.parametrize(
    "line",
    [
        "Erasmus semester, TU Delft, 2011",
        "Auslandssemester, Universität Uppsala, 2012",
        "Intercambio, Universidad de Lima, 2013",
        "Exchange student, University of Oslo, 2012",
    ],
)
def test_a_stay_at_a_school_is_no_course_of_its_own(line: str) -> None:
    assert _told(f"BSc Physics, University of Leeds, 2009 – 2013\n{line}") == [
        ("BSc", "Physics", "University of Leeds")
    ]


@pytest.mark.parametrize(
    ("answers", "statuses"), [(("nee", "ja"), ["not completed", None]), (("ja", "ja"), [None, None])]
)
def test_a_course_whose_row_denies_the_diploma_was_not_completed(
    answers: tuple[str, str], statuses: list[str | None]
) -> None:
    rows = (("Periode", "Opleiding", "Instituut", "Diploma"),
            ("2000 – 2002", "MTS Werktuigbouw", "Friese Poort College", answers[0]),
            ("1995 – 2000", "HBO Logistiek", "Hogeschool Brabant", answers[1]))  # fmt: skip
    table = "\n".join(
        f"[0,{row},{column}]{cell}" for row, cells in enumerate(rows) for column, cell in enumerate(cells)
    )

    assert [one.status.value if one.status else None for one in _courses(table)] == statuses
