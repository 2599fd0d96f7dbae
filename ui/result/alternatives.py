"""The versions of a summary side by side, what each tells that the taken one does not, and which of them is taken."""

import streamlit as st

from ui.drafts import versions
from ui.keeping import say_the_same
from ui.records import Summary, Version
from ui.session import Question
from ui.wording import plain_html


def show(asked: Question, summary: Summary, number: int) -> None:
    """Every version, with a button that takes it."""
    st.caption(
        "Each is checked against the resume. The one you take is shown with its sources and downloaded. "
        "What another version tells and the taken one does not is marked."
    )
    for row in range(0, len(summary.versions), 2):
        for each, place in enumerate(st.columns(2), row):
            if each < len(summary.versions):
                with place:
                    _card(asked, each, summary.versions[each], summary.versions[number])


def offer_next(asked: Question, summary: Summary, number: int) -> None:
    """A button, and a key, that takes the version behind the one that is shown; behind the last stands the first."""
    count = len(summary.versions)
    st.button(
        "Next version",
        icon=":material/navigate_next:",
        type="tertiary",
        shortcut="Alt+V",
        help=f"Version {number + 1} of {count} is shown.",
        key="next-version",
        on_click=_choose,
        args=(asked, (number + 1) % count),
    )


def _card(asked: Question, number: int, version: Version, chosen: Version) -> None:
    taken = version is chosen
    with st.container(border=True, height="stretch", key=f"version-{number}"):
        st.html(f"<p class='version'>{version_html(version, chosen)}</p>")
        with st.container(horizontal=True, vertical_alignment="center"):
            st.button(
                "Taken" if taken else f"Take version {number + 1}",
                key=f"take-{number}",
                disabled=taken,
                on_click=_choose,
                args=(asked, number),
            )
            st.caption(f"Version {number + 1} · {version.words} words")


def version_html(version: Version, chosen: Version) -> str:
    """The version's text; sentences that rest on what no sentence of the chosen one rests on are marked."""
    if any(sentence.slot for sentence in version.sentences):
        return plain_html(version.summary)
    return " ".join(
        plain_html(each.text)
        if any(say_the_same(each, other) for other in chosen.sentences)
        else f"<mark>{plain_html(each.text)}</mark>"
        for each in version.sentences
    )


def _choose(asked: Question, number: int) -> None:
    versions()[asked] = number
