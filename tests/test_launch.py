import http.client
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from functions.launch import (
    LOOPBACK,
    PORTS,
    SIGNALS,
    Child,
    LaunchError,
    Patience,
    Service,
    choose_ports,
    launch,
    other_ports,
    services,
    stopped_by_signals,
)
from tests.builders.ports import free_port
from tests.builders.waiting import PATIENCE, until

SERVER = """
import os, signal, sys, threading
from http.server import BaseHTTPRequestHandler, HTTPServer

class Answer(BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == "/end":
            os._exit(4)
        self.send_response(int(os.environ["STATUS"]))
        self.end_headers()

    def log_message(self, *words):
        pass

if os.environ.get("STUBBORN"):
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
if os.environ.get("LIVES"):
    threading.Timer(float(os.environ["LIVES"]), os._exit, (4,)).start()
print("listening", flush=True)
HTTPServer(("127.0.0.1", int(os.environ["PORT"])), Answer).serve_forever()
"""
DYING = "import sys; print('the weights are missing', file=sys.stderr); sys.exit(3)"
PATIENT = Patience(start=PATIENCE, stop=PATIENCE)


def server(name: str, port: int, status: int = 200, **environment: str) -> Service:
    settings = {"PORT": str(port), "STATUS": str(status), **environment}
    return Service(name, port, (sys.executable, "-c", SERVER), environment=settings)


def answers(port: int) -> bool:
    connection = http.client.HTTPConnection(LOOPBACK, port, timeout=PATIENCE)
    try:
        connection.request("GET", "/")
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()


def end(port: int) -> None:
    """Let the server there die."""
    connection = http.client.HTTPConnection(LOOPBACK, port, timeout=PATIENCE)
    connection.request("GET", "/end")
    with pytest.raises((OSError, http.client.HTTPException)):
        connection.getresponse()
    connection.close()


def running(*wanted: Service) -> tuple[threading.Thread, threading.Event, list[str]]:
    said: list[str] = []
    stopping = threading.Event()
    thread = threading.Thread(target=launch, args=(wanted, stopping, said.append, PATIENT))
    thread.start()
    until(lambda: any(line.startswith("Ready") for line in said))
    return thread, stopping, said


def test_services_are_announced_when_ready_and_stopped_when_asked() -> None:
    first, second = server("first", free_port()), server("second", free_port())
    thread, stopping, said = running(first, second)
    assert answers(first.port)
    assert answers(second.port)
    stopping.set()
    thread.join(PATIENCE)
    assert not thread.is_alive()
    assert not answers(first.port)
    assert not answers(second.port)
    assert [line.split() for line in said[:2]] == [
        ["first", f"{first.url}/docs"],
        ["second", f"{second.url}/docs"],
    ]


def test_a_service_that_does_not_stop_is_killed() -> None:
    stubborn = server("stubborn", free_port(), STUBBORN="1")
    stopping = threading.Event()

    def stop_when_ready(line: str) -> None:
        if line.startswith("Ready"):
            stopping.set()

    launch([stubborn], stopping, stop_when_ready, Patience(start=PATIENCE, stop=0.2))
    assert not answers(stubborn.port)


def test_a_service_that_dies_is_explained_and_the_others_are_stopped() -> None:
    alive, dying = server("alive", free_port()), Service("dying", free_port(), (sys.executable, "-c", DYING))
    with pytest.raises(LaunchError) as caught:
        launch([alive, dying], threading.Event(), print, PATIENT)
    assert str(caught.value) == "dying stopped with exit code 3.\n  | the weights are missing"
    assert not answers(alive.port)


def test_a_service_that_never_gets_ready_is_explained() -> None:
    waiting = server("waiting", free_port(), status=503)
    with pytest.raises(LaunchError, match=r"^waiting is not ready after 0 s\."):
        launch([waiting], threading.Event(), print, Patience(start=0.2, stop=PATIENCE))
    assert not answers(waiting.port)


def test_the_last_lines_of_a_service_that_is_given_up_are_shown() -> None:
    child = Child(server("waiting", free_port(), status=503))
    until(lambda: "\n" in str(child.give_up(3)))
    assert str(child.give_up(3)) == "waiting is not ready after 3 s.\n  | listening"
    child.ask_to_stop()
    child.stop(PATIENCE)


def test_a_stop_during_the_start_is_heeded() -> None:
    waiting = server("waiting", free_port(), status=503)
    stopping = threading.Event()
    stopping.set()
    said: list[str] = []
    launch([waiting], stopping, said.append, PATIENT)
    assert said == []
    assert not answers(waiting.port)


def test_a_service_that_is_killed_is_started_again() -> None:
    service = server("killed", free_port())
    thread, stopping, said = running(service)
    end(service.port)
    until(lambda: any("It is started again." in line for line in said))
    until(lambda: answers(service.port))
    stopping.set()
    thread.join(PATIENCE)
    assert not answers(service.port)


def test_a_service_that_dies_again_and_again_stops_all() -> None:
    dying = server("dying", free_port(), LIVES="0.2")
    with pytest.raises(LaunchError, match="dying stopped with exit code 4"):
        launch([dying], threading.Event(), print, PATIENT)


def test_a_usual_port_that_is_taken_gives_way_to_the_next_free_one() -> None:
    asked = dict.fromkeys(PORTS)
    with socket.socket() as other:
        other.bind((LOOPBACK, 0))
        other.listen()
        taken = other.getsockname()[1]
        assert choose_ports({**asked, "page": taken})["page"] == taken
    chosen = choose_ports({**asked, "summarize": 8081})
    assert chosen["summarize"] == 8081
    assert chosen["catalog"] > 8081
    assert len(set(chosen.values())) == len(PORTS)


def test_a_service_that_gives_way_takes_no_other_ones_usual_port(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as other:
        other.bind((LOOPBACK, 0))
        other.listen()
        taken = other.getsockname()[1]
        ports = {"summarize": taken, "catalog": free_port(), "tracker": free_port(), "page": free_port()}
        monkeypatch.setattr("functions.launch.PORTS", ports)
        asked = dict.fromkeys(ports)
        chosen = choose_ports(asked)
        said = other_ports(asked, chosen)
    assert chosen == ports | {"summarize": chosen["summarize"]}
    assert chosen["summarize"] not in ports.values()
    assert said == [f"Port {taken} is in use by another program: summarize takes {chosen['summarize']}."]


def test_a_neighbours_usual_port_is_left_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("functions.launch._free", lambda port: port != 8080)
    asked = dict.fromkeys(PORTS)
    assert choose_ports(asked) == PORTS | {"summarize": 8083}
    given = {**asked, "summarize": 8081}
    assert other_ports(given, choose_ports(given)) == ["Port 8081 is given to summarize: catalog takes 8083."]


def test_it_is_said_why_a_service_is_at_another_port_than_usual() -> None:
    chosen = PORTS | {"summarize": 8083, "page": 9000}
    assert other_ports({"page": 9000, "summarize": None}, chosen) == [
        "Port 8080 is in use by another program: summarize takes 8083."
    ]
    assert other_ports({}, PORTS) == []


def test_ports_in_use_are_named_before_anything_starts() -> None:
    with socket.socket() as other:
        other.bind((LOOPBACK, 0))
        other.listen()
        taken = other.getsockname()[1]
        free = server("free", free_port())
        with pytest.raises(
            LaunchError, match=rf"port {taken} \(taken\)\. Stop that program, or choose other ports"
        ):
            launch([free, server("taken", taken)], threading.Event(), print, PATIENT)
        assert not answers(free.port)


def test_the_page_is_told_where_the_services_are() -> None:
    summarize, catalog, tracker, page = services(9080, 9081, 9082, 9502)
    assert (summarize.command[1:], dict(summarize.environment)) == (
        ("-m", "functions.summarize"),
        {"HOST": LOOPBACK, "PORT": "9080", "K_SINK": "http://127.0.0.1:9082/events", "BATCHES": "here"},
    )
    assert (tracker.command[1:], dict(tracker.environment)) == (
        ("-m", "functions.tracker"),
        {"HOST": LOOPBACK, "PORT": "9082", "FAREWELL": "1"},
    )
    assert (catalog.command[1:], dict(catalog.environment)) == (
        ("-m", "functions.catalog"),
        {"HOST": LOOPBACK, "PORT": "9081"},
    )
    assert dict(page.environment) == {
        "SUMMARIZE_URL": "http://127.0.0.1:9080",
        "CATALOG_URL": "http://127.0.0.1:9081",
    }
    assert page.url == "http://127.0.0.1:9502"
    assert Path(page.command[4]).name == "app.py"


@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_ends_the_command_with_success(number: signal.Signals, tmp_path: Path) -> None:
    program = (
        "import functions.launch as launcher, sys\n"
        "launcher.services = lambda **ports: ()\n"
        "sys.exit(launcher.main([]))\n"
    )
    root = Path(__file__).parents[1]
    with subprocess.Popen(
        [sys.executable, "-c", program],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(root)},
    ) as process:
        assert process.stdout is not None
        next(line for line in process.stdout if line.startswith("Ready after"))
        process.send_signal(number)
        assert process.stdout.read() == "Stopped.\n"
    assert process.returncode == 0


@pytest.fixture
def stopping() -> Iterator[threading.Event]:
    """What a signal sets, as long as the test lasts."""
    handlers = {number: signal.getsignal(number) for number in SIGNALS}
    yield stopped_by_signals()
    for number, handler in handlers.items():
        signal.signal(number, handler)


def test_a_signal_is_heeded_also_while_the_event_that_it_sets_is_being_looked_at(
    stopping: threading.Event,
) -> None:
    handler = signal.getsignal(signal.SIGTERM)
    assert callable(handler)
    with ThreadPoolExecutor(1) as other, vars(stopping)["_cond"]:
        other.submit(handler, signal.SIGTERM, None).result(PATIENCE)
    assert stopping.wait(PATIENCE)
