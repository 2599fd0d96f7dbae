"""Load from a few callers at once, each asking for the next summary as soon as it has one."""

import http.client
import statistics
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from urllib.parse import urlsplit

import httpx


@dataclass(frozen=True, slots=True)
class Upload:
    """A request for a summary, built once."""

    body: bytes
    headers: Mapping[str, str]

    @classmethod
    def of(cls, data: bytes, options: Mapping[str, str], headers: Mapping[str, str]) -> "Upload":
        """The form that a browser would send."""
        request = httpx.Request("POST", "http://service", files={"file": data}, data=dict(options))
        return cls(request.read(), {"Content-Type": request.headers["Content-Type"], **headers})


@dataclass(frozen=True, slots=True)
class Load:
    """What `callers` at once met: summaries a second, milliseconds at the median and of the slowest."""

    callers: int
    throughput: float
    median: float
    p95: float
    p99: float


def put_load(url: str, upload: Upload, *, callers: int, each: int) -> Load:
    """Let `callers` ask `each` times, and raise `SystemExit` if any is refused."""
    address = urlsplit(url).netloc

    def call(_: int) -> list[float]:
        connection = http.client.HTTPConnection(address, timeout=120)
        taken = []
        for _ in range(each):
            began = time.perf_counter()
            connection.request("POST", "/generate-summary/", upload.body, upload.headers)
            answer = connection.getresponse()
            answer.read()
            taken.append(1000 * (time.perf_counter() - began))
            if answer.status != http.HTTPStatus.OK:
                raise SystemExit(f"{url} answered {answer.status}")
        connection.close()
        return taken

    began = time.perf_counter()
    with ThreadPoolExecutor(callers) as pool:
        taken = [time_ for times in pool.map(call, range(callers)) for time_ in times]
    seconds = time.perf_counter() - began
    cuts = statistics.quantiles(taken, n=100)
    return Load(callers, len(taken) / seconds, statistics.median(taken), cuts[94], cuts[98])
