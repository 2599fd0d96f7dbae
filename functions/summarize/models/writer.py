"""A model: a checkpoint, the engine that runs it and the prompts it was trained on."""

import logging
from collections.abc import Sequence
from typing import TYPE_CHECKING

from functions.summarize.models.architecture import Architecture
from functions.summarize.models.card import Card
from functions.summarize.models.checkpoint import SpecialTokens
from functions.summarize.models.contract import Engine
from functions.summarize.models.prompting import STYLES
from functions.summarize.prompts import Prompt
from functions.summarize.sentences import SentencePlan

if TYPE_CHECKING:
    from tokenizers import Tokenizer

_log = logging.getLogger(__name__)


class Writer:
    """Implements `Model`: all plans are one engine call; beam search as wide as the candidates asked for."""

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

    def write(self, plans: Sequence[SentencePlan], *, candidates: int) -> list[list[str]]:
        """See `Model.write`."""
        if not plans:
            return []
        prompts = [self._style.encode(plan, self.card.architecture) for plan in plans]
        outputs = self._engine.generate(
            [self._tokens(prompt) for prompt in prompts],
            max_tokens=self._style.max_tokens,
            beams=candidates,
            candidates=candidates,
        )
        return [self._sentences(prompt, output) for prompt, output in zip(prompts, outputs, strict=True)]

    def _tokens(self, prompt: Prompt) -> list[str]:
        before, after = self._architecture.document if self.card.prompt == "document" else ("", "")
        frame = self._architecture.frame([], self._special)
        # A decoder-only window holds the sentence as well.
        room = (
            self.card.window - len(frame) - (self._style.max_tokens if self._architecture.decoder_only else 0)
        )
        text, end = (self._pieces(part) for part in (before + prompt.text, after))
        if len(text) + len(end) > room:
            _log.warning("prompt truncated", extra={"tokens": len(text) + len(end), "window": room})
        return self._architecture.frame([*text[: room - len(end)], *end], self._special)

    def _pieces(self, text: str) -> list[str]:
        tokens: list[str] = self._tokenizer.encode(text, add_special_tokens=False).tokens
        return tokens

    def _sentences(self, prompt: Prompt, outputs: Sequence[Sequence[str]]) -> list[str]:
        """Different sentences, best first; what is unfinished or cannot be decoded is left out."""
        known = [tokens for tokens in outputs if self._special.unk not in tokens]
        decoded = [self._style.decode(self._text(tokens), prompt) for tokens in known]
        return list(dict.fromkeys(sentence for sentence in decoded if sentence is not None))

    def _text(self, tokens: Sequence[str]) -> str:
        """Slot tokens are special to the tokenizer and must stay, so the framing ones are dropped by name."""
        left = [token for token in tokens if token not in self._special.all()]
        ids = [self._tokenizer.token_to_id(token) for token in left]
        text: str = self._tokenizer.decode(
            [number for number in ids if number is not None], skip_special_tokens=False
        )
        return text
