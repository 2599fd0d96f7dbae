import pytest

from functions.summarize.docx import read
from tests.builders.package import cell, package, paragraph, row, rows_of, run, table


def texts(body: str) -> list[str]:
    return [block.text for block in read(package(body)).blocks]


def lines(*words: str) -> str:
    return "".join(map(paragraph, words))


def headed(heading: str, *words: str) -> str:
    return paragraph(run(heading, "<w:b/>")) + lines(*words)


def test_dates_beside_jobs_stay_with_their_jobs() -> None:
    body = table(
        ("2019 – 2021", headed("Acme", "Nurse", "Led a ward")),
        ("2015 – 2019", headed("Globex", "Carer", "Wrote rotas")),
    )

    assert texts(body) == [
        *("2019 – 2021", "Acme", "Nurse", "Led a ward"),
        *("2015 – 2019", "Globex", "Carer", "Wrote rotas"),
    ]


def test_dates_keep_a_row_together_even_above_words_that_also_head_sections() -> None:
    body = table(
        (lines("2019 – 2021", "Acme Training", "Oslo"), lines("Nurse", "Led a ward")),
        (lines("2015 – 2019", "Globex Education", "Oslo"), lines("Carer", "Wrote rotas")),
    )

    assert texts(body)[:5] == ["2019 – 2021", "Acme Training", "Oslo", "Nurse", "Led a ward"]


def test_employers_beside_jobs_stay_with_their_jobs_though_they_look_like_headings() -> None:
    body = table(
        (headed("Acme", "Oslo"), headed("Nurse", "Led a ward")),
        (headed("Globex", "Bergen"), headed("Carer", "Wrote rotas")),
    )

    assert texts(body) == ["Acme", "Oslo", "Nurse", "Led a ward", "Globex", "Bergen", "Carer", "Wrote rotas"]


def test_section_labels_beside_sections_stay_with_their_sections() -> None:
    body = table((headed("Experience"), lines("Acme", "Nurse")), (headed("Education"), lines("BSc", "Oslo")))

    assert texts(body) == ["Experience", "Acme", "Nurse", "Education", "BSc", "Oslo"]


def test_a_table_of_facts_is_read_row_by_row() -> None:
    body = table(("Skill", "Level"), ("Python", "expert"), ("Go", "good"))

    assert texts(body) == ["Skill", "Level", "Python", "expert", "Go", "good"]


def test_two_columns_of_sections_are_read_column_by_column() -> None:
    body = table(
        (headed("Contact", "ann@example.org"), headed("Experience", "Acme, 2019 – 2021", "Led a ward")),
        (headed("Skills", "Triage", "Rotas"), headed("Globex", "Wrote rotas")),
    )

    assert texts(body) == [
        *("Contact", "ann@example.org", "Skills", "Triage", "Rotas"),
        *("Experience", "Acme, 2019 – 2021", "Led a ward", "Globex", "Wrote rotas"),
    ]


def test_headings_above_columns_stay_with_their_columns() -> None:
    body = table(
        (headed("Skills"), headed("Experience")),
        (lines("Triage", "Rotas"), lines("Acme", "Led a ward")),
    )

    assert texts(body) == ["Skills", "Triage", "Rotas", "Experience", "Acme", "Led a ward"]


@pytest.mark.parametrize(
    ("side", "first"),
    [
        ("ann@example.org", True),
        ("+47 22 86 44 00", True),
        ("linkedin.com/in/ann", True),
        ("2015 – 2019", False),
    ],
)
def test_a_side_column_comes_first_only_with_contact_data(side: str, first: bool) -> None:
    aside, main = ("Languages", side), ("Experience", "Acme Hospital", "Led a ward of thirty people")
    order = [*aside, *main] if first else [*main, *aside]

    assert texts(table((headed(*aside), headed(*main)))) == order


def test_a_row_across_the_table_is_read_in_its_place() -> None:
    across = row(cell(headed("Ann Example", "Nurse"), '<w:gridSpan w:val="2"/>'))
    left, right = headed("Profile", "Kind"), headed("Experience", "Acme", "Led a ward")
    again = row(cell(headed("Skills", "Triage")), cell(headed("Training", "BLS", "ALS")))

    assert texts(
        rows_of(across, row(cell(left), cell(right)), again, row(cell("End", '<w:gridSpan w:val="2"/>')))
    ) == [
        *("Ann Example", "Nurse"),
        *("Experience", "Acme", "Led a ward", "Training", "BLS", "ALS"),
        *("Profile", "Kind", "Skills", "Triage"),
        "End",
    ]


def test_an_empty_column_between_two_columns_changes_nothing() -> None:
    body = table(
        (headed("Contact", "ann@example.org"), paragraph(), headed("Experience", "Acme", "Led a ward")),
        (headed("Skills", "Triage"), paragraph(), headed("Projects", "Rotas", "Beds")),
    )

    assert texts(body) == [
        *("Contact", "ann@example.org", "Skills", "Triage"),
        *("Experience", "Acme", "Led a ward", "Projects", "Rotas", "Beds"),
    ]
