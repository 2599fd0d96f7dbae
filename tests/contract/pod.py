"""A function as a process that has what a pod's container has, and no more."""

import hashlib
import http.client
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from functions.summarize import samples
from tests.builders.ports import free_port
from tests.builders.waiting import PATIENCE, until

ROOT = Path(__file__).parents[2]
CONFINE = Path(__file__).with_name("confine.sh")
KEY = "the key of the contract"
BEARER = {"Authorization": f"Bearer {KEY}"}
IDENTITY = {
    "K_SERVICE": "summarize",
    "K_CONFIGURATION": "summarize",
    "K_REVISION": "summarize-00001",
    "API_KEY_HASHES": hashlib.sha256(KEY.encode()).hexdigest(),
}
"""What Knative and the Secret put into the environment of a pod."""


def can_confine() -> bool:
    """Whether this machine lets a test make a mount namespace: that takes root and util-linux.

    A pod has a /tmp of its own, in which a checkout under this machine's /tmp would not be seen.
    """
    if any(Path(place).is_relative_to("/tmp") for place in (ROOT, sys.prefix, sys.base_prefix)):
        return False
    if os.geteuid() or not shutil.which("unshare") or not shutil.which("setpriv"):
        return False
    return subprocess.run(["unshare", "--mount", "true"], check=False, capture_output=True).returncode == 0


CONFINED = (
    ("unshare", "--mount", "--propagation", "private", "sh", str(CONFINE), sys.base_prefix)
    if can_confine()
    else ()
)


@dataclass(frozen=True)
class Pod:
    """A running function. Its output is in `folder`."""

    process: subprocess.Popen[bytes]
    port: int
    folder: Path

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def client(self, timeout: float = PATIENCE) -> httpx.Client:
        return httpx.Client(base_url=self.url, headers=BEARER, timeout=timeout)

    def connection(self, timeout: float = PATIENCE) -> http.client.HTTPConnection:
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)

    def ready(self, timeout: float = 0.1) -> bool:
        """Ask as queue-proxy does, which waits 100 ms."""
        connection = self.connection(timeout)
        try:
            connection.request("GET", "/readyz", headers={"User-Agent": "kube-probe/1.33"})
            return connection.getresponse().status == 200
        except OSError:
            return False
        finally:
            connection.close()

    def wait_until_ready(self) -> None:
        """Probe as queue-proxy does until the answer is yes."""

        def ready() -> bool:
            assert self.process.poll() is None, self.complaints()
            return self.ready()

        until(ready)

    def terminate(self) -> None:
        self.process.send_signal(signal.SIGTERM)

    def exit_code(self, timeout: float = PATIENCE) -> int:
        return self.process.wait(timeout)

    def lines(self) -> list[dict[str, Any]]:
        """The log."""
        whole, _, _ = (self.folder / "stdout").read_bytes().rpartition(b"\n")  # the next may be on its way
        return [json.loads(line) for line in whole.splitlines()]

    def complaints(self) -> str:
        """What was written to the standard error."""
        return (self.folder / "stderr").read_text(encoding="utf-8")

    def open_requests(self) -> int:
        """How many requests are being answered, the question for it left out."""
        return round(self.metric("http_requests_open") or 1) - 1

    def takes_connections(self) -> bool:
        """Whether the port is still listened on: it is no longer once the process has begun to stop."""
        try:
            raw(self).close()
        except ConnectionRefusedError:
            return False
        return True

    def metric(self, name: str) -> float | None:
        """A metric's value, by its name with labels as the exposition has it."""
        with self.client() as client:
            lines = client.get("/metrics").text.splitlines()
        values = [line.rpartition(" ")[2] for line in lines if line.rpartition(" ")[0] == name]
        return float(values[0]) if values else None

    def memory(self, kind: str = "VmHWM") -> float:
        """MiB of resident memory at most so far (or now, as `VmRSS`)."""
        status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        return int(next(line.split()[1] for line in status.splitlines() if line.startswith(kind))) / 1024


@contextmanager
def pod(
    folder: Path, function: str = "summarize", environment: Mapping[str, str] = IDENTITY, **more: str
) -> Iterator[Pod]:
    """A function that has just been started; killed at the end if it still runs."""
    folder.mkdir(parents=True, exist_ok=True)
    port = free_port()
    with (folder / "stdout").open("wb") as output, (folder / "stderr").open("wb") as errors:
        process = subprocess.Popen(
            [*CONFINED, sys.executable, "-m", f"functions.{function}"],
            cwd="/",
            env={
                "PATH": os.environ["PATH"],
                "PYTHONPATH": str(ROOT),
                "PORT": str(port),
                **environment,
                **more,
            },
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=errors,
        )
        running = Pod(process, port, folder)
        try:
            yield running
        finally:
            process.kill()
            process.wait()


@dataclass(frozen=True)
class Upload:
    """A request for a summary, as bytes that a test can send piece by piece."""

    body: bytes
    content_type: str

    def head(self, *lines: str) -> bytes:
        """The request line and headers; `lines` say how the body is sent, unless it is by its length."""
        sent = lines or (f"Content-Length: {len(self.body)}",)
        return "\r\n".join(
            (
                "POST /generate-summary/ HTTP/1.1",
                "Host: summarize",
                f"Authorization: Bearer {KEY}",
                f"Content-Type: {self.content_type}",
                *sent,
                "\r\n",
            )
        ).encode()

    def headers(self) -> dict[str, str]:
        return {**BEARER, "Content-Type": self.content_type}


def upload(sample: str = "head-chef", **options: str) -> Upload:
    """The form for a sample resume."""
    return upload_of(samples.path(sample).read_bytes(), **options)


def upload_of(data: bytes, **options: str) -> Upload:
    """The form for these bytes."""
    form = {"as_of": "2026-01-01", **options}
    request = httpx.Request("POST", "http://pod", files={"file": data}, data=form)
    return Upload(request.read(), request.headers["Content-Type"])


def answer(connection: socket.socket) -> tuple[int, bytes]:
    """The status and body of the response that comes on a raw connection."""
    response = http.client.HTTPResponse(connection)
    response.begin()
    return response.status, response.read()


def raw(pod: Pod, timeout: float = PATIENCE) -> socket.socket:
    """A connection on which a test sends its own bytes."""
    return socket.create_connection(("127.0.0.1", pod.port), timeout)
