"""Objects against the schemas of their kinds."""

from pathlib import Path

import pytest

from knative.validate.manifests import Manifest, parse
from knative.validate.report import schema_findings
from knative.validate.schemas import Schemas, crd_folder, load_schemas, strict
from tests.knative.mutants import CORE_MUTANTS, SCHEMA_MUTANTS, Mutant
from tests.knative.objects import shipped

SCHEMAS = load_schemas(crd_folder())
needs_crds = pytest.mark.skipif(
    not SCHEMAS.custom, reason=f"no Knative schemas in {crd_folder()}; set KNATIVE_CRDS"
)
needs_core = pytest.mark.skipif(
    not SCHEMAS.core, reason="kubernetes-validate is not installed (make manifests)"
)


def only(name: str, manifests: tuple[Manifest, ...]) -> tuple[Manifest, ...]:
    """The object of this name, so that a test checks one object."""
    return tuple(each for each in manifests if str(each) == name)


@needs_crds
@pytest.mark.parametrize("mutant", SCHEMA_MUTANTS, ids=str)
def test_knatives_schemas_find_the_mistake(mutant: Mutant) -> None:
    assert list(schema_findings(only(mutant.on, shipped()), SCHEMAS)) == []
    assert list(schema_findings(only(mutant.on, mutant.applied(shipped())), SCHEMAS))


@needs_core
@pytest.mark.parametrize("mutant", CORE_MUTANTS, ids=str)
def test_kubernetes_schemas_find_the_mistake(mutant: Mutant) -> None:
    assert list(schema_findings(only(mutant.on, shipped()), SCHEMAS)) == []
    assert list(schema_findings(only(mutant.on, mutant.applied(shipped())), SCHEMAS))


def test_without_schemas_nothing_is_checked_and_that_is_said(tmp_path: Path) -> None:
    schemas = load_schemas(tmp_path)

    assert schemas.custom == {}
    assert f"no Knative schemas in {tmp_path}" in schemas.source
    assert not Schemas({}, core=False, source="").knows(shipped()[0])


def test_a_crd_becomes_a_schema_that_refuses_unknown_fields() -> None:
    converted = strict(
        {
            "type": "object",
            "properties": {
                "port": {"x-kubernetes-int-or-string": True},
                "note": {"type": "string", "nullable": True},
                "any": {
                    "type": "object",
                    "x-kubernetes-preserve-unknown-fields": True,
                    "properties": {"a": {}},
                },
                "map": {"type": "object", "additionalProperties": {"type": "string"}},
            },
        }
    )

    assert converted == {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "port": {"anyOf": [{"type": "integer"}, {"type": "string"}]},
            "note": {"type": ["string", "null"]},
            "any": {"type": "object", "x-kubernetes-preserve-unknown-fields": True, "properties": {"a": {}}},
            "map": {"type": "object", "additionalProperties": {"type": "string"}},
        },
    }


def test_the_schemas_alone_let_a_webhooks_mistakes_pass() -> None:
    """Why there are rules: nothing of this is wrong to a schema."""
    spoiled = parse(
        "{apiVersion: serving.knative.dev/v1, kind: Service, metadata: {name: x, annotations:"
        " {autoscaling.knative.dev/max-scale: '3'}}, spec: {template: {spec: {containerConcurrency: 2000, containers:"
        " [{image: x, ports: [{containerPort: 9090, name: web}], env: [{name: PORT, value: '1'}]}]}}}}"
    )

    assert list(schema_findings(spoiled, SCHEMAS)) == []
