"""The variables of the manifests are settings of the functions, with values that they take."""

import pytest

from functions.common.settings import Settings as CommonSettings
from functions.common.settings import read_settings
from functions.summarize.job import JobSettings
from functions.summarize.settings import SummarizeSettings
from functions.tracker.settings import TrackerSettings
from knative.validate.manifests import SERVING
from knative.validate.pods import Pod, environment, pods_of
from tests.knative.objects import shipped
from ui.settings import Settings as PageSettings

KINDS: dict[str, type[CommonSettings]] = {
    "summarize": SummarizeSettings,
    "summarize-events": SummarizeSettings,
    "catalog": CommonSettings,
    "tracker": TrackerSettings,
    "batch": JobSettings,
}
PODS = {pod.owner.name: pod for pod in pods_of(shipped())}


def variables(pod: Pod) -> dict[str, str]:
    return {name: value for container in pod.containers for name, value in environment(container).items()}


@pytest.mark.parametrize("name", KINDS)
def test_each_function_starts_with_what_its_manifest_sets(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOST", "0.0.0.0")  # as the images have it
    for variable, value in variables(PODS[name]).items():
        monkeypatch.setenv(variable, value)

    settings = read_settings(KINDS[name])

    assert settings.events_open is (name in {"summarize-events", "tracker"})
    assert set(variables(PODS[name])) <= {field.upper() for field in KINDS[name].model_fields}


def test_the_pages_variables_are_its_settings() -> None:
    assert set(variables(PODS["ui"])) <= {field.upper() for field in PageSettings.model_fields}


def test_every_function_that_knative_runs_has_settings_here() -> None:
    assert {pod.owner.name for pod in PODS.values() if pod.owner.group == SERVING} == set(KINDS) - {"batch"}
