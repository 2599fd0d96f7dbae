"""The facts put right by the person, in tables: changed, added, merged, taken out; the summary is then made of them."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from ui import begun, session
from ui.records import Place, Summary
from ui.result.dates import as_json_date, goes_on
from ui.result.merging import label, with_merged
from ui.result.unread import AT, KINDS, Said, owner_of, owners, placed
from ui.session import Document
from ui.wording import advice, plain_markdown, words

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
_DATES = ("startDate", "endDate", "date")
_PLACE = re.compile(r"\b(?P<list>[a-z]+)\[(?P<at>\d+)\](?:\.(?P<key>[a-zA-Z]+))?")
"""How the service names a place of a JSON Resume."""
_LINE, _KIND, _OWNER = "Line", "This is", "Of"


def show(document: Document, summary: Summary) -> None:
    """Offer the facts for correction, and the way back to what was read."""
    if document.corrected:
        st.info(words("facts")["made"], icon=":material/edit_note:")
        st.button("Back to what was read", key="uncorrect", on_click=session.uncorrect, args=(document,))
    st.caption(
        "Change what was misread. What is no job goes by ticking its row and pressing the bin; the last row adds one."
        " Dates are written as you like: 2020, March 2020, 03/2020."
    )
    resume = summary.resume
    name = begun.name(document, _name(resume), partial(_name_field, document))
    edited = {"work": _table(document, "work", resume.get("work", []))}
    merging = st.container()
    edited |= {key: _table(document, key, resume.get(key, [])) for key in _LISTS if key != "work"}
    lines = unread_of(document, summary)
    said = _lines(document, summary, lines) if lines else []
    made = corrected(resume, name, edited, [each for each in said if each[1]])
    left = tuple(line for line, each in zip(lines, said, strict=True) if not each[1])
    clear = not any(
        problem for key, rows in edited.items() for problem in unclear(key, resume.get(key, []), rows)
    )
    with merging:
        _merging(document, made, left, clear=clear)
    changed = json.dumps(made, sort_keys=True) != json.dumps(as_shown(resume), sort_keys=True)
    st.button(
        "Make the summary of these facts",
        type="primary",
        key="correct",
        shortcut="Alt+M",
        disabled=not (changed and clear),
        on_click=session.correct,
        args=(document, made, left),
    )
    if not clear:
        st.caption(words("facts")["unclear"])
    tell_refusal(document)


def unclear(key: str, read: Sequence[Mapping[str, Any]], rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """What cannot be sent of a table, by row and column: what is no clear date, and an end before its start."""
    for number, row in enumerate(rows):
        before = _read_before(read, row)
        told = {each: _text(row.get(shown)) for each, shown in _LISTS[key][1].items()}
        called = label(number, told)
        dates = {each: _date(each, value, before) for each, value in told.items() if each in _DATES}
        for each, date in dates.items():
            if date is None:
                column = _LISTS[key][1][each]
                yield words("facts")["date"].format(row=called, column=column, value=told[each])
        start, end = dates.get("startDate"), dates.get("endDate")
        if start and end and end[: len(start)] < start[: len(end)]:
            yield words("facts")["order"].format(row=called, end=end, start=start)


def tell_refusal(document: Document) -> None:
    """Say why there is no summary of what the person put right last, until that is taken back."""
    if begun.is_begun(document):
        st.session_state.refused_edits = True
    elif st.session_state.get("refused_edits"):
        session.drop_refusal()
    if refusal := session.refusal(document):
        error, facts = refusal
        said = words("facts")
        what_to_do = advice(error.code) if error.passing else said["again"]
        paragraphs = (
            f"**{said['refused']}**",
            plain_markdown(in_words(error.detail, facts)),
            what_to_do,
            said["kept"],
        )
        st.error("\n\n".join(paragraphs), icon=":material/error:")


def in_words(detail: str, facts: Mapping[str, Any]) -> str:
    """What the service says of `facts`, with its place named as the tables name it."""
    return _PLACE.sub(partial(_place_in_words, facts), detail)


def _place_in_words(facts: Mapping[str, Any], found: re.Match[str]) -> str:
    at, entries = int(found["at"]), facts.get(found["list"], [])
    title, columns = _LISTS.get(found["list"], (found["list"], {}))
    column = columns.get(found["key"] or "", found["key"] or "")
    row = f"“{label(at, entries[at])}”" if at < len(entries) else f"row {at + 1}"
    return ", ".join(filter(None, (title, row, column)))


def _date(key: str, written: str, before: Mapping[str, Any]) -> str | None:
    """A date as it is sent; empty where nothing is stated, None where it is no date. What was read is left as it is."""
    if not written or written == before.get(key):
        return written
    return "" if key == "endDate" and goes_on(written) else as_json_date(written)


def unread_of(document: Document, summary: Summary) -> tuple[Place, ...]:
    """The lines of which nobody has said yet what they are."""
    return document.unread if document.corrected else summary.unused


def _name(resume: Mapping[str, Any]) -> str:
    return str(resume.get("basics", {}).get("name", ""))


def _name_field(document: Document, first: str) -> str:
    key = f"fact-name-{document.digest[:12]}"
    st.session_state.setdefault(key, first)
    name: str = st.text_input("Name", key=key)
    return name


def _table(document: Document, key: str, entries: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    title, columns = _LISTS[key]
    st.markdown(f"**{title}**")
    read = pd.DataFrame(
        {
            **{shown: _column([entry.get(each) for entry in entries]) for each, shown in columns.items()},
            AT: pd.Series(range(len(entries)), dtype="float"),
        }
    )
    draw = partial(
        _editor,
        num_rows="dynamic",
        column_order=list(columns.values()),
        column_config={shown: st.column_config.TextColumn(shown) for shown in columns.values()},
        alt=f"{title}, to be corrected",
    )
    made = begun.rows(document, key, read, draw)
    if wrong := list(unclear(key, entries, made)):
        st.warning("\n\n".join(map(plain_markdown, wrong)), icon=":material/event_busy:")
    return made


def _editor(rows: pd.DataFrame, key: str, **how: Any) -> pd.DataFrame:
    given: pd.DataFrame = st.data_editor(rows, key=key, hide_index=True, placeholder="", **how)
    return given


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
    read = pd.DataFrame(
        {
            _LINE: _column([line.quote for line in lines]),
            _KIND: _column([None for _ in lines]),
            _OWNER: _column([owner_of(line, summary.text, summary.resume) for line in lines]),
        }
    )
    draw = partial(
        _editor,
        column_config={
            _LINE: st.column_config.TextColumn(_LINE, width="large"),
            _KIND: st.column_config.SelectboxColumn(_KIND, options=list(KINDS), width="small"),
            _OWNER: st.column_config.SelectboxColumn(_OWNER, options=list(choices), width="medium"),
        },
        alt="Lines that nothing understood",
    )
    return [
        (_text(row[_LINE]), _text(row[_KIND]) if _text(row[_LINE]) else "", _text(row[_OWNER]))
        for row in begun.rows(document, "unread", read, draw)
    ]


def _merging(document: Document, made: Mapping[str, Any], left: tuple[Place, ...], *, clear: bool) -> None:
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
            key=begun.pair_key(document),
            persist_state="session",
        )
        whole = len(pair) == 2
        st.button(
            "Make them one job",
            key="merge",
            disabled=not (whole and clear),
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
        known, before = _known(read, row), _read_before(read, row)
        told = {each: _text(row.get(shown)) for each, shown in _LISTS[key][1].items()}
        told |= {
            each: date
            for each in told
            if each in _DATES and (date := _date(each, told[each], before)) is not None
        }
        entry = {**before, **told}
        if any(told.values()):
            kept = {each: value for each, value in entry.items() if value}
            entries.append(kept if known is None else {**kept, AT: known})
    return entries


def _known(read: Sequence[Mapping[str, Any]], row: Mapping[str, Any]) -> int | None:
    """The number of the entry that a row was made of; None where the person added it."""
    at = row.get(AT)
    return int(at) if isinstance(at, int | float) and at == at and int(at) < len(read) else None  # noqa: PLR0124 - NaN


def _read_before(read: Sequence[Mapping[str, Any]], row: Mapping[str, Any]) -> Mapping[str, Any]:
    known = _known(read, row)
    return {} if known is None else read[known]


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def as_shown(resume: Mapping[str, Any]) -> dict[str, Any]:
    """The resume without what is derived from it: years that the person confirmed are not."""
    stated = {key: value for key, value in resume.items() if key != "meta"}
    years = resume.get("meta", {}).get("yearsExperience", {})
    if years.get("rule") == "confirmed":
        stated["meta"] = {"yearsExperience": {"value": years["value"], "rule": "confirmed"}}
    return stated
