from dataclasses import replace
from pathlib import Path

import pytest

from functions.common.errors import ModelUnavailable
from functions.summarize.models.card import Attribution, read_card, write_card
from functions.summarize.models.checkpoint import read_or_describe, verify_files
from functions.summarize.models.factory import load_model
from tests.builders.checkpoints import WORDS, make_checkpoint, write_layout
from tests.builders.plans import make_plan_of, make_sentence

pytestmark = pytest.mark.torch
PLAN = make_plan_of(make_sentence("word1 word2 word3"))


@pytest.fixture(params=["gpt2", "t5", "bart"])
def source(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return make_checkpoint(tmp_path / "source" / request.param, request.param)


def test_a_converted_checkpoint_has_its_files_a_true_card_and_loads(source: Path, tmp_path: Path) -> None:
    from training.convert import convert

    out = tmp_path / "weights" / source.name
    card = convert(source, out)
    assert card == read_card(out)
    assert (card.architecture, card.format, card.quantisation) == (source.name, "ctranslate2", "int8")
    assert card.parameters > 20_000
    assert {path.name for path in out.iterdir()} == {*card.files, "card.toml"}
    assert {"model.bin", "config.json", "tokenizer.json"} < set(card.files)
    verify_files(out, card)
    assert load_model(source.name, weights=out.parent).compose([PLAN], candidates=2) is not None


def test_int8_takes_less_room_than_float32(source: Path, tmp_path: Path) -> None:
    from training.convert import convert

    sizes = []
    for kind in ("int8", "float32"):
        convert(source, tmp_path / kind, kind)
        sizes.append((tmp_path / kind / "model.bin").stat().st_size)
    assert sizes[0] < 0.5 * sizes[1]


def test_what_the_trainer_wrote_on_the_card_is_carried_over(tmp_path: Path) -> None:
    from training.convert import convert

    source = make_checkpoint(tmp_path / "source", "t5")
    written = replace(
        read_or_describe(source),
        name="Resume Summary T5",
        version="3",
        licence="MIT",
        prompt="slots",
        seed=5,
        training_data=("generated pairs",),
        attributions=(Attribution("O*NET", "CC BY 4.0"),),
        quality={"model_share": 0.9},
    )
    write_card(written, source)
    card = convert(source, tmp_path / "t5")
    known_better = ("parameters", "format", "quantisation", "files")
    assert replace(written, **{key: getattr(card, key) for key in known_better}) == card


def test_a_second_conversion_replaces_the_first_as_a_whole(tmp_path: Path) -> None:
    from training.convert import convert

    source = make_checkpoint(tmp_path / "source", "t5")
    convert(source, tmp_path / "t5", "float32")
    (tmp_path / "t5" / "left.over").write_text("")
    card = convert(source, tmp_path / "t5", "int8")
    assert {path.name for path in (tmp_path / "t5").iterdir()} == {*card.files, "card.toml"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["source", "t5"]


def test_the_same_checkpoint_converts_to_the_same_bytes(source: Path, tmp_path: Path) -> None:
    from training.convert import convert

    assert convert(source, tmp_path / "one").sha256 == convert(source, tmp_path / "two").sha256


def test_a_failed_conversion_leaves_the_installed_checkpoint_alone(tmp_path: Path) -> None:
    from training.convert import convert

    card = convert(make_checkpoint(tmp_path / "source", "t5"), tmp_path / "t5")
    with pytest.raises(ModelUnavailable, match="'bert' checkpoint"):
        convert(write_layout(tmp_path / "other", model_type="bert"), tmp_path / "t5")
    verify_files(tmp_path / "t5", card)


@pytest.mark.parametrize("scaled", [True, False], ids=["T5 of 2019 scales its output", "T5 1.1 does not"])
def test_a_converted_t5_gives_every_token_the_same_probability(tmp_path: Path, *, scaled: bool) -> None:
    import ctranslate2
    import torch
    from transformers import T5ForConditionalGeneration

    from training.convert import convert

    source = make_checkpoint(tmp_path / "source", "t5", tie_word_embeddings=scaled)
    convert(source, tmp_path / "t5", "float32")
    ids = [[5, 6, 7, 1], [8, 9, 10, 1]]
    read, wrote = ([WORDS[number - 5] for number in row[:3]] for row in ids)
    translator = ctranslate2.Translator(str(tmp_path / "t5"))
    scores = translator.score_batch([[*read, "</s>"]], [wrote])[0].log_probs
    with torch.inference_mode():
        model = T5ForConditionalGeneration.from_pretrained(source).eval()
        logits = model(torch.tensor(ids[:1]), labels=torch.tensor(ids[1:])).logits[0]
    expected = logits.log_softmax(-1)[range(4), ids[1]].tolist()
    assert model.config.scale_decoder_outputs is scaled
    assert scores == pytest.approx(expected, abs=1e-3)
