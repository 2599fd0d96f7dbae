"""Everything on this machine with one command: `python -m functions.launch`.

Starts the services and the page on loopback, waits until each is ready, prints the addresses and stops all of
them on Ctrl-C. One that dies later is started again; when one cannot start, or dies again and again, its last lines
are shown and the others are stopped too. A usual port that is taken is replaced by the next free one.
"""

import argparse
import http.client
import os
import queue
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

LOOPBACK = "127.0.0.1"
LAST_LINES = 15
LAST_WORDS = 10
"""Seconds for which the output of a process that has ended is read on: what it has started may hold it open."""
MOST_RESTARTS, WITHIN = 3, 60
"""A service that dies this often in so many seconds is broken: starting it again would not help."""
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
PORTS = {"summarize": 8080, "catalog": 8081, "tracker": 8082, "page": 8502}

Say = Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds to wait for a service to become ready, and for one to end before it is killed."""

    start: float = 90
    stop: float = 10


@dataclass(frozen=True, slots=True)
class Service:
    """A process to run: it is ready when `health` answers 200 on its port; people open `page`."""

    name: str
    port: int
    command: tuple[str, ...]
    health: str = "/readyz"
    page: str = "/docs"
    environment: Mapping[str, str] = field(default_factory=dict)

    @property
    def url(self) -> str:
        """The root of the service."""
        return f"http://{LOOPBACK}:{self.port}"


class LaunchError(Exception):
    """Something could not start, or died. The message says what and what to do."""


class Child:
    """A running service. Its output is read all the time, so that it never blocks, and its end is kept."""

    def __init__(self, service: Service) -> None:
        self.service = service
        environment = (
            os.environ | {"PYTHONPATH": _import_path(), "PYTHONUNBUFFERED": "1"} | dict(service.environment)
        )
        # A session of its own: Ctrl-C reaches this process only, which then stops the children in order.
        self._process = subprocess.Popen(  # noqa: S603 - the command is ours
            service.command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=environment,
            start_new_session=True,
        )
        self._lines: deque[str] = deque(maxlen=LAST_LINES)
        self._reading = threading.Thread(target=self._read, daemon=True)
        self._reading.start()

    def _read(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as output:
            for line in output:
                self._lines.append(line.decode(errors="replace").rstrip())

    def check(self) -> None:
        """Raise `LaunchError` with the last lines if the process has ended."""
        if (code := self._process.poll()) is not None:
            self._reading.join(LAST_WORDS)
            raise LaunchError(f"{self.service.name} stopped with exit code {code}.{self._last_lines()}")

    def ready(self) -> bool:
        """Whether the service answers that it is."""
        connection = http.client.HTTPConnection(LOOPBACK, self.service.port, timeout=2)
        try:
            connection.request("GET", self.service.health)
            return connection.getresponse().status == http.HTTPStatus.OK
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()

    def give_up(self, seconds: float) -> LaunchError:
        """The error for a service that lives and does not become ready."""
        return LaunchError(f"{self.service.name} is not ready after {seconds:.0f} s.{self._last_lines()}")

    def ask_to_stop(self) -> None:
        """Send SIGTERM to the service and whatever it started."""
        self._signal(signal.SIGTERM)

    def stop(self, seconds: float) -> None:
        """Wait for the end that was asked for, and force it if it does not come."""
        try:
            self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            self._signal(signal.SIGKILL)
            self._process.wait()
        self._reading.join(LAST_WORDS)

    def _signal(self, number: signal.Signals) -> None:
        if self._process.poll() is None:
            os.killpg(self._process.pid, number)

    def _last_lines(self) -> str:
        return "".join(f"\n  | {line}" for line in tuple(self._lines))  # which may be growing


def services(summarize: int, catalog: int, tracker: int, page: int) -> tuple[Service, ...]:
    """What `make run` starts, on these ports."""
    app = find_spec("ui.app")
    assert app is not None
    assert app.origin is not None
    follower = _function("tracker", tracker, FAREWELL="1")
    # The tracker is no broker: it hears what became of things, and works no batches.
    summarizer = _function("summarize", summarize, K_SINK=f"{follower.url}/events", BATCHES="here")
    cataloguer = _function("catalog", catalog)
    options = ("--server.port", str(page), "--server.address", LOOPBACK)
    streamlit = Service(
        "page",
        page,
        (sys.executable, "-m", "streamlit", "run", app.origin, *options),
        health="/_stcore/health",
        page="",
        environment={"SUMMARIZE_URL": summarizer.url, "CATALOG_URL": cataloguer.url},
    )
    return summarizer, cataloguer, follower, streamlit


def _function(name: str, port: int, **environment: str) -> Service:
    return Service(
        name,
        port,
        (sys.executable, "-m", f"functions.{name}"),
        environment={"HOST": LOOPBACK, "PORT": str(port), **environment},
    )


def launch(
    wanted: Sequence[Service], stopping: threading.Event, say: Say, patience: Patience = Patience()
) -> None:
    """Run the services until `stopping` is set; raises `LaunchError` when one cannot run."""
    _require_free_ports(wanted)
    started = time.monotonic()
    children: list[Child] = []
    try:
        for service in wanted:
            children.append(Child(service))  # noqa: PERF401 - if the next fails, this one must be stopped
        for child in children:
            _wait_until_ready(child, children, stopping, patience.start)
            if stopping.is_set():
                return
            say(f"  {child.service.name:<10} {child.service.url}{child.service.page}")
        say(f"Ready after {time.monotonic() - started:.1f} s. Ctrl-C stops everything.")
        _keep_alive(children, stopping, say)
    finally:
        _stop(children, patience.stop)


def _keep_alive(children: list[Child], stopping: threading.Event, say: Say) -> None:
    """Start again what dies, until `stopping` is set; raises `LaunchError` for what dies too often."""
    deaths: dict[str, deque[float]] = {}
    while not stopping.wait(0.3):
        for at, child in enumerate(children):
            try:
                child.check()
            except LaunchError as error:
                times = deaths.setdefault(child.service.name, deque(maxlen=MOST_RESTARTS + 1))
                times.append(time.monotonic())
                if len(times) > MOST_RESTARTS and times[-1] - times[0] < WITHIN:
                    raise
                say(f"{error}\nIt is started again.")
                children[at] = Child(child.service)


def _stop(children: Sequence[Child], seconds: float) -> None:
    """Ask all, then wait for each: they end side by side."""
    for child in children:
        child.ask_to_stop()
    for child in children:
        child.stop(seconds)


def _require_free_ports(wanted: Sequence[Service]) -> None:
    taken = [f"{service.port} ({service.name})" for service in wanted if not _free(service.port)]
    if taken:
        raise LaunchError(
            f"Already in use by another program: port {', port '.join(taken)}. "
            "Stop that program, or choose other ports (--help shows how)."
        )


def choose_ports(given: Mapping[str, int | None]) -> dict[str, int]:
    """A port for each service: the one asked for, else its usual one, else the next that is free and nobody's usual."""
    chosen: dict[str, int] = {name: port for name, port in given.items() if port is not None}
    for name, usual in PORTS.items():
        if name not in chosen:
            following = (usual, *(p for p in range(usual, usual + 100) if p not in PORTS.values()))
            chosen[name] = next((p for p in following if p not in chosen.values() and _free(p)), usual)
    return chosen


def other_ports(given: Mapping[str, int | None], chosen: Mapping[str, int]) -> list[str]:
    """Why a service that nobody gave a port is at another one than usual."""
    return [
        f"Port {usual} is {_why(usual, given)}: {name} takes {chosen[name]}."
        for name, usual in PORTS.items()
        if given.get(name) is None and chosen[name] != usual
    ]


def _why(usual: int, given: Mapping[str, int | None]) -> str:
    """What a usual port that is not to be had is."""
    owner = next((name for name, port in given.items() if port == usual), None)
    return f"given to {owner}" if owner else "in use by another program"


def _free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError:
            return False
    return True


def _wait_until_ready(
    child: Child, children: Sequence[Child], stopping: threading.Event, seconds: float
) -> None:
    deadline = time.monotonic() + seconds
    while not child.ready():
        for each in children:
            each.check()
        if time.monotonic() > deadline:
            raise child.give_up(seconds)
        if stopping.wait(0.1):
            return


def _import_path() -> str:
    """The children import what this process imports, from whatever folder it was started in."""
    root = str(Path(__file__).resolve().parents[1])
    return os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))


def main(argv: Sequence[str] | None = None) -> int:
    """Run everything until a signal comes; the exit code is 0 after a stop that was asked for."""
    parser = argparse.ArgumentParser(prog="python -m functions.launch", description=__doc__)
    for name, port in PORTS.items():
        usual = f"port of {name} ({port}, or the next that is free)"
        parser.add_argument(f"--{name}", type=int, metavar="PORT", help=usual)
    asked_for = vars(parser.parse_args(argv))
    ports = choose_ports(asked_for)
    for line in other_ports(asked_for, ports):
        _say(line)
    try:
        launch(services(**ports), stopped_by_signals(), _say)
    except LaunchError as error:
        _say(str(error))
        return 1
    _say("Stopped.")
    return 0


def stopped_by_signals() -> threading.Event:
    """An event that is set when a signal comes.

    The handler runs in the main thread, which may hold the lock of the event that it waits for: to set it there would
    wait for ever. What the handler does instead is safe wherever it interrupts (docs.python.org, `queue.SimpleQueue`).
    """
    stopping = threading.Event()
    came: queue.SimpleQueue[int] = queue.SimpleQueue()

    def stop() -> None:
        came.get()
        stopping.set()

    threading.Thread(target=stop, daemon=True).start()
    for number in SIGNALS:
        signal.signal(number, lambda number, _: came.put(number))
    return stopping


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main())
