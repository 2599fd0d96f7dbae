"""Alerts and dashboard read metrics that the functions export, and alert on everything worth waking up for."""

import json
import re
from collections.abc import Iterator
from typing import TypeVar

import pytest
import yaml
from prometheus_client.registry import CollectorRegistry

from functions.common.events.sink import SinkOff
from functions.common.metrics import HttpMetrics
from functions.summarize.metrics import SummarizeMetrics
from functions.tracker.metrics import TrackerMetrics
from tests.knative.objects import KNATIVE

M = TypeVar("M", bound=HttpMetrics)

MONITORING = KNATIVE / "components" / "monitoring"
RULES = [
    rule
    for group in yaml.safe_load((MONITORING / "630-prometheus-rule.yaml").read_text(encoding="utf-8"))[
        "spec"
    ]["groups"]
    for rule in group["rules"]
]
PANELS = [
    panel
    for panel in json.loads((MONITORING / "dashboard.json").read_text(encoding="utf-8"))["panels"]
    if panel["type"] != "row"
]
WORDS = {
    "sum", "max", "count", "rate", "increase", "histogram_quantile", "vector", "by", "and", "or",
}  # fmt: skip
"""What an expression may hold beside metrics."""
SUFFIXES = {"counter": ("_total",), "histogram": ("_bucket", "_sum", "_count"), "gauge": ("",)}


def exported() -> set[str]:
    return {
        name for kind in (SummarizeMetrics, TrackerMetrics) for name in _names(_with_sink(kind()).registry)
    }


def _with_sink(metrics: M) -> M:
    metrics.watch_sink(SinkOff())
    return metrics


def _names(registry: CollectorRegistry) -> Iterator[str]:
    for family in registry.collect():
        for suffix in SUFFIXES[family.type]:
            yield family.name + suffix


def metrics_of(expression: str) -> set[str]:
    bare = re.sub(r'\{[^}]*\}|\[[^\]]*\]|"[^"]*"|\b(by|without)\s*\([^)]*\)', " ", expression)
    return set(re.findall(r"[a-z_]+", bare)) - WORDS


EXPRESSIONS = [rule["expr"] for rule in RULES] + [t["expr"] for panel in PANELS for t in panel["targets"]]


@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_each_expression_reads_metrics_that_exist(expression: str) -> None:
    assert metrics_of(expression)
    assert metrics_of(expression) <= exported()


def test_the_labels_that_are_asked_for_exist() -> None:
    metrics = _with_sink(SummarizeMetrics())
    metrics.observe("/generate-summary/", "POST", 503, 1.0, "saturated")
    metrics.observe_event("dev.resumesummary.batch.requested.v1", "failed")
    text = metrics.exposition().decode()

    for label in (
        'route="/generate-summary/"',
        'status="503"',
        'code="saturated"',
        'outcome="dropped"',
        'outcome="failed"',
    ):
        assert label in text


def test_latency_cold_start_queue_errors_quality_drops_and_scale_are_watched() -> None:
    assert {rule["alert"] for rule in RULES} == {
        "SummariesSlow", "ServerErrors", "RequestsRefused", "QueueLong", "UnknownKeys",
        "ColdStartSlow", "LargestScale", "ModelShareLow", "SentencesRejected", "EventsDropped", "EventsFailing",
        "SpoolFilling",
    }  # fmt: skip
    assert all(rule["annotations"].keys() == {"summary", "description"} for rule in RULES)


def test_the_dashboard_shows_every_metric_of_the_product() -> None:
    shown = {name for panel in PANELS for target in panel["targets"] for name in metrics_of(target["expr"])}
    families = {re.sub(r"_(total|bucket)$", "", name) for name in shown}
    ours = {
        family.name
        for family in SummarizeMetrics().registry.collect()
        if family.name.startswith("resume_summary")
    }

    assert ours <= families
