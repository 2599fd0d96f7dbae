from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from threading import Event

import pytest

from tests.builders.waiting import PATIENCE, until
from tests.ui.fakes import DOWN, PROTECTED, FakeServices
from ui import background
from ui.background import AT_ONCE, Background
from ui.records import Options, Summary
from ui.session import Document, Outcome, Question

OPTIONS = Options(as_of=date(2026, 1, 31))
WANTED = [(Document(f"{number}.docx", b"%d" % number), OPTIONS) for number in range(6)]


@dataclass
class Slow(FakeServices):
    """Answers nothing before it may."""

    go: Event = field(default_factory=Event)

    def summarise(self, name: str, data: bytes, options: Options, corrected: str = "") -> Summary:
        self.go.wait(PATIENCE)
        return super().summarise(name, data, options)


def names(answered: dict[Question, Outcome], *, failed: bool = False) -> list[str]:
    return sorted(
        name for (name, _, _), outcome in answered.items() if not failed or not isinstance(outcome, Summary)
    )


def over(work: Background) -> Callable[[], bool]:
    return lambda: not work.goes_on()


def test_all_are_answered_while_somebody_looks_and_one_that_fails_stops_nobody() -> None:
    answered: dict[Question, Outcome] = {}
    work = Background(FakeServices(summaries=[PROTECTED]), answered)
    work.ask(WANTED)
    until(over(work))
    assert names(answered) == [f"{number}.docx" for number in range(6)]
    assert len(names(answered, failed=True)) == 1
    assert all(outcome.seconds > 0 for outcome in answered.values() if isinstance(outcome, Summary))


def test_what_is_asked_for_again_is_asked_once() -> None:
    services, answered = Slow(), dict[Question, Outcome]()
    work = Background(services, answered)
    work.ask(WANTED)
    work.ask(WANTED[:4])
    services.go.set()
    until(over(work))
    assert sorted(name for name, _, _ in services.summarised) == names(answered)
    assert len(answered) == 4


def test_stopped_no_further_one_is_begun() -> None:
    services, answered = Slow(), dict[Question, Outcome]()
    work = Background(services, answered)
    work.ask(WANTED)
    work.stop()
    services.go.set()
    until(over(work))
    assert len(answered) == AT_ONCE


def test_when_nobody_looks_any_more_no_further_one_is_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    services, answered = Slow(), dict[Question, Outcome]()
    work = Background(services, answered)
    work.ask(WANTED)
    monkeypatch.setattr(background, "FORSAKEN", -1)
    services.go.set()
    until(over(work))
    assert len(answered) == AT_ONCE


def test_a_service_that_starts_again_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(background, "PAUSE", 0.001)
    answered: dict[Question, Outcome] = {}
    work = Background(FakeServices(summaries=[DOWN] * 9), answered)
    work.ask(WANTED)
    until(over(work))
    assert names(answered, failed=True) == []


def test_one_that_does_not_come_back_is_waited_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(background, "PAUSE", 0.001)
    monkeypatch.setattr(background, "RESTART", 0.01)
    services, answered = FakeServices(summaries=[DOWN] * 10_000), dict[Question, Outcome]()
    work = Background(services, answered)
    work.ask(WANTED)
    until(over(work))
    assert len(names(answered, failed=True)) == 6
