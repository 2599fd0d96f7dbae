"""A checkpoint on disk: its files, their checksums, its tokenizer and its special tokens.

A CTranslate2 checkpoint is `model.bin`, `config.json`, a vocabulary, `tokenizer.json` and `card.toml`;
a Hugging Face one is `model.safetensors`, `config.json`, `tokenizer.json` and, unless it is served as found,
`card.toml`.
"""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from functions.common.errors import ModelUnavailable
from functions.summarize.models.card import CARD_FILE, CHOICES, Card, read_card

if TYPE_CHECKING:
    from tokenizers import Tokenizer

SEPARATOR = "<sep>"
"""Stands between prompt and sentence in decoder-only checkpoints trained here."""


@dataclass(frozen=True, slots=True)
class SpecialTokens:
    """The tokens that frame a text. Any may be missing in a checkpoint that does not use it."""

    bos: str | None
    eos: str | None
    pad: str | None
    unk: str | None
    start: str | None
    """The first token of a decoder that has an encoder."""
    separator: str | None

    def all(self) -> frozenset[str]:
        """Those that exist; none of them is ever part of a sentence."""
        tokens = (self.bos, self.eos, self.pad, self.unk, self.start, self.separator)
        return frozenset(token for token in tokens if token is not None)


def digest(path: Path) -> str:
    """The SHA-256 of a file in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def digests(folder: Path) -> dict[str, str]:
    """The SHA-256 of every file of a checkpoint, the card left out, by name."""
    files = sorted(path for path in folder.iterdir() if path.is_file() and path.name != CARD_FILE)
    return {path.name: digest(path) for path in files}


def verify_files(folder: Path, card: Card) -> None:
    """Check that every file of the card is there with its checksum.

    Raises:
        ModelUnavailable: a file is missing or altered, or the card lists none; the message names the file.
    """
    if not card.files:
        raise ModelUnavailable(f"The card of {folder.name} lists no files to check.")
    for name, expected in card.files.items():
        path = folder / name
        if path.parent != folder or not path.is_file():
            raise ModelUnavailable(f"{folder.name} lacks {name}; install the checkpoint again.")
        if digest(path) != expected:
            raise ModelUnavailable(f"{folder.name}/{name} does not match its checksum; install it again.")


def read_config(folder: Path) -> dict[str, object]:
    """The `config.json` of a checkpoint of either layout."""
    try:
        config: dict[str, object] = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelUnavailable(f"{folder.name} has no readable config.json.") from error
    return config


def read_tokenizer(folder: Path) -> "Tokenizer":
    """The tokenizer, without the padding and truncation it may have been saved with."""
    from tokenizers import Tokenizer

    path = folder / "tokenizer.json"
    if not path.is_file():
        raise ModelUnavailable(f"{folder.name} lacks tokenizer.json.")
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def token_name(tokenizer: "Tokenizer", number: int) -> str:
    """The token of an id; an embedding beyond the vocabulary, there for alignment, gets its own name."""
    name: str | None = tokenizer.id_to_token(number)
    return name if name is not None else f"<unused_{number}>"


def read_special_tokens(folder: Path, tokenizer: "Tokenizer") -> SpecialTokens:
    """The special tokens: CTranslate2 writes their names into `config.json`, Hugging Face their ids."""
    config = read_config(folder)

    def token(role: str) -> str | None:
        name = config.get(f"{role}_token", config.get(f"{role}_token_id"))
        name = name[0] if isinstance(name, list) else name
        return tokenizer.id_to_token(name) if isinstance(name, int) else name  # type: ignore[return-value]

    separator = SEPARATOR if tokenizer.token_to_id(SEPARATOR) is not None else None
    unknown = token("unk") or getattr(tokenizer.model, "unk_token", None)
    return SpecialTokens(token("bos"), token("eos"), token("pad"), unknown, token("decoder_start"), separator)


def read_or_describe(folder: Path) -> Card:
    """The card of a checkpoint, or, for a Hugging Face folder without one, what its files say of it.

    A described checkpoint takes documents: whoever trained one on the prompts of this project writes a card.
    """
    if not folder.is_dir():
        raise ModelUnavailable(f"The checkpoint {folder.name} is not installed.")
    if (folder / CARD_FILE).is_file():
        return read_card(folder)
    config = read_config(folder)
    architecture = str(config.get("model_type"))
    if architecture not in CHOICES["architecture"]:
        allowed = ", ".join(CHOICES["architecture"])
        raise ModelUnavailable(f"{folder.name} is a {architecture!r} checkpoint; allowed: {allowed}.")
    return Card(
        id=folder.name,
        name=folder.name,
        version="local",
        architecture=architecture,  # type: ignore[arg-type]
        parameters=0,
        licence="unknown",
        prompt="document",
        format="transformers",
        quantisation=str(config.get("dtype") or config.get("torch_dtype") or "float32"),
        window=window(config),
        files=digests(folder),
    )


def window(config: dict[str, object]) -> int:
    """The longest prompt in tokens that a Hugging Face configuration declares; T5 was trained with 512."""
    size = config.get("n_positions") or config.get("max_position_embeddings") or 512
    return int(str(size))
