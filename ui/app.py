"""The page's entry: `streamlit run ui/app.py`."""

from pathlib import Path

import streamlit as st

from ui import summarise
from ui.client import HttpServices, Services
from ui.settings import Settings


def _services() -> Services:
    return HttpServices(Settings())


st.set_page_config(
    page_title="Resume Summary", page_icon=str(Path(__file__).parent / "icon.svg"), layout="wide"
)
# One client for all sessions: it keeps no answers.
summarise.show(st.cache_resource(_services)())
