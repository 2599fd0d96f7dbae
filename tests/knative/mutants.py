"""One mistake for each rule: where it is made, and which rule must find it.

`on` is the object ("Service summarize"), `path` the keys to the place, `to` what is written there (`GONE` removes it).
Where the shipped manifests have nothing that could be spoiled, `add` is an object of its own.
"""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from knative.validate.manifests import Manifest, parse

GONE = object()
TEMPLATE = ("spec", "template")
NOTES = (*TEMPLATE, "metadata", "annotations")
POD = (*TEMPLATE, "spec")
BOX = (*POD, "containers", 0)
SCALE = "autoscaling.knative.dev/"


@dataclass(frozen=True, slots=True)
class Mutant:
    """A mistake, and the rule that finds it."""

    rule: str
    on: str = ""
    path: tuple[str | int, ...] = ()
    to: Any = GONE
    add: str = ""

    def applied(self, manifests: tuple[Manifest, ...]) -> tuple[Manifest, ...]:
        """The manifests with the mistake in them."""
        if self.add:
            return (*manifests, *parse(self.add))
        assert self.on in map(str, manifests), f"there is no {self.on} to spoil"
        return tuple(self._spoiled(each) if str(each) == self.on else each for each in manifests)

    def _spoiled(self, manifest: Manifest) -> Manifest:
        data: Any = deepcopy(dict(manifest.data))
        place = data
        for key in self.path[:-1]:
            place = place.setdefault(key, {}) if isinstance(place, dict) else place[key]
        last = self.path[-1]
        if self.to is not GONE:
            place[last] = self.to
        else:
            del place[last]
        return Manifest(data)

    def __str__(self) -> str:
        """As the table of the tests names it."""
        what = "-" if self.to is GONE else repr(self.to)
        return f"{self.rule}: {'.'.join(map(str, self.path)) or 'added'} = {what}"


def _note(rule: str, key: str, to: Any, on: str = "Service summarize") -> Mutant:
    return Mutant(rule, on, (*NOTES, SCALE + key), to)


def _pod(rule: str, *path: str | int, to: Any = GONE, on: str = "Service summarize") -> Mutant:
    return Mutant(rule, on, (*POD, *path), to)


def _box(rule: str, *path: str | int, to: Any = GONE, on: str = "Service summarize") -> Mutant:
    return Mutant(rule, on, (*BOX, *path), to)


def _object(kind: str, group: str, name: str, spec: Mapping[str, Any]) -> str:
    labels = {"app.kubernetes.io/part-of": "resume-summary"}
    metadata = {"name": name, "namespace": "resume-summary", "labels": labels}
    return repr({"apiVersion": group, "kind": kind, "metadata": metadata, "spec": dict(spec)})


AUTOSCALING = (
    Mutant(
        "autoscaling_stands_in_the_template",
        "Service summarize",
        ("metadata", "annotations", SCALE + "max-scale"),
        "3",
    ),
    _note("autoscaling_annotations_are_known", "maxscale", "3"),
    _note("class_is_one_of_two", "class", "vpa.autoscaling.knative.dev"),
    _note("metric_suits_the_class", "metric", "cpu"),
    _note("scales_are_in_order", "min-scale", "4"),
    _note("scales_are_in_order", "max-scale", "three"),
    _note("activation_scale_is_two_or_more", "activation-scale", "1"),
    _note("activation_scale_is_two_or_more", "activation-scale", "4"),
    _note("initial_scale_is_one_or_more", "initial-scale", "0"),
    _note("autoscaling_numbers_are_in_bounds", "target-utilization-percentage", "101"),
    _note("autoscaling_numbers_are_in_bounds", "target", "0"),
    _note("autoscaling_numbers_are_in_bounds", "panic-threshold-percentage", "100"),
    _note("autoscaling_numbers_are_in_bounds", "target-burst-capacity", "-2"),
    _note("autoscaling_durations_are_in_bounds", "window", "5s"),
    _note("autoscaling_durations_are_in_bounds", "scale-down-delay", "1.5s"),
    _note("autoscaling_durations_are_in_bounds", "scale-to-zero-pod-retention-period", "2h"),
    _note("aggregation_is_known", "metric-aggregation-algorithm", "median"),
)
REVISION = (
    _pod("container_concurrency_is_in_bounds", "containerConcurrency", to=1001),
    _pod("timeouts_are_in_bounds", "timeoutSeconds", to=601),
    _pod("timeouts_are_in_bounds", "responseStartTimeoutSeconds", to=181),
    Mutant(
        "revision_name_has_the_services_prefix", "Service summarize", (*TEMPLATE, "metadata", "name"), "next"
    ),
    Mutant(
        "rollout_is_in_whole_seconds",
        "Service summarize",
        ("metadata", "annotations", "serving.knative.dev/rollout-duration"),
        "1500ms",
    ),
    Mutant(
        "visibility_is_cluster_local",
        "Service tracker",
        ("metadata", "labels", "networking.knative.dev/visibility"),
        "private",
    ),
)
CONTAINERS = (
    _box("one_port_is_served", "ports", to=[{"containerPort": 8080}, {"containerPort": 8081}]),
    _box("one_port_is_served", "ports"),
    _box("port_is_not_reserved", "ports", 0, "containerPort", to=9090),
    _box("port_name_says_the_protocol", "ports", 0, "name", to="h2c"),
    _box("port_name_says_the_protocol", "ports", 0, "protocol", to="UDP"),
    _box("variables_are_not_reserved", "env", 0, "name", to="PORT"),
    _box("container_name_is_not_reserved", "name", to="queue-proxy"),
    _box("container_has_an_image", "image"),
)
FLAGS = (
    _pod("pod_fields_need_no_flag", "nodeSelector", to={"disk": "ssd"}),
    _pod("pod_fields_need_no_flag", "terminationGracePeriodSeconds", to=60),
    _box("container_fields_are_allowed", "lifecycle", to={"preStop": {"sleep": {"seconds": 5}}}),
    _box(
        "variables_need_no_downward_api",
        "env",
        0,
        to={"name": "POD", "valueFrom": {"fieldRef": {"fieldPath": "metadata.name"}}},
    ),
    _box("capabilities_are_not_added", "securityContext", "capabilities", "add", to=["NET_ADMIN"]),
    _pod("token_mounting_is_only_switched_off", "automountServiceAccountToken", to=True),
)
PROBES = (
    _box("aggressive_probe_has_no_thresholds", "readinessProbe", "timeoutSeconds", to=1),
    _box("readiness_numbers_are_positive", "readinessProbe", "successThreshold", to=0),
    _box("readiness_numbers_are_positive", "readinessProbe", "periodSeconds", to=-1),
    _box("probe_asks_in_one_way", "livenessProbe", "tcpSocket", to={"port": 8080}),
    _box("probe_asks_in_one_way", "readinessProbe", "httpGet"),
    _box("probe_asks_the_served_port", "livenessProbe", "httpGet", "port", to=8081),
    _box("startup_probe_names_its_port", "startupProbe", "httpGet", "port"),
    _box("startup_probe_names_its_port", "startupProbe", to={"tcpSocket": {}, "failureThreshold": 9}),
    _box("slow_start_outlasts_no_deadline", "startupProbe", "failureThreshold", to=600),
    _box("probe_waits_for_nothing_first", "readinessProbe", "initialDelaySeconds", to=5),
)
VOLUMES = (
    _pod(
        "volume_kinds_need_no_flag",
        "volumes",
        1,
        to={"name": "tmp", "persistentVolumeClaim": {"claimName": "x"}},
    ),
    _box("volumes_and_mounts_agree", "volumeMounts", 1),
    _box("volumes_and_mounts_agree", "volumeMounts", 1, "name", to="cache"),
    _box("mount_paths_are_free", "volumeMounts", 1, "mountPath", to="/dev/"),
    _box("mount_paths_are_free", "volumeMounts", 1, "mountPath", to="/etc/keys/"),
    _box("what_is_given_is_mounted_read_only", "volumeMounts", 0, "readOnly"),
)
STABLE = {"revisionName": "summarize-00001", "percent": 90, "tag": "stable"}
LATEST = {"latestRevision": True, "percent": 10, "tag": "canary"}
TRAFFIC = tuple(
    Mutant(rule, "Service summarize", ("spec", "traffic"), targets)
    for rule, targets in (
        ("traffic_sums_to_a_hundred", [STABLE, LATEST | {"percent": 20}]),
        ("tags_are_unique_labels", [STABLE, LATEST | {"tag": "stable"}]),
        ("tags_are_unique_labels", [STABLE, LATEST | {"tag": "10-percent"}]),
        ("target_is_a_revision_or_the_latest", [STABLE | {"latestRevision": True}, LATEST]),
        ("target_is_a_revision_or_the_latest", [STABLE, LATEST | {"configurationName": "summarize"}]),
    )
)
HEARD = "Trigger document-requested"
TRIGGERS = (
    Mutant("trigger_has_broker_and_subscriber", HEARD, ("spec", "broker"), ""),
    Mutant("trigger_has_broker_and_subscriber", HEARD, ("spec", "subscriber"), {}),
    Mutant("filter_has_one_dialect", HEARD, ("spec", "filters", 0, "suffix"), {"subject": ".docx"}),
    Mutant("filter_compares_one_attribute", HEARD, ("spec", "filters", 0, "exact"), {"ce-type": "x"}),
    Mutant("filter_compares_one_attribute", "Trigger figures", ("spec", "filters", 0, "any"), []),
    Mutant("filters_are_of_one_kind", HEARD, ("spec", "filter"), {"attributes": {"type": "x"}}),
    Mutant("every_event_is_not_wanted", HEARD, ("spec", "filters"), []),
    Mutant("delivery_fields_are_known", HEARD, ("spec", "delivery", "backofPolicy"), "linear"),
    Mutant("delivery_durations_are_iso", HEARD, ("spec", "delivery", "backoffDelay"), "2s"),
    Mutant("delivery_durations_are_iso", HEARD, ("spec", "delivery", "timeout"), "PT0S"),
    Mutant("backoff_policy_is_known", HEARD, ("spec", "delivery", "backoffPolicy"), "fibonacci"),
    Mutant("backoff_policy_is_known", "Broker default", ("spec", "delivery", "retry"), -1),
    Mutant("retry_after_needs_no_flag", HEARD, ("spec", "delivery", "retryAfterMax"), "PT30S"),
    Mutant("dead_letters_have_a_place", HEARD, ("spec", "delivery", "deadLetterSink")),
    Mutant("retries_outlast_a_cold_start", "Broker default", ("spec", "delivery", "backoffDelay"), "PT0.2S"),
)
SWEEP = "PingSource dead-letters"
QUEUE_SOURCE = {"aws": {"sqs": {"deleteAfterRead": True}}, "sink": {"uri": "http://example"}}
SOURCES = (
    Mutant("schedule_is_cron", SWEEP, ("spec", "schedule"), "@every 5m"),
    Mutant("schedule_is_cron", SWEEP, ("spec", "schedule"), "61 3 * * *"),
    Mutant("schedule_is_cron", SWEEP, ("spec", "timezone"), "Mars/Olympus"),
    Mutant("ping_data_is_json", SWEEP, ("spec", "data"), "{task: sweep"),
    Mutant("ping_data_is_json", SWEEP, ("spec", "dataBase64"), "e30="),
    Mutant("source_has_a_sink", SWEEP, ("spec", "sink"), {}),
    Mutant("binding_has_a_subject_here", "SinkBinding emitters", ("spec", "subject", "name"), "summarize"),
    Mutant("binding_has_a_subject_here", "SinkBinding emitters", ("spec", "subject", "namespace"), "default"),
    Mutant("event_type_says_its_type", "EventType dev.resumesummary.revision.ready.v1", ("spec", "type"), ""),
    Mutant(
        "object_store_is_not_emptied",
        add=_object("IntegrationSource", "sources.knative.dev/v1alpha1", "inbox", QUEUE_SOURCE),
    ),
    Mutant(
        "job_ends_and_is_cleared_away", "JobSink batch", ("spec", "job", "spec", "ttlSecondsAfterFinished")
    ),
    Mutant(
        "job_ends_and_is_cleared_away",
        "JobSink batch",
        ("spec", "job", "spec", "template", "spec", "restartPolicy"),
        "OnFailure",
    ),
    Mutant(
        "policy_names_each_sender_once", "EventPolicy broker", ("spec", "from", 0, "ref"), {"kind": "Broker"}
    ),
    Mutant("policy_names_each_sender_once", "EventPolicy broker", ("spec", "to", 0, "ref")),
    Mutant("star_stands_at_the_end", "EventPolicy broker", ("spec", "from", 0, "sub"), "system:*:page"),
)
MAPPING = "DomainMapping api.resume-summary.example.com"
DOMAINS = (
    Mutant("domain_is_fully_qualified", MAPPING, ("metadata", "name"), "api"),
    Mutant("domain_is_not_the_clusters_own", MAPPING, ("metadata", "name"), "api.svc.cluster.local"),
    Mutant("domains_are_claimed", MAPPING, ("metadata", "name"), "other.example.com"),
)
HARDENING = (
    _box("containers_are_restricted", "securityContext", "readOnlyRootFilesystem", to=False),
    _box("containers_are_restricted", "securityContext", "seccompProfile", on="Deployment ui"),
    Mutant(
        "containers_are_restricted",
        "CronJob warm-up",
        ("spec", "jobTemplate", *TEMPLATE, "spec", "containers", 0, "securityContext", "runAsUser"),
        0,
    ),
    _box("resources_are_stated", "resources", "limits", "memory"),
    _pod("pods_get_no_token_and_no_links", "enableServiceLinks"),
    Mutant("pods_get_no_token_and_no_links", "ServiceAccount page", ("automountServiceAccountToken",), True),
    _box("images_do_not_move", "image", to="dev.local/resume-summary-summarize:latest"),
    _box("images_do_not_move", "image", to="registry.example.org/resume-summary-summarize:1.0"),
    _box("nothing_secret_is_written_down", "env", 1, to={"name": "AWS_SECRET_ACCESS_KEY", "value": "x"}),
    Mutant("nothing_secret_is_written_down", add=_object("Secret", "v1", "api-keys", {})),
    _box("who_listens_has_keys", "env", 0, on="Service catalog"),
    Mutant("who_listens_has_keys", "JobSink batch", ("spec", "job", *POD, "containers", 0, "env", 0)),
    Mutant("object_is_ours", "Broker default", ("metadata", "namespace"), "default"),
    Mutant("object_is_ours", "Broker default", ("metadata", "labels", "app.kubernetes.io/part-of")),
)
REFERENCES = (
    Mutant("triggers_have_their_broker", HEARD, ("spec", "broker"), "kafka"),
    Mutant(
        "references_lead_somewhere",
        HEARD,
        ("spec", "delivery", "deadLetterSink", "ref", "name"),
        "undertaker",
    ),
    Mutant("references_lead_somewhere", HEARD, ("spec", "subscriber", "ref", "kind"), "Deployment"),
    Mutant("references_lead_somewhere", SWEEP, ("spec", "sink", "ref", "name"), "sweeper"),
    Mutant(
        "bindings_reach_an_emitter",
        "SinkBinding emitters",
        ("spec", "subject", "selector", "matchLabels"),
        {"emits": "no"},
    ),
    _pod("service_accounts_exist", "serviceAccountName", to="nobody"),
    _box(
        "addresses_name_a_service",
        "env",
        0,
        "value",
        to="http://summarise.resume-summary.svc.cluster.local",
        on="Deployment ui",
    ),
    Mutant("services_select_a_pod", "Service ui", ("spec", "selector", "app.kubernetes.io/name"), "page"),
)
FIRST = "EventType dev.resumesummary.batch.requested.v1"
TOPOLOGY = (
    Mutant("every_event_is_declared", FIRST, ("spec", "type"), "dev.resumesummary.batch.wanted.v1"),
    Mutant("every_event_is_declared", FIRST, ("spec", "schema"), "https://example.org/schema.json"),
    Mutant(
        "every_event_is_heard",
        "Trigger figures",
        ("spec", "filters", 0, "any", 0, "prefix", "type"),
        "summary.",
    ),
    Mutant(
        "every_trigger_hears_something", HEARD, ("spec", "filters", 0, "exact", "type"), "document.requested"
    ),
    Mutant("delivery_ends_before_the_request", HEARD, ("spec", "delivery", "timeout"), "PT3M"),
    Mutant(
        "open_events_stay_inside",
        "Service summarize-events",
        ("metadata", "labels", "networking.knative.dev/visibility"),
    ),
    _box("events_are_signed", "env", 5, on="Service summarize-events"),
    _box("events_are_signed", "env", 5, to={"name": "EVENT_KEY", "value": "guess"}),
    Mutant("events_are_signed", "JobSink batch", ("spec", "job", *POD, "containers", 0, "env", 3)),
    Mutant("open_events_stay_inside", MAPPING, ("spec", "ref", "name"), "tracker"),
    Mutant("receivers_take_events_without_a_key", HEARD, ("spec", "subscriber", "ref", "name"), "summarize"),
)
NETWORK = (
    Mutant(
        "policies_select_pods_that_exist",
        "NetworkPolicy page",
        ("spec", "podSelector", "matchLabels"),
        {"app": "ui"},
    ),
    Mutant(
        "budgets_select_pods_that_exist",
        "PodDisruptionBudget summarize",
        ("spec", "selector", "matchLabels"),
        {"app": "x"},
    ),
    Mutant("budgets_select_pods_that_exist", "PodDisruptionBudget summarize", ("spec", "minAvailable"), 1),
    Mutant("what_is_not_allowed_is_denied", "NetworkPolicy deny", ("spec", "policyTypes"), ["Ingress"]),
    Mutant(
        "own_ports_stay_shut", "NetworkPolicy functions", ("spec", "ingress", 0, "ports", 0, "port"), 8080
    ),
    Mutant("functions_can_be_reached", "NetworkPolicy functions", ("spec", "ingress"), []),
)
CAPACITY = (
    _note("quota_admits_the_largest_scale", "max-scale", "30"),
    Mutant(
        "quota_admits_the_largest_scale",
        "ResourceQuota resume-summary",
        ("spec", "hard", "requests.cpu"),
        "9",
    ),
    Mutant(
        "queue_proxies_state_their_resources",
        "Service summarize",
        (*NOTES, "queue.sidecar.serving.knative.dev/memory-resource-limit"),
    ),
    _box("limits_fit_the_range", "resources", "limits", "cpu", to="3"),
    _note("every_function_has_a_largest_scale", "max-scale", "0"),
    _pod("time_suffices_to_finish", "timeoutSeconds", to=90),
    _pod("memory_holds_what_tmp_may_hold", "volumes", 1, "emptyDir", "sizeLimit", to="1Gi"),
    _pod("memory_holds_what_tmp_may_hold", "volumes", 1, "emptyDir", "sizeLimit"),
)
CHANNEL = "InMemoryChannel default-kne-trigger"
CHANNELS = (
    Mutant(
        "broker_in_memory_answers_first",
        CHANNEL,
        ("metadata", "annotations", "messaging.knative.dev/async-handler"),
    ),
    Mutant(
        "broker_in_memory_answers_first", CHANNEL, ("metadata", "annotations", "eventing.knative.dev/scope")
    ),
    Mutant("broker_in_memory_answers_first", CHANNEL, ("metadata", "labels", "eventing.knative.dev/broker")),
    Mutant("broker_in_memory_answers_first", CHANNEL, ("spec", "delivery", "retry"), 3),
    Mutant("broker_in_memory_answers_first", CHANNEL, ("metadata", "name"), "channel"),
)
SCALER = _object(
    "HorizontalPodAutoscaler",
    "autoscaling/v2",
    "ui",
    {"metrics": [{"type": "Resource", "resource": {"name": "memory"}}]},
)
LOAD = (
    _note("hpa_names_what_it_requires", "class", "hpa.autoscaling.knative.dev"),
    Mutant("hpa_names_what_it_requires", add=SCALER),
    _note("hpa_services_bring_their_sink", "class", "hpa.autoscaling.knative.dev"),
    _note("hpa_follows_the_load", "class", "hpa.autoscaling.knative.dev"),
    Mutant("hpa_follows_the_load", add=SCALER),
)
BATCHES = (
    _box(
        "batches_name_their_storage",
        "env",
        3,
        to={"name": "BATCH_WINDOW", "value": "6"},
        on="Service summarize-events",
    ),
    Mutant("batches_name_their_storage", "JobSink batch", ("spec", "job", *POD, "containers", 0, "env", 2)),
    _box("batches_outlive_their_process", "env", 4, on="Service summarize-events"),
    _box(
        "batches_outlive_their_process",
        "env",
        4,
        "value",
        to="file:///tmp/open",
        on="Service summarize-events",
    ),
)

MUTANTS = (
    *AUTOSCALING, *REVISION, *CONTAINERS, *FLAGS, *PROBES, *VOLUMES, *TRAFFIC, *TRIGGERS, *SOURCES, *DOMAINS,
    *HARDENING, *REFERENCES, *TOPOLOGY, *NETWORK, *CAPACITY, *CHANNELS, *LOAD, *BATCHES,
)  # fmt: skip

SCHEMA_MUTANTS = (
    _pod("schema", "containerConcurency", to=2),
    _box("schema", "imagePullPolicyy", to="Always"),
    Mutant("schema", HEARD, ("spec", "subscriber", "ref", "namme"), "tracker"),
    Mutant("schema", HEARD, ("spec", "filter"), {"subscriber": {"uri": "/events"}}),
    Mutant("schema", "EventType dev.resumesummary.revision.ready.v1", ("spec", "schemaUri"), "urn:x"),
    Mutant("schema", "DomainMapping api.resume-summary.example.com", ("spec", "ref")),
)
"""Mistakes that Knative's schemas find."""
CORE_MUTANTS = (
    Mutant("schema", "Deployment ui", ("spec", "replica"), 2),
    Mutant("schema", "NetworkPolicy page", ("spec", "ingress", 0, "ports", 0, "port"), True),
    Mutant("schema", "JobSink batch", ("spec", "job", "spec", "paralelism"), 3),
    Mutant("schema", "CronJob warm-up", ("spec", "schedule")),
    Mutant("schema", "ResourceQuota resume-summary", ("spec", "hart"), {}),
)
"""Mistakes that Kubernetes' own schemas find."""
