import pytest

from functions.summarize.status import Box, answer_of, box_at


@pytest.mark.parametrize(
    ("text", "box"),
    [
        ("☐ Oracle", Box(0, 1, False)),
        ("☒ Payroll", Box(0, 1, True)),
        ("[ ] German", Box(0, 3, False)),
        ("[x] French", Box(0, 3, True)),
        ("( ) Night shifts", Box(0, 3, False)),
        ("Sales (North)", None),
        ("call()", None),
    ],
)
def test_a_box_is_ticked_or_not(text: str, box: Box | None) -> None:
    assert box_at(text) == box


def test_the_next_box_is_found_from_an_offset() -> None:
    assert box_at("☐ German ☒ French", 1) == Box(9, 10, True)


@pytest.mark.parametrize("cell", ["Yes", "yes", "Ja", "Oui", "Sí", "Sim", "Sì", "☒", "✓", "Y"])
def test_a_cell_says_yes(cell: str) -> None:
    assert answer_of(cell) is True


@pytest.mark.parametrize("cell", ["No", "no.", "Nein", "Non", "Não", "Nee", "☐", "None", "N/A"])
def test_a_cell_says_no(cell: str) -> None:
    assert answer_of(cell) is False


@pytest.mark.parametrize("cell", ["Forklift", "", "Norway", "No accidents"])
def test_a_cell_says_something_else(cell: str) -> None:
    assert answer_of(cell) is None
