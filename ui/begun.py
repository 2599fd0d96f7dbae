"""What a person has begun to put right: the session keeps it, as a table or a field that is not drawn forgets it."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd
import streamlit as st

from ui import session
from ui.session import Document


@dataclass(slots=True)
class _Begun:
    """Of one document: the tables as they were left and as they were drawn last, and the name."""

    left: dict[str, pd.DataFrame] = field(default_factory=dict)
    drawn: dict[str, pd.DataFrame] = field(default_factory=dict)
    name: str | None = None


def is_begun(document: Document) -> bool:
    """Whether something was changed of which no summary is made yet: it must not be lost."""
    begun = _all().get(document.digest, _Begun())
    return bool(begun.left or begun.name is not None or st.session_state.get(pair_key(document)))


def are_begun() -> bool:
    """Whether that is so of any document that the session has."""
    return any(map(is_begun, filter(None, (session.chosen(), *session.batch()))))


def drop(document: Document) -> None:
    """Forget what was begun: a summary of it is made."""
    _all().pop(document.digest, None)
    st.session_state.pop(pair_key(document), None)


def pair_key(document: Document) -> str:
    """The key of the field for two jobs that are one; it keeps by itself what was chosen."""
    return f"merge-{document.digest[:12]}"


def name(document: Document, read: str, draw: Callable[[str], str]) -> str:
    """The name as the person has it; `draw` shows a field that begins with the name that it is given."""
    begun = _of(document)
    given = draw(read if begun.name is None else begun.name)
    begun.name = None if given == read else given
    return given


def rows(
    document: Document, kind: str, read: pd.DataFrame, draw: Callable[[pd.DataFrame, str], pd.DataFrame]
) -> list[Mapping[str, Any]]:
    """The rows as the person left them; `draw` shows a table of the rows and under the key that it is given.

    What was begun belongs to the rows that were `read`: another parser may read others.
    """
    begun = _of(document)
    key = f"facts-{kind}-{document.digest[:12]}-{_fingerprint(read)}"
    # A table that is drawn counts its changes from the rows that it began with.
    if key not in st.session_state or key not in begun.drawn:
        begun.drawn[key] = begun.left.get(key, read)
    given = draw(begun.drawn[key], key)
    made: list[Mapping[str, Any]] = given.to_dict("records")
    if _plain(given) == _plain(read):
        begun.left.pop(key, None)
    else:
        begun.left[key] = given.reset_index(drop=True)
    return made


def _all() -> dict[str, _Begun]:
    begun: dict[str, _Begun] = st.session_state.setdefault("begun", {})
    return begun


def _of(document: Document) -> _Begun:
    return _all().setdefault(document.digest, _Begun())


def _fingerprint(table: pd.DataFrame) -> str:
    return hashlib.sha256(table.to_json().encode()).hexdigest()[:12]


def _plain(table: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows for a comparison: an empty cell is one that was emptied."""
    filled = table.astype("object").where(table.notna() & (table != ""), None)
    found: list[dict[str, Any]] = filled.to_dict("records")
    return found
