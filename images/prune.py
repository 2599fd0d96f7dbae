"""Prints the installed packages that the project does not need: `prune.py EXTRAS SITE-PACKAGES UNUSED.toml`.

A package is needed when the project's extras lead to it through the requirements of packages, not counting the
requirements that UNUSED.toml names. Run with pip's interpreter: pip brings the reader of requirements along.
"""

import sys
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.metadata import distributions
from pathlib import Path
from typing import Protocol

from pip._vendor.packaging.markers import Marker
from pip._vendor.packaging.requirements import Requirement
from pip._vendor.packaging.utils import canonicalize_name

PROJECT = "resume-summary"

Unused = Mapping[str, Iterable[str]]


class Requiring(Protocol):
    """A package, installed or not, that says what it requires."""

    @property
    def requires(self) -> list[str] | None:
        """Requirements, with the extras they are for in their markers."""


@dataclass(frozen=True, slots=True)
class Project:
    """The project, which is not installed where images are built: only its packages are."""

    requires: list[str]

    @classmethod
    def read(cls, pyproject: Path) -> "Project":
        """The project as its pyproject.toml describes it."""
        described = tomllib.loads(pyproject.read_text(encoding="utf-8"))["project"]
        extras = described.get("optional-dependencies", {})
        of_extras = [
            str(_with_extra(Requirement(each), extra)) for extra, wanted in extras.items() for each in wanted
        ]
        return cls([*described.get("dependencies", ()), *of_extras])


def _with_extra(requirement: Requirement, extra: str) -> Requirement:
    """The requirement, for those who ask for the extra."""
    condition = f"extra == '{extra}'"
    requirement.marker = Marker(
        f"({requirement.marker}) and {condition}" if requirement.marker else condition
    )
    return requirement


def unneeded(installed: Mapping[str, Requiring], extras: Iterable[str], unused: Unused) -> list[str]:
    """The names of the packages to which nothing leads from the project with these extras."""
    found: set[tuple[str, str]] = set()
    waiting = [(PROJECT, extra) for extra in ("", *extras)]
    while waiting:
        name, extra = waiting.pop()
        if (name, extra) in found or name not in installed:
            continue
        found.add((name, extra))
        for requirement in map(Requirement, installed[name].requires or ()):
            wanted = canonicalize_name(requirement.name)
            if wanted in unused.get(name, ()) or not applies(requirement, extra):
                continue
            waiting += [(wanted, each) for each in ("", *requirement.extras)]
    return sorted(set(installed) - {name for name, _ in found})


def applies(requirement: Requirement, extra: str) -> bool:
    """Whether a package with this extra asks for the requirement on this machine."""
    return requirement.marker is None or bool(requirement.marker.evaluate({"extra": extra}))


def main() -> None:
    """Read the environment and print the names in one line."""
    extras, packages, unused = sys.argv[1:]
    installed: dict[str, Requiring] = {
        canonicalize_name(item.metadata["Name"]): item for item in distributions(path=[packages])
    }
    installed[PROJECT] = Project.read(Path("pyproject.toml"))
    table = tomllib.loads(Path(unused).read_text(encoding="utf-8"))
    print(*unneeded(installed, extras.split(","), table))


if __name__ == "__main__":
    main()
