"""Who may talk to whom."""

from collections.abc import Iterator, Mapping
from typing import Any

from knative.validate.manifests import SERVING, Manifest, look, of_kind
from knative.validate.pods import Pod, pods_of

NETWORKING = "networking.k8s.io"


def selects(selector: Mapping[str, Any], labels: Mapping[str, str]) -> bool:
    """Whether a label selector matches; an empty one matches all."""
    wanted = selector.get("matchLabels") or {}
    among = selector.get("matchExpressions") or []
    return wanted.items() <= labels.items() and all(
        labels.get(each["key"]) in each["values"] for each in among if each["operator"] == "In"
    )


def policies_select_pods_that_exist(manifests: tuple[Manifest, ...]) -> Iterator[str]:
    """A rule for nobody protects nobody."""
    pods = list(pods_of(manifests))
    for policy in of_kind(manifests, NETWORKING, "NetworkPolicy"):
        for selector in _pod_selectors(policy):
            if not any(selects(selector, pod.labels) for pod in pods):
                yield f"{policy}: no pod matches {selector}"


def budgets_select_pods_that_exist(manifests: tuple[Manifest, ...]) -> Iterator[str]:
    """A disruption budget for nobody; and minAvailable, which blocks a node's drain while there is one replica."""
    pods = list(pods_of(manifests))
    for budget in of_kind(manifests, "policy", "PodDisruptionBudget"):
        selector = budget.at("spec", "selector", default={})
        if not any(selects(selector, pod.labels) for pod in pods):
            yield f"{budget}: no pod matches {selector}"
        if budget.at("spec", "minAvailable") is not None:
            yield f"{budget}: minAvailable blocks the drain of a node while there is one replica or none"


def what_is_not_allowed_is_denied(manifests: tuple[Manifest, ...]) -> Iterator[str]:
    """One policy selects every pod, in both directions, and allows nothing."""
    for policy in of_kind(manifests, NETWORKING, "NetworkPolicy"):
        spec = policy.at("spec", default={})
        both = set(spec.get("policyTypes") or []) == {"Ingress", "Egress"}
        if not spec.get("podSelector") and both and not spec.get("ingress") and not spec.get("egress"):
            return
    yield "no NetworkPolicy denies what the others do not allow"


def own_ports_stay_shut(manifests: tuple[Manifest, ...]) -> Iterator[str]:
    """Past queue-proxy there is no limit and no count (serving#6520): nobody is let in to the app's own port."""
    for pod in pods_of(manifests):
        if pod.owner.group != SERVING:
            continue
        own = {port.get("containerPort") for each in pod.containers for port in each.get("ports") or []}
        for policy in of_kind(manifests, NETWORKING, "NetworkPolicy"):
            if selects(policy.at("spec", "podSelector", default={}), pod.labels) and own & _allowed(policy):
                yield f"{policy} lets callers past queue-proxy to {pod.owner}"


def functions_can_be_reached(manifests: tuple[Manifest, ...]) -> Iterator[str]:
    """Every Knative Service's pods are open to the activator at queue-proxy's port."""
    for pod in pods_of(manifests):
        if pod.owner.group == SERVING and 8012 not in _open_ports(pod, manifests):
            yield f"{pod.owner}: no NetworkPolicy lets the activator reach port 8012"


def _open_ports(pod: Pod, manifests: tuple[Manifest, ...]) -> set[int]:
    policies = of_kind(manifests, NETWORKING, "NetworkPolicy")
    mine = [each for each in policies if selects(each.at("spec", "podSelector", default={}), pod.labels)]
    return {port for policy in mine for port in _allowed(policy)}


def _allowed(policy: Manifest) -> set[int]:
    entries = policy.at("spec", "ingress", default=[])
    return {port["port"] for entry in entries for port in entry.get("ports") or []}


def _pod_selectors(policy: Manifest) -> Iterator[Mapping[str, Any]]:
    yield policy.at("spec", "podSelector", default={})
    for direction, side in (("ingress", "from"), ("egress", "to")):
        for entry in policy.at("spec", direction, default=[]):
            for peer in entry.get(side) or []:
                if selector := look(peer, "podSelector"):
                    yield selector


RULES = (
    policies_select_pods_that_exist,
    budgets_select_pods_that_exist,
    what_is_not_allowed_is_denied,
    own_ports_stay_shut,
    functions_can_be_reached,
)
