from dataclasses import replace
from pathlib import Path

import pytest

from functions.common.errors import ModelUnavailable
from functions.summarize.models.card import Card
from functions.summarize.models.checkpoint import (
    SpecialTokens,
    digests,
    read_or_describe,
    read_special_tokens,
    read_tokenizer,
    token_name,
    verify_files,
)
from tests.builders.checkpoints import WORDS, tiny_tokenizer, write_layout

HUGGING_FACE = {"model_type": "t5", "pad_token_id": 0, "eos_token_id": 1, "decoder_start_token_id": 0}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_layout(tmp_path / "t5", **HUGGING_FACE)


@pytest.fixture
def card(folder: Path) -> Card:
    return read_or_describe(folder)


def test_untouched_files_pass_the_check(folder: Path, card: Card) -> None:
    verify_files(folder, card)


def test_one_altered_byte_is_found_and_the_file_named(folder: Path, card: Card) -> None:
    path = folder / "tokenizer.json"
    path.write_bytes(path.read_bytes().replace(b"word7", b"word8", 1))
    with pytest.raises(ModelUnavailable) as refused:
        verify_files(folder, card)
    assert str(refused.value) == "t5/tokenizer.json does not match its checksum; install it again."


def test_a_missing_file_is_named(folder: Path, card: Card) -> None:
    (folder / "config.json").unlink()
    with pytest.raises(ModelUnavailable, match=r"^t5 lacks config\.json; install the checkpoint again\.$"):
        verify_files(folder, card)


def test_a_card_cannot_name_a_file_outside_its_folder(folder: Path, card: Card) -> None:
    (folder.parent / "other").write_text("")
    with pytest.raises(ModelUnavailable, match=r"^t5 lacks \.\./other"):
        verify_files(folder, replace(card, files={"../other": "00"}))


def test_a_card_without_checksums_proves_nothing(folder: Path, card: Card) -> None:
    with pytest.raises(ModelUnavailable, match="lists no files"):
        verify_files(folder, replace(card, files={}))


def test_a_hugging_face_folder_without_a_card_is_described_from_its_files(folder: Path) -> None:
    assert read_or_describe(folder) == Card(
        id="t5",
        name="t5",
        version="local",
        architecture="t5",
        parameters=0,
        licence="unknown",
        prompt="document",
        format="transformers",
        quantisation="float32",
        window=512,
        files=digests(folder),
    )


def test_an_architecture_that_is_not_served_is_named_with_those_that_are(tmp_path: Path) -> None:
    folder = write_layout(tmp_path / "mine", model_type="bert")
    with pytest.raises(ModelUnavailable, match=r"^mine is a 'bert' checkpoint; allowed: gpt2, t5, bart\.$"):
        read_or_describe(folder)


def test_a_folder_that_is_not_there_is_not_installed(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match=r"^The checkpoint bart is not installed\.$"):
        read_or_describe(tmp_path / "bart")


def test_a_folder_without_tokenizer_is_refused(folder: Path) -> None:
    (folder / "tokenizer.json").unlink()
    with pytest.raises(ModelUnavailable, match=r"^t5 lacks tokenizer\.json\.$"):
        read_tokenizer(folder)


def test_a_tokenizer_saved_with_padding_and_truncation_does_neither(folder: Path) -> None:
    saved = tiny_tokenizer()
    saved.enable_padding(length=8)
    saved.enable_truncation(2)
    saved.save(str(folder / "tokenizer.json"))
    assert read_tokenizer(folder).encode(" ".join(WORDS[:3])).tokens == list(WORDS[:3])


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        (HUGGING_FACE, SpecialTokens(None, "</s>", "<pad>", "<unk>", "<pad>", "<sep>")),
        ({"eos_token_id": [1, 2]}, SpecialTokens(None, "</s>", None, "<unk>", None, "<sep>")),
        (
            {"bos_token": "<s>", "eos_token": "</s>", "unk_token": "<unk>", "decoder_start_token": "</s>"},
            SpecialTokens("<s>", "</s>", None, "<unk>", "</s>", "<sep>"),
        ),
    ],
    ids=["hugging face", "several end tokens", "ctranslate2"],
)
def test_special_tokens_are_read_from_either_layout(
    tmp_path: Path, config: dict[str, object], expected: SpecialTokens
) -> None:
    folder = write_layout(tmp_path, **config)
    assert read_special_tokens(folder, tiny_tokenizer()) == expected


def test_an_embedding_without_a_token_gets_a_name_of_its_own() -> None:
    assert [token_name(tiny_tokenizer(), number) for number in (0, 59, 60)] == [
        "<pad>",
        "word54",
        "<unused_60>",
    ]
