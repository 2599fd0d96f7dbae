"""A real S3 server process on loopback, moto's: `python -m tests.builders.s3 PORT`."""

import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.builders.ports import free_port
from tests.builders.waiting import PATIENCE, until

ROOT = Path(__file__).parents[2]
REGION = "eu-west-1"
_LOCATION = (
    '<CreateBucketConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/">'
    f"<LocationConstraint>{REGION}</LocationConstraint></CreateBucketConfiguration>"
)


@dataclass(frozen=True, slots=True)
class S3Server:
    """Where it listens. What it stores is in its memory."""

    url: str

    @property
    def environment(self) -> Mapping[str, str]:
        """The standard variables that lead an S3 client to it."""
        return {
            "AWS_ENDPOINT_URL": self.url,
            "AWS_REGION": REGION,
            "AWS_ACCESS_KEY_ID": "test",
            "AWS_SECRET_ACCESS_KEY": "test",
        }

    def make_bucket(self, name: str) -> str:
        """A new bucket's address."""
        request = urllib.request.Request(f"{self.url}/{name}", data=_LOCATION.encode(), method="PUT")
        with urllib.request.urlopen(request, timeout=PATIENCE):
            return f"s3://{name}"


@contextmanager
def s3_server() -> Iterator[S3Server]:
    """The server, from when it answers until the end of the block."""
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", __name__, str(port)],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        server = S3Server(f"http://127.0.0.1:{port}")
        until(lambda: _answers(server.url, process))
        yield server
    finally:
        process.kill()
        process.wait()


def _answers(url: str, process: subprocess.Popen[bytes]) -> bool:
    if process.poll() is not None:
        raise RuntimeError(f"moto's server ended with {process.returncode}")
    try:
        urllib.request.urlopen(f"{url}/moto-api/", timeout=PATIENCE).close()
    except OSError:
        return False
    return True


def main(port: str) -> None:
    """Serve until the process is ended.

    One request after the other is dealt with: moto looks whether an object is there and then makes it, so that of many
    who create it at once several would succeed, as they never do at S3.
    """
    from moto.moto_server.werkzeug_app import (
        DomainDispatcherApplication,
        MotoRequestHandler,
        create_backend_app,
    )
    from werkzeug.serving import run_simple

    moto = DomainDispatcherApplication(create_backend_app)
    turn = threading.Lock()

    def serve(environ: Any, start_response: Any) -> Iterable[bytes]:
        with turn:
            return list(moto(environ, start_response))

    run_simple("127.0.0.1", int(port), serve, threaded=True, request_handler=MotoRequestHandler)


if __name__ == "__main__":
    main(*sys.argv[1:])
