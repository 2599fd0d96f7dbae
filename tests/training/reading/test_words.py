"""The training of the models that name words: what it learns from, and that NumPy computes what torch has learned."""

from pathlib import Path

import pytest

from functions.summarize.parsers.reader_model import load_reader
from functions.summarize.parsers.word_model import WordModel
from training.reading.pages import labelled_pages

pytestmark = pytest.mark.torch


def test_numpy_computes_what_torch_has_learned(tmp_path: Path) -> None:
    import torch

    from training.reading.words import EMPLOYING, examples_of, train_words
    from training.tagging import Settings, part_of

    pages = labelled_pages("heads")[:3]
    pieces = load_reader().pieces
    networks = train_words(pages, EMPLOYING, pieces, tmp_path / "jobs.npz", Settings(epochs=2))
    stored = WordModel(tmp_path / "jobs.npz", pieces)
    shown, _ = next(examples_of(pages[0], EMPLOYING))
    part = part_of(shown, [], stored.features, stored.labels, pieces)
    with torch.no_grad():
        said = [network.eval()([part])[0].numpy() for network in networks]
    assert len(said) > 1
    assert said[0] != pytest.approx(said[1], abs=1e-2)
    (found,) = stored.scores([shown])
    wanted = sum(said) / len(said)
    assert found == pytest.approx(wanted, abs=1e-2), "weights are stored with sixteen bits"
