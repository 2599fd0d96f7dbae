"""The validator as a command."""

from pathlib import Path

import pytest

from knative.validate.__main__ import main
from knative.validate.manifests import CannotRender, Manifest, can_render, render
from knative.validate.report import OVERLAYS, check_overlay
from knative.validate.rules import all_rules
from knative.validate.schemas import Schemas
from tests.knative.objects import shipped

needs_kustomize = pytest.mark.skipif(
    not can_render(), reason="kubectl or kustomize is needed to build overlays"
)
NO_SCHEMAS = Schemas({}, core=False, source="none")


class AnySchema(Schemas):
    """Knows every kind and complains of nothing."""

    def knows(self, manifest: Manifest) -> bool:
        return True


ANY = AnySchema({}, core=False, source="any")


@needs_kustomize
def test_what_is_checked_is_printed_for_each_overlay(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["kubernetes"], ANY) == 0
    first, second, third = capsys.readouterr().out.splitlines()
    assert first == f"any; {len(all_rules())} rules"
    assert second.startswith("kubernetes        25 objects, 25 against their schema, ")
    assert second.endswith("rule checks: ok")
    assert third.strip() == "asks for 1.20 CPU, 800 MiB to start, 3.20 CPU, 1312 MiB at most"


@needs_kustomize
def test_an_object_without_a_schema_is_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["kubernetes"], NO_SCHEMAS) == 1
    out = capsys.readouterr().out
    assert "rule checks: 25 wrong" in out
    assert "wrong: no schema at hand for Namespace resume-summary, " in out


@needs_kustomize
def test_what_is_left_to_fill_in_stops_a_deployment_and_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["production"], ANY) == 0
    assert main(["production", "--deployable"], ANY) == 1
    out = capsys.readouterr().out
    assert (
        "DomainMapping api.resume-summary.example.com still has example.com   [placeholders_are_replaced]"
        in out
    )


def test_an_unknown_overlay_is_refused_with_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["staging"])
    assert "there is no overlay staging; there are canary, cpu-memory" in capsys.readouterr().err


@needs_kustomize
def test_what_cannot_be_built_is_said_in_kustomizes_words(tmp_path: Path) -> None:
    with pytest.raises(CannotRender, match=r"unable to find one of 'kustomization\.yaml'"):
        render(tmp_path)


def test_without_kustomize_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")

    with pytest.raises(CannotRender, match="kubectl or kustomize is needed"):
        render(OVERLAYS / "local")


def test_a_report_counts_what_it_checked_and_names_what_it_could_not() -> None:
    claim = tuple(each for each in shipped() if each.kind == "ClusterDomainClaim")
    report = check_overlay("production", (*claim, Manifest({"kind": "Namespace"})), NO_SCHEMAS)

    assert (report.objects, report.unknown) == (
        2,
        ("ClusterDomainClaim api.resume-summary.example.com", "Namespace "),
    )
    assert [finding.rule for finding in report.findings] == [
        "object_is_ours",
        "what_is_not_allowed_is_denied",
    ]
