"""Grammar lints of summaries by harper.js, an offline checker that runs in Node; without it the figure is left out.

npm install --prefix .harper harper.js
"""

import json
import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from training.rubric.prose import folded

FOLDER = Path(".harper")
_SCRIPT = Path(__file__).with_name("lints.mjs")
_SECONDS = 600
_OF_WORDS = frozenset(("Spelling", "Typo", "Capitalization", "Formatting"))
"""Kinds of lint about how one word is written."""


@dataclass(frozen=True, slots=True)
class Lint:
    """What the checker objects to: its kind of fault, its words, and the characters of the text it is about."""

    kind: str
    message: str
    start: int
    end: int


def why_not(folder: Path = FOLDER) -> str | None:
    """Why summaries cannot be linted here, or None where they can."""
    if shutil.which("node") is None:
        return "node is not installed"
    if not (folder / "node_modules" / "harper.js").is_dir():
        return f"harper.js is not in {folder}; npm install --prefix {folder} harper.js puts it there"
    return None


def lint(texts: Sequence[str], folder: Path = FOLDER) -> list[tuple[Lint, ...]]:
    """The lints of each text; one process for all of them."""
    done = subprocess.run(  # noqa: S603 - our own script; the texts go to its standard input
        [shutil.which("node") or "node", str(_SCRIPT), str(folder)],
        input=json.dumps(list(texts)), capture_output=True, text=True, check=True, timeout=_SECONDS,
    )  # fmt: skip
    return [tuple(Lint(**each) for each in found) for found in json.loads(done.stdout)]


def ours(lints: Sequence[Lint], summary: str, resume: str) -> tuple[Lint, ...]:
    """The lints that a summary is to blame for: not how the resume spells a word, and not what is quoted from it."""
    written = folded(resume)
    return tuple(each for each in lints if not _is_quoted(each, summary, written))


def _is_quoted(lint: Lint, summary: str, written: str) -> bool:
    words = summary[lint.start : lint.end]
    if lint.kind in _OF_WORDS and _bare(words) in written:
        return True
    before, after = summary[: lint.start].split(" ")[-2:], summary[lint.end :].split(" ")[:2]
    return _bare(f"{' '.join(before)}{words}{' '.join(after)}") in written


def _bare(words: str) -> str:
    """Without the marks at its ends, and without a possessive."""
    return re.sub(r"['’]s?$", "", folded(words).strip(" .,;:()"))
