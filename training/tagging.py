"""Train networks that name the words of a sequence, and write their weights for `parsers/word_model.py`.

One thread and one seed: the same machine gives the same bytes.
"""

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy, dropout, one_hot
from torch.nn.utils.rnn import pad_sequence

from functions.summarize.parsers.word_features import Shown
from functions.summarize.parsers.word_model import LAYERS
from functions.summarize.parsers.word_pieces import WordPieces

Example = tuple[Sequence[Shown], Sequence[str]]
"""What each word of a sequence shows, and its label; "" where none is known."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The size of a network and how it is trained."""

    width: int = 128
    shows: int = 64
    epochs: int = 12
    batch: int = 16
    networks: int = 2
    """Trained from beginnings of their own and asked together."""


_RATE = 2e-3
_FEWEST = 4
"""What is shown less often teaches nothing."""
_UNTAUGHT, _PADDING = -1, -2
_NEVER = -1e4


@dataclass(frozen=True, slots=True)
class _Part:
    words: Tensor
    shows: list[list[int]]
    labels: Tensor


def train_networks(
    examples: Sequence[Example],
    pieces: WordPieces,
    path: Path,
    settings: Settings,
    unstated: frozenset[str] = frozenset(),
) -> list[nn.Module]:
    """Train, write the weights, and return the networks. A word without a label may have any of `unstated`."""
    torch.set_num_threads(1)
    counts = Counter(name for shown, _ in examples for one in shown for name in one.features)
    features = sorted(name for name, count in counts.items() if count >= _FEWEST)
    labels = sorted({tag for _, tags in examples for tag in tags if tag})
    open_ = torch.tensor([label in unstated for label in labels])
    parts = [part_of(shown, tags, features, labels, pieces) for shown, tags in examples]
    sizes = (3 * pieces.width, len(features), len(labels))
    trained = [_network(parts, sizes, open_, settings, seed) for seed in range(settings.networks)]
    _write(trained, labels, features, path)
    return trained


def _network(
    parts: Sequence[_Part], sizes: tuple[int, int, int], unstated: Tensor, settings: Settings, seed: int
) -> nn.Module:
    """One network from its own beginning: trained alike, two lie up to three points apart, and together above both."""
    torch.manual_seed(seed)
    order = random.Random(seed)
    model = _Model(*sizes, settings)
    optimizer = torch.optim.AdamW(model.parameters(), lr=_RATE, weight_decay=1e-2)
    for epoch in range(settings.epochs):
        for group in optimizer.param_groups:
            group["lr"] = _RATE * (1 - epoch / settings.epochs) + _RATE / 40
        for batch in _batches(parts, order, settings.batch):
            wanted = pad_sequence([part.labels for part in batch], batch_first=True, padding_value=_PADDING)
            scores = model(batch)
            loss = _unlikelihood(scores, wanted, model.transitions, unstated) + _each(scores, wanted)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 2.0)
            optimizer.step()
    return model


def part_of(
    shown: Sequence[Shown],
    tags: Sequence[str],
    features: Sequence[str],
    labels: Sequence[str],
    pieces: WordPieces,
) -> _Part:
    """A part as numbers: what the model learns from, or is asked about where there are no tags."""
    number_of = {name: number for number, name in enumerate(features)}
    unknown = np.zeros(3 * pieces.width, dtype=np.float32)
    words = np.stack([pieces.vectors_of(one.word) if one.word else unknown for one in shown])
    shows = [[number_of[name] for name in one.features if name in number_of] for one in shown]
    known = {name: number for number, name in enumerate(labels)}
    return _Part(torch.from_numpy(words), shows, torch.tensor([known.get(tag, _UNTAUGHT) for tag in tags]))


def _batches(parts: Sequence[_Part], order: random.Random, size: int) -> list[list[_Part]]:
    """Parts of like lengths together, in another order each time."""
    sorted_ = sorted(parts, key=lambda part: len(part.labels) + order.random() * 10)
    batches = [list(sorted_[at : at + size]) for at in range(0, len(sorted_), size)]
    order.shuffle(batches)
    return batches


def _unlikelihood(scores: Tensor, wanted: Tensor, transitions: Tensor, unstated: Tensor) -> Tensor:
    """How unlikely the wanted labels are together, a token: the loss of a conditional random field.

    Where a page does not say what a token is, any label will do that it leaves unstated.
    """
    untold = (wanted < 0)[..., None]
    kept = (one_hot(wanted.clamp(min=0), scores.shape[-1]).bool() & ~untold) | (untold & unstated)
    allowed = scores.masked_fill(~kept, _NEVER)
    tokens = wanted != _PADDING
    both = _weight_of_ways(torch.cat((scores, allowed)), tokens.repeat(2, 1), transitions)
    all_ways, allowed_ways = both.chunk(2)
    return (all_ways - allowed_ways).sum() / tokens.sum()


def _each(scores: Tensor, wanted: Tensor) -> Tensor:
    """How unlikely each wanted label is by itself: what stands in a line should not rest on its neighbours alone."""
    return cross_entropy(
        scores.flatten(0, 1),
        wanted.clamp(min=_UNTAUGHT).flatten(),
        ignore_index=_UNTAUGHT,
        label_smoothing=0.02,
    )


def _weight_of_ways(scores: Tensor, tokens: Tensor, transitions: Tensor) -> Tensor:
    """The logarithm of the summed weights of all sequences of labels, for each part."""
    ways = scores[:, 0]
    for step in range(1, scores.shape[1]):
        further = torch.logsumexp(ways[:, :, None] + transitions, 1) + scores[:, step]
        ways = torch.where(tokens[:, step, None], further, ways)
    return torch.logsumexp(ways, -1)


class _Model(nn.Module):  # type: ignore[misc]  # torch is not installed where types are checked
    def __init__(self, width: int, features: int, labels: int, settings: Settings) -> None:
        super().__init__()
        self.words = nn.Linear(width, settings.width)
        self.shows = nn.EmbeddingBag(features, settings.shows, mode="sum")
        sizes = [settings.width + settings.shows, 2 * settings.width]
        self.layers = nn.ModuleList(_BothWays(sizes[number], settings.width) for number in range(LAYERS))
        self.out = nn.Linear(2 * settings.width * LAYERS, labels)
        self.transitions = nn.Parameter(torch.zeros(labels, labels))

    def forward(self, batch: Sequence[_Part]) -> Tensor:
        lengths = torch.tensor([len(part.words) for part in batch])
        here = pad_sequence([self._inputs(part) for part in batch], batch_first=True)
        here = dropout(here, 0.3, self.training)
        turned = (lengths[:, None] - 1 - torch.arange(here.shape[1])).clamp(min=0)[..., None]
        found = []
        for number, layer in enumerate(self.layers):
            here = layer(dropout(here, 0.3, self.training) if number else here, turned)
            found.append(here)
        scores: Tensor = self.out(dropout(torch.cat(found, -1), 0.4, self.training))
        return scores

    def _inputs(self, part: _Part) -> Tensor:
        words = part.words
        if self.training:  # now and then a word is hidden: its place and its neighbours say what it is
            words = words * (torch.rand(len(words), 1) > 0.1)
        flat = torch.tensor([number for each in part.shows for number in each])
        begins = torch.tensor([0, *(len(each) for each in part.shows[:-1])]).cumsum(0)
        return torch.cat((self.words(words).relu(), self.shows(flat, begins)), -1)


class _BothWays(nn.Module):  # type: ignore[misc]  # torch is not installed where types are checked
    """A layer as two LSTMs, which learns in half the time of a bidirectional one over packed sequences."""

    def __init__(self, inputs: int, width: int) -> None:
        super().__init__()
        self.there = nn.LSTM(inputs, width, batch_first=True)
        self.back = nn.LSTM(inputs, width, batch_first=True)

    def forward(self, inputs: Tensor, turned: Tensor) -> Tensor:
        """`turned` (batch, tokens, 1): for each place the one that stands there when its part is read backwards."""
        behind = self.back(inputs.gather(1, turned.expand_as(inputs)))[0]
        return torch.cat((self.there(inputs)[0], behind.gather(1, turned.expand_as(behind))), -1)


def _write(networks: Sequence[nn.Module], labels: Sequence[str], features: Sequence[str], path: Path) -> None:
    stored: dict[str, np.ndarray] = {}
    states = [network.state_dict() for network in networks]
    for name in states[0]:
        if "bias_hh" not in name:
            other = name.replace("bias_ih", "bias_hh")
            both = [state[name] + state[other] if other != name else state[name] for state in states]
            stored[name.replace("bias_ih", "bias")] = torch.stack(both).numpy().astype(np.float16)
    texts = {"labels": labels, "features": features}
    stored |= {name: np.frombuffer("\n".join(each).encode(), dtype=np.uint8) for name, each in texts.items()}
    np.savez(path, **stored)  # type: ignore[arg-type]  # as if an array might be its `allow_pickle`
