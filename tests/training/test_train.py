"""The training program: batches, figures, and a run that goes on where it was cut off."""

from pathlib import Path
from typing import Any

import pytest

from functions.tracker.tracking import TrackingOff, choose_tracking
from training.curves import read_curve, table
from training.figures import score
from training.paragraphs.curriculum import draw, read, write
from training.paragraphs.pair import Pair

PROMPT = "[implied] [medium] [opening] <title1> ! :s +person <years1> ! :s +phrase [close] <degree1> ! :s +noun-phrase"
TARGET = "[opening] <title1> .person with <years1> .phrase . [close] holds <degree1> .noun-phrase ."


def test_figures_tell_what_can_be_used_of_a_paragraph() -> None:
    pair = Pair(PROMPT, TARGET, "composed")
    half = "[opening] <title1> .person with <years1> .phrase . [close] holds ."
    other = "[opening] <title1> .person after <years1> .phrase . [close] with <degree1> .noun-phrase ."

    found = score([pair] * 4, [TARGET, other, half, ""])

    assert found == {"sentences": 5 / 8, "whole": 0.5, "same": 0.25}


def test_tracking_is_off_unless_asked_for() -> None:
    with choose_tracking(enabled=False, run="t5", settings={}) as tracking:
        tracking.figures(1, {"loss": 2.0})

    assert isinstance(tracking, TrackingOff)


def test_the_table_has_the_last_point_of_each_run(tmp_path: Path) -> None:
    point = '{"step": %d, "held_out_loss": %s, "sentences": 0.75, "whole": 0.5, "same": 0.25}'
    (tmp_path / "curve.jsonl").write_text(f"{point % (500, 0.25)}\n{point % (250, 1.5)}\n", encoding="utf-8")

    rows = [line for line in table({"t5": read_curve(tmp_path / "curve.jsonl")}).splitlines() if "t5" in line]
    assert rows == ["| t5 | 500 | 0.250 | 0.750 | 0.500 | 0.250 |"]


def test_a_curriculum_holds_only_sentences_that_serving_accepts_and_is_drawn_alike(tmp_path: Path) -> None:
    drawn = draw(seed=3, pairs=24, held_out=6)
    write(drawn, tmp_path / "pairs.jsonl.gz")

    assert read(tmp_path / "pairs.jsonl.gz") == drawn
    assert read(tmp_path / "pairs.jsonl.gz").fingerprint == drawn.fingerprint
    for stage in (drawn.single, drawn.double, drawn.whole, drawn.held_out):
        assert score(stage, [pair.target for pair in stage])["sentences"] == 1.0
    assert all(pair.target.count("[") == 1 for pair in drawn.single)


@pytest.mark.torch
@pytest.mark.parametrize("name", ["t5", "bart", "gpt2"])
def test_a_run_goes_on_where_it_was_cut_off(name: Any, tmp_path: Path) -> None:
    from training.train import Config, train

    out = tmp_path / name
    for steps in (2, 4, 4):
        best = train(
            Config(name, out=out, pairs=60, held_out=4, steps=steps, look_every=2, save_every=2),
            TrackingOff(),
        )

    assert [point["step"] for point in read_curve(out / "curve.jsonl")] == [2, 4]
    assert {path.name for path in best.iterdir()} >= {"config.json", "model.safetensors", "tokenizer.json"}


@pytest.mark.torch
def test_the_places_and_the_words_of_t5_are_learned_faster_than_the_rest() -> None:
    from training.architectures import build
    from training.train import Config, _groups

    rates = [(group["rate"], len(group["params"])) for group in _groups(build("t5"), Config("t5", rate=1.0))]

    assert sorted(rates) == [(1.0, 48), (10.0, 1), (30.0, 2)]
    assert [group["rate"] for group in _groups(build("bart"), Config("bart"))] == [6e-4]
