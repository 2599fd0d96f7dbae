"""Who may send events. Ported from E:pkg/apis/eventing/v1alpha1/eventpolicy_validation.go."""

from collections.abc import Iterator

from knative.validate.manifests import Manifest


def policy_names_each_sender_once(policy: Manifest) -> Iterator[str]:
    """`EventPolicySpec.Validate`."""
    for sender in policy.at("spec", "from", default=[]):
        if bool(sender.get("ref")) == bool(sender.get("sub")):
            yield "a sender is either a ref or a sub"
    for target in policy.at("spec", "to", default=[]):
        if bool(target.get("ref")) == bool(target.get("selector")):
            yield "a target is either a ref or a selector"


def star_stands_at_the_end(policy: Manifest) -> Iterator[str]:
    """`validateSub`."""
    for sender in policy.at("spec", "from", default=[]):
        if "*" in str(sender.get("sub") or "")[:-1]:
            yield f"sub {sender['sub']}: * is only allowed at the end"


RULES = (policy_names_each_sender_once, star_stands_at_the_end)
