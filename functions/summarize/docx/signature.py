"""What a file really is when it is not a DOCX package."""

from functions.common.errors import NotADocx, UnusableDocument

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
EMPTY_ZIP = b"PK\x05\x06"

SAVE_AS = "Open it in a word processor and save it as .docx."

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"BM", "a BMP picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"MZ", "a Windows program"),
    (b"\x7fELF", "a program"),
    (b"%!PS", "a PostScript document"),
)
_HTML_STARTS = (b"<!doctype html", b"<html", b"<head", b"<body", b"<!--")
_TEXT_CONTROLS = frozenset(b"\t\n\r\f\x1b")


def require_package(data: bytes) -> None:
    """Refuse bytes that do not begin like a package, naming what they are."""
    if data.startswith(ZIP):
        return
    if not data:
        raise NotADocx("The file is empty; choose the resume again.")
    if data.startswith(OLE):
        _refuse_ole(data)
    raise NotADocx(f"The file is {_kind(data)}, not a DOCX. {SAVE_AS}")


def _refuse_ole(data: bytes) -> None:
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise UnusableDocument(
            "encrypted-document",
            "The document is protected by a password; remove the password and save it as .docx.",
        )
    raise NotADocx(f"The file is a password-protected document or an old .doc, not a DOCX. {SAVE_AS}")


def _kind(data: bytes) -> str:
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            return kind
    if data.startswith(EMPTY_ZIP):
        return "an empty ZIP archive"
    start = data[:1024].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if start.startswith(_HTML_STARTS):
        return "an HTML page"
    if start.startswith(b"<?xml"):
        return "an XML file"
    return "plain text" if _reads_as_text(data[:1024]) else "of an unknown type"


def _reads_as_text(start: bytes) -> bool:
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    return all(byte >= 0x20 or byte in _TEXT_CONTROLS for byte in start)
