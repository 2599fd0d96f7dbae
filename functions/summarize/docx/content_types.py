"""What each part of a package claims to be."""

from collections.abc import Mapping
from dataclasses import dataclass

from functions.summarize.docx.limits import Budget
from functions.summarize.docx.names import CT
from functions.summarize.docx.package import Package
from functions.summarize.docx.xml import parse


@dataclass(frozen=True, slots=True)
class ContentTypes:
    """Content types by part name and by file name extension; names, extensions and types are case-folded."""

    by_name: Mapping[str, str]
    by_extension: Mapping[str, str]

    def of(self, part: str) -> str:
        """The type of a part, empty where none is stated."""
        name = part.casefold()
        return self.by_name.get(name) or self.by_extension.get(name.rpartition(".")[2], "")

    @property
    def every(self) -> tuple[str, ...]:
        """All types that the package mentions."""
        return (*self.by_name.values(), *self.by_extension.values())


def content_types(package: Package, budget: Budget) -> ContentTypes | None:
    """The list of content types, or None where the package has none and so is no document at all."""
    data = package.part("[Content_Types].xml")
    if data is None:
        return None
    root = parse(data, budget)
    return ContentTypes(
        {
            item.get("PartName", "").lstrip("/").casefold(): item.get("ContentType", "").casefold()
            for item in root.iterchildren(f"{CT}Override")
        },
        {
            item.get("Extension", "").casefold(): item.get("ContentType", "").casefold()
            for item in root.iterchildren(f"{CT}Default")
        },
    )
