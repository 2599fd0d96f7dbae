"""A failing file made small: elements of its main part left out as long as it still fails."""

import io
import zipfile
from collections.abc import Callable

from lxml import etree

from tests.builders.package import NAMESPACES, zipped

_BODY = f"{{{NAMESPACES['w']}}}body"
_DOCUMENT = "word/document.xml"


def shrunk(data: bytes, fails: Callable[[bytes], bool]) -> bytes:
    """A smaller file that fails too; the same one where its main part cannot be taken apart."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = {item.filename: archive.read(item) for item in archive.infolist()}
        root = etree.fromstring(entries[_DOCUMENT])
    except (zipfile.BadZipFile, KeyError, ValueError, etree.XMLSyntaxError, OSError):
        return data
    body = root.find(_BODY)
    if body is None or not fails(_with(entries, root)):
        return data
    size = max(1, len(body) // 2)
    while True:
        elements = list(body)
        for start in range(0, len(elements), size):
            _leave_out(body, elements[start : start + size], lambda: fails(_with(entries, root)))
        if size == 1:
            return _with(entries, root)
        size //= 2


def _leave_out(body: etree._Element, chunk: list[etree._Element], still_fails: Callable[[], bool]) -> None:
    start = body.index(chunk[0])
    for element in chunk:
        body.remove(element)
    if not still_fails():
        for number, element in enumerate(chunk):
            body.insert(start + number, element)


def _with(entries: dict[str, bytes], root: etree._Element) -> bytes:
    return zipped({**entries, _DOCUMENT: etree.tostring(root)})
