"""Fine-tune a checkpoint of the hub's layout on the composed summaries: tagged facts in, a sentence out.

    python -m training.finetune t5 --source google/flan-t5-small --revision <40 hexadecimal digits> [--steps 600]

Unlike the models trained from scratch, such a checkpoint brings its own vocabulary and sees the words of the facts, so
it learns from the sentences themselves. The result in OUT/best is a checkpoint with a card (`prompt = "facts"`);
`python -m training.convert OUT/best functions/summarize/weights/MODEL` installs it.
"""

import argparse
import random
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, get_args

import torch
from tokenizers import Tokenizer
from transformers import AutoModelForCausalLM, AutoModelForSeq2SeqLM

from functions.common.errors import ModelUnavailable, ResumeSummaryError
from functions.summarize.models.card import write_card
from functions.summarize.models.checkpoint import read_or_describe, read_special_tokens, read_tokenizer
from functions.summarize.models.prompting import facts_prompt
from training.architectures import FEEDS, IGNORED, Name
from training.bake import describe, download
from training.composed import records
from training.paragraphs.cutting import templates_of

_BATCH = 8


@dataclass(frozen=True, slots=True)
class Example:
    """One pair as ids: what the encoder reads, or what a decoder goes on from, and the sentence."""

    prompt: list[int]
    target: list[int]


def finetune(
    name: Name, source: Path, out: Path, *, steps: int = 600, rate: float = 1e-4, seed: int = 20
) -> Path:
    """Train on every composed sentence that is not kept out, in batches of eight; the folder of the checkpoint.

    Raises:
        ModelUnavailable: the source is of another architecture, or names no end token.
    """
    card = read_or_describe(source)
    if card.architecture != name:
        raise ModelUnavailable(f"{source.name} is a {card.architecture} checkpoint, not {name}.")
    torch.manual_seed(seed)
    tokenizer = read_tokenizer(source)
    kind = AutoModelForCausalLM if name == "gpt2" else AutoModelForSeq2SeqLM
    model = kind.from_pretrained(source, local_files_only=True).train()
    optimiser = torch.optim.AdamW(model.parameters(), lr=rate)
    for step, batch in enumerate(_lessons(name, list(_examples(name, source, tokenizer)), steps, seed)):
        loss = model(**batch).loss
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        optimiser.zero_grad(set_to_none=True)
        if step % 50 == 0:
            print(f"step {step}: loss {float(loss.detach()):.3f}", flush=True)
    best = out / "best"
    model.save_pretrained(best)
    tokenizer.save(str(best / "tokenizer.json"))
    return best


def _examples(name: Name, source: Path, tokenizer: Tokenizer) -> Iterator[Example]:
    special = read_special_tokens(source, tokenizer)
    if special.eos is None:
        raise ModelUnavailable(f"{source.name}/config.json names no end token.")
    frame = FEEDS[name].frame
    for prompt, target in _texts():
        asked = frame(tokenizer.encode(prompt, add_special_tokens=False).tokens, special)
        told = [*tokenizer.encode(target, add_special_tokens=False).tokens, special.eos]
        known = tokenizer.get_vocab()
        yield Example([known[token] for token in asked], [known[token] for token in told])


def _texts() -> Iterator[tuple[str, str]]:
    """Composed sentences as they are served: facts on one line, and the sentence that a writer made of them."""
    for record in records():
        sentences = zip(templates_of(record), record.texts["close"], strict=True)
        for template, told in () if record.kept_out else sentences:
            if template is not None:
                facts = (f"{cut.kind}: {cut.text}" for cut in template.cuts)
                yield facts_prompt(template.part, "implied", facts), told.text


def _lessons(
    name: Name, examples: Sequence[Example], steps: int, seed: int
) -> Iterator[dict[str, torch.Tensor]]:
    rng = random.Random(seed)
    for _ in range(steps):
        yield _batch(rng.choices(examples, k=_BATCH), decoder_only=name == "gpt2")


def _batch(examples: Sequence[Example], *, decoder_only: bool) -> dict[str, torch.Tensor]:
    if decoder_only:
        inputs = [[*each.prompt, *each.target] for each in examples]
        labels = [[*[IGNORED] * len(each.prompt), *each.target] for each in examples]
    else:
        inputs, labels = [each.prompt for each in examples], [each.target for each in examples]
    mask = [[1] * len(row) for row in inputs]
    return {
        "input_ids": _padded(inputs, 0),
        "attention_mask": _padded(mask, 0),
        "labels": _padded(labels, IGNORED),
    }


def _padded(rows: Sequence[Sequence[int]], filler: int) -> torch.Tensor:
    width = max(map(len, rows))
    return torch.tensor([[*row, *[filler] * (width - len(row))] for row in rows])


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("model", choices=get_args(Name))
    parser.add_argument("--source", required=True, help="a repository on the hub or a folder")
    parser.add_argument("--revision", required=True, help="a full commit hash; any word for a folder")
    parser.add_argument("--out", type=Path, help="default: runs/MODEL-tuned")
    parser.add_argument("--steps", type=int, default=600)
    parser.add_argument("--rate", type=float, default=1e-4)
    given = parser.parse_args()
    try:
        print(_fetch_and_tune(given))
    except ResumeSummaryError as error:
        sys.exit(f"finetune: {error}")


def _fetch_and_tune(given: Any) -> Path:
    local = Path(given.source).is_dir()
    with tempfile.TemporaryDirectory() as scratch:
        folder = (
            Path(given.source) if local else download(given.source, given.revision, Path(scratch) / "source")
        )
        out = given.out or Path("runs") / f"{given.model}-tuned"
        best = finetune(given.model, folder, out, steps=given.steps, rate=given.rate)
        source = Path(given.source).name if local else given.source
        card = describe(read_or_describe(folder), folder, given.model, source, given.revision)
        data = (*card.training_data, "composed summaries of training/data/composed")
        write_card(replace(card, prompt="facts", training_data=data, files={}), best)
    return best


if __name__ == "__main__":
    main()
