"""A model: a checkpoint, the engine that runs it and the prompts it was trained on."""

import logging
from collections.abc import Sequence
from typing import TYPE_CHECKING

from functions.summarize.models.architecture import Architecture
from functions.summarize.models.card import Card
from functions.summarize.models.checkpoint import SpecialTokens
from functions.summarize.models.contract import Engine
from functions.summarize.models.prompting import STYLES
from functions.summarize.planning.records import ParagraphPlan
from functions.summarize.prompts import Draft

if TYPE_CHECKING:
    from tokenizers import Tokenizer

_log = logging.getLogger(__name__)


class Writer:
    """Implements `Model`: a plan is one engine call; beam search as wide as the candidates asked for."""

    def __init__(
        self,
        *,
        card: Card,
        architecture: Architecture,
        engine: Engine,
        tokenizer: "Tokenizer",
        special: SpecialTokens,
    ) -> None:
        self.card = card
        self._architecture = architecture
        self._engine = engine
        self._tokenizer = tokenizer
        self._special = special
        self._style = STYLES[card.prompt]

    def compose(self, plans: Sequence[ParagraphPlan], *, candidates: int) -> list[list[Draft]]:
        """See `Model.compose`."""
        return [self._composed(plan, candidates) for plan in plans]

    def _composed(self, plan: ParagraphPlan, candidates: int) -> list[Draft]:
        prompt = self._style.prompt(plan)
        if not prompt.texts:
            return []
        outputs = self._engine.generate(
            [self._tokens(text) for text in prompt.texts],
            max_tokens=self._style.max_tokens,
            beams=candidates,
            candidates=candidates,
            forbidden=prompt.forbidden,
        )
        # Different drafts, best first: the n-th answers to all texts make the n-th draft.
        answers = ([self._text(tokens) for tokens in nth] for nth in zip(*outputs, strict=True))
        return list(dict.fromkeys(map(prompt.decode, answers)))

    def _tokens(self, prompt: str) -> list[str]:
        before, after = self._architecture.document if self.card.prompt == "document" else ("", "")
        frame = self._architecture.frame([], self._special)
        # A decoder-only window holds the answer as well.
        room = (
            self.card.window - len(frame) - (self._style.max_tokens if self._architecture.decoder_only else 0)
        )
        text, end = (self._pieces(part) for part in (before + prompt, after))
        if len(text) + len(end) > room:
            _log.warning("prompt truncated", extra={"tokens": len(text) + len(end), "window": room})
        return self._architecture.frame([*text[: room - len(end)], *end], self._special)

    def _pieces(self, text: str) -> list[str]:
        tokens: list[str] = self._tokenizer.encode(text, add_special_tokens=False).tokens
        return tokens

    def _text(self, tokens: Sequence[str]) -> str:
        """Slot tokens are special to the tokenizer and must stay, so the framing ones are dropped by name.

        What holds an unknown token says nothing.
        """
        if self._special.unk in tokens:
            return ""
        left = [token for token in tokens if token not in self._special.all()]
        ids = [self._tokenizer.token_to_id(token) for token in left]
        text: str = self._tokenizer.decode(
            [number for number in ids if number is not None], skip_special_tokens=False
        )
        return text
