"""The ZIP container: every entry is checked and unpacked in memory under a cap; nothing is written to disk."""

import io
import stat
import struct
import unicodedata
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, LargeZipFile, ZipFile, ZipInfo

from functions.common.errors import UnusableDocument, UploadTooLarge
from functions.summarize.docx.limits import MEGABYTE, Limits
from functions.summarize.docx.signature import require_package

_LOCAL_HEADER = struct.Struct("<4s22xHH")
_CENTRAL_ENTRY = b"PK\x01\x02"
_ENCRYPTED = 0x1 | 0x40
_XML_NAMES = (".xml", ".rels", ".vml")
_XML_STARTS = (b"<?xml", b"\xef\xbb\xbf<?xml", b"\xff\xfe<\x00", b"\xfe\xff\x00<")


@dataclass(frozen=True, slots=True)
class Package:
    """The XML parts of a package by case-folded name, and the names of all entries.

    Part names are compared without case, as the Open Packaging Conventions ask.
    """

    parts: Mapping[str, bytes]
    names: tuple[str, ...]

    def part(self, name: str) -> bytes | None:
        """The bytes of a part, or None where the package has no such XML part."""
        return self.parts.get(name.casefold())


def open_package(data: bytes, limits: Limits) -> Package:
    """Check the container and unpack it; raises `NotADocx`, `UploadTooLarge` or `UnusableDocument`."""
    if len(data) > limits.upload:
        raise UploadTooLarge(
            f"The file has {len(data) / MEGABYTE:.1f} MB; at most {limits.upload / MEGABYTE:g} MB are taken."
        )
    require_package(data)
    entries = _entries(data, limits)
    for entry in entries:
        _require_plain(entry)
        _require_safe_name(entry)
    _require_distinct(entries)
    _require_modest(entries, len(data), limits)
    return Package(_unpack(data, entries, limits), tuple(entry.filename for entry in entries))


def damaged(reason: str) -> UnusableDocument:
    """The refusal for a package that breaks its own format; `reason` completes "The document is damaged: "."""
    return UnusableDocument(
        "damaged-package",
        f"The document is damaged: {reason}. Open it in a word processor and save it again.",
    )


def _entries(data: bytes, limits: Limits) -> list[ZipInfo]:
    # Counted on the raw bytes, because building the directory is itself what a million entries would make slow.
    if data.count(_CENTRAL_ENTRY) > limits.parts:
        raise UnusableDocument(
            "too-many-parts", f"The package has more than {limits.parts:,} parts; save the document again."
        )
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            return archive.infolist()
    except (BadZipFile, LargeZipFile, NotImplementedError, ValueError, OSError, struct.error) as error:
        raise damaged("its ZIP directory cannot be read") from error


def _require_plain(entry: ZipInfo) -> None:
    if entry.flag_bits & _ENCRYPTED:
        raise UnusableDocument(
            "encrypted-document", "Parts of the package are encrypted; remove the password and save it again."
        )
    if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise UnusableDocument(
            "unsupported-compression",
            f"The package uses compression method {entry.compress_type}; only stored and deflate are taken.",
        )


def _require_safe_name(entry: ZipInfo) -> None:
    # `orig_filename` is the name as stored; `filename` is already cut at a NUL.
    name = entry.orig_filename
    is_link = stat.S_ISLNK(entry.external_attr >> 16)
    if (
        name.startswith("/")
        or "\\" in name
        or "\0" in name
        or ":" in name
        or ".." in name.split("/")
        or is_link
    ):
        raise UnusableDocument(
            "path-traversal",
            "A part of the package has a name that points outside it; save the document again.",
        )


def _require_distinct(entries: list[ZipInfo]) -> None:
    names = {unicodedata.normalize("NFC", entry.filename).casefold() for entry in entries}
    if len(names) < len(entries):
        raise UnusableDocument(
            "duplicate-part", "The package has two parts of one name, so programs disagree on what it says."
        )


def _require_modest(entries: list[ZipInfo], size: int, limits: Limits) -> None:
    overlapping = sum(entry.compress_size for entry in entries) > size
    if overlapping or sum(entry.file_size for entry in entries) > limits.unpacked:
        raise _zip_bomb(limits)
    for entry in entries:
        dense = entry.file_size > limits.ratio_from and entry.file_size > limits.ratio * entry.compress_size
        if dense or entry.file_size > limits.part:
            raise _zip_bomb(limits)


def _zip_bomb(limits: Limits) -> UnusableDocument:
    return UnusableDocument(
        "zip-bomb",
        f"The package unpacks to more than is allowed: {limits.unpacked // MEGABYTE} MB in all, "
        f"{limits.part // MEGABYTE} MB a part, {limits.ratio} times its size.",
    )


def _unpack(data: bytes, entries: list[ZipInfo], limits: Limits) -> dict[str, bytes]:
    parts: dict[str, bytes] = {}
    left = limits.unpacked
    for entry in entries:
        content = _content(data, entry, min(left, limits.part), limits)
        left -= len(content)
        name = entry.filename.casefold()
        if name.endswith(_XML_NAMES) or content.startswith(_XML_STARTS):
            parts[name] = content
    return parts


def _content(data: bytes, entry: ZipInfo, cap: int, limits: Limits) -> bytes:
    # The standard module trusts the declared size; a stream that lies about it is measured here instead.
    stored = _stored(data, entry)
    if entry.compress_type == ZIP_STORED:
        content = bytes(stored)
    else:
        stream = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            content = stream.decompress(stored, cap + 1)
        except zlib.error as error:
            raise damaged("a part cannot be unpacked") from error
    if len(content) > cap:
        raise _zip_bomb(limits)
    if len(content) != entry.file_size or zlib.crc32(content) != entry.CRC:
        raise damaged("a part is not what the ZIP directory says")
    return content


def _stored(data: bytes, entry: ZipInfo) -> memoryview:
    header = data[entry.header_offset : entry.header_offset + _LOCAL_HEADER.size]
    if len(header) < _LOCAL_HEADER.size or not header.startswith(b"PK\x03\x04"):
        raise damaged("a part is not where the ZIP directory says")
    _, name_length, extra_length = _LOCAL_HEADER.unpack(header)
    start = entry.header_offset + _LOCAL_HEADER.size + name_length + extra_length
    name = data[entry.header_offset + _LOCAL_HEADER.size :][:name_length]
    if name.decode("utf-8" if entry.flag_bits & 0x800 else "cp437", "replace") != entry.orig_filename:
        raise damaged("a part has two names")
    if start + entry.compress_size > len(data):
        raise damaged("it is cut off")
    return memoryview(data)[start : start + entry.compress_size]
