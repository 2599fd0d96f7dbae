"""Whether a deployment works, from outside: `python -m knative.smoke URL` or `make smoke URL=...`.

Asks a running service, wherever it runs, for its health, its models and a summary of a sample resume by each of them,
and tries what must be refused. The API key is read from the variable API_KEY. Needs nothing but Python.
"""

import argparse
import json
import os
import sys
import time
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from http.client import HTTPException
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

SAMPLE = Path(__file__).parents[1] / "functions" / "summarize" / "samples" / "charge-nurse.docx"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
WAKING = frozenset({502, 503, 504})
"""Answers of a service, or of what stands in front of it, that is still starting."""


class SmokeFailure(Exception):  # noqa: N818 - read as a sentence
    """A check did not see what it should. The message says what it saw."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Status, headers (lower-case names) and body of a response."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    def json(self) -> Any:
        """The body as JSON; raises `SmokeFailure`."""
        try:
            return json.loads(self.body)
        except ValueError:
            raise SmokeFailure(f"{self.status} with a body that is not JSON: {self.body[:80]!r}") from None


@dataclass(frozen=True, slots=True)
class Target:
    """A service: its root, the Host header to send if another, the API key, and seconds to wait for it to wake up."""

    url: str
    host: str = ""
    key: str = field(default="", repr=False)
    patience: float = 120

    def get(self, path: str) -> Answer:
        """GET, asked again while the service is starting."""
        return self._until_awake(Request(self.url + path, headers=self._headers()))  # noqa: S310 - http or https

    def post(self, data: bytes, fields: Mapping[str, str], *, key: str | None = None) -> Answer:
        """POST a file and options to /generate-summary/."""
        boundary = uuid.uuid4().hex
        headers = self._headers(key) | {"Content-Type": f"multipart/form-data; boundary={boundary}"}
        body = _form(boundary, data, fields)
        url = f"{self.url}/generate-summary/"
        return self._until_awake(Request(url, data=body, headers=headers))  # noqa: S310 - http or https

    def _headers(self, key: str | None = None) -> dict[str, str]:
        key = self.key if key is None else key
        return ({"Host": self.host} if self.host else {}) | (
            {"Authorization": f"Bearer {key}"} if key else {}
        )

    def _until_awake(self, request: Request) -> Answer:
        deadline = time.monotonic() + self.patience
        while True:
            try:
                answer = _send(request, timeout=max(1.0, deadline - time.monotonic()))
            except (OSError, HTTPException) as error:
                if time.monotonic() > deadline:
                    raise SmokeFailure(f"{request.full_url}: {error}") from error
            else:
                if answer.status not in WAKING or time.monotonic() > deadline:
                    return answer
            time.sleep(0.5)


def _send(request: Request, timeout: float) -> Answer:
    try:
        with urlopen(request, timeout=timeout) as response:  # noqa: S310 - http or https, checked in main
            return _answer(response.status, response.headers.items(), response.read())
    except HTTPError as error:
        return _answer(error.code, error.headers.items(), error.read())


def _answer(status: int, headers: Sequence[tuple[str, str]], body: bytes) -> Answer:
    return Answer(status, {name.lower(): value for name, value in headers}, body)


def _form(boundary: str, data: bytes, fields: Mapping[str, str]) -> bytes:
    parts = [
        f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in fields.items()
    ]
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="resume.docx"\r\n'
    parts.append(f"{head}Content-Type: {DOCX}\r\n\r\n".encode() + data + b"\r\n")
    return b"".join([*parts, f"--{boundary}--\r\n".encode()])


def check_health(target: Target) -> str:
    """It is ready, and says which models it has."""
    health = _expect(target.get("/health"), 200).json()
    _expect(target.get("/readyz"), 200)
    return f"version {health['version']}, models {', '.join(health['models'])}"


def check_summaries(target: Target) -> str:
    """Each model writes a summary in which every sentence has evidence; the same again is the same bytes."""
    resume, lengths = SAMPLE.read_bytes(), []
    for model in _expect(target.get("/health"), 200).json()["models"]:
        options = {"model": model, "as_of": "2026-01-01"}
        answer = _expect(target.post(resume, options), 200)
        if not all(sentence["evidence"] for sentence in answer.json()["sentences"]):
            raise SmokeFailure(f"{model}: a sentence has no evidence")
        if _expect(target.post(resume, options), 200).body != answer.body:
            raise SmokeFailure(f"{model}: the same resume gave two different answers")
        lengths.append(f"{model} {len(answer.json()['summary'].split())} words")
    return ", ".join(lengths)


def check_refusals(target: Target) -> str:
    """What is not a DOCX is refused with a problem detail; and a caller without a key, where keys are asked for."""
    problem = _expect(target.post(b"%PDF-1.7 not a resume", {}), 415).json()
    seen = [f"415 {problem['code']}"]
    if target.key:
        seen.append(f"401 {_expect(target.post(b'', {}, key='wrong'), 401).json()['code']}")
    return ", ".join(seen)


def check_catalog(target: Target) -> str:
    """Models and parsers have their cards."""
    models = _expect(target.get("/models"), 200).json()["models"]
    parsers = _expect(target.get("/parsers"), 200).json()["parsers"]
    return f"{len(models)} model cards, {len(parsers)} parser cards"


def _expect(answer: Answer, status: int) -> Answer:
    if answer.status != status:
        raise SmokeFailure(
            f"answered {answer.status} instead of {status}: {answer.body[:200].decode(errors='replace')}"
        )
    return answer


SUMMARIZE_CHECKS: tuple[Callable[[Target], str], ...] = (check_health, check_summaries, check_refusals)
CATALOG_CHECKS: tuple[Callable[[Target], str], ...] = (check_health, check_catalog)


def run(checks: Sequence[Callable[[Target], str]], target: Target) -> bool:
    """Print a line for each check; whether all saw what they should."""
    fine = True
    for check in checks:
        began = time.monotonic()
        try:
            verdict, seen = "ok", check(target)
        except SmokeFailure as failure:
            verdict, seen, fine = "FAILED", str(failure), False
        except (KeyError, TypeError) as error:
            verdict, seen, fine = "FAILED", f"the answer is of another shape: {error!r}", False
        name = check.__name__.removeprefix("check_")
        sys.stdout.write(f"{verdict:<7} {target.url} {name}: {seen} ({time.monotonic() - began:.2f} s)\n")
    return fine


def main(argv: Sequence[str] | None = None) -> int:
    """Run the checks; the exit code is 0 if all passed."""
    parser = argparse.ArgumentParser(prog="python -m knative.smoke", description=__doc__)
    parser.add_argument("url", help="root of summarize, such as http://127.0.0.1:8080")
    parser.add_argument(
        "--catalog", default="", metavar="URL", help="root of the catalog, if it is to be asked too"
    )
    parser.add_argument(
        "--host", default="", help="Host header, where the name has no address (a port-forward)"
    )
    parser.add_argument("--catalog-host", default="", metavar="HOST", help="the same for the catalog")
    parser.add_argument(
        "--patience", type=float, default=120, metavar="SECONDS", help="for a cold start (120)"
    )
    asked = parser.parse_args(argv)
    for url in filter(None, (asked.url, asked.catalog)):
        if not url.startswith(("http://", "https://")):
            parser.error(f"{url} is not an http address")
    key = os.environ.get("API_KEY", "")
    fine = run(SUMMARIZE_CHECKS, Target(asked.url.rstrip("/"), asked.host, key, asked.patience))
    if asked.catalog:
        catalog = Target(asked.catalog.rstrip("/"), asked.catalog_host, key, asked.patience)
        fine = run(CATALOG_CHECKS, catalog) and fine
    return int(not fine)


if __name__ == "__main__":
    raise SystemExit(main())
