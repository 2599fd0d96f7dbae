"""Which part belongs to which, so that no part is found by its name."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from functions.summarize.docx.limits import Budget
from functions.summarize.docx.names import PR
from functions.summarize.docx.package import Package
from functions.summarize.docx.xml import parse

LINK_SCHEMES = ("http://", "https://", "mailto:")
_LONGEST_URL = 2048


@dataclass(frozen=True, slots=True)
class Relationship:
    """One relationship. `kind` is the last segment of its type; `target` a part name, or a URL if external."""

    kind: str
    target: str
    external: bool


Relationships = Mapping[str, Relationship]


def relationships_of(package: Package, part: str, budget: Budget) -> Relationships:
    """The relationships of a part by id; of the package itself for the empty name."""
    folder, name = posixpath.split(part)
    data = package.part(posixpath.join(folder, "_rels", f"{name}.rels"))
    return {} if data is None else dict(_read(data, folder, budget))


def all_relationships(package: Package, budget: Budget) -> Iterator[Relationship]:
    """Every relationship of every part: what the refusals look through."""
    for name, data in package.parts.items():
        if name.endswith(".rels"):
            yield from (relationship for _, relationship in _read(data, "", budget))


def safe_url(target: str) -> str | None:
    """The target if it is a link that a person may follow (http, https, mailto), None otherwise."""
    url = target.strip()
    printable = url.isprintable() and " " not in url and len(url) <= _LONGEST_URL
    return url if printable and url.casefold().startswith(LINK_SCHEMES) else None


def is_dropped(relationship: Relationship) -> bool:
    """Whether a relationship leads out of the document and is not a link that a person may follow."""
    linked = relationship.kind == "hyperlink"
    anchor = relationship.target.startswith("#")
    return relationship.external and not (linked and (anchor or safe_url(relationship.target)))


def _read(data: bytes, folder: str, budget: Budget) -> Iterator[tuple[str, Relationship]]:
    for item in parse(data, budget).iterchildren(f"{PR}Relationship"):
        external = item.get("TargetMode", "").casefold() == "external"
        target = item.get("Target", "")
        kind = item.get("Type", "").rstrip("/").rpartition("/")[2]
        yield (
            item.get("Id", ""),
            Relationship(kind, target if external else _resolve(folder, target), external),
        )


def _resolve(folder: str, target: str) -> str:
    path = unquote(target).replace("\\", "/")
    return posixpath.normpath(posixpath.join("/", folder, path)).lstrip("/")
