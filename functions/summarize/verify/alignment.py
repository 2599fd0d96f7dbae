"""Which statement carries each word of a sentence: the fewest changes from one statement to another.

A dynamic programme over the content words in order (Viterbi). A word stays with the statement of the word before it
where that holds it; changing costs one, and more where nothing joins the two sides ("led" of one line, "40" of
another). Linear in the words times the statements that hold them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from functions.summarize.language.function_words import FunctionWords
from functions.summarize.language.words import fold
from functions.summarize.verify.index import Index, Indexed
from functions.summarize.verify.light import light_words
from functions.summarize.verify.tokens import Token, tokens_of

_NAME_WORD = re.compile(r"[\w+#]+(?:['’.&-][\w+#]+)*|&")
_JOINTS = frozenset(
    ", ; : – — with where while plus including includes include also earlier previously formerly before then and as now"
    " currently recently who whose or but both".split()
)
_CAUSES = frozenset(
    "by through via thanks because after so thereby enabling allowing causing which that".split()
)
_FRAMING = frozenset("on for across in at over with to the a an its".split())
_CHANGE, _UNJOINED = 1.0, 2.5


@dataclass(frozen=True, slots=True)
class Run:
    """Words side by side that one statement carries; `options` are all statements that carry every one of them."""

    tokens: tuple[Token, ...]
    first: int
    last: int
    options: frozenset[int]
    chosen: int

    @property
    def start(self) -> int:
        return self.tokens[0].start

    @property
    def end(self) -> int:
        return self.tokens[-1].end


@dataclass(frozen=True, slots=True)
class Alignment:
    """A sentence's tokens, its runs in order, and the content words that no statement holds."""

    text: str
    tokens: tuple[Token, ...]
    runs: tuple[Run, ...]
    unknown: tuple[Token, ...]
    light: frozenset[int] = frozenset()

    def is_framed(self, run: Run, between: Sequence[Token]) -> bool:
        """Whether a verb of the sentence's own leads the run, and a mere preposition what follows it.

        "Leads a team of 12 for three plants": neither line has the verb, so that no line lends it to another.
        """
        ahead = reversed(range(run.first))
        leading = next((at for at in ahead if at in self.light or self.tokens[at].is_content), None)
        small = {token.word for token in between}
        return leading in self.light and bool(small) and small <= _FRAMING

    def between(self, left: Run, right: Run) -> tuple[Token, ...]:
        """The tokens between two runs."""
        return self.tokens[left.last + 1 : right.first]

    def words_between(self, left: Run, right: Run) -> tuple[str, ...]:
        """The small words and marks between two runs, as `Token.word`."""
        return tuple(token.word for token in self.between(left, right))


def align(sentence: str, index: Index, skipped: Sequence[tuple[int, int]] = ()) -> Alignment:
    """The alignment of a sentence. Tokens within `skipped` places of the text were checked otherwise."""
    sentence = index.function_words.parted(sentence)
    tokens = tokens_of(sentence, index.function_words)
    named = _named(tokens, index)
    years = _years(index.function_words).search(sentence) is not None
    found = [
        (at, named.get(at) or index.holding(token, years=years))
        for at, token in enumerate(tokens)
        if (at in named or token.is_content) and not any(start <= token.start < end for start, end in skipped)
    ]
    light = light_words(tokens, found, index)
    held = [(at, options) for at, options in found if options and at not in light]
    unknown = [tokens[at] for at, options in found if not options and at not in light]
    return Alignment(sentence, tokens, tuple(_runs(tokens, held, index)), tuple(unknown), light)


@cache
def _years(function_words: FunctionWords) -> re.Pattern[str]:
    return re.compile(function_words.any_of("years"))


def _named(tokens: tuple[Token, ...], index: Index) -> dict[int, frozenset[int]]:
    """Tokens that are part of a complete name, with the statements that hold the whole name."""
    words: list[str] = []
    owner: list[int] = []
    for at, token in enumerate(tokens):
        for word in _NAME_WORD.findall(fold(token.text)):
            if word != "&":
                words.append(word.removesuffix("'s"))
                owner.append(at)
    found: dict[int, frozenset[int]] = {}
    for start, length, options in index.names_in(tuple(words)):
        if length == 1 and tokens[owner[start]].free:
            continue
        found |= {owner[at]: options for at in range(start, start + length)}
    return found


def _runs(tokens: tuple[Token, ...], held: list[tuple[int, frozenset[int]]], index: Index) -> list[Run]:
    path = _cheapest(tokens, held, index)
    runs: list[Run] = []
    begin = 0
    for at in range(1, len(held) + 1):
        if at < len(held) and path[at] == path[begin]:
            continue
        options = frozenset.intersection(*(options for _, options in held[begin:at]))
        first, last = held[begin][0], held[at - 1][0]
        told = tuple(tokens[place] for place, _ in held[begin:at])
        runs.append(Run(told, first, last, options, path[begin]))
        begin = at
    return runs


def _cheapest(tokens: tuple[Token, ...], held: list[tuple[int, frozenset[int]]], index: Index) -> list[int]:
    """The statement of each held token on the cheapest path."""
    if not held:
        return []
    costs: dict[int, float] = {at: _taste(index.all[at]) for at in held[0][1]}
    back: list[dict[int, int]] = [{}]
    for (before, _), (place, options) in pairwise(held):
        best = min(costs, key=lambda at: (costs[at], at))
        change = costs[best] + (_CHANGE if is_joint(tokens[before + 1 : place]) else _UNJOINED)
        stay = {at: costs[at] for at in options if at in costs}
        costs_now, steps = {}, {}
        for at in options:
            kept = stay.get(at)
            keeps = kept is not None and kept <= change
            costs_now[at] = (kept if keeps and kept is not None else change) + _taste(index.all[at])
            steps[at] = at if keeps else best
        costs = costs_now
        back.append(steps)
    last = min(costs, key=lambda at: (costs[at], at))
    path = [last]
    for steps in reversed(back[1:]):
        path.append(steps[path[-1]])
    return path[::-1]


def _taste(indexed: Indexed) -> float:
    """Names before lines, the resume's lines before its own summary, where both would do."""
    return {"profile": 0.03, "line": 0.01}.get(indexed.statement.field, 0.0)


def is_joint(between: Sequence[Token]) -> bool:
    """Whether what stands between two words may join things that the resume does not: a comma, "and", no cause."""
    words = [token.word for token in between]
    return any(word in _JOINTS for word in words) and not any(word in _CAUSES for word in words)
