import pytest

from functions.summarize.language.bullets import read_clauses, shorten, usable


@pytest.mark.parametrize(
    ("line", "shape"),
    [
        ("Cut waste by 12%", "past"),
        ("Manage a team of 12", "present"),
        ("Manages a team of 12", "present"),
        ("Managing a team of 12", "gerund"),
        ("Responsible for stock control", "duty"),
        ("Stock control and ordering", "noun"),
        ("Marketing campaigns for 3 brands", "noun"),
        ("Design of lighting schemes", "noun"),
        ("Dockerised 14 services", "past"),
        ("Advanced knowledge of Excel", "noun"),
        ("Successfully launched 3 products", "past"),
    ],
)
def test_a_line_is_read_by_its_first_word(line: str, shape: str) -> None:
    assert [clause.shape for clause in read_clauses(line)] == [shape]


def test_two_sentences_on_a_line_are_two_clauses() -> None:
    assert [
        clause.text for clause in read_clauses("Led the rollout. Cut cost by 12%; trained 40 staff.")
    ] == [
        "Led the rollout",
        "Cut cost by 12%",
        "trained 40 staff",
    ]


def test_a_label_before_a_verb_and_a_leading_pronoun_go() -> None:
    assert read_clauses("Cost saving: cut spend by 12%")[0].text == "cut spend by 12%"
    assert read_clauses("I led 3 projects to launch")[0].text == "led 3 projects to launch"


def test_an_arrow_is_read_as_to() -> None:
    assert (
        read_clauses("Brought turnaround from 34 days → 9 days")[0].text
        == "Brought turnaround from 34 days to 9 days"
    )


@pytest.mark.parametrize(
    "line",
    [
        "Improved our delivery times by 12%",
        "Results-driven team player with drive",
        "See www.example.org for the full list",
        "Call me on +44 7700 900123 today",
        "Reduced the time spent on",
        "Raised <placeholder> by 10%",
    ],
)
def test_lines_a_sentence_must_not_repeat_are_not_usable(line: str) -> None:
    assert not any(usable(clause) for clause in read_clauses(line))


def test_the_united_states_are_no_pronoun() -> None:
    assert usable(read_clauses("Opened 14 stores across the US and Canada")[0])


def test_a_long_line_is_cut_at_a_joint_that_keeps_a_figure() -> None:
    (clause,) = read_clauses(
        "Cut invoice processing time from 9 days to 3, working with finance and procurement in four countries"
        " while keeping the supplier satisfaction score above 90"
    )

    assert shorten(clause, 22).text == (
        "Cut invoice processing time from 9 days to 3, working with finance and procurement in four countries"
    )


def test_a_list_is_never_cut_open() -> None:
    (clause,) = read_clauses(
        "Trained 14 line cooks, kitchen porters, waiters, hosts, bartenders and seasonal agency staff in allergens"
    )

    assert shorten(clause, 8) == clause
