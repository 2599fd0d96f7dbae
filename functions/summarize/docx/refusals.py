"""Documents that are refused whatever they say: programs, embedded objects, remote templates, other formats."""

import re
from collections.abc import Iterable

from functions.common.errors import NotADocx, UnusableDocument
from functions.summarize.docx.content_types import ContentTypes
from functions.summarize.docx.limits import Budget
from functions.summarize.docx.package import Package, damaged
from functions.summarize.docx.relationships import Relationship, relationships_of
from functions.summarize.docx.signature import SAVE_AS
from functions.summarize.docx.xml import scan

DOCUMENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

_OTHER_PACKAGES = {
    "xl/workbook.xml": "an Excel workbook",
    "ppt/presentation.xml": "a PowerPoint presentation",
    "content.xml": "an OpenDocument file",
    "meta-inf/container.xml": "an e-book",
    "index/document.iwa": "a Pages document",
    "androidmanifest.xml": "an Android program",
}
_MACROS = ("vbaproject", "vbadata", "wordvbadata")
_OLE_PART = re.compile(r"(^|/)oleobject\d*\.bin$")
_DDE = re.compile(r"\s*\"?DDE(AUTO)?\b", re.IGNORECASE)


def other_package(package: Package) -> NotADocx:
    """The refusal for a ZIP archive of another kind, named where it is known."""
    kinds = (kind for name, kind in _OTHER_PACKAGES.items() if _has(package, name))
    return NotADocx(f"The file is {next(kinds, 'a ZIP archive of another kind')}, not a DOCX. {SAVE_AS}")


def main_part(package: Package, types: ContentTypes, budget: Budget) -> str:
    """The name of the main part, found by its relationship; refused unless it is exactly a document."""
    targets = {
        item.target
        for item in relationships_of(package, "", budget).values()
        if item.kind == "officeDocument" and not item.external
    }
    if len(targets) != 1:
        raise damaged("it does not say which part is the document")
    name = targets.pop()
    _require_document(types.of(name), package)
    if package.part(name) is None:
        raise damaged("its main part is missing")
    return name


def refuse_active_content(
    package: Package, types: ContentTypes, relationships: Iterable[Relationship]
) -> None:
    """Refuse macros, controls, embedded objects and remote templates wherever the package mentions them."""
    for data in package.parts.values():
        scan(data)
    for name in package.names:
        _refuse_name(name.casefold())
    for content_type in types.every:
        _refuse_type(content_type)
    for relationship in relationships:
        _refuse_relationship(relationship)


def refuse_dde(instruction: str) -> None:
    """Refuse a field instruction that asks another program for data."""
    if _DDE.match(instruction):
        raise UnusableDocument(
            "dde-field", "The document has a field that starts another program; remove it and save it again."
        )


def activex_control() -> UnusableDocument:
    """The refusal for a control that runs code."""
    return UnusableDocument(
        "activex-control", "The document holds an ActiveX control; remove it and save it again."
    )


def embedded_object() -> UnusableDocument:
    """The refusal for an object of another program inside the document."""
    return UnusableDocument(
        "embedded-object", "The document embeds an object of another program; remove it and save it again."
    )


def _require_document(content_type: str, package: Package) -> None:
    if content_type == DOCUMENT_TYPE:
        return
    if "macroenabled" in content_type:
        raise _macros()
    if "wordprocessingml.template" in content_type:
        raise UnusableDocument(
            "template-document",
            "The file is a Word template, not a document; save it as .docx (Word document).",
        )
    raise other_package(package)


def _has(package: Package, name: str) -> bool:
    return any(entry.casefold() == name for entry in package.names)


def _refuse_name(name: str) -> None:
    if any(word in name for word in _MACROS):
        raise _macros()
    if "/activex/" in name:
        raise activex_control()
    if _OLE_PART.search(name):
        raise embedded_object()


def _refuse_type(content_type: str) -> None:
    if "vbaproject" in content_type or "macroenabled" in content_type:
        raise _macros()
    if "activex" in content_type:
        raise activex_control()
    if content_type.endswith("oleobject"):
        raise embedded_object()


def _refuse_relationship(relationship: Relationship) -> None:
    match relationship.kind.casefold():
        case "vbaproject" | "wordvbadata":
            raise _macros()
        case "control" | "activexcontrolbinary":
            raise activex_control()
        case "oleobject":
            raise embedded_object()


def _macros() -> UnusableDocument:
    return UnusableDocument("macro-document", "The document holds macros; save it as .docx without macros.")
