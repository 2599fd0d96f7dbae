"""The event types of the product, and the one of Knative that it takes. Each of ours has a JSON Schema."""

PREFIX = "dev.resumesummary."

BATCH_REQUESTED = f"{PREFIX}batch.requested.v1"
BATCH_COMPLETED = f"{PREFIX}batch.completed.v1"
DOCUMENT_REQUESTED = f"{PREFIX}document.requested.v1"
DOCUMENT_COMPLETED = f"{PREFIX}document.completed.v1"
DOCUMENT_FAILED = f"{PREFIX}document.failed.v1"
SUMMARY_COMPLETED = f"{PREFIX}summary.completed.v1"
SUMMARY_FAILED = f"{PREFIX}summary.failed.v1"
REVISION_READY = f"{PREFIX}revision.ready.v1"

TYPES = (
    BATCH_REQUESTED,
    BATCH_COMPLETED,
    DOCUMENT_REQUESTED,
    DOCUMENT_COMPLETED,
    DOCUMENT_FAILED,
    SUMMARY_COMPLETED,
    SUMMARY_FAILED,
    REVISION_READY,
)

PING = "dev.knative.sources.ping"
"""What a PingSource sends on its schedule."""
