"""The one tokenizer of all three models: a closed vocabulary of slots, forms and the words that join them."""

from functools import cache
from pathlib import Path

from tokenizers import Tokenizer, models, pre_tokenizers

from functions.summarize.prompts.alphabet import all_tokens

PAD, END, START, UNKNOWN, SEPARATOR = "<pad>", "</s>", "<s>", "<unk>", "<sep>"
SPECIAL = (PAD, END, START, UNKNOWN, SEPARATOR)


@cache
def vocabulary() -> dict[str, int]:
    """Token to id: special tokens, then those of prompts and outputs in their fixed order."""
    return {token: number for number, token in enumerate((*SPECIAL, *all_tokens()))}


def build_tokenizer() -> Tokenizer:
    """Words divided by spaces; what is not in the vocabulary is unknown, and no sentence with it is ever shown."""
    tokenizer = Tokenizer(models.WordLevel(vocab=vocabulary(), unk_token=UNKNOWN))
    tokenizer.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    tokenizer.add_special_tokens(list(SPECIAL))
    return tokenizer


def save_tokenizer(folder: Path) -> None:
    """Write `tokenizer.json`, the only tokenizer file that serving reads."""
    build_tokenizer().save(str(folder / "tokenizer.json"))


def encode(text: str) -> list[int]:
    """Ids of a prompt or a target; a word outside the vocabulary is a fault of the corpus."""
    known = vocabulary()
    missing = [word for word in text.split() if word not in known]
    if missing:
        raise ValueError(f"The vocabulary lacks {missing} of {text!r}; add them to connecting.txt.")
    return [known[word] for word in text.split()]
