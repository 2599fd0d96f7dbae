"""Where many resumes are given: Streamlit's upload widget, and a script that sends them together as few archives."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from ui.choices import GIVE
from ui.files.archive import GIVEN_TOGETHER, LARGEST_FILE, MOST_FILES
from ui.wording import words

PART = 10_000_000
"""Bytes of an archive: a part is sent again when it does not arrive, and the page says how many have."""

_HERE = Path(__file__).parent
_NAME = re.compile(r"(\d{1,6}) files, part (\d{1,6}) of (\d{1,6})\.zip")


@cache
def _component() -> Any:
    parts = {kind: (_HERE / f"dropzone.{kind}").read_text("utf-8") for kind in ("html", "css", "js")}
    return st.components.v2.component("resume_summary_dropzone", **parts)


def gather() -> None:
    """Let files that are given together to the widget of this place go as archives, and a folder be chosen."""
    _component()(
        data={
            "around": f".st-key-{GIVE}",
            "part": PART,
            "most": MOST_FILES,
            "largest": LARGEST_FILE + 1,  # enough for the service to refuse it
            "mark": GIVEN_TOGETHER,
            "words": words("giving"),
        },
        key="dropzone",
    )


def missing(names: Iterable[str]) -> list[str]:
    """What to tell of archives of which some parts did not arrive, by the names of those that did."""
    arrived: dict[tuple[int, int], set[int]] = {}
    for found in filter(None, map(_NAME.fullmatch, names)):
        count, part, parts = map(int, found.groups())
        arrived.setdefault((count, parts), set()).add(part)
    return [
        f"{parts - len(there)} of the {parts} parts in which the {count} files were sent did not arrive. "
        "Give the same files again: what is here already is not taken twice."
        for (count, parts), there in arrived.items()
        if len(there) < parts
    ]
