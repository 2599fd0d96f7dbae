"""Text as it is compared."""

import pytest

from functions.summarize.text.folding import fold, plain


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Éléonore", "eleonore"), ("İZMİR", "izmir"), ("Straße", "straße"), ("don’t", "don't"), ("ABC", "abc")],
)
def test_case_and_accents_do_not_count(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_folded_text_keeps_every_offset() -> None:
    text = "Göteborg\tİş Bankası — “Ærø”, 2019"
    assert len(fold(text)) == len(text)


def test_spaces_do_not_count_where_texts_are_compared() -> None:
    assert plain("  Work \tExperience\n") == "work experience"
