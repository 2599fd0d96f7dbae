"""Our own demands on every object: pods that can do no harm, nothing secret, nothing that changes under our feet."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from knative.validate.manifests import Manifest, look
from knative.validate.pods import environment, pod_of

NAMESPACE = "resume-summary"
CLUSTER_WIDE = {"Namespace", "ClusterDomainClaim"}
LOCAL = re.compile(r"(dev|kind|ko)\.local/")
"""Registries that Knative asks nothing of (S:config/core/configmaps/deployment.yaml)."""
PINNED = re.compile(r".+@sha256:[0-9a-f]{64}")
TAGGED = re.compile(r".+:(?!latest$)[\w.-]+")
SECRETIVE = re.compile(r"KEY|SECRET|TOKEN|PASSWORD")
FUNCTION = re.compile(r"resume-summary-(summarize|catalog|tracker)\b")
RESTRICTED: Mapping[tuple[str, ...], Any] = {
    ("allowPrivilegeEscalation",): False,
    ("readOnlyRootFilesystem",): True,
    ("runAsNonRoot",): True,
    ("runAsUser",): 65532,
    ("capabilities", "drop"): ["ALL"],
    ("seccompProfile", "type"): "RuntimeDefault",
}
"""The Pod Security Standard "restricted", and a root that cannot be written to. Spelled out in each container, because
Knative takes none of it at the pod (flag kubernetes.podspec-securitycontext)."""
LEFT_TO_REPLACE = ("example.com", "0" * 64)
"""What an overlay carries until somebody fills it in."""


def containers_are_restricted(manifest: Manifest) -> Iterator[str]:
    """The namespace enforces it: a pod that lacks any of it would not start."""
    pod = pod_of(manifest)
    for container in pod.containers if pod else ():
        for path, wanted in RESTRICTED.items():
            if look(container, "securityContext", *path) != wanted:
                yield f"container {container.get('name')}: securityContext.{'.'.join(path)} is not {wanted}"


def resources_are_stated(manifest: Manifest) -> Iterator[str]:
    """Requests place a pod, limits bound it, and the quota refuses one that has none."""
    pod = pod_of(manifest)
    for container in pod.containers if pod else ():
        for kind in ("requests", "limits"):
            for resource in ("cpu", "memory", "ephemeral-storage"):
                if look(container, "resources", kind, resource) is None:
                    yield f"container {container.get('name')} has no {kind}.{resource}"


def pods_get_no_token_and_no_links(manifest: Manifest) -> Iterator[str]:
    """Nothing talks to the Kubernetes API; and a variable for each Service slows a start (serving#8498)."""
    pod = pod_of(manifest)
    for field in ("automountServiceAccountToken", "enableServiceLinks"):
        if pod and pod.spec.get(field) is not False:
            yield f"{field} is not false"
    if manifest.kind == "ServiceAccount" and manifest.at("automountServiceAccountToken") is not False:
        yield "automountServiceAccountToken is not false"


def images_do_not_move(manifest: Manifest) -> Iterator[str]:
    """A digest, or a tag other than latest where the image never leaves the machine it was built on."""
    pod = pod_of(manifest)
    for container in pod.containers if pod else ():
        image = str(container.get("image", ""))
        if not (PINNED.fullmatch(image) or (LOCAL.match(image) and TAGGED.fullmatch(image))):
            yield f"image {image} is neither pinned by digest nor a tagged local one"


def nothing_secret_is_written_down(manifest: Manifest) -> Iterator[str]:
    """Secrets are made in the cluster and named here."""
    if manifest.kind == "Secret":
        yield "a Secret does not belong into a repository"
    pod = pod_of(manifest)
    for container in pod.containers if pod else ():
        for name in environment(container):
            if SECRETIVE.search(name) and not name.endswith("_FILE"):
                yield f"the variable {name} has its value in the manifest"


def who_listens_has_keys(manifest: Manifest) -> Iterator[str]:
    """A function that others can reach does not start without keys, nor does a Job of its image unless told so."""
    pod = pod_of(manifest)
    for container in pod.containers if pod else ():
        command = " ".join(map(str, container.get("command") or ["functions."]))
        variables = environment(container)
        is_function = FUNCTION.search(str(container.get("image", ""))) and "functions." in command
        if is_function and "API_KEY_FILE" not in variables and variables.get("HOST") != "127.0.0.1":
            yield f"container {container.get('name')} has neither API_KEY_FILE nor HOST=127.0.0.1"


def object_is_ours(manifest: Manifest) -> Iterator[str]:
    """So that `kubectl -n resume-summary` and one label find everything."""
    if manifest.kind not in CLUSTER_WIDE and manifest.namespace != NAMESPACE:
        yield f"the namespace is {manifest.namespace or 'missing'}, not {NAMESPACE}"
    if manifest.labels.get("app.kubernetes.io/part-of") != NAMESPACE:
        yield f"the label app.kubernetes.io/part-of is not {NAMESPACE}"


def placeholders_are_replaced(manifests: tuple[Manifest, ...]) -> Iterator[str]:
    """Registry, digests and names of the production overlay are the installation's own."""
    for manifest in manifests:
        for placeholder in LEFT_TO_REPLACE:
            if placeholder in repr(manifest.data):
                yield f"{manifest} still has {placeholder[:12]}"


RULES = (
    containers_are_restricted,
    resources_are_stated,
    pods_get_no_token_and_no_links,
    images_do_not_move,
    nothing_secret_is_written_down,
    who_listens_has_keys,
    object_is_ours,
)
DEPLOYMENT_RULES = (placeholders_are_replaced,)
