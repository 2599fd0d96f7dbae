import pytest

from functions.summarize.language.phrases import phrase, phrases
from functions.summarize.sentences import Kind, PlanFact

KINDS: tuple[Kind, ...] = ("opening", "result", "skills", "credential", "education")
FACTS = (
    PlanFact("title", "CNC-Fräser"),
    PlanFact("years", "14+"),
    PlanFact("employer", "Kleinhans GmbH"),
    PlanFact("bullet", "Verkürzung der Rüstzeit um 35%"),
    PlanFact("skill", "Drehen"),
    PlanFact("skill", "Fräsen"),
    PlanFact("degree", "Diplom"),
)


def test_a_sentence_is_told_in_the_language_of_the_resume() -> None:
    assert phrase("de", "opening", FACTS, current=True) == (
        "CNC-Fräser mit 14+ Jahren Berufserfahrung, derzeit bei Kleinhans GmbH."
    )
    assert phrase("de", "opening", FACTS, current=False).endswith("zuletzt bei Kleinhans GmbH.")
    assert phrase("fr", "skills", FACTS, current=True) == "Compétences: Drehen et Fräsen."


def test_a_missing_fact_leaves_no_gap() -> None:
    assert phrase("es", "opening", FACTS[:1], current=True) == "CNC-Fräser."
    assert (
        phrase("it", "education", (PlanFact("institution", "Bocconi"),), current=True)
        == "Formazione: Bocconi."
    )


@pytest.mark.parametrize("language", phrases())
def test_every_language_has_a_phrase_for_every_kind(language: str) -> None:
    assert all(
        phrase(language, kind, FACTS, current=True).endswith(".") for kind in KINDS if kind != "credential"
    )
    assert {*KINDS, "opening_then", "and"} == set(phrases()[language])
