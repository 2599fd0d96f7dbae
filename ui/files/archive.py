"""An archive of resumes: a ZIP stands for the files in it, which are taken out in memory under bounds."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

MOST_FILES = 1000
LARGEST_FILE = 25_000_000
"""Bytes of a file that are taken out: of a larger one enough for the service to refuse it."""
MOST_BYTES = 200_000_000
"""Bytes of all files together."""

_UTF_8 = 0x800
_ENCRYPTED = 0x1
_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, NotImplementedError, OSError, EOFError, ValueError)
_OF_A_DOCUMENT = {"[Content_Types].xml", "mimetype"}
"""What the formats have in them that are ZIP archives themselves: Word and its kin, OpenDocument."""
GIVEN_TOGETHER = "files given together"
"""The comment of an archive that the drop zone made: whatever is in it was given as files."""
_LEFT_BY_SYSTEMS = ("__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini")
_MARKS_OF_SYSTEMS = ("._", "~$")
"""How files begin that a Mac puts beside others, and Word beside an open document."""


class ArchiveError(Exception):
    """An archive that cannot be taken apart; the message says why, and what to do."""


def is_archive(name: str, data: bytes) -> bool:
    """Whether a file is an archive of others, and no document that is a ZIP inside."""
    if not name.lower().endswith(".zip") or not zipfile.is_zipfile(io.BytesIO(data)):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            made_here = archive.comment == GIVEN_TOGETHER.encode()
            return made_here or _OF_A_DOCUMENT.isdisjoint(archive.namelist())
    except _BROKEN:
        return True


def files_of(name: str, data: bytes) -> list[tuple[str, bytes]]:
    """The files of an archive with their paths in it, in its order; folders and what systems leave are left out.

    Raises `ArchiveError` for one that is damaged, empty, locked with a password, or larger than the bounds.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return list(_files(name, archive))
    except _BROKEN as error:
        raise ArchiveError(
            f"{name} is damaged and cannot be unpacked. Make it anew, or give the files in it."
        ) from error


def _files(name: str, archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    entries = [entry for entry in archive.infolist() if _is_given(entry)]
    if not entries:
        raise ArchiveError(f"{name} has no files in it. Give an archive of Word documents.")
    if len(entries) > MOST_FILES:
        raise ArchiveError(
            f"{name} has {len(entries):,} files in it, and {MOST_FILES:,} can be taken at once. Part it."
        )
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise ArchiveError(f"{name} is locked with a password. Unpack it, and give the files in it.")
    left = MOST_BYTES
    for entry in entries:
        with archive.open(entry) as file:
            content = file.read(min(LARGEST_FILE, left) + 1)
        left -= len(content)
        if left < 0:
            raise ArchiveError(
                f"{name} is larger than {MOST_BYTES // 1_000_000} MB when it is unpacked. Part it."
            )
        yield _path(entry), content


def _is_given(entry: zipfile.ZipInfo) -> bool:
    """Whether a person put it there: no folder, no file that a system or an open program leaves."""
    parts = PurePosixPath(entry.filename).parts
    if entry.is_dir() or not parts:
        return False
    return not any(part in _LEFT_BY_SYSTEMS or part.startswith(_MARKS_OF_SYSTEMS) for part in parts)


def _path(entry: zipfile.ZipInfo) -> str:
    """The path of an entry. Some programs write UTF-8 and do not say so: the format's own code page is read then."""
    if entry.flag_bits & _UTF_8:
        return entry.filename
    try:
        return entry.filename.encode("cp437").decode()
    except UnicodeError:
        return entry.filename
