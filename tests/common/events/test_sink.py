import socket
from collections.abc import Iterator

import pytest

from functions.common.errors import InvalidSetting, SinkUnavailable
from functions.common.events import (
    Envelope,
    Event,
    Sink,
    SinkCounts,
    SinkOff,
    choose_sink,
    event_source,
    seal,
)
from functions.common.events.sink import read_overrides
from functions.common.events.sink_on import SinkOn
from functions.common.settings import Settings
from tests.builders.sinks import receiving
from tests.builders.waiting import PATIENCE

NOBODY = "http://127.0.0.1:9/"


def event(id_: str = "1") -> Event:
    return Event(id_, "/here", "org.example.done", {"n": 1})


def deliver(sink: Sink, event: Event) -> None:
    try:
        sink.deliver(event)
    finally:
        sink.close(1)


@pytest.fixture
def silent() -> Iterator[str]:
    """An address that accepts connections and never answers."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/"


def test_emitted_events_arrive_in_order_over_one_connection() -> None:
    with receiving() as recipient:
        sink = SinkOn(recipient.url)
        for number in range(20):
            sink.emit(event(str(number)))
        sink.close(PATIENCE)

    assert [each.id for each in recipient.events] == [str(number) for number in range(20)]
    assert recipient.connections == 1
    assert sink.counts == SinkCounts(sent=20)


def test_a_connection_that_was_closed_between_two_events_is_opened_anew() -> None:
    with receiving(keep_alive=False) as recipient:
        sink = SinkOn(recipient.url, pauses=())
        for number in range(3):
            sink.deliver(event(str(number)))
        sink.close(1)

    assert (len(recipient.got), recipient.connections) == (3, 3)


def test_what_does_not_fit_is_dropped_and_counted() -> None:
    with receiving() as recipient:
        recipient.gate.clear()
        sink = SinkOn(recipient.url, places=3)
        sink.emit(event("first"))
        while sink.counts.waiting:  # until the first is on its way
            pass
        for number in range(10):
            sink.emit(event(str(number)))
        waiting = sink.counts
        recipient.gate.set()
        sink.close(PATIENCE)

    assert waiting == SinkCounts(waiting=3, dropped=7)
    assert sink.counts == SinkCounts(sent=4, dropped=7)


def test_an_event_is_emitted_again_when_that_may_help() -> None:
    with receiving(503, 429, 202) as recipient:
        sink = SinkOn(recipient.url, pauses=(0.01, 0.01))
        sink.emit(event())
        recipient.wait(lambda: len(recipient.got) == 3)
        sink.close(PATIENCE)

    assert sink.counts == SinkCounts(sent=1)


def test_an_event_that_is_refused_is_not_emitted_again() -> None:
    with receiving(400) as recipient:
        sink = SinkOn(recipient.url, pauses=(0.01,))
        sink.emit(event())
        recipient.wait(lambda: len(recipient.got) == 1)
        sink.close(PATIENCE)

    assert (len(recipient.got), sink.counts) == (1, SinkCounts(dropped=1))


def test_an_event_that_cannot_be_written_does_not_end_the_sending() -> None:
    with receiving() as recipient:
        sink = SinkOn(recipient.url)
        sink.emit(Event("1", "/here", "t", {"n": float("nan")}))
        sink.emit(event("2"))
        sink.close(PATIENCE)

    assert [each.id for each in recipient.events] == ["2"]
    assert sink.counts == SinkCounts(sent=1, dropped=1)


@pytest.mark.parametrize("url", [NOBODY, "silent"])
def test_a_dead_sink_neither_holds_up_nor_raises(url: str, silent: str) -> None:
    sink = SinkOn(silent if url == "silent" else url, places=5)
    for number in range(100):
        sink.emit(event(str(number)))
    sink.close(0)

    assert sink.counts.sent == 0
    assert sink.counts.dropped >= 94


def test_nothing_is_taken_after_the_end() -> None:
    with receiving() as recipient:
        sink = SinkOn(recipient.url)
        sink.close(1)
        sink.emit(event())

    assert (recipient.got, sink.counts) == ([], SinkCounts(dropped=1))


def test_a_delivery_is_over_when_it_has_been_taken() -> None:
    with receiving(503, 202) as recipient:
        deliver(SinkOn(recipient.url, pauses=(0.01,)), event())

    assert [each.id for each in recipient.events] == ["1", "1"]


@pytest.mark.parametrize(
    ("statuses", "attempts", "failure"),
    [([503], 3, "it answered 503"), ([400], 1, "it answered 400"), ([301], 1, "it answered 301")],
)
def test_a_delivery_that_is_not_taken_fails(statuses: list[int], attempts: int, failure: str) -> None:
    with receiving(*statuses) as recipient, pytest.raises(SinkUnavailable, match=failure):
        deliver(SinkOn(recipient.url, pauses=(0.01, 0.01)), event())

    assert len(recipient.got) == attempts


def test_a_delivery_to_nobody_fails() -> None:
    with pytest.raises(SinkUnavailable, match="does not take them: ConnectionRefusedError"):
        deliver(SinkOn(NOBODY, pauses=(0.01,)), event())


def test_overrides_are_added_to_every_event() -> None:
    with receiving() as recipient:
        settings = Settings(k_sink=recipient.url, k_ce_overrides='{"extensions": {"team": "blue"}}')
        deliver(choose_sink(settings), event())

    assert recipient.events[0].extensions == {"team": "blue"}


def test_an_envelope_is_forwarded_as_it_is() -> None:
    envelope = Envelope({**seal(event()).attributes, "datacontenttype": "text/plain"}, b"\xff\x00")
    with receiving() as recipient:
        sink = SinkOn(recipient.url)
        sink.forward(envelope)
        sink.close(1)

    assert recipient.got == [envelope]


@pytest.mark.parametrize("nothing", ["", "{}", '{"extensions": {}}'])
def test_there_may_be_nothing_to_override(nothing: str) -> None:
    assert read_overrides(nothing) == {}


@pytest.mark.parametrize(
    "text", ["x", "[]", '{"extensions": 1}', '{"extensions": {"A": "b"}}', '{"extensions": {"a": 1}}']
)
def test_overrides_that_cannot_be_applied_stop_the_start(text: str) -> None:
    with pytest.raises(InvalidSetting, match=r"^K_CE_OVERRIDES"):
        choose_sink(Settings(k_sink=NOBODY, k_ce_overrides=text))


@pytest.mark.parametrize("url", ["broker", "ftp://broker/", "http://"])
def test_an_address_that_is_none_stops_the_start(url: str) -> None:
    with pytest.raises(InvalidSetting, match=r"The address of the sink \(K_SINK\)"):
        choose_sink(Settings(k_sink=url))


def test_without_a_sink_figures_are_forgotten_and_work_is_refused() -> None:
    sink: Sink = choose_sink(Settings())
    sink.emit(event())
    sink.close(1)

    assert isinstance(sink, SinkOff)
    assert sink.counts == SinkCounts()
    with pytest.raises(SinkUnavailable, match=r"org\.example\.done cannot be sent: set K_SINK"):
        sink.deliver(event())


def test_events_come_from_the_knative_service_or_the_function() -> None:
    assert event_source(Settings(), "summarize") == "/services/summarize"
    assert event_source(Settings(k_service="cv", host="127.0.0.1"), "summarize") == "/services/cv"
