"""The Lambda function as a process: news of a new document in a real bucket -> its summary in the bucket."""

import json
import os
import subprocess
import sys
from typing import Any

import pytest

from functions.common.objects import open_objects
from functions.summarize import samples
from functions.summarize.batch.folder import Folder
from functions.summarize.batch.request import BatchRequest
from tests.builders.s3 import S3Server, s3_server

OUTPUT = "s3://resumes/out"
PROGRAM = """
import json, sys
from functions.summarize.aws import handler
for line in sys.stdin:
    print(json.dumps(handler(json.loads(line), None)), file=sys.stderr)
"""


def news(key: str, etag: str) -> dict[str, Any]:
    """What a queue delivers when S3 tells it of a new object."""
    told = {
        "eventSource": "aws:s3",
        "awsRegion": "eu-west-1",
        "eventName": "ObjectCreated:Put",
        "s3": {"bucket": {"name": "resumes"}, "object": {"key": key, "eTag": etag, "sequencer": "1"}},
    }
    return {
        "messageId": key,
        "eventSource": "aws:sqs",
        "eventSourceARN": "arn:aws:sqs:eu-west-1:111122223333:resumes",
        "body": json.dumps({"Records": [told]}),
    }


def invoke(server: S3Server, *payloads: dict[str, Any]) -> list[Any]:
    """What the function answers to each payload, all in one process."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        check=True,
        env={
            "PATH": os.environ["PATH"],
            "AWS_LAMBDA_FUNCTION_NAME": "summarize",
            "API_KEY_HASHES": "0" * 64,
            "BATCH_OUTPUT": OUTPUT,
            **server.environment,
        },
        input="\n".join(json.dumps(payload) for payload in payloads),
        capture_output=True,
        text=True,
    )
    return [json.loads(line) for line in done.stderr.splitlines()]


def test_a_document_put_into_a_bucket_is_summarised(monkeypatch: pytest.MonkeyPatch) -> None:
    with s3_server() as server:
        for name, value in server.environment.items():
            monkeypatch.setenv(name, value)
        server.make_bucket("resumes")
        inbox = open_objects("s3://resumes/in")
        inbox.write("charge nurse.docx", samples.path("charge-nurse").read_bytes())
        (entry,) = inbox.list()
        etag = entry.etag.strip('"')
        messages = [news("in/charge+nurse.docx", etag), news("in/absent.docx", "0" * 32)]

        twice = invoke(server, {"Records": messages}, {"Records": messages})

        request = BatchRequest("s3://resumes/in/charge%20nurse.docx", OUTPUT, name=etag)
        result = Folder(open_objects(OUTPUT), f"{OUTPUT}/{request.batch}").result(0)

    assert twice == [{"batchItemFailures": [{"itemIdentifier": "in/absent.docx"}]}] * 2
    assert result is not None
    assert "nurse" in json.loads(result)["summary"].lower()
