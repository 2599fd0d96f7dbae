import os
import subprocess
import sys
from pathlib import Path

import pytest

from functions.common.errors import InvalidOption, ModelUnavailable
from functions.summarize.models.card import Attribution, Card, read_card
from functions.summarize.models.checkpoint import verify_files
from functions.summarize.models.factory import load_model
from tests.builders.checkpoints import make_checkpoint
from tests.builders.hub import serve_hub

pytestmark = pytest.mark.torch
REVISION = "0123456789abcdef0123456789abcdef01234567"
README = """---
license: apache-2.0
datasets:
- cnn_dailymail
---
# A summariser
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = make_checkpoint(tmp_path / "bart-tiny", "bart")
    (folder / "README.md").write_text(README)
    return folder


def test_a_baked_checkpoint_is_installed_carded_and_loads(source: Path, tmp_path: Path) -> None:
    from training.bake import bake

    weights = tmp_path / "weights"
    card = bake("bart", str(source), "first", weights)
    assert card == read_card(weights / "bart")
    assert card == Card(
        id="bart",
        name="bart-tiny",
        version="first",
        architecture="bart",
        parameters=card.parameters,
        licence="apache-2.0",
        prompt="document",
        format="ctranslate2",
        quantisation="int8",
        window=128,
        source="bart-tiny",
        revision="first",
        training_data=("cnn_dailymail",),
        attributions=(Attribution("bart-tiny", "apache-2.0"),),
        files=card.files,
    )
    verify_files(weights / "bart", card)
    assert load_model("bart", weights=weights).card == card


def run_bake(endpoint: str, revision: str, tmp_path: Path) -> subprocess.CompletedProcess[str]:
    """The command, against a hub at `endpoint`."""
    asked = ["bart", "--source", "acme/tiny", "--revision", revision, "--weights", str(tmp_path / "weights")]
    return subprocess.run(
        [sys.executable, "-m", "training.bake", *asked],
        env={**os.environ, "HF_ENDPOINT": endpoint, "HF_HOME": str(tmp_path / "hub")},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_command_fetches_one_commit_from_a_hub(source: Path, tmp_path: Path) -> None:
    (source / "pytorch_model.bin").write_bytes(b"never fetched")
    with serve_hub(source, "acme/tiny", REVISION) as endpoint:
        ran = run_bake(endpoint, REVISION, tmp_path)
    card = read_card(tmp_path / "weights" / "bart")
    assert ran.stdout == f"bart: acme/tiny 0123456789ab, {card.parameters:,} parameters, licence apache-2.0\n"
    assert (ran.returncode, card.source, card.revision) == (0, "acme/tiny", REVISION)


def test_the_command_says_in_a_sentence_that_a_commit_does_not_exist(source: Path, tmp_path: Path) -> None:
    with serve_hub(source, "acme/tiny", REVISION) as endpoint:
        ran = run_bake(endpoint, "f" * 40, tmp_path)
    assert ran.returncode == 1
    assert f"bake: acme/tiny at {'f' * 40} cannot be fetched: " in ran.stderr
    assert "Traceback" not in ran.stderr


def test_a_source_that_states_no_licence_has_an_unknown_one(source: Path, tmp_path: Path) -> None:
    from training.bake import bake

    (source / "README.md").unlink()
    card = bake("bart", str(source), "first", tmp_path / "weights")
    assert (card.licence, card.training_data) == ("unknown", ())


def test_a_checkpoint_of_another_architecture_is_refused_and_nothing_installed(
    source: Path, tmp_path: Path
) -> None:
    from training.bake import bake

    with pytest.raises(ModelUnavailable, match=r"bart-tiny is a bart checkpoint, not t5\.$"):
        bake("t5", str(source), "first", tmp_path / "weights")
    assert not (tmp_path / "weights").exists()


@pytest.mark.parametrize("revision", ["main", "v1.0", "", "3f4a", "Z" * 40])
def test_a_revision_that_can_move_is_refused_before_anything_is_fetched(
    revision: str, tmp_path: Path
) -> None:
    from training.bake import bake

    with pytest.raises(InvalidOption, match="must be a full commit hash"):
        bake("bart", "facebook/bart-large-cnn", revision, tmp_path)


def test_an_unknown_model_is_refused_with_the_known_ones(tmp_path: Path) -> None:
    from training.bake import bake

    with pytest.raises(InvalidOption, match="allowed: gpt2, t5, bart"):
        bake("pegasus", "google/pegasus-xsum", "0" * 40, tmp_path)
