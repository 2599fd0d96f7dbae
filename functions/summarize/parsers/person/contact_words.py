"""The words beside contact data, `contact.toml`."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any


def contact_words(of: str, kind: str) -> list[str]:
    """The words of a kind: `contact_words("phone", "labels")`."""
    words: list[str] = _data()[of][kind]
    return words


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("contact.toml").read_text("utf-8"))
