"""Capitals of the first word of a line, inside a sentence."""

import pytest

from functions.summarize.planning.capitals import calmed_start


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Seagrass carbon budgets", "managed seagrass carbon budgets"),
        ("Microbiological plating", "managed microbiological plating"),
        ("Groundwater sampling", "managed groundwater sampling"),
        ("Facebook campaigns", "managed Facebook campaigns"),
        ("Salesforce reports", "managed Salesforce reports"),
        ("Greenland surveys", "managed Greenland surveys"),
        ("Apple accounts", "managed Apple accounts"),
        ("Visa applications", "managed Visa applications"),
        ("Boots stores", "managed Boots stores"),
        ("Clarence accounts", "managed Clarence accounts"),
        ("Guinness tours", "managed Guinness tours"),
        ("Teams of cooks", "managed teams of cooks"),
        ("Compaction Control Unit", "managed Compaction Control Unit"),
    ],
)
def test_a_word_is_small_inside_a_sentence_where_it_is_no_name(line: str, told: str) -> None:
    assert calmed_start(f"managed {line}", line) == told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("60 articles in english", "wrote 60 articles in English"),
        ("the saturday story hour", "ran the Saturday story hour"),
        ("a march through the town", "led a march through the town"),
        ("floors to polish", "had floors to polish"),
        ("a summer sale in june", "ran a summer sale in June"),
    ],
)
def test_days_months_and_languages_have_their_capital(line: str, told: str) -> None:
    assert calmed_start(told.lower(), line) == told
