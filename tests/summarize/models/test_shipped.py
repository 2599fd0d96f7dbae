"""The checkpoints of the repository, as they lie in `functions/summarize/weights`."""

import pytest

from functions.summarize.models.card import read_card
from functions.summarize.models.factory import MODELS, WEIGHTS, load_model
from tests.builders.plans import make_plan_of, make_sentence, make_slot

MB = 1_000_000
PLAN = make_plan_of(
    make_sentence(
        "Theatre nurse with more than eight years in surgery.",
        make_slot("title", "theatre nurse", "person"),
        make_slot("years", "more than eight years", "phrase"),
        make_slot("field", "surgery"),
    ),
    make_sentence("Holds a BSc in Nursing.", make_slot("degree", "a BSc in Nursing"), part="close"),
)


def size(name: str) -> float:
    return sum(path.stat().st_size for path in (WEIGHTS / name).iterdir()) / MB


def test_every_model_of_the_factory_is_shipped_and_nothing_else() -> None:
    assert sorted(path.name for path in WEIGHTS.iterdir() if path.is_dir()) == sorted(MODELS)


def test_together_they_take_no_more_than_ninety_megabytes() -> None:
    assert sum(map(size, MODELS)) <= 90


@pytest.mark.parametrize("name", MODELS)
class TestEachCheckpoint:
    def test_its_card_is_complete(self, name: str) -> None:
        card = read_card(WEIGHTS / name)
        assert (card.id, card.architecture, card.format) == (name, name, "ctranslate2")
        assert (card.quantisation, card.prompt) == ("int8", "slots")
        assert all((card.description, card.licence, card.training_data, card.attributions, card.quality))
        assert 500_000 <= card.parameters <= 30_000_000

    def test_its_files_are_those_of_the_card_and_no_larger_than_forty_megabytes(self, name: str) -> None:
        listed = {*read_card(WEIGHTS / name).files, "card.toml"}
        assert {path.name for path in (WEIGHTS / name).iterdir()} == listed
        assert size(name) <= 40

    def test_it_writes_the_same_drafts_again_with_the_facts_it_was_given(self, name: str) -> None:
        model = load_model(name)
        drafts = model.compose([PLAN], candidates=3)[0]
        assert drafts == model.compose([PLAN], candidates=3)[0]
        assert any(one and "heatre nurse" in one.text and "eight years" in one.text for one, _ in drafts)
