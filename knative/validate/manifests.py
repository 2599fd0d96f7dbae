"""Kubernetes objects, as they are read from files or rendered by kustomize."""

import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

SERVING = "serving.knative.dev"
EVENTING = "eventing.knative.dev"
SOURCES = "sources.knative.dev"
SINKS = "sinks.knative.dev"

KUSTOMIZE = (("kubectl", "kustomize"), ("kustomize", "build"))
"""Commands that build an overlay; the first that is installed is used."""


LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The safe loader in C where PyYAML has it: ten times as fast."""


class CannotRender(Exception):  # noqa: N818 - a state, as elsewhere in the project
    """An overlay cannot be built. The message is kustomize's own, or says what to install."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """One object. `data` is its YAML and must not be changed."""

    data: Mapping[str, Any]

    @property
    def kind(self) -> str:
        """Such as "Service"."""
        return str(self.data.get("kind", ""))

    @property
    def group(self) -> str:
        """Such as "serving.knative.dev"; empty for the core."""
        return str(self.data.get("apiVersion", "")).rpartition("/")[0]

    @property
    def version(self) -> str:
        """Such as "v1"."""
        return str(self.data.get("apiVersion", "")).rpartition("/")[2]

    @property
    def name(self) -> str:
        """The object's name."""
        return str(self.at("metadata", "name", default=""))

    @property
    def namespace(self) -> str:
        """The object's namespace, empty where it has none."""
        return str(self.at("metadata", "namespace", default=""))

    @property
    def labels(self) -> Mapping[str, str]:
        """The object's own labels, not those of its pods."""
        return dict(self.at("metadata", "labels", default={}))

    @property
    def annotations(self) -> Mapping[str, str]:
        """The object's own annotations, not those of its pods."""
        return dict(self.at("metadata", "annotations", default={}))

    def at(self, *path: str, default: Any = None) -> Any:
        """What stands under these keys, or `default`."""
        return look(self.data, *path, default=default)

    def matches(self, group: str, kind: str) -> bool:
        """Whether it is of this kind of this group."""
        return (self.group, self.kind) == (group, kind)

    def __str__(self) -> str:
        """Kind and name, as findings give them."""
        return f"{self.kind} {self.name}"


def look(data: Any, *path: str, default: Any = None) -> Any:
    """What stands under these keys of nested mappings, or `default`."""
    for key in path:
        if not isinstance(data, Mapping) or data.get(key) is None:
            return default
        data = data[key]
    return data


def of_kind(manifests: Iterable[Manifest], group: str, kind: str) -> Iterator[Manifest]:
    """Those of this kind."""
    return (each for each in manifests if each.matches(group, kind))


def find(manifests: Iterable[Manifest], group: str, kind: str, name: str) -> Manifest | None:
    """The object of this kind and name, if there is one."""
    return next((each for each in of_kind(manifests, group, kind) if each.name == name), None)


def parse(text: str) -> tuple[Manifest, ...]:
    """The objects of a YAML text."""
    return tuple(Manifest(document) for document in yaml.load_all(text, Loader=LOADER) if document)


def can_render() -> bool:
    """Whether a command that builds overlays is installed."""
    return any(shutil.which(command[0]) for command in KUSTOMIZE)


def render(overlay: Path) -> tuple[Manifest, ...]:
    """The objects that `kubectl apply -k` would send; raises `CannotRender`."""
    for program, verb in KUSTOMIZE:
        if path := shutil.which(program):
            done = subprocess.run(  # noqa: S603 - a fixed command on a folder of ours
                [path, verb, str(overlay)], capture_output=True, text=True, check=False
            )
            if done.returncode:
                raise CannotRender(done.stderr.strip())
            return parse(done.stdout)
    raise CannotRender("kubectl or kustomize is needed to build an overlay; neither is installed")
