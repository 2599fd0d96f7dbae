"""How the pages look beyond Streamlit's theme: one stylesheet, in the theme's own colours."""

from functools import cache
from pathlib import Path

import streamlit as st

_COLOURS = {
    "accent": "primaryColor",
    "paper": "backgroundColor",
    "shade": "secondaryBackgroundColor",
    "ink": "textColor",
    "line": "borderColor",
}


def dress() -> None:
    """Apply the stylesheet to the page being drawn."""
    st.html(f"<style>{_variables()}{_stylesheet()}</style>")


def _variables() -> str:
    """The theme's colours for light and dark, as CSS variables."""
    pairs = (
        f"--{name}: light-dark({st.get_option(f'theme.light.{key}')}, {st.get_option(f'theme.dark.{key}')});"
        for name, key in _COLOURS.items()
    )
    return f".stApp {{ {' '.join(pairs)} }}\n"


@cache
def _stylesheet() -> str:
    return (Path(__file__).parent / "look.css").read_text("utf-8")
