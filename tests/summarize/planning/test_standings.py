"""What is no certificate is not told as one: a register, a card, a check, an office, an eligibility, a part of it."""

import pytest

from functions.summarize.planning.degree_levels import level
from functions.summarize.planning.degrees import highest_degree
from functions.summarize.planning.paragraph import plan_paragraph
from functions.summarize.planning.person import Person
from functions.summarize.planning.qualifications import credential_variants
from functions.summarize.planning.slots import Slots
from functions.summarize.planning.standings import standing, superseded
from functions.summarize.resume import Credential, Education, Evidence, Fact, Resume
from tests.builders.resumes import AS_OF, options


@pytest.mark.parametrize(
    ("stated", "form", "told"),
    [
        ("GMC", "adjective", "GMC-registered"),
        ("NMC", "adjective", "NMC-registered"),
        ("HPCSA", "adjective", "HPCSA-registered"),
        ("SIA", "adjective", "SIA-licensed"),
        ("NASW", "person", "NASW member"),
        ("JP (Qual)", "person", "Justice of the Peace"),
        ("CSCS", "noun phrase", "a CSCS card"),
        ("NDIS screening", "noun phrase", "an NDIS screening check"),
        ("NDIS worker screening", "noun phrase", "an NDIS worker screening check"),
        ("Career Service Professional", "noun phrase", "Career Service Professional eligibility"),
        ("Civil Service Sub-Professional", "noun phrase", "Civil Service Sub-Professional eligibility"),
        ("310T Truck & Coach", "noun phrase", "310T Truck and Coach"),
        ("CHS Supervisor", "noun phrase", "CHS Supervisor certification"),
        ("ServSafe Manager", "noun phrase", "ServSafe Manager certification"),
        ("SIA Door Supervisor", "noun phrase", "an SIA Door Supervisor licence"),
        ("FPGEE (USA)", "noun phrase", "FPGEE"),
        ("Class 1 w/ air", "noun phrase", "a class 1 licence"),
        ("Certified Paralegal", "person", "certified paralegal"),
    ],
)
def test_a_standing_is_told_in_its_own_words(stated: str, form: str, told: str) -> None:
    first = next(credential_variants(Credential(Fact(stated, ()))))

    assert (first.form, first.text) == (form, told)


@pytest.mark.parametrize(
    ("lower", "others", "over"),
    [
        ("EIT", ("Professional Engineer, Wisconsin",), True),
        ("EIT", ("CSWP",), False),
        ("NQT", ("QTS",), True),
        ("Apprentice Baker", ("Red Seal Baker",), True),
        ("CNA", ("RN",), True),
        ("RN", ("CNA",), False),
    ],
)
def test_the_lower_one_is_nothing_beside_the_higher(lower: str, others: tuple[str, ...], over: bool) -> None:
    assert superseded(lower, others) == over


def _credential(text: str, name: str, sure: float = 1.0) -> str | None:
    at = text.index(name)
    fact = Fact(name, (Evidence(at, at + len(name), name),), sure)
    slot = Slots(Resume(text=text, credentials=(Credential(fact),))).credential(0)
    return slot.variants[0].text if slot else None


@pytest.mark.parametrize(
    "line",
    ["ACCA: 9 of 13 papers passed", "ACCA, 3 papers remaining", "ACCA (part-qualified)", "ACCA finalist"],
)
def test_papers_of_an_examination_are_not_the_whole(line: str) -> None:
    assert _credential(line, "ACCA") is None
    assert _credential("ACCA, 2019", "ACCA") == "ACCA"


def test_a_licence_of_the_trade_is_told_from_likely_on_whatever_stands_behind_its_comma() -> None:
    line = "Registered Nurse, Wisconsin 48812"

    assert _credential(line, line, 0.73) == "registered nurse"
    assert _credential(line, line, 0.4) is None
    assert _credential("Wood carving, Wisconsin", "Wood carving, Wisconsin", 0.73) is None


def _degree(line: str, degree: str, sure: float = 1.0) -> str | None:
    at = line.index(degree)
    fact = Fact(degree, (Evidence(at, at + len(degree), degree),), sure)
    slot = Slots(Resume(text=line, education=(Education(fact, None, None),))).degree(0)
    return slot.variants[0].text if slot else None


@pytest.mark.parametrize(
    "line",
    [
        "MSc cyber security, all but the thesis",
        "MSc (part time), 2020 – not yet submitted",
        "MSc physics, thesis outstanding",
        "MSc physics, dissertation pending",
        "MSc physics (ABD)",
        "MSc physics, missing thesis",
        "MSc physics, coursework complete",
        "MSc Physik, ohne Abschluss",
        "MSc Physik, Masterarbeit noch offen",
        "MSc de physique, non soutenu, mémoire non rendu",
        "MSc de física, tesis pendiente",
        "MSc em física, não concluído",
        "MSc di fisica, manca la tesi",
        "MSc natuurkunde, niet afgerond",
    ],
)
def test_a_degree_that_its_line_says_is_not_held_is_not_told(line: str) -> None:
    assert _degree(line, "MSc") is None


@pytest.mark.parametrize(
    ("line", "sure", "told"),
    [
        ("MSc, 2019, thesis on pumps; PhD, not yet submitted", 1.0, "an MSc"),
        ("MLHR, Tallow State, 2009", 0.66, "an MLHR"),
        ("MBA, started 2025", 0.7, None),
        ("BSBA undergrad, 2nd year", 0.9, None),
        ("MBA, Tallow State, 2009", 0.5, None),
        ("NVQ, Tallow College, 2009", 0.9, None),
    ],
)
def test_a_degree_of_a_university_is_told_from_likely_on(line: str, sure: float, told: str | None) -> None:
    assert _degree(line, line.split(maxsplit=1)[0].strip(","), sure) == told


def test_how_a_degree_was_taken_is_no_subject() -> None:
    course = Education(Fact("MD", ()), Fact("Research", ()), None)
    slot = Slots(Resume(text="", education=(course,))).degree(0)

    assert slot is not None
    assert slot.variants[0].text == "an MD"


@pytest.mark.parametrize(
    ("line", "sure", "told"),
    [
        ("PhD, Tallow State, 2009", 0.5, None),
        ("PhD, Tallow State, thesis pending", 0.5, "a BA"),
        ("PhD, Tallow State, 2009", 0.3, "a BA"),
        ("Advanced Diploma, Tallow State, 2009", 0.5, "a BA"),
        ("PhD, Tallow State, 2009", 0.7, "a PhD"),
    ],
)
def test_a_lower_degree_is_not_told_in_the_place_of_a_higher_one(
    line: str, sure: float, told: str | None
) -> None:
    higher, text = line.split(",", maxsplit=1)[0], f"{line}\nBA, Orvik"
    facts = (
        Fact(higher, (Evidence(0, len(higher), higher),), sure),
        Fact("BA", (Evidence(len(line) + 1, len(line) + 3, "BA"),)),
    )
    resume = Resume(text=text, education=tuple(Education(fact, None, None) for fact in facts))
    slot = highest_degree(Person(Slots(resume), AS_OF), ())

    assert (slot.variants[0].text if slot else None) == told


def test_an_associate_degree_is_lower_than_a_bachelor() -> None:
    names = ("Bachelor of Science", "Associate's degree", "Associate degree", "Foundation degree")
    bachelor, *lower = (level(Education(Fact(name, ()), None, None)) for name in names)

    assert all(bachelor < one for one in lower)
    assert level(Education(Fact("Degree", ()), None, None)) == bachelor


@pytest.mark.parametrize(
    ("language", "line", "degree", "sure", "said"),
    [
        (
            "it",
            "Diploma accademico di secondo livello, Orvik",
            "Diploma accademico di secondo livello",
            0.9,
            True,
        ),
        ("de", "Diplom Pflegefachfrau HF, Orvik", "Diplom Pflegefachfrau HF", 0.7, True),
        ("pt", "Mestrado, Orvik, previsão 2027", "Mestrado", 0.7, False),
        ("nl", "Master, Orvik, verwacht zomer 2027", "Master", 0.7, False),
        ("nl", "Master, Orvik, niet afgerond", "Master", 1.0, False),
        ("fr", "Master, Orvik, mémoire non rendu", "Master", 1.0, False),
        ("de", "Lehre Schreiner, Orvik", "Lehre Schreiner", 0.7, False),
    ],
)
def test_every_language_tells_a_degree_of_a_university_from_likely_on(
    language: str, line: str, degree: str, sure: float, said: bool
) -> None:
    fact = Fact(degree, (Evidence(0, len(degree), degree),), sure)
    resume = Resume(text=line, language=language, education=(Education(fact, None, None),))

    assert (degree in plan_paragraph(resume, options(), AS_OF).text) == said


@pytest.mark.parametrize(
    "text", ["SIA licence", "SIA training", "SIA First Aid", "CSCS card", "GMC registration"]
)
def test_what_says_itself_what_it_is_gets_no_second_noun(text: str) -> None:
    assert standing(text) is None


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("ACCA affiliate", ("ACCA affiliate",)),
        ("CNA", ("CNA", "RN refresher course")),
        ("EIT", ("EIT", "PE exam")),
        ("CNA", ("RN programme applicant",)),
    ],
)
def test_nothing_is_superseded_by_itself_or_by_what_is_not_held(name: str, others: tuple[str, ...]) -> None:
    assert not superseded(name, others)
