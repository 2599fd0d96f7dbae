"""A failing input made small: what it holds is left out, piece by piece, as long as it still fails.

Of a file the elements of its main part, of facts the members, entries and halves of texts.
"""

import io
import json
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

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


def shrunk_facts(data: bytes, fails: Callable[[bytes], bool]) -> bytes:
    """Smaller facts that fail too; the same ones where they are no JSON."""
    try:
        document = json.loads(data)
    except (ValueError, RecursionError):
        return data
    goes_on = fails(_json(document))
    if not goes_on:
        return data
    while goes_on:
        goes_on = any(_smaller(*place, lambda: fails(_json(document))) for place in list(_places(document)))
    return _json(document)


def _smaller(holder: Any, key: Any, still_fails: Callable[[], bool]) -> bool:
    """Whether the value under a key could be left out, or halved if it is text."""
    if key not in holder if isinstance(holder, dict) else key >= len(holder):
        return False  # gone with what was left out before
    value = holder[key]
    del holder[key]
    if still_fails():
        return True
    pieces = (value[: len(value) // 2], value[len(value) // 2 :]) if isinstance(value, str) else ()
    if isinstance(holder, dict):
        holder[key] = value
    else:
        holder.insert(key, value)
    for piece in pieces:
        holder[key] = piece
        if piece != value and still_fails():
            return True
    holder[key] = value
    return False


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Each place that holds something, those of a list from its end."""
    keys: Any = [*value] if isinstance(value, dict) else []
    keys = [*reversed(range(len(value)))] if isinstance(value, list) else keys
    for key in keys:
        yield value, key
        yield from _places(value[key])


def _json(document: object) -> bytes:
    return json.dumps(document, ensure_ascii=False).encode("utf-8", "surrogatepass")
