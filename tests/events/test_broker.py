"""The stand-in for Knative's broker keeps Knative's rules, so that what passes on it passes there."""

import base64
import http.client
import json
import socket
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import urlsplit

import pytest

from functions.common.events import Envelope, Event, open_envelope, seal, write_event
from tests.builders.broker import Broker, Dispatch, post, read_triggers, serving
from tests.builders.trigger import Answer, Delivery, Trigger, matches
from tests.builders.waiting import PATIENCE

HERE, LETTERS = "http://here/events", "http://letters/"
ATTRIBUTES = {"type": "dev.a.v1", "source": "/services/x", "partitionkey": "7"}


class FakeClock:
    """Passes no time and remembers how much it was asked for."""

    def __init__(self) -> None:
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)


class FakeSubscribers:
    """Answer with the answers given, the last one for ever, and keep what they got by address."""

    def __init__(self, *answers: Answer) -> None:
        self._answers = list(answers)
        self.got: list[tuple[str, Envelope]] = []

    def __call__(self, address: str, envelope: Envelope, dispatch: Dispatch) -> Answer:
        self.got.append((address, envelope))
        if address == LETTERS:
            return Answer(202)
        return self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]

    def attributes(self, address: str) -> list[dict[str, Any]]:
        return [dict(envelope.attributes) for at, envelope in self.got if at == address]


def event(id_: str = "1", type_: str = "dev.a.v1", **extensions: str) -> Envelope:
    return seal(Event(id_, "/x", type_, {"n": 1}, extensions=extensions))


def replying(reply: Event) -> Answer:
    headers, body = write_event(reply)
    return Answer(200, headers, body)


Run = Callable[..., tuple[Broker, FakeSubscribers, FakeClock]]


@pytest.fixture(params=[False, True], ids=["answers first", "delivers first"])
def synchronous(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.fixture
def run(synchronous: bool) -> Run:
    """Publish one event to one trigger and wait until it has been dealt with, in either manner of answering."""

    def deliver(*answers: Answer, trigger: Trigger | None = None, **settings: Any) -> Any:
        subscribers, clock = FakeSubscribers(*answers), FakeClock()
        chosen = trigger or Trigger("t", HERE, ({"exact": {"type": "dev.a.v1"}},), dead_letters=LETTERS)
        broker = Broker([chosen], send=subscribers, clock=clock, synchronous=synchronous, **settings)
        broker.publish(event())
        broker.settle()
        broker.close()
        return broker, subscribers, clock

    return deliver


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ({"exact": {"type": "dev.a.v1"}}, True),
        ({"exact": {"type": "dev.a"}}, False),
        ({"exact": {"type": "dev.a.v1", "partitionkey": "8"}}, False),
        ({"exact": {"absent": ""}}, False),
        ({"prefix": {"type": "dev."}}, True),
        ({"suffix": {"type": ".v2"}}, False),
        ({"all": [{"prefix": {"type": "dev."}}, {"suffix": {"source": "/x"}}]}, True),
        ({"any": [{"exact": {"type": "no"}}, {"exact": {"partitionkey": "7"}}]}, True),
        ({"any": []}, False),
        ({"not": {"prefix": {"type": "dev."}}}, False),
    ],
)
def test_filters_are_told_apart_by_their_dialect(condition: dict[str, Any], expected: bool) -> None:
    assert matches(condition, ATTRIBUTES) is expected


def test_a_filter_of_two_dialects_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="too many values"):
        matches({"exact": {"type": "a"}, "prefix": {"type": "a"}}, ATTRIBUTES)


def test_every_trigger_that_wants_an_event_gets_it_once() -> None:
    subscribers = FakeSubscribers(Answer(202))
    wanted = [Trigger("a", "http://a"), Trigger("b", "http://b", ({"exact": {"type": "other"}},))]
    broker = Broker(wanted, send=subscribers)
    broker.publish(event())
    broker.settle()

    assert [address for address, _ in subscribers.got] == ["http://a"]


@pytest.mark.parametrize("status", [0, 404, 408, 409, 429, 500, 502, 503, 504])
def test_what_may_pass_is_tried_again(run: Run, status: int) -> None:
    broker, subscribers, _ = run(Answer(status), Answer(status), Answer(202))

    assert (len(subscribers.got), broker.counts["delivered"]) == (3, 1)


@pytest.mark.parametrize("status", [301, 400, 401, 403, 413, 415, 422])
def test_what_cannot_pass_is_a_dead_letter_at_once(run: Run, status: int) -> None:
    broker, subscribers, clock = run(Answer(status))

    assert [address for address, _ in subscribers.got] == [HERE, LETTERS]
    assert (clock.slept, broker.counts["dead_lettered"]) == ([], 1)


def test_waits_double(run: Run) -> None:
    trigger = Trigger("t", HERE, delivery=Delivery(retry=4, delay=0.5))

    assert run(Answer(503), trigger=trigger)[2].slept == [0.5, 1, 2, 4]


def test_waits_of_a_linear_delivery_grow_evenly(run: Run) -> None:
    trigger = Trigger("t", HERE, delivery=Delivery(retry=3, backoff="linear", delay=0.5))

    assert run(Answer(503), trigger=trigger)[2].slept == [0, 0.5, 1]


def test_a_reply_is_published_and_comes_nearer_to_its_end(run: Run) -> None:
    broker, _, _ = run(replying(Event("2", "/x", "dev.b.v1", {})))

    ends = [(each.attributes["id"], each.attributes["knativebrokerttl"]) for each in broker.published]
    assert ends == [("1", "255"), ("2", "254")]


def test_a_loop_of_replies_ends() -> None:
    subscribers = FakeSubscribers(replying(Event("1", "/x", "dev.a.v1", {})))
    broker = Broker([Trigger("t", HERE)], send=subscribers)
    broker.publish(event(knativebrokerttl="3"))
    broker.settle()

    assert dict(broker.counts) == {
        "published": 3,
        "duplicated": 0,
        "delivered": 3,
        "replied": 3,
        "expired": 1,
    }


def test_an_ordinary_body_is_no_acknowledgement(run: Run) -> None:
    answer = Answer(200, {"content-type": "application/json"}, b'{"status": "ok"}')
    trigger = Trigger("t", HERE, delivery=Delivery(retry=1), dead_letters=LETTERS)
    _, subscribers, _ = run(answer, trigger=trigger)

    assert [address for address, _ in subscribers.got] == [HERE, HERE, LETTERS]
    assert subscribers.attributes(LETTERS)[0]["knativeerrorcode"] == "502"


def test_a_dead_letter_says_why_it_died(run: Run) -> None:
    problem = json.dumps({"code": "invalid-event", "detail": "x" * 2000}).encode()
    _, subscribers, _ = run(Answer(422, {}, problem))
    letter = subscribers.attributes(LETTERS)[0]

    assert letter["knativeerrordest"] == HERE
    assert letter["knativeerrorcode"] == "422"
    assert letter["knativeerrordata"] == base64.b64encode(problem).decode()[:1024]


def test_without_a_place_for_dead_letters_an_event_is_lost(run: Run) -> None:
    broker, _, _ = run(Answer(422), trigger=Trigger("t", HERE))

    assert broker.counts["lost"] == 1


def test_duplicates_are_made_when_asked_for(run: Run) -> None:
    broker, subscribers, _ = run(Answer(202), duplicates=1.0)

    assert (len(subscribers.got), broker.counts["duplicated"]) == (2, 1)


def test_events_travel_over_http() -> None:
    with serving(Broker([])) as second_address:
        described = [{"name": "t", "subscriber": second_address, "filters": [{"prefix": {"type": "dev."}}]}]
        first = Broker(read_triggers(described))
        with serving(first) as address:
            assert post(address, event()).status == 202
            first.settle()

    assert first.counts["delivered"] == 1
    assert open_envelope(first.published[0]).data == {"n": 1}


def test_nobody_answering_is_no_status() -> None:
    assert post("http://127.0.0.1:9/", event()) == Answer(0)


class Slow:
    """A subscriber that answers when it is allowed to, the first event with a reply, and then others at once."""

    def __init__(self) -> None:
        self.asked, self.allowed = threading.Event(), threading.Event()
        self.got: list[str] = []

    def __call__(self, address: str, envelope: Envelope, dispatch: Dispatch) -> Answer:
        self.got.append(envelope.attributes["type"])
        self.asked.set()
        while not self.allowed.wait(0.01):
            if dispatch.cancelled.is_set():
                return Answer(0)
        return replying(Event("2", "/x", "dev.b.v1", {})) if len(self.got) == 1 else Answer(202)


def test_a_synchronous_broker_answers_when_the_event_and_its_replies_are_delivered() -> None:
    subscriber = Slow()
    broker = Broker([Trigger("t", HERE)], send=subscriber, synchronous=True)
    with serving(broker) as address, ThreadPoolExecutor(1) as publisher:
        publication = publisher.submit(post, address, event())
        assert subscriber.asked.wait(PATIENCE)
        answered_before = publication.done()
        subscriber.allowed.set()

        assert publication.result(PATIENCE).status == 202
        assert (answered_before, subscriber.got) == (False, ["dev.a.v1", "dev.b.v1"])


def test_a_publisher_that_leaves_takes_tries_and_dead_letter_with_it() -> None:
    subscriber = Slow()
    broker = Broker([Trigger("t", HERE, dead_letters=LETTERS)], send=subscriber, synchronous=True)
    with serving(broker) as address:
        parts = urlsplit(address)
        headers, body = write_event(Event("1", "/x", "dev.a.v1", {}))
        connection = http.client.HTTPConnection(parts.hostname or "", parts.port)
        connection.request("POST", "/", body, headers)
        assert subscriber.asked.wait(PATIENCE)
        connection.close()
        broker.settle()

    assert (subscriber.got, broker.counts["cancelled"]) == (["dev.a.v1"], 1)
    assert broker.counts["retried"] == broker.counts["dead_lettered"] == broker.counts["lost"] == 0


def test_a_delivery_that_is_cancelled_breaks_off() -> None:
    dispatch = Dispatch()
    with socket.socket() as silent, ThreadPoolExecutor(1) as pool:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        answer = pool.submit(post, f"http://127.0.0.1:{silent.getsockname()[1]}/", event(), dispatch)
        connection, _ = silent.accept()
        with connection:
            dispatch.cancel()

            assert answer.result(PATIENCE) == Answer(0)
