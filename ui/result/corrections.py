"""The facts put right by the person, in tables: changed, added, merged, taken out; the summary is then made of them."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from ui import session
from ui.records import Place, Summary
from ui.result.merging import label, with_merged
from ui.result.unread import AT, KINDS, Said, owner_of, owners, placed
from ui.session import Document

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
_LINE, _KIND, _OWNER = "Line", "This is", "Of"
_UNREAD = "unread"


def show(document: Document, summary: Summary) -> None:
    """Offer the facts for correction, and the way back to what was read."""
    if document.corrected:
        st.info("The summary is made of the facts as you put them right.", icon=":material/edit_note:")
        st.button("Back to what was read", key="uncorrect", on_click=session.uncorrect, args=(document,))
    st.caption(
        "Change what was misread. What is no job goes by ticking its row and pressing the bin; the last row adds one."
        " Dates are written 2020 or 2020-03."
    )
    resume, digest = summary.resume, document.digest
    name = st.text_input("Name", _name(resume), key=_name_key(digest))
    edited = {"work": _table(digest, "work", resume.get("work", []))}
    merging = st.container()
    edited |= {key: _table(digest, key, resume.get(key, [])) for key in _LISTS if key != "work"}
    lines = unread_of(document, summary)
    said = _lines(document, summary, lines) if lines else []
    made = corrected(resume, name, edited, [each for each in said if each[1]])
    left = tuple(line for line, each in zip(lines, said, strict=True) if not each[1])
    with merging:
        _merging(document, made, left)
    changed = json.dumps(made, sort_keys=True) != json.dumps(as_shown(resume), sort_keys=True)
    st.button(
        "Make the summary of these facts",
        type="primary",
        key="correct",
        disabled=not changed,
        on_click=session.correct,
        args=(document, made, left),
    )


def begun(document: Document, summary: Summary) -> bool:
    """Whether the person has corrected something of which no summary is made yet: it must not be lost."""
    name = st.session_state.get(_name_key(document.digest))
    tables = (st.session_state.get(_table_key(document.digest, key), {}) for key in (*_LISTS, _UNREAD))
    return any(any(table.values()) for table in tables) or name not in (None, _name(summary.resume))


def unread_of(document: Document, summary: Summary) -> tuple[Place, ...]:
    """The lines of which nobody has said yet what they are."""
    return document.unread if document.corrected else summary.unused


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
            AT: pd.Series(range(len(entries)), dtype="float"),
        }
    )
    given = st.data_editor(
        rows,
        num_rows="dynamic",
        hide_index=True,
        placeholder="",
        column_order=list(columns.values()),
        column_config={shown: st.column_config.TextColumn(shown) for shown in columns.values()},
        key=_table_key(digest, key),
        alt=f"{title}, to be corrected",
    )
    made: list[Mapping[str, Any]] = given.to_dict("records")
    return made


def _column(values: Sequence[object]) -> Any:
    """Texts, even where there are none: a column without values has no type of its own."""
    return pd.Series([value if isinstance(value, str) else None for value in values], dtype="object")


def _lines(document: Document, summary: Summary, lines: Sequence[Place]) -> list[Said]:
    """The lines that nothing understood, each with what the person says it is."""
    st.markdown("**Lines that nothing understood**")
    st.caption(
        "Choose what a line is, and of which job or course; it can be cut down to what is meant first."
    )
    choices = owners(summary.resume)
    rows = pd.DataFrame(
        {
            _LINE: _column([line.quote for line in lines]),
            _KIND: _column([None for _ in lines]),
            _OWNER: _column([owner_of(line, summary.text, summary.resume) for line in lines]),
        }
    )
    given = st.data_editor(
        rows,
        hide_index=True,
        column_config={
            _LINE: st.column_config.TextColumn(_LINE, width="large"),
            _KIND: st.column_config.SelectboxColumn(_KIND, options=list(KINDS), width="small"),
            _OWNER: st.column_config.SelectboxColumn(_OWNER, options=list(choices), width="medium"),
        },
        key=_table_key(document.digest, _UNREAD),
        alt="Lines that nothing understood",
    )
    return [
        (_text(row[_LINE]), _text(row[_KIND]) if _text(row[_LINE]) else "", _text(row[_OWNER]))
        for row in given.to_dict("records")
    ]


def _merging(document: Document, made: Mapping[str, Any], left: tuple[Place, ...]) -> None:
    """Make one job of two rows."""
    jobs = made.get("work", [])
    if len(jobs) < 2:
        return
    with st.expander("Two rows are one job"):
        pair = st.multiselect(
            "The two rows: what the upper one does not state is taken of the lower one",
            range(len(jobs)),
            format_func=lambda at: label(at, jobs[at]),
            max_selections=2,
            key=f"merge-{document.digest[:12]}",
        )
        whole = len(pair) == 2
        st.button(
            "Make them one job",
            key="merge",
            disabled=not whole,
            on_click=session.correct,
            args=(document, {**made, "work": with_merged(jobs, pair)} if whole else made, left),
        )


def corrected(
    resume: Mapping[str, Any],
    name: str,
    edited: Mapping[str, Sequence[Mapping[str, Any]]],
    said: Sequence[Said] = (),
) -> dict[str, Any]:
    """The JSON Resume with the name and the rows as the person left them, and the lines that were `said` to be facts.

    Years are counted anew unless the person confirmed them.
    """
    rows = {key: _entries(resume.get(key, []), key, given) for key, given in edited.items()}
    made = placed(rows, said, owners(resume))
    lists = {
        key: [{each: value for each, value in entry.items() if each != AT} for entry in entries]
        for key, entries in made.items()
    }
    basics = _basics(resume, name, lists.get("work", []))
    whole = {**as_shown(resume), "basics": basics, **lists}
    return {key: value for key, value in whole.items() if value}


def _basics(resume: Mapping[str, Any], name: str, jobs: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The head of the resume. A headline that only repeated a title that was misread goes with it."""
    basics = {**resume.get("basics", {}), "name": name.strip()}
    read = {job.get("position") for job in resume.get("work", [])}
    if basics.get("label") in read - {job.get("position") for job in jobs}:
        basics["label"] = ""
    return {key: value for key, value in basics.items() if value}


def _entries(
    read: Sequence[Mapping[str, Any]], key: str, rows: Sequence[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    entries = []
    for row in rows:
        at = row.get(AT)
        known = int(at) if isinstance(at, int | float) and at == at and int(at) < len(read) else None  # noqa: PLR0124 - NaN
        told = {each: _text(row.get(shown)) for each, shown in _LISTS[key][1].items()}
        entry = {**(read[known] if known is not None else {}), **told}
        if any(told.values()):
            kept = {each: value for each, value in entry.items() if value}
            entries.append(kept if known is None else {**kept, AT: known})
    return entries


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def as_shown(resume: Mapping[str, Any]) -> dict[str, Any]:
    """The resume without what is derived from it: years that the person confirmed are not."""
    stated = {key: value for key, value in resume.items() if key != "meta"}
    years = resume.get("meta", {}).get("yearsExperience", {})
    if years.get("rule") == "confirmed":
        stated["meta"] = {"yearsExperience": {"value": years["value"], "rule": "confirmed"}}
    return stated
