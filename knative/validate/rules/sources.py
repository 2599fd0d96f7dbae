"""What brings events in, and what takes them out."""

import json
from collections.abc import Iterator
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from knative.validate.manifests import Manifest, look
from knative.validate.pods import pod_of

CRON_FIELDS = ((0, 59), (0, 23), (1, 31), (1, 12), (0, 6))
"""Minute, hour, day, month, weekday, as `cron.ParseStandard` takes them in figures."""


def schedule_is_cron(source: Manifest) -> Iterator[str]:
    """E:pkg/apis/sources/v1/ping_validation.go."""
    schedule, zone = (
        str(source.at("spec", "schedule", default="")),
        source.at("spec", "timezone", default="UTC"),
    )
    fields = schedule.split()
    if len(fields) != len(CRON_FIELDS) or not all(map(_is_cron_field, fields, CRON_FIELDS)):
        yield f"schedule {schedule!r} is not five fields of cron"
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError):
        yield f"timezone {zone} is unknown"


def _is_cron_field(field: str, bounds: tuple[int, int]) -> bool:
    return all(_is_cron_part(part, bounds) for part in field.split(","))


def _is_cron_part(part: str, bounds: tuple[int, int]) -> bool:
    span, _, step = part.partition("/")
    if step and not step.isdecimal():
        return False
    ends = span.split("-")
    return span == "*" or (
        len(ends) <= 2 and all(e.isdecimal() and bounds[0] <= int(e) <= bounds[1] for e in ends)
    )


def ping_data_is_json(source: Manifest) -> Iterator[str]:
    """E:pkg/apis/sources/v1/ping_validation.go: an object, where the content type says JSON."""
    data, kind = source.at("spec", "data"), source.at("spec", "contentType")
    if data is None or kind != "application/json":
        return
    try:
        is_object = isinstance(json.loads(data), dict)
    except ValueError:
        is_object = False
    if not is_object:
        yield "data is not a JSON object"
    if source.at("spec", "dataBase64"):
        yield "data and dataBase64 exclude each other"


def source_has_a_sink(source: Manifest) -> Iterator[str]:
    """`Destination.Validate` of knative.dev/pkg/apis/duck/v1."""
    sink = source.at("spec", "sink", default={})
    if not sink.get("ref") and not sink.get("uri"):
        yield "sink has neither ref nor uri"


def binding_has_a_subject_here(binding: Manifest) -> Iterator[str]:
    """E:pkg/apis/sources/v1/sinkbinding_validation.go: a name or a selector, in the binding's namespace."""
    subject = binding.at("spec", "subject", default={})
    if bool(subject.get("name")) == bool(subject.get("selector")):
        yield "the subject needs either a name or a selector"
    if subject.get("namespace", binding.namespace) != binding.namespace:
        yield "the subject is in another namespace"


def event_type_says_its_type(event_type: Manifest) -> Iterator[str]:
    """E:pkg/apis/eventing/v1beta2/eventtype_validation.go."""
    if not event_type.at("spec", "type"):
        yield "type is missing"


def object_store_is_not_emptied(source: Manifest) -> Iterator[str]:
    """Ours: an IntegrationSource deletes the objects it reads unless told otherwise, and sends their bodies."""
    for settings in (look(source.data, "spec", "aws", "s3"), look(source.data, "spec", "aws", "sqs")):
        if settings is not None and settings.get("deleteAfterRead") is not False:
            yield "deleteAfterRead is true as long as it is not false: it deletes what it reads"


def job_ends_and_is_cleared_away(sink: Manifest) -> Iterator[str]:
    """E:pkg/reconciler/jobsink: a Job for each event, kept for ever without ttlSecondsAfterFinished."""
    spec = sink.at("spec", "job", "spec", default={})
    if not spec.get("ttlSecondsAfterFinished"):
        yield "the job has no ttlSecondsAfterFinished"
    pod = pod_of(sink)
    if "podFailurePolicy" in spec and pod and pod.spec.get("restartPolicy") != "Never":
        yield "podFailurePolicy needs restartPolicy: Never"
    if spec.get("backoffLimitPerIndex") is not None and spec.get("completionMode") != "Indexed":
        yield "backoffLimitPerIndex needs completionMode: Indexed"


PING_RULES = (schedule_is_cron, ping_data_is_json, source_has_a_sink)
SINK_BINDING_RULES = (binding_has_a_subject_here, source_has_a_sink)
EVENT_TYPE_RULES = (event_type_says_its_type,)
INTEGRATION_RULES = (object_store_is_not_emptied, source_has_a_sink)
JOB_SINK_RULES = (job_ends_and_is_cleared_away,)
