import pytest

from functions.summarize.privacy.particulars import (
    Particular,
    ParticularKind,
    is_particular,
    particulars_in,
)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Female, 34 years old, single, British citizen", ["sex", "age", "marital", "nationality"]),
        ("Senegalese citizen, Muslim, 45 years old, married", ["nationality", "religion", "age", "marital"]),
        ("A 45-year-old mother", ["age"]),
        ("Married, father of two", ["marital", "family"]),
        ("DOB 12/03/1980", ["birth"]),
        ("Date of birth: 12 March 1980 | Nationality: Nigerian", ["birth", "nationality"]),
        ("Place of Birth: Lakeside District, Hillview Sector", ["birth"]),
        ("Reason for leaving: the branch closed", ["leaving"]),
        ("Notice period: 2 months", ["notice"]),
        ("Current salary: £42,000", ["pay"]),
        ("Reports to: Chief Executive Officer", ["manager"]),
        ("Supervisor: Jane Boss (may we contact: yes)", ["manager"]),
        ("References available upon request", ["referee"]),
        ("Non-smoker, excellent health", ["health", "health"]),
        ("ledig, keine Kinder, deutsche Staatsangehörigkeit", ["marital", "family", "nationality"]),
        ("verheiratet, zwei Kinder, evangelisch", ["marital", "family", "religion"]),
        ("Geboren am 3.4.1985 in Mainz", ["birth"]),
        ("Célibataire, 34 ans, nationalité belge", ["marital", "age", "nationality"]),
        ("Née le 3 avril 1985", ["birth"]),
        ("Soltera, sin hijos", ["marital", "family"]),
        ("Estado civil: casado", ["marital"]),
        ("Casada, 2 filhos", ["marital", "family"]),
        ("Data di nascita: 3 aprile 1985", ["birth"]),
        ("Coniugata, cittadinanza italiana", ["marital", "nationality"]),
        ("Gehuwd, 2 kinderen", ["marital", "family"]),
    ],
)
def test_particulars_are_recognised_labelled_or_not(text: str, kinds: list[ParticularKind]) -> None:
    assert [one.kind for one in particulars_in(text)] == kinds


@pytest.mark.parametrize(
    "text",
    ["Female, 34 years old, single, British citizen", "Née le 3 avril 1985", "Notice period: 2 months", "DOB: 1980",
     "Reason for leaving: the branch closed", "Married, father of two", "Soltera, sin hijos"],
)  # fmt: skip
def test_a_line_of_particulars_tells_nothing_else(text: str) -> None:
    assert is_particular(text)


@pytest.mark.parametrize(
    "text",
    [
        "Single page applications, Python",
        "Male nurse care",
        "Christian",
        "German",
        "Led 12 women of the Women Engineers Society",
        "Manager, Acme Ltd",
        "Manager",
        "Managed a team of 5",
        "Age-related macular research",
        "Health and safety",
        "Salary administration for 300 people",
        "Children's ward",
        "5 ans",
        "Reported to the board on $3M of savings",
        "References checked for 40 tenants",
        "National sales",
        "Sex education programme",
        "10 years old codebase rewritten"[9:],
    ],
)
def test_work_that_only_sounds_like_a_particular_is_none(text: str) -> None:
    assert not particulars_in(text)


def test_a_particular_among_other_things_has_its_place() -> None:
    assert particulars_in("Leeds | Age: 34 | 0113 496 0123") == (Particular("age", 8, 15),)
    assert not is_particular("Leeds | Age: 34 | 0113 496 0123")


def test_a_value_ends_where_the_next_label_begins() -> None:
    text = "Nationality: Irish, Email: ann@mail.example"
    assert particulars_in(text) == (Particular("nationality", 0, 18),)


@pytest.mark.parametrize(
    "line",
    [
        "Manager – Quality (2017 – 2021)",
        "Supervisor – Te Puna Kiwi Ltd – Mar 2022 – present",
        "Supervisor\t2017 – 2021",
        "Manager 2017 – 2021",
        "Responsable – achats",
    ],
)
def test_a_job_whose_title_is_also_a_label_is_no_line_manager(line: str) -> None:
    assert not is_particular(line)


@pytest.mark.parametrize("line", ["Manager: J. Roe", "Responsable : M. Roy", "Reports to – Ann Poole"])
def test_who_leads_the_person_is_a_particular(line: str) -> None:
    assert is_particular(line)
