import pytest

from functions.summarize.language.surface import article, capitalise, listing, running_case, tidy


@pytest.mark.parametrize(
    ("title", "inside"),
    [
        ("Senior Backend Engineer", "senior backend engineer"),
        ("HEAD CHEF", "head chef"),
        ("French Teacher", "French teacher"),
        ("Registered Nurse, ICU", "registered nurse, ICU"),
        ("Director of DevOps", "director of DevOps"),
        ("iOS Developer", "iOS developer"),
        ("Front-of-House Manager", "front-of-house manager"),
        ("STAFF NURSE - A&E", "staff nurse - A&E"),
    ],
)
def test_titles_take_small_letters_and_names_keep_theirs(title: str, inside: str) -> None:
    assert running_case(title) == inside


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("MBA", "an"), ("university lecturer", "a"), ("hour", "an"), ("NHS trust", "an"), ("European", "a"),
        ("8-person team", "an"), ("11,000-seat arena", "an"), ("1,100 cases", "a"), ("18 sites", "an"),
        ("180 sites", "a"), ("UX designer", "a"), ("SAP consultant", "an"), ("$8M budget", "an"), ("$4M budget", "a"),
        ("MSc", "an"), ("PhD", "a"), ("BSc", "a"),
        ("honours degree", "an"), ("one-stop shop", "a"), ("accountant", "an"),
        ("NATE certified technician", "a"),
        ("RIBA stage", "a"),
        ("HACCP certificate", "a"),
        ("MRICS", "an"),
        ("NCLEX pass", "an"),
        ("HVAC technician", "an"),
        ("SRY certificate", "an"),
    ],
)  # fmt: skip
def test_the_article_follows_the_sound(words: str, expected: str) -> None:
    assert article(words) == expected


def test_a_list_has_commas_and_one_conjunction() -> None:
    assert listing(["Python"]) == "Python"
    assert listing(["Python", "Go"]) == "Python and Go"
    assert listing(["Python", "Go", "SQL"]) == "Python, Go and SQL"


def test_an_item_with_its_own_and_is_set_apart() -> None:
    assert listing(["Python", "health and safety"]) == "Python as well as health and safety"


def test_tidy_makes_a_finished_sentence() -> None:
    assert tidy("  led a team , of 12 ..") == "Led a team, of 12."


def test_a_first_word_with_an_inner_capital_is_left_alone() -> None:
    assert capitalise("iOS developer.") == "iOS developer."


@pytest.mark.parametrize(
    ("sentence", "tidied"),
    [
        ("Migrated 40 services to .NET 8 .", "Migrated 40 services to .NET 8."),
        ("Wrote tools in C# , Node.js and .NET", "Wrote tools in C#, Node.js and .NET."),
    ],
)
def test_a_product_that_begins_with_a_point_keeps_its_space(sentence: str, tidied: str) -> None:
    assert tidy(sentence) == tidied
