"""The facts put right by the person, in tables: changed, added, taken out; the summary is then made of them."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from ui import session
from ui.records import Summary

_LISTS: dict[str, tuple[str, dict[str, str]]] = {
    "work": (
        "Jobs",
        {"position": "Title", "name": "Employer", "startDate": "From", "endDate": "To (empty: goes on)"},
    ),
    "education": (
        "Education",
        {"studyType": "Degree", "area": "Subject", "institution": "School", "endDate": "To (empty: goes on)"},
    ),
    "certificates": ("Licences and certificates", {"name": "Name", "issuer": "Issuer", "date": "Date"}),
    "skills": ("Skills", {"name": "Skill"}),
    "languages": ("Languages", {"language": "Language", "fluency": "Level"}),
}
"""What can be put right: the list of JSON Resume, its title, and its keys with their titles."""
_AT = "_at"
"""Which entry a row came from, so that what the table does not show (highlights, places) stays with it."""


def show(summary: Summary) -> None:
    """Offer the facts for correction, and the way back to what was read."""
    document = session.chosen()
    if document is None:
        return
    if document.corrected:
        st.info("The summary is made of the facts as you put them right.", icon=":material/edit_note:")
        st.button("Back to what was read", key="uncorrect", on_click=session.correct, args=(None,))
    st.caption(
        "Change what was misread. What is no job goes by ticking its row and pressing the bin; the last row adds one."
        " Dates are written 2020 or 2020-03."
    )
    name = st.text_input("Name", _name(summary.resume), key=_name_key(document.digest))
    edited = {key: _table(document.digest, key, summary.resume.get(key, [])) for key in _LISTS}
    resume = corrected(summary.resume, name, edited)
    changed = json.dumps(resume, sort_keys=True) != json.dumps(_as_shown(summary.resume), sort_keys=True)
    st.button(
        "Make the summary of these facts",
        type="primary",
        key="correct",
        disabled=not changed,
        on_click=session.correct,
        args=(resume,),
    )


def begun(summary: Summary) -> bool:
    """Whether the person has corrected something of which no summary is made yet: it must not be lost."""
    document = session.chosen()
    if document is None:
        return False
    name = st.session_state.get(_name_key(document.digest))
    tables = (st.session_state.get(_table_key(document.digest, key), {}) for key in _LISTS)
    return any(any(table.values()) for table in tables) or name not in (None, _name(summary.resume))


def _name(resume: Mapping[str, Any]) -> str:
    return str(resume.get("basics", {}).get("name", ""))


def _name_key(digest: str) -> str:
    return f"fact-name-{digest[:12]}"


def _table_key(digest: str, key: str) -> str:
    return f"facts-{key}-{digest[:12]}"


def _table(digest: str, key: str, entries: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    title, columns = _LISTS[key]
    st.markdown(f"**{title}**")
    rows = pd.DataFrame(
        {
            **{shown: _column([entry.get(each) for entry in entries]) for each, shown in columns.items()},
            _AT: pd.Series(range(len(entries)), dtype="float"),
        }
    )
    given = st.data_editor(
        rows,
        num_rows="dynamic",
        hide_index=True,
        column_order=list(columns.values()),
        column_config={shown: st.column_config.TextColumn(shown) for shown in columns.values()},
        key=_table_key(digest, key),
    )
    made: list[Mapping[str, Any]] = given.to_dict("records")
    return made


def _column(values: Sequence[object]) -> Any:
    """Texts, even where there are none: a column without values has no type of its own."""
    return pd.Series([value if isinstance(value, str) else None for value in values], dtype="object")


def corrected(
    resume: Mapping[str, Any], name: str, edited: Mapping[str, Sequence[Mapping[str, Any]]]
) -> dict[str, Any]:
    """The JSON Resume with the name and the rows as the person left them; years are counted anew."""
    basics = {**resume.get("basics", {}), "name": name.strip()}
    lists = {key: _entries(resume.get(key, []), key, rows) for key, rows in edited.items()}
    whole = {**_as_shown(resume), "basics": {key: value for key, value in basics.items() if value}, **lists}
    return {key: value for key, value in whole.items() if value}


def _entries(
    read: Sequence[Mapping[str, Any]], key: str, rows: Sequence[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    entries = []
    for row in rows:
        at = row.get(_AT)
        known = read[int(at)] if isinstance(at, int | float) and at == at and int(at) < len(read) else {}  # noqa: PLR0124 - NaN
        told = {each: _text(row.get(shown)) for each, shown in _LISTS[key][1].items()}
        entry = {**known, **told}
        if any(told.values()):
            entries.append({each: value for each, value in entry.items() if value})
    return entries


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _as_shown(resume: Mapping[str, Any]) -> dict[str, Any]:
    """The resume without what is derived from it."""
    return {key: value for key, value in resume.items() if key != "meta"}
