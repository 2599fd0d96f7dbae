"""A deployment against a cluster that is a script: what is asked of it, in which order, and what is said then."""

from pathlib import Path

import pytest

from knative import deploy
from knative.deploy import main, required, waited_for
from knative.validate.manifests import can_render, render
from knative.validate.report import OVERLAYS

pytestmark = pytest.mark.skipif(not can_render(), reason="kubectl or kustomize is needed to build overlays")

CLUSTER = """#!/bin/sh
echo "$@" >> "{log}"
for word in {refused}; do case "$*" in *"$word"*) exit 1;; esac; done
"""


@pytest.fixture
def cluster(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A kubectl that notes what it is asked; `refuse` makes it fail. Overlays are built by the real one."""
    monkeypatch.setattr(deploy, "validate", lambda _: 0)
    rendered = {name: render(OVERLAYS / name) for name in ("local", "cpu-memory", "kubernetes", "production")}
    monkeypatch.setattr(deploy, "render", lambda overlay: rendered[overlay.name])
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    refuse(tmp_path)
    return tmp_path


def refuse(folder: Path, *words: str) -> None:
    script = folder / "kubectl"
    script.write_text(CLUSTER.format(log=folder / "log", refused=" ".join(words) or "''"))
    script.write_text(script.read_text().replace("for word in ''; do", "for word in; do"))
    script.chmod(0o755)


def asked(folder: Path) -> list[str]:
    return (folder / "log").read_text().splitlines()


def test_requirements_come_first_then_the_objects_then_each_service(cluster: Path) -> None:
    assert main(["local"]) == 0

    verbs = [
        next(word for word in line.split() if word in {"get", "apply", "wait"}) for line in asked(cluster)
    ]
    assert verbs == ["get"] * 3 + ["apply"] + ["wait"] * 5
    assert [line.split()[-1] for line in asked(cluster) if " wait " in line] == [
        "services.serving.knative.dev/catalog",
        "services.serving.knative.dev/summarize",
        "services.serving.knative.dev/summarize-events",
        "services.serving.knative.dev/tracker",
        "deployment/ui",
    ]


def test_what_the_cluster_lacks_is_named_and_nothing_is_sent(
    cluster: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    refuse(cluster, "autoscaler-hpa", "v1beta1.metrics.k8s.io")

    assert main(["cpu-memory"]) == 1
    assert capsys.readouterr().err.startswith(
        "The cluster lacks Knative's HPA class (serving-hpa.yaml); metrics-server (metrics-server's components.yaml)."
    )
    assert not [line for line in asked(cluster) if "apply" in line]


def test_the_service_that_does_not_get_ready_is_the_one_that_is_named(
    cluster: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    refuse(cluster, "services.serving.knative.dev/summarize-events")

    assert main(["local", "--seconds", "7"]) == 1
    assert "services.serving.knative.dev/summarize-events is not Ready after 7 s" in capsys.readouterr().err
    assert asked(cluster)[-1].endswith("describe services.serving.knative.dev/summarize-events")


def test_an_overlay_that_is_wrong_is_not_sent(
    cluster: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(deploy, "validate", lambda _: 1)

    assert main(["local"]) == 1
    assert "nothing was sent" in capsys.readouterr().err
    assert not (cluster / "log").exists()


def test_without_knative_only_the_autoscalers_figures_are_asked_for() -> None:
    manifests = render(OVERLAYS / "kubernetes")

    assert [name for name, _, _ in required(manifests)] == ["metrics-server"]
    assert {condition for _, condition in waited_for(manifests)} == {"Available"}
