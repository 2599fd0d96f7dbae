"""The single skills that a list states."""

import pytest

from functions.summarize.parsers.reading import read_document
from functions.summarize.parsers.skills.lexicon import load_lexicon
from functions.summarize.parsers.skills.skill_list import Item, listed_skills
from tests.builders.pages import page

HEAD = (
    "Ann Example\nann@example.org\n*Experience\nCook, Savoy Hotel, 2019 - 2021\n- Cooked for 200\n*Skills\n"
)


def listed(text: str) -> list[Item]:
    return list(listed_skills(read_document(page(HEAD + text)), load_lexicon(), "en"))


def items(*lines: str) -> list[str]:
    return [item.place.quote for item in listed("\n".join(lines))]


def groups(*lines: str) -> list[tuple[str, str | None]]:
    return [(item.place.quote, item.group) for item in listed("\n".join(lines))]


@pytest.mark.parametrize(
    "line",
    [
        "Python, SQL, Go",
        "Python; SQL; Go",
        "Python | SQL | Go",
        "Python • SQL • Go",
        "Python · SQL · Go",
        "• Python\t• SQL\t• Go",
        "Python\tSQL\tGo",
        "Python / SQL / Go",
        "Python/SQL/Go",
        "Python - SQL - Go",
        "Python, SQL and Go",
        "Proficient in Python, SQL & Go.",
        "Python (SQL, Go)",
    ],
)
def test_every_usual_separator_parts_skills(line: str) -> None:
    assert items(line) == ["Python", "SQL", "Go"]


@pytest.mark.parametrize(
    "line",
    [
        "Excel (advanced)",
        "Excel - Advanced",
        "Excel: expert",
        "Excel (5 years)",
        "Excel ★★★★☆",
        "Excel 90%",
        "Excel 4/5",
        "Excel (intermediate level)",
        "Advanced Excel",
        "Strong knowledge of Excel",
        "Experience with Excel",
    ],
)
def test_a_level_is_no_part_of_a_skill(line: str) -> None:
    assert [load_lexicon().lookup(item) is not None for item in items(line)] == [True]


def test_a_label_is_the_group_of_what_follows() -> None:
    assert groups("Databases: PostgreSQL, Redis", "Tools:", "Git", "Docker") == [
        ("PostgreSQL", "Databases"),
        ("Redis", "Databases"),
        ("Git", "Tools"),
        ("Docker", "Tools"),
    ]


def test_names_of_several_words_stay_whole() -> None:
    assert items("Health and safety, QA/QC, Food & Beverage, CI/CD, R&D tax credits, 1,000-line macros") == [
        "Health and safety",
        "QA/QC",
        "Food & Beverage",
        "CI/CD",
        "R&D tax credits",
        "1,000-line macros",
    ]


def test_unknown_terms_are_kept_as_stated() -> None:
    assert items("GCSS-Army, Sepsis screening, Kiln loading") == [
        "GCSS-Army",
        "Sepsis screening",
        "Kiln loading",
    ]


def test_brackets_hold_further_skills_or_a_remark() -> None:
    assert items(
        "AWS (EC2), triage (adult), search engine optimisation (SEO), Adobe Suite (Photoshop, InDesign)"
    ) == [
        "AWS",
        "EC2",
        "triage",
        "search engine optimisation",
        "Adobe Suite",
        "Photoshop",
        "InDesign",
    ]


def test_human_languages_are_left_to_the_languages() -> None:
    assert items("Languages: English (native), French (B2)", "Python, Spanish, Excel") == ["Python", "Excel"]


def test_programming_languages_are_skills() -> None:
    assert groups("Languages: Python, Java") == [("Python", "Languages"), ("Java", "Languages")]


@pytest.mark.parametrize("line", ["", "•", "-- , ;", "★★★", "5 years", "Advanced", "()", "2019 - 2021", ":"])
def test_a_line_without_a_skill_yields_none(line: str) -> None:
    assert items(line) == []


def test_the_left_cells_of_a_table_name_the_lists_beside_them() -> None:
    table = "[0,0,0]Languages\n[0,0,1]Java, SQL\n[0,1,0]Cloud & DevOps\n[0,1,1]Docker, Jenkins"
    assert groups(table) == [
        ("Java", "Languages"),
        ("SQL", "Languages"),
        ("Docker", "Cloud & DevOps"),
        ("Jenkins", "Cloud & DevOps"),
    ]


def test_a_table_of_single_skills_has_no_labels() -> None:
    assert items("[0,0,0]Docker\n[0,0,1]Jenkins\n[0,1,0]Kafka\n[0,1,1]Terraform") == [
        "Docker",
        "Jenkins",
        "Kafka",
        "Terraform",
    ]
