"""What services of AWS tell a Lambda function of, as the events of a batch.

A DOCX that S3 says was created is a batch of one. S3 tells so itself, through a queue (SQS), a topic (SNS) in a queue,
or EventBridge. A queue or EventBridge may also carry a CloudEvent. Everything that follows from an event is done in
the same invocation; one that is cut short is delivered again, and goes on where it was.
"""

import json
import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote, unquote_plus

from functions.common.errors import InvalidSetting, MalformedRequest, ResumeSummaryError
from functions.common.events.envelope import require_text
from functions.common.events.event import Event, new_event
from functions.common.events.types import BATCH_REQUESTED
from functions.common.events.wire import read_event
from functions.summarize.batch.coordinator import event_id
from functions.summarize.batch.manifest import SUFFIX
from functions.summarize.batch.request import BatchRequest

Payload = Mapping[str, Any]
Work = Callable[[Event], None]
"""Does all that follows from an event."""

logger = logging.getLogger(__name__)


class Notifications:
    """Acts upon what AWS tells of. What fails is raised, so that AWS tries again and keeps what fails for good."""

    def __init__(self, work: Work, *, output: str) -> None:
        """`output` is where the results go of documents that S3 tells of."""
        self._work = work
        self._output = output

    def __call__(self, payload: Payload) -> dict[str, Any] | None:
        """The answer of the function: for a queue, which of its messages failed; otherwise none."""
        records = payload.get("Records", ())
        if any(record.get("eventSource") == "aws:sqs" for record in records):
            return {"batchItemFailures": [{"itemIdentifier": failed} for failed in self._failures(records)]}
        for event in self._events(payload):
            self._work(event)
        return None

    def _failures(self, messages: Sequence[Payload]) -> Iterator[str]:
        """The ids of the messages to be delivered again. In a queue that keeps an order, that is all after one."""
        failing = False
        for message in messages:
            in_order = str(message.get("eventSourceARN", "")).endswith(".fifo")
            failing = (failing and in_order) or not self._is_handled(message)
            if failing:
                yield message["messageId"]

    def _is_handled(self, message: Payload) -> bool:
        try:
            for event in self._events(_json(message["body"])):
                self._work(event)
        except ResumeSummaryError as error:
            fields = {"code": error.code, "detail": str(error)}
            logger.error("a message failed", extra={"fields": fields})  # noqa: TRY400 - it is no fault of ours
            return False
        return True

    def _events(self, payload: Payload) -> Iterator[Event]:
        """The events in what AWS tells; raises a `RequestRefused` for what cannot be read."""
        match payload:
            case {"specversion": _}:
                yield read_event(
                    {"content-type": "application/cloudevents+json"}, json.dumps(payload).encode()
                )
            case {"Type": "Notification", "Message": str(message)}:
                yield from self._events(_json(message))
            case {"Records": [*records]}:
                for record in records:
                    yield from self._created(record)
            case {
                "source": "aws.s3",
                "detail-type": "Object Created",
                "region": region,
                "detail": {"bucket": {"name": bucket}, "object": {"key": key} as item},
            }:
                yield from self._document(region, bucket, key, item)
            case {"detail": {"specversion": _} as event}:
                yield from self._events(event)
            case {"Event": "s3:TestEvent"}:
                logger.info("S3 is connected")
            case _:
                raise MalformedRequest("This is neither a request, nor news of S3, nor a CloudEvent.")

    def _created(self, record: Payload) -> Iterator[Event]:
        """S3's own notification, in which keys are encoded as in a form."""
        match record:
            case {
                "eventSource": "aws:s3",
                "eventName": str(name),
                "awsRegion": region,
                "s3": {"bucket": {"name": bucket}, "object": {"key": key} as item},
            }:
                if name.startswith("ObjectCreated:"):
                    yield from self._document(region, bucket, unquote_plus(key), item)
            case _:
                raise MalformedRequest("This record is no news of S3.")

    def _document(self, region: str, bucket: str, key: str, item: Payload) -> Iterator[Event]:
        """The batch of one that a new object asks for, if it is a document at all."""
        require_text([region, bucket, key, item], "The news of an object")
        if not key.lower().endswith(SUFFIX):
            return
        if not self._output:
            raise InvalidSetting(
                "BATCH_OUTPUT: not set; say where results go, such as s3://results/summaries."
            )
        etag = str(item.get("eTag") or item.get("etag") or "")
        request = BatchRequest(f"s3://{bucket}/{quote(key)}", self._output, name=etag.strip('"'))
        yield new_event(
            BATCH_REQUESTED,
            id=event_id(BATCH_REQUESTED, bucket, key, str(item.get("sequencer", etag))),
            source=f"aws:s3.{region}.{bucket}",
            subject=request.batch,
            data=request.data,
        )


def _json(text: str) -> Payload:
    try:
        content = json.loads(text)
    except ValueError as error:
        raise MalformedRequest("The message is not JSON.") from error
    if not isinstance(content, dict):
        raise MalformedRequest("The message is not a JSON object.")
    return content
