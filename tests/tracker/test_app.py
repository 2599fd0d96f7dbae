import json
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import httpx
import pytest

from functions.common.errors import SinkUnavailable
from functions.common.events import PING, Event, seal, write_envelope, write_event
from functions.common.objects import open_objects
from functions.tracker.app import create_app
from functions.tracker.dead_letters import AT_ONCE, LONGEST_REPLAY, DeadLetters
from functions.tracker.settings import TrackerSettings
from tests.api.transports import AsgiTransport
from tests.builders.event_data import completed, failed, ready
from tests.builders.sinks import FakeSink
from tests.builders.trigger import Answer, dead_letter
from tests.tracker.fakes import FakeExporter

PROBLEM = {"code": "invalid-event", "detail": "data/words is wrong."}

Start = Callable[..., httpx.Client]


@pytest.fixture
def sink() -> FakeSink:
    return FakeSink()


@pytest.fixture
def start(tmp_path: Path, sink: FakeSink) -> Iterator[Start]:
    """A client of the tracker with the settings given. Its lifespan does not run: nothing is reported."""
    clients: list[httpx.Client] = []

    def start_(**settings: Any) -> httpx.Client:
        chosen = TrackerSettings(spool=tmp_path / "spool", **settings)
        app = create_app(chosen, exporter=FakeExporter(), sink=sink)
        clients.append(httpx.Client(transport=AsgiTransport(app), base_url="http://localhost"))
        return clients[-1]

    yield start_
    for client in clients:
        client.close()


@pytest.fixture
def client(start: Start) -> httpx.Client:
    return start()


def post(client: httpx.Client, event: Event, path: str = "/events") -> httpx.Response:
    headers, body = write_event(event)
    return client.post(path, content=body, headers=headers)


def bury(client: httpx.Client, event: Event, problem: dict[str, str] = PROBLEM) -> httpx.Response:
    """Send the event as the broker sends what a subscriber refused."""
    envelope = dead_letter(seal(event), "http://here/events", Answer(422, {}, json.dumps(problem).encode()))
    headers, body = write_envelope(envelope)
    return client.post("/dead-letters", content=body, headers=headers)


@pytest.mark.parametrize("event", [completed(), failed(), ready()], ids=lambda event: event.type)
def test_figures_are_acknowledged_when_they_are_on_disk(
    client: httpx.Client, tmp_path: Path, event: Event
) -> None:
    response = post(client, event)

    assert (response.status_code, response.content) == (202, b"")
    (segment,) = (tmp_path / "spool").glob("*.events")
    assert json.loads(segment.read_bytes())["data"] == event.data


def test_an_event_that_comes_twice_is_acknowledged_and_kept_once(
    client: httpx.Client, tmp_path: Path
) -> None:
    answers = [post(client, completed()).status_code for _ in range(2)]

    (segment,) = (tmp_path / "spool").glob("*.events")
    assert (answers, len(segment.read_bytes().splitlines())) == ([202, 202], 1)


def test_a_full_spool_asks_the_broker_to_try_again(start: Start) -> None:
    client = start(spool_limit=64 * 1024)
    answers = [post(client, completed(str(number))) for number in range(120)]

    assert answers[0].status_code == 202
    assert (answers[-1].status_code, answers[-1].json()["code"]) == (503, "spool-full")
    assert answers[-1].headers["retry-after"] == "30"


def test_figures_that_are_none_are_refused(client: httpx.Client) -> None:
    assert post(client, completed(name="Jane Doe")).status_code == 422


def test_a_dead_letter_is_kept_and_explains_itself(client: httpx.Client) -> None:
    event = completed("7", words="sixty")
    response = bury(client, event)
    (letter,) = client.get("/dead-letters").json()["letters"]

    assert (response.status_code, response.content) == (202, b"")
    assert {**letter, "key": None, "time": None} == {
        "key": None,
        "id": "7",
        "source": "/services/summarize",
        "type": event.type,
        "time": None,
        "destination": "http://here/events",
        "status": "422",
        "reason": json.dumps(PROBLEM),
    }


def test_a_dead_letter_shows_no_data(client: httpx.Client) -> None:
    bury(client, completed(name="Jane Doe"))

    assert "Jane" not in client.get("/dead-letters").text


def test_an_answer_that_the_broker_cut_off_is_shown_as_far_as_it_goes(client: httpx.Client) -> None:
    bury(client, completed(), {"detail": "x" * 5000})

    (letter,) = client.get("/dead-letters").json()["letters"]
    assert letter["reason"] == '{"detail": "' + "x" * (768 - 12)


@pytest.mark.parametrize("body", [b"", b"[1]", b"\xff\x00 no text"])
def test_an_event_whose_data_nobody_understands_can_be_buried_and_sent_again(
    client: httpx.Client, sink: FakeSink, body: bytes
) -> None:
    headers = {"ce-id": "1", "ce-source": "/x", "ce-type": "t", "ce-specversion": "1.0"}
    response = client.post("/dead-letters", content=body, headers={**headers, "content-type": "text/plain"})
    client.post("/dead-letters/replay")

    assert response.status_code == 202
    assert [envelope.data for envelope in sink.forwarded] == [body]


def test_what_is_no_event_cannot_be_buried(client: httpx.Client) -> None:
    response = client.post("/dead-letters", content=b"{}", headers={"content-type": "application/json"})

    assert (response.status_code, response.json()["code"]) == (415, "unknown-event-mode")


def test_a_replayed_event_is_what_it_was_before_it_died(client: httpx.Client, sink: FakeSink) -> None:
    event = completed("7")
    bury(client, event)
    response = client.post("/dead-letters/replay")

    assert response.json() == {"replayed": 1, "refused": 0, "left": 0}
    assert [envelope.attributes for envelope in sink.forwarded] == [seal(event).attributes]
    assert client.get("/dead-letters").json() == {"letters": [], "left": 0}


def test_an_event_that_dies_again_is_one_letter_with_the_latest_reason(client: httpx.Client) -> None:
    bury(client, completed("7"))
    bury(client, completed("7"), {"code": "other"})

    assert [letter["reason"] for letter in client.get("/dead-letters").json()["letters"]] == [
        '{"code": "other"}'
    ]


def test_letters_that_cannot_be_sent_stay(client: httpx.Client, sink: FakeSink) -> None:
    bury(client, completed("7"))
    sink.broken = True
    response = client.post("/dead-letters/replay")

    assert (response.status_code, response.json()["code"]) == (503, "sink-unavailable")
    assert len(client.get("/dead-letters").json()["letters"]) == 1


def test_a_ping_can_ask_for_a_replay(client: httpx.Client, sink: FakeSink) -> None:
    bury(client, completed("7"))
    idle = post(client, Event("1", "/pings", PING, {}))
    before = len(sink.forwarded)
    asked = post(client, Event("2", "/pings", PING, {"task": "replay-dead-letters"}))

    assert (idle.status_code, asked.status_code, before, len(sink.forwarded)) == (202, 202, 0, 1)


def test_a_hundred_letters_are_listed_and_replayed_at_a_time(client: httpx.Client) -> None:
    for number in range(AT_ONCE + 5):
        bury(client, completed(str(number)))
    listed = client.get("/dead-letters").json()
    replayed = [client.post("/dead-letters/replay").json() for _ in range(2)]

    assert (len(listed["letters"]), listed["left"]) == (AT_ONCE, 5)
    assert replayed == [
        {"replayed": AT_ONCE, "refused": 0, "left": 5},
        {"replayed": 5, "refused": 0, "left": 0},
    ]


def test_dead_letters_are_for_those_with_a_key(start: Start) -> None:
    client = start(host="0.0.0.0", api_key_hashes="0" * 64, events_open=True)

    assert bury(client, completed()).status_code == 202
    assert client.get("/dead-letters").status_code == 401
    assert client.post("/dead-letters/replay").status_code == 401


def test_the_spool_and_the_sink_can_be_watched(client: httpx.Client) -> None:
    post(client, completed())
    shown = client.get("/metrics").text

    (line,) = [line for line in shown.splitlines() if line.startswith("resume_summary_spool_bytes ")]
    assert float(line.split()[1]) > 0
    assert 'resume_summary_sink_events_total{outcome="dropped"} 0.0' in shown


def test_base64_that_is_none_is_shown_as_it_is(client: httpx.Client) -> None:
    headers, body = write_envelope(seal(completed()))
    client.post("/dead-letters", content=body, headers={**headers, "ce-knativeerrordata": "plain text!"})

    assert client.get("/dead-letters").json()["letters"][0]["reason"] == "plain text!"


def test_a_letter_that_is_not_taken_keeps_no_other_back(client: httpx.Client, sink: FakeSink) -> None:
    for number in range(5):
        bury(client, completed(str(number)))
    sink.refuses = {"2"}
    first = client.post("/dead-letters/replay").json()
    bury(client, completed("5"))
    second = client.post("/dead-letters/replay").json()

    assert (first, second) == (
        {"replayed": 4, "refused": 1, "left": 1},
        {"replayed": 1, "refused": 1, "left": 1},
    )
    assert {envelope.attributes["id"] for envelope in sink.forwarded} == {"0", "1", "3", "4", "5"}


def in_turn(tmp_path: Path, sink: FakeSink, salt: bytes) -> DeadLetters:
    """Letters of which a replay has time for one."""
    clock = count(0, LONGEST_REPLAY + 1)
    return DeadLetters(open_objects(f"file://{tmp_path}/dead"), sink, lambda: next(clock), salt)


def test_the_turn_of_a_letter_that_is_not_taken_comes_after_the_others(
    tmp_path: Path, sink: FakeSink
) -> None:
    letters = in_turn(tmp_path, sink, b"")
    for number in range(3):
        letters.store(seal(completed(str(number))))
    sink.broken = True
    with pytest.raises(SinkUnavailable):
        letters.replay()
    sink.broken = False
    left = [letters.replay().left for _ in range(3)]

    assert left == [2, 1, 0]
    assert len({envelope.attributes["id"] for envelope in sink.forwarded[:2]}) == 2
    assert sink.forwarded[2].attributes["id"] == first_of(tmp_path, b"")


def test_whose_turn_is_first_cannot_be_chosen_by_who_sends(tmp_path: Path) -> None:
    assert len({first_of(tmp_path, bytes([number])) for number in range(20)}) == 3


def first_of(tmp_path: Path, salt: bytes) -> str:
    """The letter of three that is replayed first."""
    sink, place = FakeSink(), tmp_path / salt.hex() / "again"
    letters = in_turn(place, sink, salt)
    for number in range(3):
        letters.store(seal(completed(str(number))))
    letters.replay()
    return str(sink.forwarded[0].attributes["id"])


def test_a_letter_that_is_damaged_is_listed_as_such_and_keeps_no_other_back(
    client: httpx.Client, sink: FakeSink, tmp_path: Path
) -> None:
    bury(client, completed("1"))
    (folder,) = {path.parent for path in tmp_path.rglob("letters/*.json")}
    (folder / "0000.json").write_bytes(b"{")

    reasons = [letter["reason"] for letter in client.get("/dead-letters").json()["letters"]]
    assert reasons[0] == "The letter itself cannot be read."
    assert client.post("/dead-letters/replay").json() == {"replayed": 1, "refused": 1, "left": 1}
