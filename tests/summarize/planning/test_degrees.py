"""Which course of study is told: the highest that is finished, what runs above it, a school where it is all."""

from typing import Any

import pytest

from functions.summarize.confidence import is_certain
from functions.summarize.planning.courses import course_variants, subject_of, with_known_degree
from functions.summarize.planning.degree_levels import is_school, level
from functions.summarize.resume import Education, Evidence, Fact, PartialDate, Period, Status
from tests.builders.careers import closing_of, resume_of


def course(degree: str, field: str | None = None, school: str | None = None) -> Education:
    return Education(
        Fact(degree, ()), Fact(field, ()) if field else None, Fact(school, ()) if school else None
    )


@pytest.mark.parametrize(
    ("higher", "lower"),
    [
        ("PhD", "MBA"), ("DNP", "MSN"), ("M.Sc.", "B.Sc."), ("PGDM", "B.Tech"), ("MMus", "BA"),
        ("Maestría", "Licenciatura"),
        ("Laurea magistrale", "Laurea"), ("B.E.", "Diploma"), ("Bachelor of Commerce", "Higher Diploma"),
        ("HND", "Certificate III"), ("Grado", "Grado superior"), ("Dipl.-Ing.", "Techniker"), ("LL.B", "NVQ Level 3"),
    ],
)  # fmt: skip
def test_degrees_have_their_order(higher: str, lower: str) -> None:
    assert level(course(higher)) < level(course(lower))


@pytest.mark.parametrize(
    "degree",
    ["WASSCE", "NCEA Level 3", "PUC", "SLC", "VWO", "Abitur", "Leaving Certificate", "Matric", "S.S.C",
     "High School Diploma", "12th", "10th Grade", "Secondary", "Primary school", "Secondary Education",
     "Enseñanza media", "DEC en Sciences humaines", "Educación secundaria completa", "Bachillerato"],
)  # fmt: skip
def test_what_ends_a_school_is_one(degree: str) -> None:
    assert is_school(course(degree))


@pytest.mark.parametrize(
    "one",
    [
        course("Diploma in Primary Education"), course("Bachelor of Secondary Education"), course("Bac pro"),
        course("Primary Teaching Certificate"), course("Elementary Educator Certificate"),
        course("18th Edition Certificate"), course("DEC technique en informatique"),
        course("Licenciatura en Enseñanza Media"), course("Profesorado de Educación Secundaria"),
        course("Diploma", "Nursing", "College of Health"), course("Certificate III", "Hairdressing", "TAFE"),
    ],
)  # fmt: skip
def test_what_is_learned_after_school_is_none(one: Education) -> None:
    assert not is_school(one)


def test_a_bare_diploma_of_a_high_school_is_a_school() -> None:
    assert is_school(course("Diploma", None, "Fostoria High School"))


@pytest.mark.parametrize(
    ("place", "told"),
    [("Accademia Lievitum", False), ("Online Learning Studio", False), ("KU Leuven", True), ("EHESP", True)],
)
def test_a_bare_master_of_a_place_of_courses_is_no_degree(place: str, told: bool) -> None:
    assert any(course_variants(course("Master", None, place))) == told


def test_a_diploma_of_nothing_and_nowhere_is_not_told() -> None:
    assert not list(course_variants(course("Advanced Certificate")))
    assert not list(course_variants(course("Diploma")))
    assert not list(course_variants(course("Certificate III")))
    assert next(course_variants(course("BSc"))).text == "a BSc"


@pytest.mark.parametrize(
    "degree",
    [
        "Diploma of Nursing",
        "Diploma of Education",
        "HND Civil Engineering",
        "Licentiate of Arts",
        "Nursing Diploma",
    ],
)
def test_a_diploma_that_says_of_what_is_told_without_its_school(degree: str) -> None:
    assert next(course_variants(course(degree))).text.endswith(degree)


@pytest.mark.parametrize(
    ("confidence", "begins", "told"),
    [(0.97, 60, True), (0.88, 7, True), (0.88, 60, False), (0.6, 7, True), (0.6, 5, False), (0.4, 7, False)],
)
def test_a_probable_subject_is_told_right_behind_its_degree(
    confidence: float, begins: int, told: bool
) -> None:
    degree = Fact("BSc", (Evidence(0, 3, "BSc"),))
    subject = Fact("Nursing", (Evidence(begins, begins + 7, "Nursing"),), confidence)

    assert (next(course_variants(Education(degree, subject, None))).text == "a BSc in Nursing") == told
    assert subject_of(Education(degree, None, None)) is None


BACHELOR = {"degree": "BSc", "field": "Physics", "institution": "Leeds College", "year": 2010}
SCHOOL = {"degree": "Leaving Certificate", "field": None, "institution": "Drumlish School", "year": 2006}


@pytest.mark.parametrize(
    ("education", "told"),
    [
        ([SCHOOL, BACHELOR], "Holds a BSc in Physics from Leeds College."),
        ([{**BACHELOR, "degree": "MSc (in progress)", "institution": None}, BACHELOR],
         "Holds a BSc in Physics from Leeds College, and is studying for an MSc in Physics."),
    ],
)  # fmt: skip
def test_what_is_held_and_what_is_studied_are_both_told(education: list[Any], told: str) -> None:
    assert closing_of(resume_of("Cut scrap from 9% to 4%", more={"education": education})) == told


@pytest.mark.parametrize(
    ("higher", "told"),
    [
        ("Leeds College", "Holds a BSc in Physics from Leeds College, and is studying for an MSc in Physics."),
        ("York College",
         "Holds a BSc in Physics from Leeds College, and is studying for an MSc in Physics at York College."),
    ],
)  # fmt: skip
def test_a_school_is_said_once(higher: str, told: str) -> None:
    education = [{**BACHELOR, "degree": "MSc (in progress)", "institution": higher}, BACHELOR]

    assert closing_of(resume_of("Cut scrap from 9% to 4%", more={"education": education})) == told


@pytest.mark.parametrize(
    ("status", "told"), [(None, True), ("in progress", True), ("planned", False), ("not completed", False)]
)
def test_a_course_put_off_does_not_run_whatever_its_dates_say(status: Status | None, told: bool) -> None:
    since = Fact(Period(PartialDate(2021), None, current=True), ())
    one = Education(Fact("BSc", ()), None, None, period=since, status=Fact(status, ()) if status else None)

    assert any("studying" in variant.text for variant in course_variants(one)) == told


@pytest.mark.parametrize(
    ("subject", "told"),
    [
        ("Hotel & Restaurant Mgt", "Hotel and Restaurant Management"),
        ("Materials Science & Eng.", "Materials Science and Engineering"),
        ("Civil Eng", "Civil Engineering"),
        ("Mech. Engg.", "Mechanical Engineering"),
        ("Business Admin", "Business Administration"),
        ("Computer Sci", "Computer Science"),
        ("Eng", "Eng"),
        ("Hist and Eng", "Hist and Eng"),
        ("Adminology", "Adminology"),
    ],
)
def test_an_abbreviated_subject_is_spelled_out(subject: str, told: str) -> None:
    assert next(course_variants(course("BSc", subject))).text == f"a BSc in {told}"


@pytest.mark.parametrize(
    ("school", "told"),
    [
        ("Velan College of Engg, Erode", "Velan College of Engineering"),
        ("Madurai Govt. College", "Madurai Government College"),
        ("Leeds Univ.", "Leeds University"),
        ("Georgia Tech", "Georgia Tech"),
        ("Collins College", "Collins College"),
    ],
)
def test_an_abbreviated_school_is_spelled_out(school: str, told: str) -> None:
    assert next(course_variants(course("BSc", None, school))).text.endswith(f"from {told}")


@pytest.mark.parametrize(("start", "told"), [("2025-06", True), ("2012-01", False)])
def test_a_school_is_told_of_a_beginner_only(start: str, told: bool) -> None:
    resume = resume_of("Cut scrap from 9% to 4%", start=start, more={"education": [SCHOOL]})

    assert ("Leaving Certificate" in closing_of(resume)) == told


def test_a_school_is_not_told_beside_a_paper_of_the_trade() -> None:
    resume = resume_of(
        "Cut scrap", start="2025-06", more={"education": [SCHOOL], "credentials": ["Forklift licence"]}
    )

    assert "Leaving Certificate" not in closing_of(resume)


def _read(degree: str, line: str, confidence: float) -> Education:
    """The course whose degree was read in a line so surely."""
    start = line.index(degree)
    where = (Evidence(start, start + len(degree), degree, "education"),)
    return Education(Fact(degree, where, confidence), None, None)


@pytest.mark.parametrize(
    ("degree", "line"),
    [
        ("PhD", "PhD, University of Westmere, 2012"), ("MSc", "2016 MSc Cyber Security"), ("B.Sc.", "B.Sc. Nursing"),
        ("B.Eng.", "B.Eng. (Hons)"), ("Professional Master of Education", "Professional Master of Education (Primary)"),
        ("MD", "MD (Research), Mercia"),
    ],
)  # fmt: skip
def test_a_probable_degree_of_a_university_is_told(degree: str, line: str) -> None:
    told = with_known_degree(_read(degree, line, 0.88), line)

    assert is_certain(told.degree)


@pytest.mark.parametrize(
    ("degree", "line", "confidence"),
    [
        ("PhD", "PhD, University of Westmere", 0.6), ("Diploma", "Diploma, Orvik College", 0.9),
        ("Master of Industrial", "Master of Industrial & Labour Relations", 0.9),
        ("MASTER IN PUBLIC ADMINISTRATION", "MASTER IN PUBLIC ADMINISTRATION (18 UNITS)", 0.93),
        ("Honorary Doctor of Letters", "Honorary Doctor of Letters, Lamido", 0.93),
        ("MA", "MA (thesis pending), Leeds", 0.93), ("MBA", "pursuing MBA, Leeds", 0.93),
    ],
)  # fmt: skip
def test_no_other_degree_is_more_than_probable(degree: str, line: str, confidence: float) -> None:
    course_read = _read(degree, line, confidence)

    assert with_known_degree(course_read, line) == course_read


@pytest.mark.parametrize(
    ("line", "held"),
    [
        ("BSc, Leeds, 72 credits", False), ("BSc, Leeds (left 2018)", False), ("BSc, Leeds – did not finish", False),
        ("BSc, Leeds, no degree", False), ("BSc, Leeds, withdrew", False), ("BSc, Leeds, 24 units", False),
        ("BSc, Leeds, never graduated", False), ("BSc, Leeds, dropped out", False),
        ("BSc, Leeds, 2018", True), ("BSc, Leeds, 180 ECTS credits", True), ("BSc, Leeds, 360 credits", True),
        ("BSc, Leeds, modules in statistics", True), ("BSc, Leeds, finished 2018", True),
        ("BSc, Leeds, equivalent to a 2:1", True),
    ],
)  # fmt: skip
def test_a_sure_degree_is_not_held_where_its_line_denies_it(line: str, held: bool) -> None:
    told = with_known_degree(_read("BSc", line, 1.0), line)

    assert (told.degree is not None) == held


def test_how_a_degree_was_taken_is_no_subject() -> None:
    line = "MD (Research), Mercia"
    stated = Education(
        _read("MD", line, 0.88).degree, Fact("Research", (Evidence(4, 12, "Research"),), 0.9), None
    )

    assert with_known_degree(stated, line).field is None


def test_dotted_letters_have_the_level_of_plain_ones() -> None:
    assert level(course("M.C.A.")) == level(course("MCA")) < level(course("B.Sc."))
