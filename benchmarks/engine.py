"""Running images with a container engine, as strictly confined as a cluster would."""

import json
import os
import shlex
import shutil
import socket
import subprocess
import time
import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

CONFINED = (
    "--read-only",
    "--tmpfs",
    "/tmp:rw,noexec,nosuid,size=64m",
    "--cap-drop",
    "all",
    "--user",
    "65532",
)
"""A root that cannot be written, no capability, an ordinary user: what the manifests ask for."""
PATIENCE = 180
"""Seconds that a container has to become ready."""


@dataclass(frozen=True, slots=True)
class Container:
    """A running container. `began` is when its engine was asked to start it."""

    engine: "Engine"
    name: str
    url: str
    began: float

    def wait_until_ready(self, path: str = "/readyz") -> float:
        """Seconds from asking the engine until `path` answers 200; raises `SystemExit` with the log if it will not."""
        while time.perf_counter() < self.began + PATIENCE:
            try:
                answer = httpx.get(self.url + path, timeout=1)
                if answer.status_code == httpx.codes.OK:
                    return time.perf_counter() - self.began
                if b'"model-unavailable"' in answer.content:
                    break
            except httpx.TransportError:
                if self.state()["Status"] == "exited":
                    break
            time.sleep(0.005)
        raise SystemExit(f"{self.name} is not ready:\n{self.log()}")

    def state(self) -> Mapping[str, object]:
        """The engine's view: `Status`, `Pid`, `ExitCode` ..."""
        state: dict[str, object] = json.loads(
            self.engine.ask("inspect", "--format", "{{json .State}}", self.name)
        )
        return state

    def log(self) -> str:
        """What it has printed."""
        return self.engine.ask("logs", self.name)

    def memory(self) -> tuple[int, int]:
        """Resident memory of its first process in bytes: now, and at most so far."""
        status = Path(f"/proc/{self.state()['Pid']}/status").read_text(encoding="ascii")
        lines = dict(line.split(":", 1) for line in status.splitlines())
        return int(lines["VmRSS"].split()[0]) * 1024, int(lines["VmHWM"].split()[0]) * 1024

    def cpu_seconds(self) -> float:
        """The CPU time that its first process has used, which a busy machine does not change."""
        stat = Path(f"/proc/{self.state()['Pid']}/stat").read_text(encoding="utf-8")
        used = stat.rpartition(")")[2].split()[11:13]  # utime and stime, in clock ticks (proc(5))
        return sum(map(int, used)) / os.sysconf("SC_CLK_TCK")

    def stop(self) -> int:
        """Ask it to end, as a cluster does, and give its exit code: 137 if it had to be killed."""
        self.engine.ask("stop", "--time", "30", self.name)
        return int(str(self.state()["ExitCode"]))


@dataclass(frozen=True, slots=True)
class Engine:
    """`command` is podman or docker with its own options; `options` are for every container that it runs."""

    command: tuple[str, ...]
    options: tuple[str, ...] = ()

    def ask(self, *words: str) -> str:
        """What the engine prints; raises `SystemExit` with it if it fails."""
        done = subprocess.run(
            [*self.command, *words], check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        if done.returncode:
            raise SystemExit(f"{shlex.join((*self.command, *words))} failed:\n{done.stdout}")
        return done.stdout

    def size(self, image: str) -> int:
        """The bytes of an image, uncompressed."""
        return int(self.ask("image", "inspect", "--format", "{{.Size}}", image))

    @contextmanager
    def running(
        self, image: str, environment: Mapping[str, str], options: Sequence[str] = (), *, port: int = 8080
    ) -> Iterator[Container]:
        """A container of `image` whose `port` is open to this machine only; removed at the end."""
        name, outside = f"resume-summary-{uuid.uuid4().hex[:8]}", free_port()
        variables = [word for key, value in environment.items() for word in ("--env", f"{key}={value}")]
        publish = ("--publish", f"127.0.0.1:{outside}:{port}")
        began = time.perf_counter()
        try:
            self.ask(
                "run",
                "--detach",
                "--name",
                name,
                *publish,
                *CONFINED,
                *self.options,
                *variables,
                *options,
                image,
            )
            yield Container(self, name, f"http://127.0.0.1:{outside}", began)
        finally:
            subprocess.run([*self.command, "rm", "--force", name], check=False, capture_output=True)


def choose_engine() -> Engine:
    """CONTAINER_ENGINE and CONTAINER_OPTIONS, as `make` sets them; podman or docker, whichever there is, without."""
    found = os.environ.get("CONTAINER_ENGINE") or shutil.which("podman") or shutil.which("docker")
    if found is None:
        raise SystemExit("A container engine is needed: install podman or docker, or set CONTAINER_ENGINE.")
    return Engine(tuple(shlex.split(found)), tuple(shlex.split(os.environ.get("CONTAINER_OPTIONS", ""))))


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
