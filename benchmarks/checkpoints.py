"""The checkpoint that the reference engine serves: the float32 one that `make train` leaves."""

from dataclasses import replace
from pathlib import Path
from shutil import copytree

from functions.summarize.models.card import CARD_FILE, read_card, write_card
from functions.summarize.models.checkpoint import read_or_describe
from functions.summarize.models.factory import WEIGHTS


def install(checkpoint: Path, folder: Path, name: str) -> None:
    """Copy a Hugging Face folder to where `transformers` serves it, with the prompts of the shipped `name`."""
    copytree(checkpoint, folder)
    (folder / CARD_FILE).unlink(missing_ok=True)
    write_card(replace(read_or_describe(folder), prompt=read_card(WEIGHTS / name).prompt), folder)
