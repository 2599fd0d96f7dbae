"""What a wait says goes when what was waited for has come."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.builders.waiting import PATIENCE
from ui import waiting


def waiting_page() -> None:
    from time import sleep

    import streamlit as st

    from ui.waiting import wait_for

    wait_for(lambda: sleep(1), "Reading")
    st.text("The answer")


def test_what_a_long_wait_says_does_not_stay_over_the_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "QUIET", 0.1)
    monkeypatch.setattr(waiting, "LONG", 0.2)
    app = AppTest.from_function(waiting_page, default_timeout=PATIENCE).run()
    assert [each.value for each in app.text] == ["The answer"]
    assert not app.caption
