"""The person's own Word document with the summary put in; every other byte of every part stays as it was.

Where the resume has a profile, the summary takes its place, in the style of its first paragraph; otherwise it becomes a
paragraph under the contact data, in the style of the first longer paragraph of text.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from xml.sax.saxutils import escape

from ui.files.paragraphs import NoPlaceError, Paragraph, paragraphs_of
from ui.records import Summary

_MAIN = re.compile(
    r'<Override[^>]*PartName="/([^"]+)"[^>]*document\.main\+xml"|document\.main\+xml"[^>]*PartName="/([^"]+)"'
)
_LONG = 60
"""Characters from which a paragraph is text rather than a heading or a name."""
_NEAR_TOP = 25
"""Paragraphs in which contact data are looked for."""


def with_summary(data: bytes, summary: Summary) -> bytes:
    """The document with the summary in it. Raises `NoPlaceError` where there is none for it."""
    archive = zipfile.ZipFile(io.BytesIO(data))
    main = _main_part(archive)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for entry in archive.infolist():
            content = archive.read(entry)
            made.writestr(
                entry, _put_in(content, summary) if entry.filename == main else content, entry.compress_type
            )
    return file.getvalue()


def _main_part(archive: zipfile.ZipFile) -> str:
    found = _MAIN.search(archive.read("[Content_Types].xml").decode("utf-8", "replace"))
    return next(filter(None, found.groups())) if found else "word/document.xml"


def _put_in(xml: bytes, summary: Summary) -> bytes:
    paragraphs = paragraphs_of(xml)
    basics = summary.resume.get("basics", {})
    replaced = _profile(paragraphs, str(basics.get("summary", "")))
    if replaced:
        first, last = replaced[0], replaced[-1]
        return (
            xml[: first.start]
            + _written(first, summary)
            + _without(xml, replaced[1:], first.end, last.end)
            + xml[last.end :]
        )
    contact = _last_contact(paragraphs, basics)
    model = next((each for each in paragraphs if len(each.text) >= _LONG), None)
    if not contact or not model:
        raise NoPlaceError(
            "The document has neither a profile nor contact data near its top that could be found."
        )
    return xml[: contact.end] + _written(model, summary) + xml[contact.end :]


def _last_contact(paragraphs: Sequence[Paragraph], basics: Mapping[str, Any]) -> Paragraph | None:
    """The last paragraph of the contact data: of the mail or the telephone, or of a place or link right below."""
    location = basics.get("location", {})
    sure = [basics.get("email"), basics.get("phone")]
    beside = [location.get("address"), location.get("city"), basics.get("url")]
    beside += [each.get("url") for each in basics.get("profiles", ())]
    last = None
    for at, each in enumerate(paragraphs[:_NEAR_TOP]):
        below = last == at - 1 and len(each.text) < _LONG
        if _holds(each, sure) or (below and _holds(each, beside)):
            last = at
    return None if last is None else paragraphs[last]


def _holds(paragraph: Paragraph, values: Iterable[object]) -> bool:
    return any(value and str(value) in paragraph.text for value in values)


def _without(xml: bytes, paragraphs: Sequence[Paragraph], start: int, end: int) -> bytes:
    """What stands between the paragraphs that go."""
    kept, at = b"", start
    for each in paragraphs:
        kept, at = kept + xml[at : each.start], each.end
    return kept + xml[at:end]


def _profile(paragraphs: Sequence[Paragraph], profile: str) -> list[Paragraph]:
    """The paragraphs in a row that hold the profile which the resume has, or most of it: a headline may stand apart."""
    wanted = f" {_plain(profile)} "
    if wanted.isspace():
        return []
    texts = [_plain(each.text) for each in paragraphs]
    found, most = slice(0), ""
    for first in (at for at, text in enumerate(texts) if text):
        told, last = "", first
        while last < len(texts):
            further = f"{told} {texts[last]}".rstrip()
            if f"{further} " not in wanted:
                break
            told, last = further, last + 1
        if len(told) > len(most):
            found, most = slice(first, last), told
    return [each for each in paragraphs[found] if each.text.strip()] if 2 * len(most) > len(wanted) else []


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _written(like: Paragraph, summary: Summary) -> bytes:
    text = escape(summary.summary.replace("\n", " ")).encode()
    return b'<w:p>%s<w:r>%s<w:t xml:space="preserve">%s</w:t></w:r></w:p>' % (like.properties, like.run, text)
