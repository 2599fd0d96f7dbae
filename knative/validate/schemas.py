"""Each object against the schema of its kind.

Knative's schemas are read from CustomResourceDefinition files: from the folder that KNATIVE_CRDS names, else from
`knative/schemas`. Kubernetes' own come with the Python package kubernetes-validate.
"""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator

from knative.validate.manifests import LOADER, Manifest

SHIPPED = Path(__file__).parents[1] / "schemas"
KUBERNETES = "1.34"
"""The version whose schemas the manifests are held to."""
OPEN = "x-kubernetes-preserve-unknown-fields"

Kind = tuple[str, str, str]
"""Group, version and kind."""


@dataclass(frozen=True, slots=True)
class Schemas:
    """What objects can be checked against: `custom` by kind, `core` if Kubernetes' own are installed."""

    custom: Mapping[Kind, Mapping[str, Any]]
    core: bool
    source: str

    def knows(self, manifest: Manifest) -> bool:
        """Whether there is a schema for this object."""
        return _kind(manifest) in self.custom or (self.core and _is_core(manifest))

    def complaints(self, manifest: Manifest) -> Iterator[str]:
        """What is wrong with an object, unknown fields included."""
        if schema := self.custom.get(_kind(manifest)):
            for error in Draft202012Validator(schema).iter_errors(manifest.data):
                yield f"{'.'.join(map(str, error.absolute_path)) or 'the object'}: {error.message}"
        elif self.core and _is_core(manifest):
            yield from _core_complaints(manifest)


def crd_folder() -> Path:
    """Where the CustomResourceDefinition files are looked for."""
    return Path(os.environ.get("KNATIVE_CRDS") or SHIPPED)


@lru_cache(maxsize=4)
def load_schemas(folder: Path) -> Schemas:
    """The schemas that there are."""
    custom = {kind: schema for file in sorted(folder.glob("*.yaml")) for kind, schema in _definitions(file)}
    found = f"{len(custom)} Knative schemas from {folder}" if custom else f"no Knative schemas in {folder}"
    core = find_spec("kubernetes_validate") is not None
    kubernetes = (
        f"Kubernetes {KUBERNETES}" if core else "no Kubernetes schemas (kubernetes-validate is not installed)"
    )
    return Schemas(custom, core, f"{found}, {kubernetes}")


def _definitions(file: Path) -> Iterator[tuple[Kind, Mapping[str, Any]]]:
    text = file.read_text(encoding="utf-8")
    for spec in (each["spec"] for each in yaml.load_all(text, Loader=LOADER)):
        for version in spec["versions"]:
            schema = strict(version["schema"]["openAPIV3Schema"])
            schema["properties"] = {
                "apiVersion": {},
                "kind": {},
                **schema.get("properties", {}),
                "metadata": {},
            }
            yield (spec["group"], version["name"], spec["names"]["kind"]), schema


def strict(schema: Mapping[str, Any]) -> dict[str, Any]:
    """A structural schema of a CustomResourceDefinition as JSON Schema that refuses unknown fields.

    The API server drops such fields in silence; `kubectl --validate=strict` refuses them.
    """
    made = dict(schema)
    for key in ("properties", "patternProperties"):
        if key in made:
            made[key] = {name: strict(inner) for name, inner in made[key].items()}
    for key in ("items", "additionalProperties"):
        if isinstance(made.get(key), Mapping):
            made[key] = strict(made[key])
    if made.pop("x-kubernetes-int-or-string", False):
        made.pop("type", None)
        made["anyOf"] = [{"type": "integer"}, {"type": "string"}]
    if made.pop("nullable", False) and "type" in made:
        made["type"] = [made["type"], "null"]
    if "properties" in made and not made.get(OPEN):
        made.setdefault("additionalProperties", False)
    return made


def _kind(manifest: Manifest) -> Kind:
    return manifest.group, manifest.version, manifest.kind


def _is_core(manifest: Manifest) -> bool:
    return "." not in manifest.group or manifest.group.endswith(".k8s.io")


def _core_complaints(manifest: Manifest) -> Iterator[str]:
    import kubernetes_validate

    try:
        kubernetes_validate.validate(dict(manifest.data), KUBERNETES, strict=True)
    except kubernetes_validate.SchemaNotFoundError:
        yield f"Kubernetes {KUBERNETES} has no {manifest.kind} {manifest.data['apiVersion']}"
    except kubernetes_validate.ValidationError as error:
        yield f"{'.'.join(map(str, error.path))}: {error.message}"
