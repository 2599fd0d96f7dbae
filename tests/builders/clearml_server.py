"""A ClearML server on loopback: as much of its API as its SDK asks for here, learned from the SDK's own calls.

Every call is `POST /SERVICE.ACTION` (behind a version such as /v2.23), JSON in, `{"meta": ..., "data": ...}` out; a
batch of events is one JSON request a line. The server can be told to be `down`: then it answers every call with 503.
"""

import base64
import json
import re
import threading
import uuid
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Answer = dict[str, Any]
NOW = "2026-01-31T00:00:00.000000+00:00"


@dataclass
class ClearMl:
    """What the server knows. `calls` counts by endpoint; `unknown` are endpoints that it should have and has not."""

    tasks: dict[str, dict[str, Any]] = field(default_factory=dict)
    projects: dict[str, str] = field(default_factory=dict)
    events: list[dict[str, Any]] = field(default_factory=list)
    calls: Counter[str] = field(default_factory=Counter)
    unknown: Counter[str] = field(default_factory=Counter)
    down: bool = False

    def answer(self, endpoint: str, asked: Mapping[str, Any]) -> Answer:
        """The data of the answer to a call."""
        self.calls[endpoint] += 1
        act: Callable[[Mapping[str, Any]], Answer] | None = getattr(self, endpoint.replace(".", "_"), None)
        if act is None:
            self.unknown[endpoint] += 1
            return {}
        return act(asked)

    def scalars(self) -> dict[tuple[str, str], list[tuple[int, float]]]:
        """The points of every scalar, in the order in which they came."""
        found: dict[tuple[str, str], list[tuple[int, float]]] = {}
        for event in self.events:
            if event["type"] == "training_stats_scalar":
                series = found.setdefault((event["metric"], event["variant"]), [])
                series.append((event["iter"], event["value"]))
        return found

    def auth_login(self, _: Mapping[str, Any]) -> Answer:
        claims = {"exp": 4_000_000_000, "api_version": "2.23", "server_version": "1.15", "env": "test"}
        parts: tuple[Mapping[str, Any], ...] = ({"alg": "HS256", "typ": "JWT"}, claims)
        return {"token": ".".join([*map(_base64, parts), "c2lnbmF0dXJl"])}

    def projects_get_all(self, asked: Mapping[str, Any]) -> Answer:
        pattern = re.compile(asked.get("name") or "")
        found = [{"id": id_, "name": name} for name, id_ in self.projects.items() if pattern.search(name)]
        return {"projects": found}

    projects_get_all_ex = projects_get_all

    def projects_create(self, asked: Mapping[str, Any]) -> Answer:
        return {"id": self.projects.setdefault(asked["name"], uuid.uuid4().hex)}

    def projects_get_by_id(self, asked: Mapping[str, Any]) -> Answer:
        names = {id_: name for name, id_ in self.projects.items()}
        return {"project": {"id": asked["project"], "name": names[asked["project"]]}}

    def tasks_create(self, asked: Mapping[str, Any]) -> Answer:
        id_ = uuid.uuid4().hex
        self.tasks[id_] = {
            **asked,
            "id": id_,
            "status": "created",
            "created": NOW,
            "last_update": NOW,
            "last_iteration": 0,
            "execution": {},
            "script": {},
        }
        return {"id": id_}

    def tasks_get_all(self, asked: Mapping[str, Any]) -> Answer:
        def wanted(task: Mapping[str, Any]) -> bool:
            return (
                re.search(asked.get("name") or "", task["name"]) is not None
                and (not asked.get("id") or task["id"] in asked["id"])
                and (not asked.get("project") or task["project"] in asked["project"])
            )

        return {"tasks": [task for task in self.tasks.values() if wanted(task)]}

    tasks_get_all_ex = tasks_get_all

    def tasks_get_by_id(self, asked: Mapping[str, Any]) -> Answer:
        return {"task": self.tasks[asked["task"]]}

    def tasks_update(self, asked: Mapping[str, Any]) -> Answer:
        self.tasks[asked["task"]] |= {name: value for name, value in asked.items() if name != "task"}
        return {"updated": 1, "fields": {}}

    tasks_edit = tasks_update

    def tasks_started(self, asked: Mapping[str, Any]) -> Answer:
        return self._become(asked, "in_progress")

    def tasks_stopped(self, asked: Mapping[str, Any]) -> Answer:
        return self._become(asked, "stopped")

    def tasks_completed(self, asked: Mapping[str, Any]) -> Answer:
        return self._become(asked, "completed")

    def _become(self, asked: Mapping[str, Any], status: str) -> Answer:
        self.tasks[asked["task"]]["status"] = status
        return {"updated": 1, "fields": {"status": status}, "started": 1}

    def events_add_batch(self, asked: Mapping[str, Any]) -> Answer:
        self.events += asked["requests"]
        for event in asked["requests"]:
            task = self.tasks[event["task"]]
            task["last_iteration"] = max(task["last_iteration"], event.get("iter") or 0)
        return {"added": len(asked["requests"]), "errors": 0, "errors_info": {}}


@contextmanager
def clearml_server() -> Iterator[tuple[ClearMl, str]]:
    """The server, and its address."""
    clearml = ClearMl()
    server = _Server(clearml)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield clearml, f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, clearml: ClearMl) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.clearml = clearml
        self.lock = threading.Lock()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        endpoint = self.path.rpartition("/")[2].partition("?")[0]
        if self.server.clearml.down:
            self._send(503, endpoint, {})
            return
        with self.server.lock:
            self._send(200, endpoint, self.server.clearml.answer(endpoint, _read(endpoint, body)))

    do_GET = do_POST  # noqa: N815 - the base class's name

    def _send(self, status: int, endpoint: str, data: Answer) -> None:
        meta = {
            "id": "1",
            "trx": "1",
            "endpoint": {"name": endpoint, "requested_version": "2.23", "actual_version": "2.23"},
            "result_code": status,
            "result_subcode": 0,
            "result_msg": "OK" if status == 200 else "not now",
            "error_stack": "",
            "error_data": {},
        }
        content = json.dumps({"meta": meta, "data": data}).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - inherited
        """Silence: `calls` says it all."""


def _read(endpoint: str, body: bytes) -> dict[str, Any]:
    if endpoint == "events.add_batch":
        return {"requests": [json.loads(line) for line in body.splitlines() if line.strip()]}
    asked: dict[str, Any] = json.loads(body or b"{}")
    return asked


def _base64(part: Mapping[str, Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=")
