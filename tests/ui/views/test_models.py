import pytest

from tests.ui.fakes import DOWN, FakeServices
from tests.ui.views.pages import html, labels, models_page, opened, press
from ui.session import Document


def test_the_cards_and_their_figures_are_shown() -> None:
    app = opened(models_page, FakeServices())
    assert not app.exception
    assert [each.value for each in app.header] == ["Quality", "Speed and size", "Models", "Parsers"]
    shown = html(app)
    for expected in (
        "Tells every sentence of a paragraph so", "100%", "98%", "Milliseconds to write a paragraph", "18.9",
        "<dt>Trained on</dt><dd>pairs; lines</dd>", "<dt>Parameters</dt><dd>2.2 million</dd>",
        "<dt>Kind</dt><dd>BART int8</dd>", "A &lt;b&gt;guess&lt;/b&gt;.",
    ):  # fmt: skip
        assert expected in shown


def test_what_a_card_does_not_say_is_left_out() -> None:
    assert html(opened(models_page, FakeServices())).count("<dt>Licence</dt>") == 1


def test_a_catalog_that_is_down_can_be_asked_again() -> None:
    app = opened(models_page, FakeServices(shelves=[DOWN]))
    assert "Parsers" not in [each.value for each in app.header]
    press(app, "Look for them again")
    assert "Parsers" in [each.value for each in app.header]
    assert "Look for them again" not in labels(app)


def test_work_is_guarded_here_too(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[bool] = []
    monkeypatch.setattr("ui.guard._component", lambda: lambda data, key: told.append(data["work"]))
    app = opened(models_page, FakeServices())
    app.session_state["batch"] = (Document("a.docx", b"a"),)
    app.run()
    assert told == [False, True]
