"""From a trained checkpoint to one that is served: converted, measured on held-out pairs, and with its card.

    python -m training.ship --model t5 [--run runs/t5] [--out functions/summarize/weights/t5]

The figures of the card are those of the converted int8 weights, greedy, on pairs that were never trained on;
`same_as_float32` is the share of them that the conversion left word for word.
"""

import argparse
import json
import time
import tomllib
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Any, get_args

from transformers import AutoModelForCausalLM, AutoModelForSeq2SeqLM

from functions.summarize.models.card import Attribution, Card, write_card
from functions.summarize.models.checkpoint import read_tokenizer
from functions.summarize.models.contract import Engine
from functions.summarize.models.ctranslate2_engine import open_engine
from functions.summarize.models.factory import WEIGHTS
from functions.summarize.output.drafting import CANDIDATES
from functions.summarize.sentences import FIRST_MODEL
from training.architectures import FEEDS, WINDOW, Name, framed
from training.convert import convert
from training.figures import score
from training.paragraphs.generate import Generator
from training.paragraphs.pair import Pair
from training.tokens import SPECIAL, encode, vocabulary
from training.train import write_all

_NAMES = {"gpt2": "GPT-2", "bart": "BART", "t5": "T5"}
_WHY = " It is the default: of the three it tells most of the plans that were kept from it right, in the least time."
_LONGEST = 160
_HELD_OUT = 100


def ship(name: Name, run: Path, out: Path) -> Card:
    """Convert the best checkpoint of a run into `out` and write what was measured into its card."""
    checkpoint = run / "best"
    settings = json.loads((checkpoint / "training.json").read_text(encoding="utf-8"))
    write_card(_card(name, settings), checkpoint)
    card = convert(checkpoint, out)
    pairs = list(Generator(settings["seed"], held_out=True).pairs(_HELD_OUT))
    engine = open_engine(out, FEEDS[name], read_tokenizer(out), threads=1)
    written = _write(name, engine, [pair.prompt for pair in pairs])
    float32 = write_all(name, _load(name, checkpoint), [pair.prompt for pair in pairs])
    same = sum(ours == theirs for ours, theirs in zip(written, float32, strict=True)) / len(pairs)
    card = replace(
        card,
        quality={
            figure: round(value, 4)
            for figure, value in (score(pairs, written) | {"same_as_float32": same}).items()
        },
        speed={"paragraph_ms": _milliseconds(name, engine, pairs), "size_mb": _megabytes(out)},
    )
    write_card(card, out)
    return card


def _card(name: Name, settings: dict[str, Any]) -> Card:
    table = tomllib.loads(Path(__file__).with_name("attributions.toml").read_text(encoding="utf-8"))
    sources = tuple(Attribution(**source) for source in table["attributions"])
    return Card(
        id=name,
        name=f"Resume Summary {_NAMES[name]}",
        version="1.0.0",
        architecture=name,
        parameters=0,
        licence="MIT",
        prompt="slots",
        format="transformers",
        quantisation="float32",
        window=WINDOW,
        description=(
            f"A compact {_NAMES[name]} trained from scratch to write the paragraph of a resume summary. It arranges"
            " slots that stand for the facts, chooses the form in which each is told and the words that join them;"
            " names, figures and lines are filled in afterwards, so it can neither misspell nor invent them."
            f"{_WHY if name == FIRST_MODEL else ''}"
        ),
        source="training/ in this repository",
        revision=_revision(settings),
        seed=settings["seed"],
        training_data=_training_data(settings),
        attributions=sources,
    )


def _revision(settings: dict[str, Any]) -> str:
    before = " after a first stage" if settings.get("start") else ""
    steps = f"{settings['step']} steps of {settings['tokens']} tokens{before}"
    return f"{steps}, pairs {settings['drawn']}, transformers {version('transformers')}"


def _training_data(settings: dict[str, Any]) -> tuple[str, ...]:
    drawn = settings["pairs"] + settings["pairs"] // 4 + settings["pairs"] // 5
    return (
        f"{drawn:,} paragraphs drawn from the composed summaries of training/data/composed",
        "plans of this project's planner for the resumes of those summaries, told like them or by rule",
    )


def _load(name: Name, checkpoint: Path) -> Any:
    kind = AutoModelForCausalLM if name == "gpt2" else AutoModelForSeq2SeqLM
    return kind.from_pretrained(checkpoint).eval()


def _write(name: Name, engine: Engine, prompts: list[str]) -> list[str]:
    outputs = engine.generate(
        [_tokens(name, prompt) for prompt in prompts], max_tokens=_LONGEST, beams=1, candidates=1
    )
    return [" ".join(token for token in first if token not in SPECIAL) for first, *_ in outputs]


def _tokens(name: Name, prompt: str) -> list[str]:
    words = {number: token for token, number in vocabulary().items()}
    return [words[number] for number in framed(name, encode(prompt))]


def _milliseconds(name: Name, engine: Engine, pairs: list[Pair], rounds: int = 21) -> float:
    """The median time that one core works on a paragraph, as many drafts as serving asks for.

    The time of the processor, which other programs on the machine do not lengthen.
    """
    times = []
    for pair in pairs[:rounds]:
        began = time.process_time()
        engine.generate(
            [_tokens(name, pair.prompt)], max_tokens=_LONGEST, beams=CANDIDATES, candidates=CANDIDATES
        )
        times.append(time.process_time() - began)
    return round(median(times) * 1000, 1)


def _megabytes(folder: Path) -> float:
    return round(sum(path.stat().st_size for path in folder.iterdir()) / 1e6, 2)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--model", required=True, choices=get_args(Name))
    parser.add_argument("--run", type=Path, help="default: runs/MODEL")
    parser.add_argument("--out", type=Path, help="default: functions/summarize/weights/MODEL")
    chosen = parser.parse_args()
    card = ship(chosen.model, chosen.run or Path("runs") / chosen.model, chosen.out or WEIGHTS / chosen.model)
    print(json.dumps({"parameters": card.parameters, **card.quality, **card.speed}, indent=2))


if __name__ == "__main__":
    main()
