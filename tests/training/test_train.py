"""The training program: batches, figures, and a run that goes on where it was cut off."""

from pathlib import Path
from typing import Any

import pytest

from functions.tracker.tracking import TrackingOff, choose_tracking
from training.corpus.pair import Pair
from training.curves import read_curve, table
from training.figures import is_finished, score

PROMPT = "[result] [implied] [then] [s1] <employer> [did] <a1!> <a2#>"


def test_figures_tell_exact_copies_from_finished_sentences() -> None:
    pair = Pair(PROMPT, "<a1.past> <a2#> at <employer> .")

    outputs = ["<a1.past> <a2#> at <employer> .", "at <employer> , <a1.past> <a2#> .", "<a1.past> .", ""]
    found = score([pair] * 4, outputs)

    assert found == {"exact_slots": 0.5, "finished": 0.75, "same": 0.25}


@pytest.mark.parametrize("output", ["<a1.past> <a2#>", "<a1.past> <b1> .", "<a1.past> and <a1.past> ."])
def test_what_cannot_be_decoded_is_not_finished(output: str) -> None:
    assert not is_finished(PROMPT, output)


def test_tracking_is_off_unless_asked_for() -> None:
    with choose_tracking(enabled=False, run="t5", settings={}) as tracking:
        tracking.figures(1, {"loss": 2.0})

    assert isinstance(tracking, TrackingOff)


def test_the_table_has_the_last_point_of_each_run(tmp_path: Path) -> None:
    point = '{"step": %d, "held_out_loss": %s, "exact_slots": 0.5, "finished": 0.75, "same": 0.25}'
    (tmp_path / "curve.jsonl").write_text(f"{point % (500, 0.25)}\n{point % (250, 1.5)}\n", encoding="utf-8")

    assert (
        table({"t5": read_curve(tmp_path)}).splitlines()[-1] == "| t5 | 500 | 0.250 | 0.500 | 0.750 | 0.250 |"
    )


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

    assert [point["step"] for point in read_curve(out)] == [2, 4]
    assert {path.name for path in best.iterdir()} >= {"config.json", "model.safetensors", "tokenizer.json"}


@pytest.mark.torch
def test_the_places_and_the_words_of_t5_are_learned_faster_than_the_rest() -> None:
    from training.architectures import build
    from training.train import Config, _groups

    rates = [(group["rate"], len(group["params"])) for group in _groups(build("t5"), Config("t5", rate=1.0))]

    assert sorted(rates) == [(1.0, 48), (10.0, 1), (30.0, 2)]
    assert [group["rate"] for group in _groups(build("bart"), Config("bart", rate=1.0))] == [1.0]
