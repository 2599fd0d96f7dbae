from streamlit.testing.v1 import AppTest

from tests.builders.waiting import PATIENCE


def page() -> None:
    """A table of one cell, drawn as a field: like a table, it forgets what is in it when it is not drawn."""
    import pandas as pd
    import streamlit as st

    from ui import begun
    from ui.session import Document, choose

    document = Document("a.docx", b"a")
    choose(document)

    def draw(rows: pd.DataFrame, key: str) -> pd.DataFrame:
        return pd.DataFrame({"Title": [st.text_input("Title", rows["Title"][0], key=key)]})

    read = st.selectbox("Read", ["Nurse", "Head nurse"])
    if st.button("A summary is made"):
        begun.drop(document)
    elif st.checkbox("Drawn", True):
        begun.rows(document, "work", pd.DataFrame({"Title": [read]}), draw)
        begun.name(document, "Ada Obi", lambda first: st.text_input("Name", first, key=f"n-{first}"))
    st.markdown(str(begun.are_begun()))


def opened() -> AppTest:
    return AppTest.from_function(page, default_timeout=PATIENCE).run()


def cells(app: AppTest) -> list[str | None]:
    return [field.value for field in app.text_input]


def test_what_was_begun_outlives_that_it_is_not_drawn() -> None:
    app = opened()
    app.text_input[0].set_value("Charge nurse").run()
    app.text_input[1].set_value("Ada Reed").run()
    for drawn in (False, True, False, True):
        app.checkbox[0].set_value(drawn).run()
        assert app.markdown[0].value == "True"
    assert cells(app) == ["Charge nurse", "Ada Reed"]
    app.text_input[0].set_value("Ward sister").run()
    assert cells(app.run()) == ["Ward sister", "Ada Reed"]


def test_what_is_taken_back_is_not_begun() -> None:
    app = opened()
    for title, begun in (("Charge nurse", "True"), ("Nurse", "False")):
        app.text_input[0].set_value(title).run()
        assert app.markdown[0].value == begun


def test_what_was_begun_belongs_to_what_was_read_and_comes_back_with_it() -> None:
    app = opened()
    app.text_input[0].set_value("Charge nurse").run()
    app.selectbox[0].set_value("Head nurse").run()
    assert cells(app)[0] == "Head nurse"
    assert app.markdown[0].value == "True"
    app.selectbox[0].set_value("Nurse").run()
    assert cells(app)[0] == "Charge nurse"


def test_nothing_is_begun_once_a_summary_of_it_is_made() -> None:
    app = opened()
    app.text_input[0].set_value("Charge nurse").run()
    app.button[0].click().run()
    assert app.markdown[0].value == "False"
    assert cells(app.run()) == ["Nurse", "Ada Obi"]
