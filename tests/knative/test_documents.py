"""What the operations pages say is there."""

import re
from pathlib import Path

import pytest

from functions.common.settings import Settings
from knative.validate.manifests import can_render, render
from knative.validate.pods import pods_of
from knative.validate.report import OVERLAYS, overlays
from knative.validate.sizes import size_at_most, size_to_start
from tests.knative.objects import KNATIVE, shipped

ROOT = KNATIVE.parent
README = (KNATIVE / "README.md").read_text(encoding="utf-8")
OPERATIONS = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
SCALING = (ROOT / "docs" / "autoscaling.md").read_text(encoding="utf-8")
PAGES = {KNATIVE / "README.md": README, ROOT / "docs" / "operations.md": OPERATIONS}


def test_every_make_verb_exists() -> None:
    verbs = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))

    assert (
        set(
            re.findall(
                r"\bmake ([a-z-]+)",
                "\n".join(re.findall(r"`[^`]+`|^make .*", README + OPERATIONS, re.MULTILINE)),
            )
        )
        <= verbs
    )


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?://)([^)#]+)\)", PAGES[page])

    assert links
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_overlay_is_explained() -> None:
    table = README.partition("## Overlays")[2].partition("## ")[0]

    rows = re.findall(r"^\| (`[^|]+`) \|", table, re.MULTILINE)
    assert {name for row in rows for name in re.findall(r"`([\w-]+)`", row)} == set(overlays())


def test_every_secret_that_a_pod_reads_is_explained() -> None:
    read = set()
    for pod in pods_of(shipped()):
        read |= {volume["secret"]["secretName"] for volume in pod.volumes.values() if "secret" in volume}
        for container in pod.containers:
            read |= {entry["secretRef"]["name"] for entry in container.get("envFrom") or []}
            sources = [entry.get("valueFrom", {}) for entry in container.get("env") or []]
            read |= {source["secretKeyRef"]["name"] for source in sources if "secretKeyRef" in source}

    assert read == {"api-keys", "page-api-key", "event-key", "object-store", "clearml"}
    assert all(f"| `{secret}` |" in README for secret in read)


def test_the_scale_table_is_that_of_the_manifests() -> None:
    rows = re.findall(r"^\| `([\w-]+)`[^|]*\| (\d) \| (\d) \|", OPERATIONS, re.MULTILINE)
    notes = {pod.owner.name: pod.annotations for pod in pods_of(shipped())}
    stated = {
        name: (
            annotations["autoscaling.knative.dev/min-scale"],
            annotations["autoscaling.knative.dev/max-scale"],
        )
        for name, annotations in notes.items()
        if "autoscaling.knative.dev/max-scale" in annotations
    }

    assert {name: (least, most) for name, least, most in rows} == stated | {"ui": ("1", "1")}


def test_the_settings_that_are_named_exist() -> None:
    named = set(re.findall(r"`([A-Z]+(?:_[A-Z]+)+)`", OPERATIONS))

    assert named
    assert named <= {name.upper() for name in Settings.model_fields}


def test_every_alert_that_is_named_exists() -> None:
    rules = (KNATIVE / "components" / "monitoring" / "630-prometheus-rule.yaml").read_text(encoding="utf-8")

    assert all(f"alert: {alert}\n" in rules for alert in re.findall(r"alert `(\w+)`", OPERATIONS))


@pytest.mark.skipif(not can_render(), reason="kubectl or kustomize is needed to build overlays")
def test_the_sizes_are_those_of_the_overlays() -> None:
    rows = re.findall(
        r"^\| (`.+`) \| ([\d.]+ CPU, \d+ MiB) \| ([\d.]+ CPU, \d+ MiB) \|$", README, re.MULTILINE
    )
    stated = {name: sizes for names, *sizes in rows for name in re.findall(r"`([\w-]+)`", names)}
    built = {name: render(OVERLAYS / name) for name in overlays()}

    assert stated == {
        name: [str(size_to_start(manifests)), str(size_at_most(manifests))]
        for name, manifests in built.items()
    }


def test_the_memory_of_summarize_is_that_of_the_manifests() -> None:
    asked, most = re.findall(r"^\| memory \| (\w+) asked for, (\w+) at most \|", SCALING, re.MULTILINE)[0]
    stated = {
        (each["resources"]["requests"]["memory"], each["resources"]["limits"]["memory"])
        for pod in pods_of(shipped())
        for each in pod.containers
        if "resume-summary-summarize" in each["image"]
    }

    assert stated == {(asked, most)}
