import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from functions.common.errors import ModelUnavailable
from functions.summarize.models.card import Attribution, Card, read_card, write_card

CARD = Card(
    id="t5",
    name='Compact "T5" – Résumé 🙂\nsecond line \\ end',
    version="2026.11",
    architecture="t5",
    parameters=7_400_000,
    licence="MIT",
    prompt="slots",
    format="ctranslate2",
    quantisation="int8",
    window=512,
    seed=7,
    training_data=("generated pairs", "written pairs"),
    attributions=(
        Attribution(
            "O*NET 30.0", "CC BY 4.0", "by the U.S. Department of Labor", "https://www.onetcenter.org"
        ),
        Attribution("ESCO", "EU reuse"),
    ),
    quality={"model_share": 0.93, "exact copy": 1.0},
    speed={"p50_ms": 41.5},
    files={"model.bin": "ab" * 32, "config.json": "cd" * 32},
)


def test_a_card_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    write_card(CARD, tmp_path)
    assert read_card(tmp_path) == CARD


def test_the_smallest_card_has_empty_figures(tmp_path: Path) -> None:
    small = replace(CARD, training_data=(), attributions=(), quality={}, speed={}, files={})
    write_card(small, tmp_path)
    assert read_card(tmp_path) == small


def test_the_digest_of_a_checkpoint_changes_with_any_file_and_not_with_their_order() -> None:
    turned = replace(CARD, files={name: CARD.files[name] for name in reversed(list(CARD.files))})
    altered = replace(CARD, files={**CARD.files, "config.json": "ce" * 32})
    renamed = replace(CARD, files={"model.bin": "ab" * 32, "settings.json": "cd" * 32})
    assert turned.sha256 == CARD.sha256
    assert len({CARD.sha256, altered.sha256, renamed.sha256}) == 3


@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        ('licence = "MIT"\n', "", "t5/card.toml lacks: licence."),
        (
            'licence = "MIT"\n',
            'licence = "MIT"\nlicense = "MIT"\n',
            "t5/card.toml has unknown keys: license.",
        ),
        (
            'architecture = "t5"',
            'architecture = "bert"',
            "t5/card.toml: architecture is 'bert'; allowed: gpt2, t5, bart.",
        ),
        (
            'prompt = "slots"',
            'prompt = "chat"',
            "t5/card.toml: prompt is 'chat'; allowed: slots, facts, document.",
        ),
    ],
)
def test_a_wrong_card_is_refused_with_its_key(tmp_path: Path, before: str, after: str, problem: str) -> None:
    folder = tmp_path / "t5"
    folder.mkdir()
    write_card(CARD, folder)
    path = folder / "card.toml"
    path.write_text(path.read_text().replace(before, after))
    with pytest.raises(ModelUnavailable) as refused:
        read_card(folder)
    assert str(refused.value) == problem


def test_a_folder_without_a_card_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match=r"^t5 has no readable card\.toml\.$"):
        read_card(tmp_path / "t5")


def test_a_card_that_is_not_toml_is_named(tmp_path: Path) -> None:
    (tmp_path / "card.toml").write_text("id = = 3")
    with pytest.raises(ModelUnavailable, match=r"card\.toml is not valid TOML"):
        read_card(tmp_path)


def test_reading_cards_loads_no_model_library() -> None:
    code = (
        "import sys, functions.summarize.models.card\n"
        "heavy = {'torch', 'transformers', 'ctranslate2', 'tokenizers', 'numpy'}\n"
        "print(heavy & set(sys.modules))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "set()\n"
