"""The command of the image for Lambda, against a server that speaks Lambda's runtime API."""

import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx
import pytest

from tests.api.aws_shapes import function_url
from tests.builders.waiting import PATIENCE

pytest.importorskip("awslambdaric", reason="pip install 'resume-summary[lambda]'")


class Runtime(ThreadingHTTPServer):
    """Hands out invocations and keeps the answers (docs.aws.amazon.com/lambda, runtimes-api)."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.invocations: queue.SimpleQueue[dict[str, Any]] = queue.SimpleQueue()
        self.answers: queue.SimpleQueue[tuple[str, Any]] = queue.SimpleQueue()

    def invoke(self, payload: dict[str, Any]) -> tuple[str, Any]:
        """Where the function answers, and what."""
        self.invocations.put(payload)
        return self.answers.get(timeout=PATIENCE)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Runtime

    def do_GET(self) -> None:
        restored = self.path.endswith("/restore/next")  # asked once, when the snapshot may be taken
        content = b"{}" if restored else json.dumps(self.server.invocations.get()).encode()
        self.send_response(200)
        self.send_header("Lambda-Runtime-Aws-Request-Id", "1")
        self.send_header("Lambda-Runtime-Deadline-Ms", "4000000000000")
        self.send_header(
            "Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:eu-west-1:1:function:summarize"
        )
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        self.server.answers.put((self.path.rpartition("/")[2], json.loads(body)))
        self.send_response(202)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - inherited
        """Silence."""


@contextmanager
def function(**environment: str) -> Iterator[Runtime]:
    """The function, started as the image starts it."""
    with Runtime() as runtime:
        threading.Thread(target=runtime.serve_forever, args=(0.02,), daemon=True).start()
        process = subprocess.Popen(
            [sys.executable, "-m", "awslambdaric", "functions.summarize.aws.handler"],
            env={
                "PATH": os.environ["PATH"],
                "AWS_LAMBDA_RUNTIME_API": f"127.0.0.1:{runtime.server_port}",
                "AWS_LAMBDA_FUNCTION_NAME": "summarize",
                "AWS_LAMBDA_FUNCTION_VERSION": "1",
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "1024",
                "AWS_LAMBDA_LOG_GROUP_NAME": "g",
                "AWS_LAMBDA_LOG_STREAM_NAME": "s",
                "AWS_REGION": "eu-west-1",
                "LAMBDA_TASK_ROOT": os.getcwd(),  # noqa: PTH109 - a variable's text
                "API_KEY_HASHES": "0" * 64,
                **environment,
            },
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            yield runtime
        finally:
            process.kill()
            process.wait()
            runtime.shutdown()


@pytest.mark.parametrize("initialization", ["on-demand", "snap-start"])
def test_the_image_answers_an_invocation(initialization: str) -> None:
    with function(AWS_LAMBDA_INITIALIZATION_TYPE=initialization) as runtime:
        where, answer = runtime.invoke(function_url(httpx.Request("GET", "http://localhost/health")))

    assert (where, answer["statusCode"]) == ("response", 200)
    assert set(json.loads(answer["body"])["models"]) == {"bart", "gpt2", "t5"}
