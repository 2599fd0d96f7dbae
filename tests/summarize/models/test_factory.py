import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from functions.common.errors import InvalidOption, ModelUnavailable
from functions.summarize.models.card import write_card
from functions.summarize.models.checkpoint import read_or_describe
from functions.summarize.models.factory import MODELS, load_model
from functions.summarize.sentences import CHOICES
from tests.builders.checkpoints import write_layout


def test_every_model_of_the_options_is_in_the_factory() -> None:
    assert tuple(MODELS) == CHOICES["model"]


def test_an_unknown_model_is_refused_with_the_known_ones() -> None:
    with pytest.raises(InvalidOption, match=r"^model is 'gpt4'; allowed: gpt2, t5, bart\.$"):
        load_model("gpt4")


def test_an_unknown_engine_is_refused_with_the_known_ones() -> None:
    with pytest.raises(InvalidOption, match=r"^engine is 'onnx'; allowed: ctranslate2, transformers\.$"):
        load_model("t5", engine="onnx")  # type: ignore[arg-type]


def test_a_model_that_is_not_installed_says_so(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match=r"^The checkpoint t5 is not installed\.$"):
        load_model("t5", weights=tmp_path)


def test_a_checkpoint_for_the_other_engine_is_refused(tmp_path: Path) -> None:
    write_layout(tmp_path / "t5", model_type="t5")
    with pytest.raises(ModelUnavailable) as refused:
        load_model("t5", weights=tmp_path)
    assert str(refused.value) == "t5 holds t5 for transformers; t5 for ctranslate2 was asked for."


def test_a_damaged_checkpoint_is_refused_before_it_is_loaded(tmp_path: Path) -> None:
    folder = write_layout(tmp_path / "t5", model_type="t5", eos_token="</s>")
    (folder / "model.bin").write_bytes(b"weights")
    write_card(replace(read_or_describe(folder), format="ctranslate2"), folder)
    (folder / "model.bin").write_bytes(b"weighty")
    with pytest.raises(ModelUnavailable, match=r"^t5/model\.bin does not match its checksum"):
        load_model("t5", weights=tmp_path)


def test_weights_that_the_engine_cannot_read_are_named(tmp_path: Path) -> None:
    folder = write_layout(tmp_path / "t5", model_type="t5", eos_token="</s>")
    (folder / "model.bin").write_bytes(b"weights")
    write_card(replace(read_or_describe(folder), format="ctranslate2"), folder)
    with pytest.raises(ModelUnavailable, match=r"^CTranslate2 cannot load t5: "):
        load_model("t5", weights=tmp_path)


def test_importing_the_factory_loads_no_model_library() -> None:
    code = (
        "import sys, functions.summarize.models.factory\n"
        "heavy = {'torch', 'transformers', 'ctranslate2', 'tokenizers', 'numpy'}\n"
        "print(heavy & set(sys.modules))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "set()\n"
