"""The person's own Word document with the summary put in; every other byte of every part stays as it was.

Where the resume has a profile, the summary takes its place, in the style of its first paragraph; otherwise it becomes a
paragraph under the contact data, in the style of the first longer paragraph of text.
"""

import io
import re
import zipfile
from collections.abc import Sequence
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
    contact = [str(basics[key]) for key in ("email", "phone") if basics.get(key)]
    under = [each for each in paragraphs[:_NEAR_TOP] if any(value in each.text for value in contact)]
    model = next((each for each in paragraphs if len(each.text) >= _LONG), None)
    if not under or not model:
        raise NoPlaceError(
            "The document has neither a profile nor contact data near its top that could be found."
        )
    at = under[-1].end
    return xml[:at] + _written(model, summary) + xml[at:]


def _without(xml: bytes, paragraphs: Sequence[Paragraph], start: int, end: int) -> bytes:
    """What stands between the paragraphs that go."""
    kept, at = b"", start
    for each in paragraphs:
        kept, at = kept + xml[at : each.start], each.end
    return kept + xml[at:end]


def _profile(paragraphs: Sequence[Paragraph], profile: str) -> list[Paragraph]:
    """The paragraphs in a row that make up the profile which the resume has."""
    wanted = _plain(profile)
    if not wanted:
        return []
    for first, paragraph in enumerate(paragraphs):
        told = ""
        for last, each in enumerate(paragraphs[first:], first):
            told = f"{told} {_plain(each.text)}".strip()
            if told == wanted and paragraph.text.strip():
                return [one for one in paragraphs[first : last + 1] if one.text.strip()]
            if not wanted.startswith(told):
                break
    return []


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _written(like: Paragraph, summary: Summary) -> bytes:
    text = escape(summary.summary.replace("\n", " ")).encode()
    return b'<w:p>%s<w:r>%s<w:t xml:space="preserve">%s</w:t></w:r></w:p>' % (like.properties, like.run, text)
