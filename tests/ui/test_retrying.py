from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.fakes import BUSY, DOWN, PROTECTED, SUMMARY, FakeServices
from tests.ui.views.pages import html, labels, opened, press, summarise_page, texts
from ui import retrying, session
from ui.client import ServiceError
from ui.records import Options


def with_sample(services: FakeServices) -> AppTest:
    app = opened(summarise_page, services)
    return app.button_group(key="sample").set_value("charge-nurse").run()


def due_of(app: AppTest) -> float:
    """When the one question that nobody answered is asked again."""
    (absence,) = app.session_state["absences"].values()
    return float(absence.due)


def when_due(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The page as it is drawn when the pause is over."""
    due = due_of(app)
    monkeypatch.setattr(retrying, "monotonic", lambda: due)
    return app.run()


def test_a_service_that_is_away_is_asked_again_by_itself_after_pauses_that_grow(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(retrying, "monotonic", lambda: 0)
    services = FakeServices(summaries=[DOWN] * 6)
    app = with_sample(services)
    assert "kept here" in texts(app.error)
    assert "Tried once; the next try is in 2 s." in texts(app.caption)
    pauses = []
    for _ in range(5):
        before = due_of(app)
        app = when_due(app, monkeypatch)
        pauses.append(due_of(app) - before)
    assert pauses == [4, 8, 15, 30, 30]
    assert "Tried 6 times" in texts(app.caption)
    app = when_due(app, monkeypatch)
    assert not app.error
    assert "charge-nurse.docx" in html(app)
    assert not app.session_state["absences"]


def test_trying_is_stopped_and_begun_again_by_a_press(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retrying, "monotonic", lambda: 0)
    services = FakeServices(summaries=[DOWN] * 2)
    app = press(with_sample(services), "Stop trying")
    monkeypatch.setattr(retrying, "monotonic", lambda: 1_000)
    app.run()
    assert len(services.summarised) == 1
    assert "does not try again by itself" in texts(app.caption)
    assert "asks again by itself" not in texts(app.error)
    assert "kept here" in texts(app.error)
    app = press(app, "Try again")
    assert len(services.summarised) == 2
    assert "Stop trying" in labels(app)


def test_a_busy_service_is_left_alone_for_as_long_as_it_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retrying, "monotonic", lambda: 0)
    busy = ServiceError(BUSY.code, BUSY.title, BUSY.detail, 20)
    assert due_of(with_sample(FakeServices(summaries=[busy]))) == 20


def test_what_waiting_does_not_mend_is_not_tried_again() -> None:
    app = with_sample(FakeServices(summaries=[PROTECTED, SUMMARY]))
    assert "Stop trying" not in labels(app)
    assert not app.session_state["absences"]


def test_a_catalog_that_was_away_too_is_looked_for_with_the_next_try(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retrying, "monotonic", lambda: 0)
    app = with_sample(FakeServices(shelves=[DOWN], summaries=[DOWN]))
    app = when_due(app, monkeypatch)
    assert "the usual ones are used" not in texts(app.info)
    assert not app.error


def test_another_wording_is_asked_for_again_although_the_service_was_away(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("ui.reader.wish", lambda: None)
    services = FakeServices(summaries=[SUMMARY, DOWN])
    app = with_sample(services)
    for turn in "12":
        wish = {"kind": "reword", "number": 0, "turn": turn}
        monkeypatch.setattr("ui.reader.wish", lambda wish=wish: wish)
        app.run()
    assert [options.alternatives for _, _, options in services.summarised] == [1, 5, 5]
    assert not app.error


def test_an_answer_to_one_question_ends_no_pause_of_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retrying, "monotonic", lambda: 0)
    app = with_sample(FakeServices(summaries=[DOWN, SUMMARY]))
    due = due_of(app)
    app.session_state["length"] = "long"
    app.run()
    assert not app.error
    assert due_of(app) == due
    app.session_state["length"] = "medium"
    app.run()
    assert "Tried once" in texts(app.caption)


def test_another_try_forgets_no_failure_of_another_resume(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.reader.wish", lambda: None)
    app = with_sample(FakeServices(summaries=[SUMMARY]))
    other = session.question(session.Document("other.docx", b"other"), Options(as_of=date(2026, 11, 1)))
    app.session_state["outcomes"][other] = DOWN
    monkeypatch.setattr("ui.reader.wish", lambda: {"kind": "reword", "number": 0, "turn": "1"})
    app.run()
    assert app.session_state["outcomes"][other] is DOWN
