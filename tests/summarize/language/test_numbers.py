from decimal import Decimal

import pytest

from functions.summarize.language.numbers import numbers_in


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("three", "3"),
        ("40 percent", "40%"),
        ("40 per cent", "40%"),
        ("$1.2M", "1,200,000 dollars"),
        ("€4,5 million", "€4.5M"),
        ("12k", "12,000"),
        ("forty-five", "45"),
        ("5 000", "5,000"),
        ("£2 bn", "£2,000,000,000"),
    ],
)
def test_the_same_figure_written_twice_means_the_same(one: str, other: str) -> None:
    assert [number.meaning for number in numbers_in(one)] == [number.meaning for number in numbers_in(other)]


@pytest.mark.parametrize(("one", "other"), [("40%", "40"), ("$40", "40"), ("1.2", "12"), ("3k", "3M")])
def test_different_figures_do_not(one: str, other: str) -> None:
    assert [number.meaning for number in numbers_in(one)] != [number.meaning for number in numbers_in(other)]


def test_a_floor_is_kept() -> None:
    (number,) = numbers_in("8+ years")

    assert (number.value, number.floor) == (Decimal(8), True)


def test_figures_come_in_the_order_of_the_text() -> None:
    assert [int(number.value) for number in numbers_in("from nine days to 3, then 2 by four teams")] == [
        9,
        3,
        2,
        4,
    ]


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("3.000 Mitarbeiter", "de", 3000),
        ("12.000 sociedades", "es", 12000),
        ("1.200 Kunden", "de", 1200),
        ("3.000.000,5 Euro", "de", Decimal("3000000.5")),
        ("38.000 parcels", "en", 38000),
        ("1.250 kg", "en", Decimal("1.25")),
        ("1,2 Kunden", "de", Decimal("1.2")),
    ],
)
def test_a_dot_between_thousands_is_no_decimal_point(text: str, language: str, value: Decimal | int) -> None:
    assert [number.value for number in numbers_in(text, language)] == [value]


@pytest.mark.parametrize(
    ("text", "language"), [("s\u0131x years", "en"), ("\u017fechs Jahre", "de"), ("c\u0131nq ans", "fr")]
)
def test_a_word_with_a_letter_like_another_is_no_number(text: str, language: str) -> None:
    assert numbers_in(text, language) == ()
