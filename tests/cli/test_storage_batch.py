"""`resume-summary batch` over a storage: worked here, or asked for at a broker and followed."""

import io
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from functions.common.events import Event, read_event
from functions.common.events.types import BATCH_REQUESTED
from functions.summarize import cli
from functions.summarize.batch.folder import Folder, Storage
from functions.summarize.batch.request import BatchRequest
from functions.summarize.commandline.console import Console
from functions.summarize.commandline.storage_batch import PATIENCE, follow
from tests.builders.batches import Bus, batches_over, fill
from tests.cli.fakes import FakeBackend


@dataclass
class Broker:
    """A real address that takes events and hands each to a batch function at once."""

    url: str = ""
    asked: list[Event] = field(default_factory=list)
    works: bool = True

    def take(self, event: Event) -> None:
        self.asked.append(event)
        if self.works:
            bus = Bus()
            bus.deliver(event)
            bus.run(batches_over(bus))


@pytest.fixture
def broker() -> Iterator[Broker]:
    broker = Broker()

    class Ingress(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            broker.take(read_event({name.lower(): value for name, value in self.headers.items()}, body))
            self.send_response(202)
            self.send_header("content-length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - inherited
            """Silence."""

    with HTTPServer(("127.0.0.1", 0), Ingress) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        broker.url = f"http://127.0.0.1:{server.server_port}"
        yield broker
        server.shutdown()


def batch(*arguments: str) -> int:
    return cli.main(["batch", *arguments], connect=lambda _: FakeBackend())


def test_a_batch_is_asked_for_and_followed_until_it_is_complete(
    broker: Broker, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, out = fill(tmp_path / "in", 4), f"file://{tmp_path}/out"
    code = batch(source, "--out", out, "--events", broker.url, "--voice", "third", "--name", "march")

    request = BatchRequest(source, out, {"voice": "third"}, "march")
    results = f"{out}/{request.batch}/results"
    assert [(event.type, event.data) for event in broker.asked] == [(BATCH_REQUESTED, request.data)]
    assert capsys.readouterr().out == f"4 of 4 summarised; results in {results}.csv and {results}.jsonl\n"
    assert code == 0


def test_the_day_is_told_only_if_it_is_not_today(broker: Broker, tmp_path: Path) -> None:
    source = fill(tmp_path / "in", 1)
    batch(source, "--out", f"file://{tmp_path}/out", "--events", broker.url, "--as-of", "2020-02-29")

    assert broker.asked[0].data["options"] == {"as_of": "2020-02-29"}


def test_a_document_that_failed_is_in_the_exit_code(broker: Broker, tmp_path: Path) -> None:
    source = fill(tmp_path / "in", 2, bad=(1,))

    assert batch(source, "--out", f"file://{tmp_path}/out", "--events", broker.url) == 1


def test_a_batch_that_is_complete_is_not_asked_for_again(broker: Broker, tmp_path: Path) -> None:
    source = fill(tmp_path / "in", 2)
    for _ in range(2):
        assert batch(source, "--out", f"file://{tmp_path}/out", "--events", broker.url) == 0

    assert len(broker.asked) == 1


def test_a_broker_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = fill(tmp_path / "in", 1)
    assert batch(source, "--out", f"file://{tmp_path}/out", "--events", "http://127.0.0.1:9") == 1
    assert "does not take them" in capsys.readouterr().err
    assert batch(source, "--out", f"file://{tmp_path}/out", "--events", "broker") == 1
    assert "--events is not an address such as http://" in capsys.readouterr().err


def test_following_tells_every_new_result_and_ends_with_the_batch(tmp_path: Path) -> None:
    request = BatchRequest(fill(tmp_path / "in", 3), f"file://{tmp_path}/out")
    bus = Bus()
    batches = batches_over(bus)
    folder = Storage().folder(request.output, request.batch, existing=False)

    def sleep(_: float) -> None:
        bus.hand_over(batches)

    steps = follow(folder, _console(), sleep=sleep)
    bus.deliver(Event("1", "/tests", BATCH_REQUESTED, request.data))

    assert list(steps) == [(0, 3), (1, 3), (2, 3), (3, 3), (3, 3)]


def test_a_batch_that_stands_still_is_told(tmp_path: Path) -> None:
    console, seconds = _console(), iter(range(0, 10_000, 30))
    folder = _folder(tmp_path)

    def sleep(_: float) -> None:
        if now[-1] > PATIENCE:
            raise KeyboardInterrupt

    now: list[float] = []

    def clock() -> float:
        now.append(next(seconds))
        return now[-1]

    with pytest.raises(KeyboardInterrupt):
        list(follow(folder, console, sleep=sleep, clock=clock))

    assert isinstance(console.err, io.StringIO)
    assert "not begun after 120 s; see whether summarize runs" in console.err.getvalue()


def test_without_a_broker_the_batch_is_worked_here(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = fill(tmp_path / "in", 2)
    out = f"file://{tmp_path}/out"
    assert batch(source, "--out", out, "--as-of", "2026-01-31") == 1

    request = BatchRequest(source, out, {"as_of": "2026-01-31"})
    rows = (tmp_path / "out" / request.batch / "results.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(row)["result"]["code"] for row in rows] == ["not-a-docx", "not-a-docx"]
    assert capsys.readouterr().out.startswith("0 of 2 summarised; results in ")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ("ftp://host/in", "--out", "s3://bucket/out"),
            "input is 'ftp://host/in'; allowed: file:///folder, s3://",
        ),
        (("s3://bucket/in", "--out", "out.csv"), "output is 'out.csv'; allowed: file:///folder, s3://bucket"),
        (("in", "--out", "s3://bucket/out"), "input is 'in'; allowed: file:///folder, s3://bucket/prefix."),
        (("in", "--out", "out.csv", "--events", "http://broker"), "input is 'in'; allowed: file:///folder"),
        (("s3://b/in", "--out", "s3://b/out", "--url", "http://here"), "give --events instead of --url."),
    ],
)
def test_what_is_no_place_is_refused(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], told: str
) -> None:
    assert batch(*arguments) == 1
    assert told in capsys.readouterr().err


def _folder(tmp_path: Path) -> Folder:
    return Storage().folder(f"file://{tmp_path}/out", "b", existing=False)


def _console() -> Console:
    return Console(io.StringIO(), io.StringIO())
