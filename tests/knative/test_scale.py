"""The values in the manifests give the numbers of processes that are meant, by the autoscaler's own arithmetic."""

import pytest

from knative.scaling import desired_pods
from knative.validate.manifests import SERVING, find
from tests.knative.objects import shipped

SCALE = "autoscaling.knative.dev/"


def pods(service: str, concurrency: float) -> int:
    found = find(shipped(), SERVING, "Service", service)
    assert found
    template = found.at("spec", "template")
    notes = template["metadata"]["annotations"]
    target = notes.get(f"{SCALE}target")
    return desired_pods(
        concurrency,
        container_concurrency=template["spec"]["containerConcurrency"],
        target=float(target) if target else None,
        utilisation=float(notes.get(f"{SCALE}target-utilization-percentage", "70")),
        min_scale=int(notes[f"{SCALE}min-scale"]),
        max_scale=int(notes[f"{SCALE}max-scale"]),
    )


@pytest.mark.parametrize("service", ["summarize", "summarize-events"])
def test_summarize_grows_from_none_to_three(service: str) -> None:
    at_once = (0, 1, 2, 3, 4, 6, 100)

    assert [pods(service, n) for n in at_once] == [0, 1, 2, 3, 3, 3, 3]


def test_the_catalog_takes_dozens_of_callers_before_there_is_a_second() -> None:
    assert [pods("catalog", n) for n in (0, 1, 35, 36, 71, 500)] == [0, 1, 1, 2, 3, 3]


def test_there_is_never_a_second_tracker() -> None:
    assert [pods("tracker", n) for n in (0, 1, 50, 500)] == [0, 1, 1, 1]


def test_both_services_of_summarize_run_the_same_but_for_who_may_call() -> None:
    people, events = (find(shipped(), SERVING, "Service", name) for name in ("summarize", "summarize-events"))
    assert people
    assert events
    mine, theirs = people.at("spec", "template", "spec"), events.at("spec", "template", "spec")
    container, other = mine["containers"][0], theirs["containers"][0]

    assert {key: value for key, value in theirs.items() if key != "containers"} == {
        key: value for key, value in mine.items() if key != "containers"
    }
    assert {key: other[key] for key in other if key not in {"env", "envFrom"}} == {
        key: container[key] for key in container if key != "env"
    }
    assert [entry for entry in other["env"] if entry not in container["env"]] == [
        {"name": "EVENTS_OPEN", "value": "true"},
        {"name": "BATCH_REGISTER", "value": "s3://resume-summary/open-batches"},
    ]
    assert people.at("spec", "template", "metadata", "annotations") == events.at(
        "spec", "template", "metadata", "annotations"
    )
