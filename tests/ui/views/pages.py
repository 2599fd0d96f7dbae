"""The pages as Streamlit's own tester runs them: no browser, no server."""

from collections.abc import Callable, Iterable

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import TextArea

from tests.builders.waiting import PATIENCE, until
from tests.ui.fakes import FakeServices


def summarise_page(services: "FakeServices") -> None:
    from ui.views import summarise

    summarise.show(services)


def batch_page(services: "FakeServices") -> None:
    from ui.views import batch

    batch.show(services)


def corrected_batch_page(services: "FakeServices") -> None:
    import streamlit as st

    from ui import session
    from ui.views import batch

    if st.button("Correct"):
        session.correct(session.batch()[1], {"basics": {"name": "Ada Obi"}}, ())
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


def summarised(app: AppTest, label: str) -> AppTest:
    """The page of a batch that was started with the button, when all are answered: a browser looks by itself."""
    press(app, label)
    until(lambda: not app.run().session_state["running"])
    return app.run()


def labels(app: AppTest) -> list[str]:
    return [button.label for button in app.button]


def html(app: AppTest) -> str:
    return texts(app.get("html"))


def own_text(app: AppTest) -> TextArea:
    """The field in which a person changes the text; its tab is opened where another one is."""
    if app.session_state["result"] != "Edit":
        open_tab(app, "Edit")
    return next(area for area in app.text_area if area.label.startswith("Change the text"))


def open_tab(app: AppTest, name: str) -> AppTest:
    """The page with another tab of the result open: what stands in a closed one is not made."""
    app.session_state["result"] = name
    return app.run()
