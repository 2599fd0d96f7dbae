"""Each rule finds its mistake, and nothing in what is shipped."""

import pytest

from knative.validate.manifests import parse
from knative.validate.report import rule_findings
from knative.validate.rules import all_rules
from knative.validate.rules.hardening import DEPLOYMENT_RULES, placeholders_are_replaced
from knative.validate.rules.topology import passes
from tests.knative.mutants import MUTANTS, Mutant
from tests.knative.objects import shipped


def test_what_is_shipped_breaks_no_rule() -> None:
    assert list(rule_findings(shipped())) == []


@pytest.mark.parametrize("mutant", MUTANTS, ids=str)
def test_each_mistake_is_found_by_its_rule(mutant: Mutant) -> None:
    assert list(rule_findings(mutant.applied(shipped()), only=mutant.rule))


def test_there_is_a_mistake_for_every_rule() -> None:
    rules = {rule.__name__ for rule in all_rules()} - {rule.__name__ for rule in DEPLOYMENT_RULES}

    assert {mutant.rule for mutant in MUTANTS} == rules


def test_what_has_to_be_filled_in_is_refused_at_a_deployment_only() -> None:
    assert list(placeholders_are_replaced(shipped())) == [
        "ClusterDomainClaim api.resume-summary.example.com still has example.com",
        "DomainMapping api.resume-summary.example.com still has example.com",
    ]
    assert "placeholders_are_replaced" in {f.rule for f in rule_findings(shipped(), deployable=True)}
    assert "placeholders_are_replaced" not in {f.rule for f in rule_findings(shipped())}


def test_every_ported_rule_cites_its_source() -> None:
    ours = ("Ours:", "S:", "E:", "`")
    silent = [
        rule.__name__
        for rule in all_rules()
        if rule.__module__.rpartition(".")[2]
        not in {"hardening", "references", "topology", "network", "capacity", "hpa", "batches"}
        and not (rule.__doc__ or "").startswith(ours)
    ]

    assert silent == []


@pytest.mark.parametrize(
    ("condition", "lets_through"),
    [
        ("{exact: {type: a.b}}", True),
        ("{prefix: {type: a.}}", True),
        ("{suffix: {type: .b}}", True),
        ("{exact: {type: a}}", False),
        ("{not: {exact: {type: a}}}", True),
        ("{all: [{prefix: {type: a}}, {exact: {source: s}}]}", False),
        ("{any: [{prefix: {type: a}}, {exact: {source: s}}]}", True),
    ],
)
def test_filters_let_through_what_a_broker_would(condition: str, *, lets_through: bool) -> None:
    assert passes(parse(condition)[0].data, {"type": "a.b"}) is lets_through
