"""Batches: which places they may name, and what is known of them when a process is gone."""

from collections.abc import Iterator

from knative.validate.manifests import EVENTING, SINKS, Manifest, of_kind
from knative.validate.pods import environment, pods_of

IMAGE = "resume-summary-summarize"


def _workers(manifests: tuple[Manifest, ...]) -> Iterator[tuple[Manifest, dict[str, str]]]:
    """Who works batches: a function that takes events without a key, and the Job."""
    for pod in pods_of(manifests):
        for container in pod.containers:
            variables = environment(container)
            is_job = pod.owner.group == SINKS
            if IMAGE in str(container.get("image")) and (is_job or variables.get("EVENTS_OPEN") == "true"):
                yield pod.owner, variables


def batches_name_their_storage(manifests: tuple[Manifest, ...]) -> Iterator[str]:
    """Else an event could have resumes read from, and written to, any bucket that the credentials open."""
    for owner, variables in _workers(manifests):
        if not variables.get("BATCH_STORAGE"):
            yield f"{owner}: BATCH_STORAGE does not say which places a batch may name"


def batches_outlive_their_process(manifests: tuple[Manifest, ...]) -> Iterator[str]:
    """What is to be published after an answer is lost with the process; the register lets the next one go on."""
    for owner, variables in _workers(manifests) if any(of_kind(manifests, EVENTING, "Broker")) else ():
        place = variables.get("BATCH_REGISTER", "")
        if owner.group != SINKS and not place.startswith("s3://"):
            yield f"{owner}: BATCH_REGISTER is no place that outlives a pod"


RULES = (batches_name_their_storage, batches_outlive_their_process)
