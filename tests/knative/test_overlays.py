"""Every overlay, built by kustomize and held to schemas and rules; and what each is for."""

from dataclasses import replace
from functools import cache

import pytest

from knative.validate.manifests import SERVING, Manifest, can_render, find, of_kind, render
from knative.validate.pods import environment, pods_of
from knative.validate.report import OVERLAYS, check_overlay, overlays
from knative.validate.schemas import crd_folder, load_schemas
from knative.validate.sizes import size_to_start

SCALE = "autoscaling.knative.dev/"

pytestmark = pytest.mark.skipif(not can_render(), reason="kubectl or kustomize is needed to build overlays")


@cache
def built(overlay: str) -> tuple[Manifest, ...]:
    return render(OVERLAYS / overlay)


def scale(overlay: str, service: str) -> tuple[str | None, str | None]:
    found = find(built(overlay), SERVING, "Service", service)
    assert found
    notes = found.at("spec", "template", "metadata", "annotations")
    return notes.get(f"{SCALE}min-scale"), notes.get(f"{SCALE}max-scale")


@pytest.mark.parametrize("overlay", overlays())
def test_every_overlay_is_right(overlay: str) -> None:
    knative_only = replace(load_schemas(crd_folder()), core=False)  # make manifests checks the core kinds too
    report = check_overlay(overlay, built(overlay), knative_only)

    assert report.findings == ()
    assert report.objects > 20


def test_there_is_an_overlay_for_each_way_to_run() -> None:
    assert overlays() == (
        "canary", "cpu-memory", "kubernetes", "local", "local-canary", "local-cpu-memory", "local-warm",
        "production", "ui-serverless", "warm",
    )  # fmt: skip


def test_at_rest_nothing_runs_but_the_page() -> None:
    services = list(of_kind(built("local"), SERVING, "Service"))

    assert {service.name: scale("local", service.name) for service in services} == {
        "summarize": ("0", "3"),
        "summarize-events": ("0", "3"),
        "catalog": ("0", "3"),
        "tracker": ("0", "1"),
    }


def test_warm_keeps_one_process_for_people() -> None:
    assert scale("warm", "summarize") == ("1", "3")
    assert scale("warm", "catalog") == ("1", "3")
    assert scale("warm", "summarize-events") == ("0", "3")


@pytest.mark.parametrize("overlay", ["cpu-memory", "local-cpu-memory"])
def test_cpu_memory_scales_one_to_three_on_the_machines_load(overlay: str) -> None:
    def chosen(name: str) -> dict[str, str]:
        service = find(built(overlay), SERVING, "Service", name)
        assert service
        notes = service.at("spec", "template", "metadata", "annotations")
        return {key.removeprefix(SCALE): value for key, value in notes.items() if key.startswith(SCALE)}

    hpa = {"class": "hpa.autoscaling.knative.dev", "min-scale": "1", "max-scale": "3", "window": "60s"}
    assert chosen("summarize") == hpa | {"metric": "cpu", "target": "70"}
    assert chosen("summarize-events") == hpa | {"metric": "cpu", "target": "70"}


def test_cpu_memory_makes_one_revision_at_the_first_deployment() -> None:
    assert not list(of_kind(built("cpu-memory"), "sources.knative.dev", "SinkBinding"))
    emitters = [pod for pod in pods_of(built("cpu-memory")) if pod.labels.get("resume-summary/emits")]

    assert {pod.owner.name for pod in emitters} >= {"summarize", "summarize-events", "tracker", "batch"}
    assert all("K_SINK" in environment(pod.containers[0]) for pod in emitters)


def test_what_is_for_a_laptop_fits_beside_knative() -> None:
    """Knative's own pods ask for 1.6 CPU (measured, 1.23.0 with Kourier, eventing 1.22.2)."""
    sizes = {name: size_to_start(built(name)).cpu for name in overlays() if name.startswith("local")}

    assert len(sizes) == 4
    assert all(cpu <= 0.6 for cpu in sizes.values())


@pytest.mark.parametrize("overlay", overlays())
def test_dead_letters_and_sessions_outlive_the_pod_where_there_is_storage(overlay: str) -> None:
    tracker = next(pod for pod in pods_of(built(overlay)) if pod.owner.name == "tracker")
    variables = environment(tracker.containers[0])
    kept = {name: variables.get(name) for name in ("DEAD_LETTERS", "SESSIONS")}

    assert kept == (
        {"DEAD_LETTERS": "file:///tmp/dead-letters", "SESSIONS": None}
        if overlay.startswith("local")
        else {"DEAD_LETTERS": "s3://resume-summary/dead-letters", "SESSIONS": "s3://resume-summary/clearml"}
    )


def test_a_canary_gets_a_tenth() -> None:
    service = find(built("canary"), SERVING, "Service", "summarize")
    assert service

    assert [(t["tag"], t["percent"]) for t in service.at("spec", "traffic")] == [
        ("stable", 90),
        ("canary", 10),
    ]


def test_the_serverless_page_is_one_process_at_most_and_leaves_no_deployment_behind() -> None:
    assert scale("ui-serverless", "ui") == ("0", "1")
    assert [m.kind for m in built("ui-serverless") if m.name == "ui"] == ["Service"]


def test_production_uses_kafka_and_digests() -> None:
    broker = find(built("production"), "eventing.knative.dev", "Broker", "default")
    assert broker
    assert broker.annotations["eventing.knative.dev/broker.class"] == "Kafka"
    images = {container["image"] for pod in pods_of(built("production")) for container in pod.containers}
    assert all("@sha256:" in image for image in images)
    assert not [each for each in built("production") if each.kind == "InMemoryChannel"]


def test_production_pushes_the_figures_of_every_function() -> None:
    functions = [pod for pod in pods_of(built("production")) if pod.owner.group == SERVING]

    assert len(functions) == 4
    assert all("OTEL_EXPORTER_OTLP_ENDPOINT" in environment(pod.containers[0]) for pod in functions)


def test_plain_kubernetes_scales_on_cpu_and_needs_no_knative() -> None:
    scaler = find(built("kubernetes"), "autoscaling", "HorizontalPodAutoscaler", "summarize")
    assert scaler

    assert [metric["resource"]["name"] for metric in scaler.at("spec", "metrics")] == ["cpu"]
    assert (scaler.at("spec", "minReplicas"), scaler.at("spec", "maxReplicas")) == (1, 3)
    assert not [manifest for manifest in built("kubernetes") if "knative.dev" in manifest.group]
