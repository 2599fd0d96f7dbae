"""Send an overlay to the cluster that kubectl talks to: `python -m knative.deploy OVERLAY`, or `make deploy`.

Checks the overlay, asks the cluster for what the overlay requires, applies it, and waits for one Service after the
other, so that the one that does not get ready is the one that is named.
"""

import argparse
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence

from knative.validate.__main__ import main as validate
from knative.validate.manifests import SERVING, Manifest, of_kind, render
from knative.validate.report import OVERLAYS, overlays
from knative.validate.rules.hardening import NAMESPACE
from knative.validate.rules.hpa import METRICS, REQUIRES, SERVING_HPA

CRD = ("get", "customresourcedefinition")
BY_GROUP: Mapping[str, tuple[str, tuple[str, ...], str]] = {
    SERVING: ("Knative Serving", (*CRD, "services.serving.knative.dev"), "serving-crds.yaml, serving-core.yaml"),
    "eventing.knative.dev": (
        "Knative Eventing", (*CRD, "brokers.eventing.knative.dev"), "eventing-crds.yaml, eventing-core.yaml"
    ),
    "messaging.knative.dev": (
        "the channel in memory and its Broker",
        (*CRD, "inmemorychannels.messaging.knative.dev"),
        "in-memory-channel.yaml, mt-channel-broker.yaml",
    ),
    "monitoring.coreos.com": (
        "the Prometheus operator", (*CRD, "prometheusrules.monitoring.coreos.com"), "the operator's own manifests"
    ),
}  # fmt: skip
"""What the objects of a group require: its name, how kubectl finds it, and what installs it."""
BY_NAME: Mapping[str, tuple[str, tuple[str, ...], str]] = {
    SERVING_HPA: (
        "Knative's HPA class",
        ("--namespace", "knative-serving", "get", "deployment", "autoscaler-hpa"),
        "serving-hpa.yaml",
    ),
    METRICS: (
        "metrics-server",
        ("get", "apiservice", "v1beta1.metrics.k8s.io"),
        "metrics-server's components.yaml",
    ),
}
"""The same for what an object names itself."""
SECONDS = 300


class CannotDeploy(Exception):  # noqa: N818 - a state, as elsewhere in the project
    """The overlay was not deployed, or does not get ready. The message says why."""


def required(manifests: tuple[Manifest, ...]) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """What must be in the cluster before."""
    groups = {manifest.group for manifest in manifests}
    yield from (need for group, need in BY_GROUP.items() if group in groups)
    named = {word for manifest in manifests for word in manifest.annotations.get(REQUIRES, "").split()}
    yield from (need for name, need in BY_NAME.items() if name in named)


def waited_for(manifests: tuple[Manifest, ...]) -> Iterator[tuple[str, str]]:
    """What gets ready, and the condition that says so."""
    for service in of_kind(manifests, SERVING, "Service"):
        yield f"services.serving.knative.dev/{service.name}", "Ready"
    for deployment in of_kind(manifests, "apps", "Deployment"):
        yield f"deployment/{deployment.name}", "Available"


def deploy(overlay: str, seconds: int) -> None:
    """Check, apply, wait; raises `CannotDeploy`."""
    if validate([overlay, "--deployable"]):
        raise CannotDeploy("The overlay is not right; nothing was sent.")
    manifests = render(OVERLAYS / overlay)
    missing = [f"{name} ({how})" for name, asked, how in required(manifests) if not _succeeds(*asked)]
    if missing:
        raise CannotDeploy(f"The cluster lacks {'; '.join(missing)}. knative/README.md has the commands.")
    if not _succeeds("apply", "--kustomize", str(OVERLAYS / overlay), quiet=False):
        raise CannotDeploy("kubectl apply failed; its message is above.")
    for name, condition in waited_for(manifests):
        asked = ("wait", "--timeout", f"{seconds}s", "--for", f"condition={condition}", name)
        if not _succeeds("--namespace", NAMESPACE, *asked, quiet=False):
            _succeeds("--namespace", NAMESPACE, "describe", name, quiet=False)
            raise CannotDeploy(f"{name} is not {condition} after {seconds} s; what it says is above.")


def _succeeds(*arguments: str, quiet: bool = True) -> bool:
    kubectl = shutil.which("kubectl")
    if kubectl is None:
        raise CannotDeploy("kubectl is needed and not installed.")
    silent = subprocess.DEVNULL if quiet else None
    done = subprocess.run([kubectl, *arguments], stdout=silent, stderr=silent, check=False)  # noqa: S603 - fixed
    return done.returncode == 0


def main(argv: Sequence[str] | None = None) -> int:
    """Deploy; the exit code is 0 if everything is ready."""
    parser = argparse.ArgumentParser(prog="python -m knative.deploy", description=__doc__)
    parser.add_argument("overlay", choices=overlays())
    parser.add_argument("--seconds", type=int, default=SECONDS, help=f"for each to get ready ({SECONDS})")
    asked = parser.parse_args(argv)
    try:
        deploy(asked.overlay, asked.seconds)
    except CannotDeploy as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write("Everything is ready.\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
