"""A real S3 server process on loopback: moto's."""

import subprocess
import sys
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from tests.builders.ports import free_port
from tests.builders.waiting import PATIENCE, until

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
        [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)],
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
