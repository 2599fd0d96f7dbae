"""The figures of composed texts: what each asks, and that a fall is noticed."""

from training.composed import records
from training.evaluation.prose import BARS, FIGURES, Text, figures_of, plain_text, worse

RECORD = next(record for record in records() if record.id == "cb-014")


def _text(*sentences: tuple[str, tuple[str, ...]]) -> Text:
    return Text(RECORD, sentences)


def test_a_bare_list_a_bracket_and_a_pronoun_are_seen() -> None:
    text = _text(
        ("Key skills are SAP, SQL and Power BI.", ()), ("Led three analysts (2021) and my team.", ())
    )

    table = figures_of([text])

    assert (table["no bare list"], table["no bracket copied"], table["no pronoun, cliche or contact"]) == (
        0,
        0,
        0,
    )


def test_a_name_spelled_otherwise_is_seen() -> None:
    assert figures_of([_text(("Uses the power Bi suite.", ()))])["names in their own spelling"] == 0


def test_merged_lines_and_the_best_lines_are_counted_by_their_places() -> None:
    text = _text(("Owns it and cut it.", ("roles.0.bullets.2", "roles.0.bullets.1")))

    table = figures_of([text])

    assert table["a sentence merges two facts of a job"] == 1
    assert table["two of the four best lines"] == 1


def test_the_plan_of_a_record_is_measured_with_the_places_it_tells() -> None:
    text = plain_text(RECORD)

    assert text.sentences
    assert "title" in text.places
    assert set(BARS) == set(FIGURES)


def test_a_fall_beyond_the_tolerance_is_named() -> None:
    assert worse({"all": {"x": 0.9}}, {"all": {"x": 0.91}}) == []
    assert worse({"all": {"x": 0.9}}, {"all": {"x": 0.8}}) == ["all, x: 0.9 before, 0.8 now"]
