"""Every error of the product, one tree.

ResumeSummaryError
├── RequestRefused            the caller can mend it; the message says how
│   ├── InvalidOption         an option or value that does not exist
│   ├── MalformedRequest      a request that cannot be understood at all
│   ├── NotFound              a path, model or parser that does not exist
│   ├── MethodNotAllowed      a path that exists, asked in a way it does not answer
│   ├── ForeignHost           a request to another host's name, where no key is asked for
│   ├── UploadTooLarge        more bytes than the service takes
│   ├── UploadTooSlow         a body that does not arrive in time
│   ├── NotADocx              bytes that are not a DOCX package
│   ├── UnknownEventMode      a request that carries no CloudEvent, or several at once
│   ├── InvalidEvent          an event whose data its type does not allow
│   ├── ObjectMissing         an object of a batch that is not in the storage
│   ├── ObjectChanged         an object of a batch that was replaced after the batch had begun
│   ├── TooMuchWork           work that uses up the processor time or the memory of one request
│   └── UnusableDocument      a DOCX that cannot be used: encrypted, hostile, over a budget, without text
├── Unauthorised              no key or a wrong one
├── RateLimited               one caller asks more often than allowed
├── Saturated                 every slot and queue place is taken; try again later
├── DeadlineExceeded          the work took longer than the deadline
├── WorkerLost                the process that did the work was stopped from outside
├── ModelUnavailable          a model that is not installed, does not load or fails its checksum
├── NotReady                  the process is still loading its model
├── StorageUnavailable        the object storage does not answer
├── SinkUnavailable           nothing takes the events that must be sent on
├── SpoolFull                 events wait to be passed on and there is no room for more
└── InvalidSetting            a setting that stops the start

A refusal never quotes the resume. `code` is stable: programs may branch on it, wording may change.
"""

# ruff: noqa: N818 - a refusal is called what it is, as the standard library's StopIteration is

from collections.abc import Iterable
from typing import Self


class ResumeSummaryError(Exception):
    """Root of all errors raised on purpose. `code` and `title` are stable; `str(error)` is for a person."""

    code: str = "internal-error"
    title: str = "The service failed"


class RequestRefused(ResumeSummaryError):
    """The caller sent something that cannot be served and can mend it."""


class InvalidOption(RequestRefused):
    """An unknown option, or a value that the option does not allow."""

    code = "invalid-option"
    title = "Unknown option or value"

    @classmethod
    def value(cls, option: str, given: object, allowed: Iterable[str]) -> "InvalidOption":
        """The usual sentence: the option, the value given (shortened) and the allowed values."""
        return cls(f"{option} is {str(given)[:80]!r}; allowed: {', '.join(allowed)}.")


class MalformedRequest(RequestRefused):
    """A body that cannot be decoded, or without the part it must have."""

    code = "malformed-request"
    title = "The request cannot be understood"


class NotFound(RequestRefused):
    """Nothing has that path or id; the message names what there is."""

    code = "not-found"
    title = "Not found"


class MethodNotAllowed(RequestRefused):
    """The path exists and does not answer this HTTP method."""

    code = "method-not-allowed"
    title = "Method not allowed"


class ForeignHost(RequestRefused):
    """A request that names another host than this machine; without keys only this machine may ask."""

    code = "foreign-host"
    title = "Another host is asked for"


class UploadTooLarge(RequestRefused):
    """A body larger than the upload limit."""

    code = "upload-too-large"
    title = "The file is too large"


class UploadTooSlow(RequestRefused):
    """A body that was not there in full after the time it is given."""

    code = "upload-too-slow"
    title = "The request took too long to arrive"


class NotADocx(RequestRefused):
    """The bytes are some other format; the message names it where it is known."""

    code = "not-a-docx"
    title = "Not a DOCX file"


class UnknownEventMode(RequestRefused):
    """A body that is not one CloudEvent in binary or structured mode."""

    code = "unknown-event-mode"
    title = "Not an event"


class InvalidEvent(RequestRefused):
    """Event data that the schema of its type does not allow; the message says where."""

    code = "invalid-event"
    title = "The event's data is wrong"


class ObjectMissing(RequestRefused):
    """An object that was listed, or must be there, and is not."""

    code = "object-missing"
    title = "The object is not there"


class ObjectChanged(RequestRefused):
    """An object that is not the one that was listed: its content was replaced since."""

    code = "object-changed"
    title = "The object was replaced"


class TooMuchWork(RequestRefused):
    """Work that used up what one request may have of the processor or of memory, and was stopped."""

    code = "too-much-work"
    title = "The request needs too much work"


class UnusableDocument(RequestRefused):
    """A DOCX that cannot be used. The instance's `code` says which rule refused it."""

    code = "unusable-document"
    title = "The document cannot be used"

    def __init__(self, code: str, message: str) -> None:
        """Keep the stable code of the rule beside the sentence for people."""
        super().__init__(message)
        self.code = code

    def __reduce__(self) -> tuple[type[Self], tuple[str, str]]:
        """Both parts go from process to process."""
        return type(self), (self.code, str(self))


class Unauthorised(ResumeSummaryError):
    """No API key, or one that is not valid."""

    code = "unauthorised"
    title = "An API key is needed"


class RateLimited(ResumeSummaryError):
    """One caller's allowance is used up. `retry_after` is in seconds."""

    code = "rate-limited"
    title = "Too many requests"

    def __init__(self, message: str, retry_after: int) -> None:
        """Keep the seconds until the next request will be let in."""
        super().__init__(message)
        self.retry_after = retry_after


class Saturated(ResumeSummaryError):
    """Every slot is busy and the queue is full. `retry_after` is in seconds."""

    code = "saturated"
    title = "The service is busy"
    retry_after = 1


class DeadlineExceeded(ResumeSummaryError):
    """The request ran past its deadline and was stopped."""

    code = "deadline-exceeded"
    title = "The request took too long"


class WorkerLost(ResumeSummaryError):
    """The process that did the work was stopped from outside, so that it must be done again. As `Saturated`."""

    code = "worker-lost"
    title = "The work was interrupted"
    retry_after = 1


class ModelUnavailable(ResumeSummaryError):
    """A model whose checkpoint is missing, damaged or not installed."""

    code = "model-unavailable"
    title = "The model is not available"


class NotReady(ResumeSummaryError):
    """The process has started and its model is still loading. `retry_after` is in seconds."""

    code = "not-ready"
    title = "The service is starting"
    retry_after = 1


class StorageUnavailable(ResumeSummaryError):
    """The object storage does not answer, or does not let us in. `retry_after` is in seconds."""

    code = "storage-unavailable"
    title = "The object storage is not available"
    retry_after = 5


class SinkUnavailable(ResumeSummaryError):
    """An event could not be delivered, so that what depends on it was not done. `retry_after` is in seconds."""

    code = "sink-unavailable"
    title = "Events cannot be sent"
    retry_after = 5


class SpoolFull(ResumeSummaryError):
    """Events are kept until they can be passed on, and the room for them is used up. `retry_after` is in seconds."""

    code = "spool-full"
    title = "No room for more events"
    retry_after = 30


class InvalidSetting(ResumeSummaryError):
    """A setting that is missing or wrong; the message names the environment variable."""

    code = "invalid-setting"
    title = "A setting is wrong"
