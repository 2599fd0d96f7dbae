"""The person's own Word document with the summary put in; every other byte of every part stays as it was.

Where the resume has a profile, the summary takes its place, in its style and behind its label; otherwise it becomes a
paragraph under the name and the contact data, in the style of the document's text.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from xml.sax.saxutils import escape

from ui.files.paragraphs import FLOWS, Block, NoPlaceError, Paragraph, paragraphs_of
from ui.files.styles import is_bold, is_item, is_text, plain_properties, styles_of
from ui.records import Summary

_OVERRIDE = re.compile(r'<Override\b[^>]*\bPartName="/([^"]+)"[^>]*')
_LABEL = re.compile(r"\s*([^\W\d]+(?:[ &/][^\W\d]+){0,3}\s?(?::|\n))\s*")
"""What a profile may begin with on its own line: "Profile:", "About me" and a line break."""
_LONG = 60
"""Characters from which a paragraph is text rather than a heading or a name."""
_NEAR_TOP = 25
"""Paragraphs in which the name and the contact data are looked for."""
_TITLE = 3
"""Words up to which a profile that is no sentence is a headline."""

Edit = tuple[int, int, bytes]
"""Bytes from and to, and what stands there instead."""


def with_summary(data: bytes, summary: Summary) -> bytes:
    """The document with the summary in it. Raises `NoPlaceError` where there is none for it."""
    archive = zipfile.ZipFile(io.BytesIO(data))
    main, changed = _changed(archive, summary)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for entry in archive.infolist():
            content = changed if entry.filename == main else archive.read(entry)
            made.writestr(entry, content, entry.compress_type)
    return file.getvalue()


def find_place(data: bytes, summary: Summary) -> None:
    """Do all but write the document, which takes its time where there are pictures in it. Raises `NoPlaceError`."""
    _changed(zipfile.ZipFile(io.BytesIO(data)), summary)


def _changed(archive: zipfile.ZipFile, summary: Summary) -> tuple[str, bytes]:
    """The name of the main part, and the part with the summary in it."""
    main, styled = _part(archive, "document.main") or "word/document.xml", _part(archive, "styles")
    styles = styles_of(archive.read(styled)) if styled in archive.namelist() else {}
    return main, _put_in(archive.read(main), styles, summary)


def _part(archive: zipfile.ZipFile, kind: str) -> str:
    """The name of the part of this kind, as the document's list of parts tells it."""
    listed = archive.read("[Content_Types].xml").decode("utf-8", "replace")
    return next((each[1] for each in _OVERRIDE.finditer(listed) if f'.{kind}+xml"' in each[0]), "")


def _put_in(xml: bytes, styles: Mapping[bytes, bytes], summary: Summary) -> bytes:
    paragraphs = paragraphs_of(xml)
    drawn = [each for each in paragraphs if not each.spare]
    basics = summary.resume.get("basics", {})
    profile = _profile(drawn, basics)
    if not profile:
        return _edited(xml, [_under_the_head(drawn, styles, basics, summary.summary)])
    twins = _profile([each for each in paragraphs if each.spare], basics)
    return _edited(xml, [*_replaced(profile, summary.summary), *_replaced(twins, summary.summary)])


def _edited(xml: bytes, edits: Iterable[Edit]) -> bytes:
    for start, end, content in sorted(edits, reverse=True):
        xml = xml[:start] + content + xml[end:]
    return xml


def _replaced(profile: Sequence[Paragraph], text: str) -> Iterator[Edit]:
    """The text in the place of these paragraphs; pictures, page breaks and sections in them stay."""
    for number, each in enumerate(profile):
        runs = b"" if number else _label(each) + _run(each.run, text)
        if each.holds:
            yield from ((start, end, b"") for start, end in each.pieces)
            yield each.content, each.content, runs
        else:
            yield each.start, each.end, _paragraph(each.properties, runs) if runs else b""


def _label(paragraph: Paragraph) -> bytes:
    """What stands before a profile on its own line, as it is written there."""
    found = _LABEL.match(paragraph.text)
    if not found:
        return b""
    properties = next(run for words, run in paragraph.runs if words.strip())
    if found[1].endswith("\n"):
        return _run(properties, found[1].rstrip()) + b"<w:r><w:br/></w:r>"
    return _run(properties, f"{found[1]} ")


def _under_the_head(
    paragraphs: Sequence[Paragraph], styles: Mapping[bytes, bytes], basics: Mapping[str, Any], text: str
) -> Edit:
    """A new paragraph under the name and the contact data; on top of the page where these stand in its header."""
    told = [each for each in paragraphs if each.text.strip()]
    head = _head(told, basics)
    if not told or not (head or any(basics.get(each) for each in ("name", "email", "phone"))):
        raise NoPlaceError("The document has neither a profile nor a name or contact data near its top.")
    long = [each for each in told if len(each.text) >= _LONG and each not in head]
    texts = [each for each in long if is_text(each, styles)]
    like = max(texts, key=lambda each: (not is_item(each), len(each.text)), default=None)
    beside = like or next(iter(long), told[-1])
    at = max((_below(each, beside, told) for each in head), default=told[0].path[1].start)
    if like:
        return at, at, _paragraph(plain_properties(like.properties), _run(like.run, text))
    run = next((each.run for each in long if not is_bold(each.run)), b"")
    return at, at, _paragraph(b"", _run(run, text))


def _below(paragraph: Paragraph, text: Paragraph, told: Sequence[Paragraph]) -> int:
    """Where the next line below a paragraph begins in what the text stands in too.

    Where both stand side by side, in columns or boxes, it is the top of the text's own one.
    """
    shared = sum(one is other for one, other in zip(paragraph.path, text.path, strict=False))
    own = text.within[shared:]
    if paragraph.path[shared - 1].kind in FLOWS and not any(each.kind == "txbxContent" for each in own):
        return paragraph.path[min(shared, len(paragraph.within))].end
    return _top(next(each for each in own if each.kind in FLOWS), told)


def _top(column: Block, told: Sequence[Paragraph]) -> int:
    first = next(each for each in told if column in each.within)
    return first.path[first.path.index(column) + 1].start


def _head(told: Sequence[Paragraph], basics: Mapping[str, Any]) -> list[Paragraph]:
    """The name, the mail and the telephone near the top, and the headline, a place or a link right below of them."""
    location = basics.get("location", {})
    sure = [basics.get("email"), basics.get("phone")]
    beside = [location.get("address"), location.get("city"), basics.get("url")]
    beside += [each.get("url") for each in basics.get("profiles", ())]
    name, label = (_plain(str(basics.get(key, ""))) for key in ("name", "label"))
    found: list[int] = []
    for at, each in enumerate(told[:_NEAR_TOP]):
        short, plain = len(each.text) < _LONG, _plain(each.text)
        below = short and found[-1:] == [at - 1] and (_holds(each, beside) or plain == label)
        named = short and bool(name) and f" {name} " in f" {plain} "
        if named or below or _holds(each, sure):
            found.append(at)
        name = "" if named else name  # it is told once
    return [told[at] for at in found]


def _holds(paragraph: Paragraph, values: Iterable[object]) -> bool:
    return any(value and str(value) in paragraph.text for value in values)


def _profile(paragraphs: Sequence[Paragraph], basics: Mapping[str, Any]) -> list[Paragraph]:
    """The paragraphs in a row that hold the profile which the resume has, or most of it: a headline may stand apart."""
    profile = str(basics.get("summary", ""))
    wanted = f" {_plain(_unlabelled(profile))} "
    if wanted.isspace() or _is_headline(profile, basics):
        return []
    # What stands in the boxes of a paragraph does not part the paragraphs around it.
    paragraphs = sorted(paragraphs, key=lambda each: sum(block.kind == "p" for block in each.within))
    texts = [_plain(_unlabelled(each.text)) for each in paragraphs]
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


def _is_headline(profile: str, basics: Mapping[str, Any]) -> bool:
    """Whether what was read as the profile is a title under the name, which stays."""
    few = len(profile.split()) <= _TITLE and not profile.rstrip().endswith((".", "!", "?"))
    return few or _plain(profile) == _plain(str(basics.get("label", "")))


def _unlabelled(text: str) -> str:
    found = _LABEL.match(text)
    return text[found.end() :] if found else text


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _paragraph(properties: bytes, content: bytes) -> bytes:
    return b"<w:p>%s%s</w:p>" % (properties, content)


def _run(properties: bytes, text: str) -> bytes:
    said = escape(text.replace("\n", " ")).encode()
    return b'<w:r>%s<w:t xml:space="preserve">%s</w:t></w:r>' % (properties, said)
