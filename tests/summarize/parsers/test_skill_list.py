import pytest

from functions.summarize.docx.document import document_of
from functions.summarize.parsers.lexicon import load_lexicon
from functions.summarize.parsers.skill_list import split_skills
from tests.builders.pages import page


def items(*lines: str) -> list[str]:
    return [item.text for item in split_skills(document_of(*lines).lines, load_lexicon())]


def groups(*lines: str) -> list[tuple[str, str | None]]:
    return [(item.text, item.group) for item in split_skills(document_of(*lines).lines, load_lexicon())]


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


def test_a_sentence_is_searched_instead_of_kept() -> None:
    (item,) = split_skills(
        document_of("I have kept HACCP records and trained kitchen staff in allergen control.").lines,
        load_lexicon(),
    )
    assert item.prose


def test_offsets_point_at_the_items() -> None:
    document = document_of("Skills", "  Tools:  Git , Docker (advanced); - Figma")
    found = list(split_skills(document.lines[1:], load_lexicon()))
    assert [document.text[item.start : item.start + len(item.text)] for item in found] == [
        "Git",
        "Docker",
        "Figma",
    ]


@pytest.mark.parametrize("line", ["", "•", "-- , ;", "★★★", "5 years", "Advanced", "()", "2019 - 2021", ":"])
def test_a_line_without_a_skill_yields_none(line: str) -> None:
    assert items(line) == []


def test_the_left_cells_of_a_table_name_the_lists_beside_them() -> None:
    table = page("[0,0,0]Languages\n[0,0,1]Java, SQL\n[0,1,0]Cloud & DevOps\n[0,1,1]Docker, Jenkins")
    assert [(item.text, item.group) for item in split_skills(table.lines, load_lexicon())] == [
        ("Java", "Languages"),
        ("SQL", "Languages"),
        ("Docker", "Cloud & DevOps"),
        ("Jenkins", "Cloud & DevOps"),
    ]


def test_a_table_of_single_skills_has_no_labels() -> None:
    table = page("[0,0,0]Docker\n[0,0,1]Jenkins\n[0,1,0]Kafka\n[0,1,1]Terraform")
    assert [item.text for item in split_skills(table.lines, load_lexicon())] == [
        "Docker",
        "Jenkins",
        "Kafka",
        "Terraform",
    ]
