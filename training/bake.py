"""A checkpoint from the Hugging Face hub, or a folder of the same layout, into the layout of the service.

    python -m training.bake bart --source facebook/bart-large-cnn --revision <40 hexadecimal digits>

The revision is a full commit hash, so that one command makes the same files for ever. Checkpoints from a hub
were not trained on this project's prompts: their card says `prompt = "document"`.
"""

import argparse
import re
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from huggingface_hub import ModelCard, snapshot_download
from huggingface_hub.errors import HfHubHTTPError, HFValidationError, LocalEntryNotFoundError

from functions.common.errors import InvalidOption, ModelUnavailable, ResumeSummaryError
from functions.summarize.models.card import Attribution, Card, write_card
from functions.summarize.models.checkpoint import read_or_describe
from functions.summarize.models.factory import MODELS, WEIGHTS, load_model
from functions.summarize.planning.records import ParagraphPlan, Piece, SentencePlan
from training.convert import convert, install

NEEDED = ["config.json", "tokenizer.json", "model*.safetensors", "model.safetensors.index.json", "README.md"]
_TEXT = "Nurse with ten years of experience in intensive care."
PROBE = ParagraphPlan(
    "implied", "medium", "summary", (SentencePlan("opening", (), (Piece(_TEXT),), _TEXT, ()),)
)


def bake(name: str, source: str, revision: str, weights: Path = WEIGHTS, quantization: str = "int8") -> Card:
    """Fetch, convert, card and check one checkpoint, and install it as `weights/name`.

    Args:
        name: gpt2, t5 or bart.
        source: a repository on the hub ("facebook/bart-large-cnn") or the path of a folder.
        revision: the full commit hash on the hub; for a folder any word that tells its versions apart.
        weights: the folder that holds one folder per model.
        quantization: see `training.convert.convert`.

    Raises:
        InvalidOption: an unknown model, or a revision that is not a full commit hash.
        ModelUnavailable: the source cannot be fetched, is of another architecture or does not load.
    """
    if name not in MODELS:
        raise InvalidOption.value("model", name, MODELS)
    with tempfile.TemporaryDirectory() as scratch:
        local = Path(source).is_dir()
        folder = Path(source) if local else download(source, revision, Path(scratch) / "source")
        found = read_or_describe(folder).architecture
        if found != name:
            raise ModelUnavailable(f"{source} is a {found} checkpoint, not {name}.")
        made = Path(scratch) / "weights" / name
        converted = convert(folder, made, quantization)
        card = describe(converted, folder, name, Path(source).name if local else source, revision)
        write_card(card, made)
        load_model(name, weights=made.parent).compose([PROBE], candidates=1)
        install(made, weights / name)
    return card


def download(source: str, revision: str, folder: Path) -> Path:
    """The files of one commit of a repository on the hub."""
    if not re.fullmatch(r"[0-9a-f]{40}", revision):
        raise InvalidOption(
            f"revision is {revision!r}; it must be a full commit hash of 40 hexadecimal digits."
        )
    try:
        snapshot_download(source, revision=revision, allow_patterns=NEEDED, local_dir=folder)
    except (HfHubHTTPError, HFValidationError, LocalEntryNotFoundError) as error:
        raise ModelUnavailable(f"{source} at {revision} cannot be fetched: {error}") from error
    return folder


def describe(card: Card, folder: Path, name: str, source: str, revision: str) -> Card:
    """The card of a baked checkpoint: licence and data as its own README states them."""
    readme = folder / "README.md"
    stated = ModelCard.load(readme).data if readme.is_file() else None
    licence = (stated.license if stated else None) or "unknown"
    data = (stated.datasets if stated else None) or ()
    return replace(
        card,
        id=name,
        name=source,
        version=revision[:12],
        licence=licence,
        prompt="document",
        source=source,
        revision=revision,
        training_data=(data,) if isinstance(data, str) else tuple(data),
        attributions=(Attribution(source, licence),),
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("model", choices=list(MODELS))
    parser.add_argument("--source", required=True, help="a repository on the hub or a folder")
    parser.add_argument("--revision", required=True, help="a full commit hash; any word for a folder")
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    parser.add_argument("--quantization", default="int8")
    given = parser.parse_args()
    try:
        card = bake(given.model, given.source, given.revision, given.weights, given.quantization)
    except ResumeSummaryError as error:
        sys.exit(f"bake: {error}")
    print(f"{card.id}: {card.name} {card.version}, {card.parameters:,} parameters, licence {card.licence}")


if __name__ == "__main__":
    main()
