"""What AWS tells a Lambda function of, in the shapes that it tells it."""

import json
from typing import Any

import pytest

from functions.common.errors import InvalidSetting, MalformedRequest, StorageUnavailable
from functions.common.events import Event, write_event
from functions.common.events.types import BATCH_REQUESTED
from functions.summarize.batch.aws_events import Notifications
from functions.summarize.batch.request import BatchRequest
from tests.builders.batches import batch_requested

OUTPUT = "s3://results/summaries"
ETAG = "d41d8cd98f00b204e9800998ecf8427e"
S3: dict[str, Any] = {
    "eventVersion": "2.1",
    "eventSource": "aws:s3",
    "awsRegion": "eu-west-1",
    "eventTime": "2026-01-31T08:00:00.000Z",
    "eventName": "ObjectCreated:Put",
    "userIdentity": {"principalId": "AWS:EXAMPLE"},
    "requestParameters": {"sourceIPAddress": "192.0.2.1"},
    "responseElements": {"x-amz-request-id": "EXAMPLE"},
    "s3": {
        "s3SchemaVersion": "1.0",
        "configurationId": "new-resumes",
        "bucket": {
            "name": "resumes",
            "ownerIdentity": {"principalId": "EXAMPLE"},
            "arn": "arn:aws:s3:::resumes",
        },
        "object": {
            "key": "in/Jo+D%C3%B6e+%231.docx",
            "size": 1024,
            "eTag": ETAG,
            "sequencer": "0A1B2C3D4E5F678901",
        },
    },
}
EVENT_BRIDGE = {
    "version": "0",
    "id": "17793124-05d4-b198-2fde-7ededc63b103",
    "detail-type": "Object Created",
    "source": "aws.s3",
    "account": "111122223333",
    "time": "2026-01-31T08:00:00Z",
    "region": "eu-west-1",
    "resources": ["arn:aws:s3:::resumes"],
    "detail": {
        "version": "0",
        "bucket": {"name": "resumes"},
        "object": {
            "key": "in/Jo Döe #1.docx",
            "size": 1024,
            "etag": ETAG,
            "sequencer": "0A1B2C3D4E5F678901",
        },
        "request-id": "EXAMPLE",
        "requester": "111122223333",
        "source-ip-address": "192.0.2.1",
        "reason": "PutObject",
    },
}
TEST_EVENT = {"Service": "Amazon S3", "Event": "s3:TestEvent", "Bucket": "resumes", "RequestId": "EXAMPLE"}
CLOUD_EVENT = json.loads(
    write_event(batch_requested(BatchRequest("s3://resumes/in", OUTPUT)), "structured")[1]
)
EXPECTED = BatchRequest("s3://resumes/in/Jo%20D%C3%B6e%20%231.docx", OUTPUT, name=ETAG)


def topic(message: Any) -> dict[str, Any]:
    return {"Type": "Notification", "MessageId": "m", "TopicArn": "arn", "Message": json.dumps(message)}


def message(identity: str, body: Any, queue: str = "resumes") -> dict[str, Any]:
    return {
        "messageId": identity,
        "receiptHandle": "handle",
        "body": body if isinstance(body, str) else json.dumps(body),
        "attributes": {"ApproximateReceiveCount": "1"},
        "messageAttributes": {},
        "md5OfBody": "0",
        "eventSource": "aws:sqs",
        "eventSourceARN": f"arn:aws:sqs:eu-west-1:111122223333:{queue}",
        "awsRegion": "eu-west-1",
    }


class Worker:
    """Records events; refuses those of which it is told to."""

    def __init__(self, *refused: str) -> None:
        self.done: list[Event] = []
        self.refused = refused

    def __call__(self, event: Event) -> None:
        if event.data["input"] in self.refused:
            raise StorageUnavailable("s3://resumes cannot be reached.")
        self.done.append(event)


@pytest.mark.parametrize(
    "payload", [{"Records": [S3]}, EVENT_BRIDGE, topic({"Records": [S3]})], ids=["s3", "eventbridge", "topic"]
)
def test_a_new_document_is_a_batch_of_one(payload: dict[str, Any]) -> None:
    work = Worker()
    assert Notifications(work, output=OUTPUT)(payload) is None

    (event,) = work.done
    assert (event.type, event.source) == (BATCH_REQUESTED, "aws:s3.eu-west-1.resumes")
    assert BatchRequest.read(event.data) == EXPECTED


def test_news_that_comes_twice_is_the_same_event() -> None:
    work = Worker()
    for payload in ({"Records": [S3]}, EVENT_BRIDGE):
        Notifications(work, output=OUTPUT)(payload)

    first, second = work.done
    assert first.id == second.id


def test_a_document_that_was_replaced_is_another_batch() -> None:
    work = Worker()
    newer = json.loads(
        json.dumps(S3).replace(ETAG, "0" * 32).replace("0A1B2C3D4E5F678901", "0A1B2C3D4E5F678902")
    )
    Notifications(work, output=OUTPUT)({"Records": [S3, newer]})

    first, second = work.done
    assert first.id != second.id
    assert BatchRequest.read(first.data).batch != BatchRequest.read(second.data).batch


@pytest.mark.parametrize("body", [CLOUD_EVENT, {"detail-type": "x", "source": "me", "detail": CLOUD_EVENT}])
def test_a_cloud_event_is_taken_as_it_is(body: dict[str, Any]) -> None:
    work = Worker()
    assert Notifications(work, output="")(body) is None
    assert Notifications(work, output="")({"Records": [message("1", body)]}) == {"batchItemFailures": []}

    assert [event.data["input"] for event in work.done] == ["s3://resumes/in"] * 2


@pytest.mark.parametrize(
    "record",
    [
        {**S3, "eventName": "ObjectRemoved:Delete"},
        {**S3, "s3": {"bucket": {"name": "resumes"}, "object": {"key": "in/notes.txt"}}},
    ],
)
def test_news_of_no_new_document_is_let_pass(record: dict[str, Any]) -> None:
    work = Worker()
    Notifications(work, output=OUTPUT)({"Records": [record]})

    assert work.done == []


def test_the_event_that_tests_a_connection_is_let_pass() -> None:
    answer = Notifications(Worker(), output=OUTPUT)({"Records": [message("1", TEST_EVENT)]})

    assert answer == {"batchItemFailures": []}


def test_only_the_messages_that_failed_are_delivered_again() -> None:
    work = Worker("s3://resumes/down")
    down = {**CLOUD_EVENT, "data": {"input": "s3://resumes/down", "output": OUTPUT}}
    wrong = {**CLOUD_EVENT, "data": {"input": 7}}
    half = {**EVENT_BRIDGE, "detail": {"bucket": {"name": "resumes"}, "object": {"key": "\ud800.docx"}}}
    bodies = [CLOUD_EVENT, down, "no JSON", "[]", wrong, {"who": "knows"}, half, CLOUD_EVENT]
    records = [message(str(number), body) for number, body in enumerate(bodies)]

    answer = Notifications(work, output=OUTPUT)({"Records": records})

    assert answer == {"batchItemFailures": [{"itemIdentifier": identity} for identity in "123456"]}
    assert len(work.done) == 2


def test_a_queue_that_keeps_an_order_stops_at_the_first_failure() -> None:
    work = Worker()
    records = [
        message(str(number), body, "resumes.fifo")
        for number, body in enumerate([CLOUD_EVENT, "", CLOUD_EVENT])
    ]

    answer = Notifications(work, output=OUTPUT)({"Records": records})

    assert answer == {"batchItemFailures": [{"itemIdentifier": "1"}, {"itemIdentifier": "2"}]}
    assert len(work.done) == 1


def test_what_fails_without_a_queue_fails_the_invocation() -> None:
    with pytest.raises(StorageUnavailable):
        Notifications(Worker(EXPECTED.input), output=OUTPUT)({"Records": [S3]})


def test_the_place_for_results_must_be_set() -> None:
    with pytest.raises(InvalidSetting, match="BATCH_OUTPUT: not set"):
        Notifications(Worker(), output="")({"Records": [S3]})


@pytest.mark.parametrize(
    "payload",
    [{}, {"who": "knows"}, {"Records": [{"eventSource": "aws:kinesis"}]}, {"Records": [{"cf": {}}]}],
)
def test_what_nobody_understands_is_refused(payload: dict[str, Any]) -> None:
    with pytest.raises(MalformedRequest):
        Notifications(Worker(), output=OUTPUT)(payload)
