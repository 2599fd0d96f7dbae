"""The page's entry: `streamlit run ui/app.py`."""

from functools import partial
from pathlib import Path

import streamlit as st

from ui import look
from ui.client import HttpServices, Services
from ui.settings import Settings
from ui.views import batch, compare, models, summarise


def _services() -> Services:
    return HttpServices(Settings())


def _pages(services: Services) -> list[st.Page]:
    summary = st.Page(
        partial(summarise.show, services), title="Summarise", url_path="summarise", default=True
    )
    return [
        summary,
        st.Page(partial(batch.show, services), title="Batch", url_path="batch"),
        st.Page(
            partial(compare.show, services, partial(st.switch_page, summary)),
            title="Compare",
            url_path="compare",
        ),
        st.Page(partial(models.show, services), title="Models", url_path="models"),
    ]


_here = Path(__file__).parent
st.set_page_config(page_title="Resume Summary", page_icon=str(_here / "icon.svg"), layout="wide")
st.logo(str(_here / "wordmark.svg"), size="large")
look.dress()
# One client for all sessions: it keeps no answers.
st.navigation(_pages(st.cache_resource(_services)()), position="top").run()
