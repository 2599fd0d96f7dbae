"""Train one of the three models from scratch on the generated corpus; run again, it goes on where it was.

    python -m training.train --model t5 [--steps N] [--out runs/t5] [--tracking]

Writes a Hugging Face checkpoint (`config.json`, `model.safetensors`, `tokenizer.json`) to OUT/best, the curve to
OUT/curve.jsonl and the state to go on from to OUT/state.pt. Same commit, same seed, same threads: same weights; the
card names the fingerprint of the pairs that a run saw, which `python -m training.paragraphs.curriculum` prints.
"""

import argparse
import json
import math
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from itertools import count, islice
from pathlib import Path
from typing import Any, get_args

import torch

from functions.tracker.tracking import Tracking, choose_tracking
from training.architectures import Name, batch_of, build, write_greedily
from training.batches import Ids, as_ids, epoch
from training.begin import begin_from
from training.figures import score
from training.paragraphs.curriculum import HELD_OUT, PAIRS, SEED, Curriculum, draw, read
from training.paragraphs.pair import Pair
from training.tokens import encode, save_tokenizer, vocabulary

RATES: dict[Name, float] = {"t5": 1.5e-3, "gpt2": 1e-3, "bart": 6e-4}
"""Learning rates: BART, normalised after its layers, stops listening to the plan at what the others take."""
_SINGLE, _DOUBLE = 0.15, 0.15
"""Of all steps, how many see single sentences, and how many two, before all see whole paragraphs."""


@dataclass(frozen=True)
class Config:
    """Everything that decides the weights, and where they go."""

    model: Name
    start: Path | None = None
    out: Path = field(default=Path("runs"))
    pairs_from: Path | None = None
    seed: int = SEED
    pairs: int = PAIRS
    held_out: int = HELD_OUT
    steps: int = 3_000
    tokens: int = 640
    rate: float | None = None
    warm_up: int = 60
    decay: float = 0.01
    threads: int = 1
    bf16: bool = False
    look_every: int = 500
    save_every: int = 100


class Run:
    """A model on its way: weights, optimiser, and the step it has reached."""

    def __init__(self, config: Config, fingerprint: str) -> None:
        torch.manual_seed(config.seed)
        self.config = config
        self.fingerprint = fingerprint
        self.model = build(config.model)
        if config.start is not None:
            begin_from(self.model, config.start)
        self.optimiser = torch.optim.AdamW(
            _groups(self.model, config), lr=_rate(config), weight_decay=config.decay, betas=(0.9, 0.98)
        )
        self.step = 0
        self.best = -1.0
        self._state = config.out / "state.pt"
        if self._state.is_file():
            self._resume()

    def _resume(self) -> None:
        state = torch.load(self._state, weights_only=True)
        self.model.load_state_dict(state["model"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.step, self.best = state["step"], state["best"]
        torch.set_rng_state(state["random"])

    def save(self) -> None:
        """Write the state to go on from; a kill while writing leaves the former one."""
        state = {
            "model": self.model.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "step": self.step,
            "best": self.best,
            "random": torch.get_rng_state(),
        }
        part = self._state.with_suffix(".part")
        torch.save(state, part)
        part.replace(self._state)

    def learn(self, batch: list[Ids]) -> float:
        """One step of the optimiser; the loss before it."""
        for group in self.optimiser.param_groups:
            group["lr"] = group["rate"] * _share(self.step, self.config)
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=self.config.bf16):
            loss = self.model(**batch_of(self.config.model, batch)).loss
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimiser.step()
        self.optimiser.zero_grad(set_to_none=True)
        self.step += 1
        return float(loss.detach())

    def keep_if_best(self, figure: float) -> None:
        """Write the checkpoint that serving can be made of, if no earlier one was better."""
        if figure < self.best:
            return
        self.best = figure
        folder = self.config.out / "best"
        self.model.save_pretrained(folder)
        save_tokenizer(folder)
        settings = {
            name: str(value) if isinstance(value, Path) else value
            for name, value in asdict(self.config).items()
        }
        (folder / "training.json").write_text(
            json.dumps(settings | {"step": self.step, "drawn": self.fingerprint}, indent=2), encoding="utf-8"
        )


def _groups(model: Any, config: Config) -> list[dict[str, Any]]:
    """The weights with their learning rates.

    T5 draws its embeddings with a deviation of 1, fifty times that of the others: at the common rate they hardly move.
    Its only sense of place is a table of biases, which must grow to several units before a head can look at the next
    token and nothing else; at the common rate that takes thousands of steps, and until then lines are not copied.
    """
    faster = {"shared": 10.0, "relative_attention_bias": 30.0} if config.model == "t5" else {}
    groups: dict[float, list[Any]] = {}
    for name, weight in model.named_parameters():
        factor = next((value for part, value in faster.items() if part in name), 1.0)
        groups.setdefault(factor, []).append(weight)
    return [{"params": weights, "rate": factor * _rate(config)} for factor, weights in groups.items()]


def _rate(config: Config) -> float:
    return RATES[config.model] if config.rate is None else config.rate


def _share(step: int, config: Config) -> float:
    """Of the full learning rate: up over the warm-up, then down along a cosine to a twentieth."""
    if step < config.warm_up:
        return (step + 1) / config.warm_up
    progress = (step - config.warm_up) / max(1, config.steps - config.warm_up)
    return 0.05 + 0.95 * 0.5 * (1 + math.cos(math.pi * min(1.0, progress)))


def train(config: Config, tracking: Tracking) -> Path:
    """Train up to `config.steps`; the folder of the best checkpoint."""
    torch.set_num_threads(config.threads)
    config.out.mkdir(parents=True, exist_ok=True)
    curriculum = (
        read(config.pairs_from) if config.pairs_from else draw(config.seed, config.pairs, config.held_out)
    )
    run = Run(config, curriculum.fingerprint)
    began, losses = time.monotonic(), []
    for batch in islice(_batches(config, curriculum), run.step, config.steps):
        losses.append(run.learn(batch))
        if run.step % config.look_every == 0 or run.step == config.steps:
            figures = look(run, curriculum.held_out) | {"loss": sum(losses) / len(losses)}
            _note(config, run.step, figures | {"seconds": time.monotonic() - began}, tracking)
            run.keep_if_best(figures["sentences"])
            losses.clear()
        if run.step % config.save_every == 0:
            run.save()
    return config.out / "best"


def _batches(config: Config, curriculum: Curriculum) -> Iterator[list[Ids]]:
    """Single sentences first, then two, then paragraphs: copying a slot is learned on the short ones."""
    for share, pairs in ((_SINGLE, curriculum.single), (_DOUBLE, curriculum.double)):
        yield from islice(_rounds(as_ids(pairs), config), int(config.steps * share))
    yield from _rounds(as_ids(curriculum.whole), config)


def _rounds(rows: list[Ids], config: Config) -> Iterator[list[Ids]]:
    for number in count():
        yield from epoch(rows, config.tokens, config.seed, number)


def look(run: Run, held_out: Sequence[Pair]) -> dict[str, float]:
    """How the model does on held-out pairs: loss, and what its greedy sentences hold."""
    run.model.eval()
    sentences = write_all(run.config.model, run.model, [pair.prompt for pair in held_out])
    with torch.no_grad():
        losses = [
            float(run.model(**batch_of(run.config.model, chunk)).loss) for chunk in _chunks(as_ids(held_out))
        ]
    run.model.train()
    return score(held_out, sentences) | {"held_out_loss": sum(losses) / len(losses)}


def write_all(name: Name, model: Any, prompts: list[str]) -> list[str]:
    """The greedy output of a model for every prompt, as text of tokens."""
    words = {number: token for token, number in vocabulary().items()}
    order = sorted(range(len(prompts)), key=lambda at: len(prompts[at].split()))
    outputs: dict[int, str] = {}
    for start in range(0, len(order), 64):
        chosen = order[start : start + 64]
        written = write_greedily(name, model, [encode(prompts[at]) for at in chosen])
        outputs |= {
            at: " ".join(words[number] for number in row) for at, row in zip(chosen, written, strict=True)
        }
    return [outputs[at] for at in range(len(prompts))]


def _chunks(rows: list[Ids], size: int = 64) -> Iterator[list[Ids]]:
    for start in range(0, len(rows), size):
        yield rows[start : start + size]


def _note(config: Config, step: int, figures: dict[str, float], tracking: Tracking) -> None:
    rounded = {name: round(value, 4) for name, value in figures.items()}
    print(json.dumps({"step": step} | rounded), flush=True)
    with (config.out / "curve.jsonl").open("a", encoding="utf-8") as curve:
        curve.write(json.dumps({"step": step} | rounded) + "\n")
    tracking.figures(step, figures)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--model", required=True, choices=get_args(Name))
    parser.add_argument(
        "--start", type=Path, help="checkpoint of an earlier run to begin with, not random weights"
    )
    parser.add_argument(
        "--pairs-from", type=Path, help="pairs that were drawn before (training.paragraphs.curriculum)"
    )
    parser.add_argument("--out", type=Path, help="default: runs/MODEL")
    parser.add_argument("--tracking", action="store_true", help="send the figures to ClearML")
    for name, kind in (
        ("seed", int),
        ("steps", int),
        ("pairs", int),
        ("tokens", int),
        ("threads", int),
        ("rate", float),
    ):
        parser.add_argument(f"--{name.replace('_', '-')}", type=kind, default=getattr(Config, name))
    chosen = vars(parser.parse_args())
    enabled = chosen.pop("tracking")
    config = Config(**chosen | {"out": chosen["out"] or Path("runs") / chosen["model"]})
    with choose_tracking(enabled=enabled, run=config.model, settings=asdict(config)) as tracking:
        print(train(config, tracking))


if __name__ == "__main__":
    main()
