"""Fields of a pod that Knative refuses, or only takes where an operator has switched on a flag."""

from collections.abc import Iterator

from knative.validate.manifests import Manifest, look
from knative.validate.pods import pod_of

FLAGGED = {
    "affinity", "dnsConfig", "dnsPolicy", "hostAliases", "hostIPC", "hostNetwork", "hostPID", "initContainers",
    "nodeSelector", "priorityClassName", "runtimeClassName", "schedulerName", "securityContext",
    "shareProcessNamespace", "tolerations", "topologySpreadConstraints",
}  # fmt: skip
"""S:config/core/configmaps/features.yaml: the flags kubernetes.podspec-*, off as installed."""
REFUSED = {"terminationGracePeriodSeconds", "restartPolicy", "activeDeadlineSeconds", "nodeName", "hostname"}
"""S:pkg/apis/serving/fieldmask.go, PodSpecMask. The grace period is timeoutSeconds."""
CONTAINER_REFUSED = {
    "lifecycle",
    "stdin",
    "stdinOnce",
    "tty",
    "resizePolicy",
    "restartPolicy",
    "volumeDevices",
}
"""The same file, ContainerMask."""


def pod_fields_need_no_flag(service: Manifest) -> Iterator[str]:
    """S:pkg/apis/serving/fieldmask.go, PodSpecMask."""
    pod = pod_of(service)
    for field in sorted((FLAGGED | REFUSED) & set(pod.spec if pod else ())):
        yield f"{field} is refused, or needs a flag that is off as Knative is installed"


def container_fields_are_allowed(service: Manifest) -> Iterator[str]:
    """S:pkg/apis/serving/fieldmask.go, ContainerMask."""
    pod = pod_of(service)
    for container in pod.containers if pod else ():
        for field in sorted(CONTAINER_REFUSED & set(container)):
            yield f"a container's {field} cannot be set"


def variables_need_no_downward_api(service: Manifest) -> Iterator[str]:
    """S:pkg/apis/serving/fieldmask.go, EnvVarSourceMask: behind the flag kubernetes.podspec-fieldref."""
    pod = pod_of(service)
    for container in pod.containers if pod else ():
        for entry in container.get("env") or []:
            if {"fieldRef", "resourceFieldRef"} & set(entry.get("valueFrom") or {}):
                yield f"the variable {entry['name']} asks the downward API, which needs a flag"


def capabilities_are_not_added(service: Manifest) -> Iterator[str]:
    """S:pkg/apis/serving/fieldmask.go, CapabilitiesMask: behind the flag kubernetes.containerspec-addcapabilities."""
    pod = pod_of(service)
    for container in pod.containers if pod else ():
        if look(container, "securityContext", "capabilities", "add"):
            yield "capabilities.add needs a flag"


def token_mounting_is_only_switched_off(service: Manifest) -> Iterator[str]:
    """S:pkg/apis/serving/fieldmask.go, PodSpecMask: automountServiceAccountToken may be false, never true."""
    pod = pod_of(service)
    if pod and pod.spec.get("automountServiceAccountToken") is True:
        yield "automountServiceAccountToken cannot be true"


RULES = (
    pod_fields_need_no_flag,
    container_fields_are_allowed,
    variables_need_no_downward_api,
    capabilities_are_not_added,
    token_mounting_is_only_switched_off,
)
