import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from threading import Event, Thread
from time import monotonic

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


@dataclass
class Closing(FakeServices):
    """Always closes the connection on the first document."""

    tries: int = 0

    def summarise(self, name: str, data: bytes, options: Options, corrected: str = "") -> Summary:
        if name == "0.docx":
            self.tries += 1
            raise DOWN
        return super().summarise(name, data, options)


def test_one_that_always_fails_is_given_up_though_others_are_answered(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(background, "PAUSE", 0)
    monkeypatch.setattr(background, "RESTART", 10)
    clock = iter(range(10_000))
    monkeypatch.setattr(background, "monotonic", lambda: float(next(clock)))
    monkeypatch.setattr(background, "FORSAKEN", 20_000)
    services, answered = Closing(), dict[Question, Outcome]()
    work = Background(services, answered)

    def others_are_answered(*_: object) -> bool:
        work._gone = None
        return False

    monkeypatch.setattr(work._stopped, "wait", others_are_answered)
    work.ask(WANTED[:1])
    until(over(work))
    assert names(answered, failed=True) == ["0.docx"]
    assert services.tries <= 12


def test_after_an_outage_the_next_press_waits_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(background, "PAUSE", 0)
    monkeypatch.setattr(background, "RESTART", -1)
    services, answered = FakeServices(summaries=[DOWN] * 6), dict[Question, Outcome]()
    work = Background(services, answered)
    work.ask(WANTED)
    until(over(work))
    assert len(names(answered, failed=True)) == 6
    answered.clear()
    monkeypatch.setattr(background, "RESTART", 30)
    later = monotonic() + 100
    monkeypatch.setattr(background, "monotonic", lambda: later)
    services.summaries = [DOWN] * 3
    work.ask(WANTED)
    until(over(work))
    assert names(answered, failed=True) == []


@dataclass
class Broken(FakeServices):
    """Fails as nothing should."""

    def summarise(self, name: str, data: bytes, options: Options, corrected: str = "") -> Summary:
        raise ValueError(name)


def test_whatever_goes_wrong_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    logged: list[object] = []
    monkeypatch.setattr(threading, "excepthook", logged.append)
    answered: dict[Question, Outcome] = {}
    work = Background(Broken(), answered)
    work.ask(WANTED)
    until(over(work))
    until(lambda: len(logged) == len(WANTED))
    assert [each.code for each in answered.values() if not isinstance(each, Summary)] == [
        "internal-error"
    ] * 6


def test_one_that_cannot_be_begun_stays_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: Thread) -> None:
        raise RuntimeError

    answered: dict[Question, Outcome] = {}
    work = Background(FakeServices(), answered)
    with monkeypatch.context() as patched:
        patched.setattr(Thread, "start", full)
        work.ask(WANTED)
        assert not work.goes_on()
    until(over(work))
    assert len(answered) == 6


def test_what_is_answered_is_not_asked_for_again() -> None:
    services, answered = FakeServices(), dict[Question, Outcome]()
    work = Background(services, answered)
    for _ in range(2):
        work.ask(WANTED)
        until(over(work))
    assert len(services.summarised) == 6
