"""The pages as Streamlit's own tester runs them: no browser, no server."""

from collections.abc import Callable, Iterable

from streamlit.testing.v1 import AppTest

from tests.builders.waiting import PATIENCE
from tests.ui.fakes import FakeServices


def summarise_page(services: "FakeServices") -> None:
    from ui.views import summarise

    summarise.show(services)


def batch_page(services: "FakeServices") -> None:
    from ui.views import batch

    batch.show(services)


def compare_page(services: "FakeServices") -> None:
    import streamlit as st

    from ui.views import compare, summarise

    if st.session_state.get("opened"):
        summarise.show(services)
    else:
        compare.show(services, lambda: st.session_state.update(opened=True))


def models_page(services: "FakeServices") -> None:
    from ui.views import models

    models.show(services)


def opened(page: Callable[[FakeServices], None], services: FakeServices) -> AppTest:
    return AppTest.from_function(page, args=(services,), default_timeout=PATIENCE).run()


def texts(elements: Iterable[object]) -> str:
    return "\n".join(str(element.value) for element in elements)  # type: ignore[attr-defined]


def press(app: AppTest, label: str) -> AppTest:
    return next(button for button in app.button if button.label == label).click().run()


def labels(app: AppTest) -> list[str]:
    return [button.label for button in app.button]


def html(app: AppTest) -> str:
    return texts(app.get("html"))
