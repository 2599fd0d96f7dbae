"""Files that must be refused, each with the code of the rule that refuses it."""

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass

from tests.builders.package import (
    DOCUMENT_TYPE,
    Parts,
    Related,
    anchored,
    complex_field,
    control,
    entries_of,
    field_mark,
    package,
    paragraph,
    run,
    zipped,
)

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@dataclass(frozen=True, slots=True)
class Hostile:
    """Bytes that are refused with `code`."""

    name: str
    data: bytes
    code: str


def hostile() -> list[Hostile]:
    """The whole corpus."""
    return [*_other_formats(), *_containers(), *_bombs(), *_markup(), *_active(), *_broken(), *_empty()]


def _other_formats() -> list[Hostile]:
    formats = {
        "nothing": b"",
        "PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
        "RTF": rb"{\rtf1\ansi Ann Example}",
        "old binary document": _OLE + bytes(504) + "WordDocument".encode("utf-16-le"),
        "HTML": b"<!DOCTYPE html><p>Ann Example</p>",
        "plain text": b"Ann Example\nNurse\n",
        "UTF-16 text": "Ann Example".encode("utf-16"),
        "PNG": b"\x89PNG\r\n\x1a\n" + bytes(64),
        "XML": b"<?xml version='1.0'?><w:document/>",
        "unknown bytes": bytes(range(256)),
        "PDF before a package": b"%PDF-1.7\n" + package(paragraph("Ann Example")),
        "ZIP without content types": zipped({"notes.txt": b"Ann Example"}),
        "empty ZIP": zipped({}),
        "OpenDocument": zipped(
            {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a/>"}
        ),
        "spreadsheet": package(
            "",
            main="xl/workbook.xml",
            main_type=DOCUMENT_TYPE.replace("wordprocessingml.document", "spreadsheetml.sheet"),
        ),
    }
    locked = _OLE + bytes(504) + "EncryptedPackage".encode("utf-16-le")
    return [
        *(Hostile(name, data, "not-a-docx") for name, data in formats.items()),
        Hostile("document with a password", locked, "encrypted-document"),
    ]


def _containers() -> list[Hostile]:
    plain = _entries()
    names = {
        "parent folder": "../word/evil.xml",
        "parent folder inside": "word/../../evil.xml",
        "absolute name": "/etc/evil.xml",
        "backslash": "word\\evil.xml",
        "drive letter": "C:/evil.xml",
    }
    return [
        *(
            Hostile(name, zipped({**plain, entry: b"<a/>"}), "path-traversal")
            for name, entry in names.items()
        ),
        Hostile(
            "NUL in a name",
            zipped({**plain, "word/nul.xmlX": b"<a/>"}).replace(b"nul.xmlX", b"nul.xml\0"),
            "path-traversal",
        ),
        Hostile(
            "two names that differ in case", zipped({**plain, "Word/Document.XML": b"<a/>"}), "duplicate-part"
        ),
        Hostile("one name twice", _twice(plain, "word/document.xml"), "duplicate-part"),
        Hostile("encrypted entries", _patched(zipped(plain), flag=1), "encrypted-document"),
        Hostile("odd compression", zipped(plain, zipfile.ZIP_BZIP2), "unsupported-compression"),
        Hostile(
            "too many parts", zipped({**plain, **{f"x/{n}.bin": b"" for n in range(1001)}}), "too-many-parts"
        ),
        Hostile("entry that starts elsewhere", _moved(zipped(plain)), "damaged-package"),
        Hostile("two names for one part", _renamed(zipped(plain)), "damaged-package"),
        Hostile("cut off", zipped(plain)[:-200], "damaged-package"),
        Hostile("signature alone", b"PK\x03\x04", "damaged-package"),
        Hostile("flipped byte", _flipped(zipped(plain)), "damaged-package"),
        Hostile("changed text", zipped(plain, zipfile.ZIP_STORED).replace(b"Ann", b"Bob"), "damaged-package"),
    ]


def _bombs() -> list[Hostile]:
    plain = _entries()
    zeros = bytes(19_000_000)
    return [
        Hostile("part of 21 MB", zipped({**plain, "word/media/a.bin": bytes(21_000_000)}), "zip-bomb"),
        Hostile("part of ratio 1,000", zipped({**plain, "word/media/a.bin": bytes(2_000_000)}), "zip-bomb"),
        Hostile("three parts of 19 MB", zipped({**plain, **{f"{n}.bin": zeros for n in "abc"}}), "zip-bomb"),
        Hostile("size that lies", _understated({**plain, "word/media/a.bin": bytes(30_000_000)}), "zip-bomb"),
        Hostile("overlapping entries", _overlapping(plain), "zip-bomb"),
        Hostile("600,000 tiny paragraphs", _stored("<w:p/>" * 600_000), "too-many-elements"),
        Hostile("300 levels", package(control("", "").join(("<w:sdt>" * 300, "</w:sdt>" * 300))), "too-deep"),
        Hostile("201 nested controls", package(_nested(70)), "too-deep"),
        Hostile("half a million attributes", _stored(_many_attributes(500)), "too-many-attributes"),
        Hostile("1.1 million characters", _stored(paragraph("word " * 220_000)), "too-much-text"),
        Hostile("3,100 lines", package(paragraph("Ann Example") * 3_100), "too-much-text"),
    ]


def _many_attributes(elements: int) -> str:
    attributes = "".join(f' a{n:x}=""' for n in range(1000))
    return f"<w:p{attributes}/>" * elements


def _markup() -> list[Hostile]:
    laughs = "".join(_entity(n) for n in range(1, 10))
    outside = '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    doubled = f'<!DOCTYPE w:document [<!ENTITY l0 "ha">{laughs}]>'
    item = {"customXml/item1.xml": b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}
    return [
        Hostile("external entity", _with_prolog(outside, "&x;"), "xml-dtd"),
        Hostile("billion laughs", _with_prolog(doubled, "&l9;"), "xml-dtd"),
        Hostile("document type in UTF-16", _with_prolog(outside, "&x;", "utf-16"), "xml-dtd"),
        Hostile("document type in an unread part", zipped({**_entries(), **item}), "xml-dtd"),
        Hostile(
            "UTF-16 that is none",
            zipped({**_entries(), "word/document.xml": b"\xff\xfe<"}),
            "damaged-package",
        ),
        Hostile("undeclared entity", package(paragraph(run("&x;"))), "damaged-package"),
        Hostile("encoding that hides markup", _declared("utf-7"), "damaged-package"),
        Hostile("the same behind many spaces", _declared(" " * 300 + "utf-7"), "damaged-package"),
        Hostile("encoding named after many spaces", _spaced("utf-7"), "damaged-package"),
        Hostile("encoding of one byte a letter", _declared("iso-8859-1"), "damaged-package"),
        Hostile("letters of one byte that are not UTF-8", _letters(b"\xe9"), "damaged-package"),
        *(
            Hostile(f"document type in {encoding}", _with_prolog(outside, "&x;", encoding), "damaged-package")
            for encoding in ("utf-32", "utf-32-le", "utf-32-be")
        ),
        Hostile("not well-formed", package("<w:p>"), "damaged-package"),
        Hostile("control characters", package(paragraph("a\x01b")), "damaged-package"),
    ]


def _active() -> list[Hostile]:
    office = "application/vnd.ms-office"
    ole = '<o:OLEObject Type="Embed" r:id="x"/>'
    macro_type = "application/vnd.ms-word.document.macroEnabled.main+xml"
    template_type = DOCUMENT_TYPE.replace("document.main", "template.main")
    split = field_mark("begin") + "".join(
        f"<w:r><w:instrText>{t}</w:instrText></w:r>" for t in (" DD", "EAUTO cmd")
    )
    return [
        Hostile("macro document", package(paragraph("Ann"), main_type=macro_type), "macro-document"),
        Hostile("template", package(paragraph("Ann"), main_type=template_type), "template-document"),
        *_by_one_sign(office),
        Hostile(
            "macro part", _with_part("vbaProject", "vbaProject.bin", f"{office}.vbaProject"), "macro-document"
        ),
        Hostile(
            "ActiveX part",
            _with_part("control", "activeX/activeX1.xml", f"{office}.activeX+xml"),
            "activex-control",
        ),
        Hostile(
            "ActiveX element",
            package(paragraph("<w:r><w:object><w:control/></w:object></w:r>")),
            "activex-control",
        ),
        Hostile(
            "OLE part",
            _with_part("oleObject", "embeddings/oleObject1.bin", "application/x"),
            "embedded-object",
        ),
        Hostile(
            "OLE element", package(paragraph(f"<w:r><w:object>{ole}</w:object></w:r>")), "embedded-object"
        ),
        Hostile(
            "DDE field",
            package(paragraph(complex_field(' DDEAUTO c:\\\\cmd.exe "/k calc" ', "x"))),
            "dde-field",
        ),
        Hostile("DDE field in pieces", package(paragraph(split + field_mark("end"))), "dde-field"),
        Hostile(
            "DDE in a simple field",
            package(paragraph(f'<w:fldSimple w:instr="dde x y">{run("x")}</w:fldSimple>')),
            "dde-field",
        ),
    ]


def _by_one_sign(office: str) -> list[Hostile]:
    """Active content that only its name, only its type or only its relationship gives away."""
    names = {
        "word/vbaProject.bin": "macro-document",
        "word/activeX/a.bin": "activex-control",
        "word/embeddings/oleObject2.bin": "embedded-object",
    }
    types = {
        f"{office}.vbaProject": "macro-document",
        f"{office}.activeX+xml": "activex-control",
        "application/vnd.openxmlformats-officedocument.oleObject": "embedded-object",
    }
    kinds = {"vbaProject": "macro-document", "control": "activex-control", "oleObject": "embedded-object"}
    plain = paragraph("Ann")
    return [
        *(
            Hostile(f"only the name {name}", package(plain, extra={name: b"x"}), code)
            for name, code in names.items()
        ),
        *(
            Hostile(f"only the type {kind}", _with_part("other", "x.bin", kind), code)
            for kind, code in types.items()
        ),
        *(
            Hostile(f"only the relationship {kind}", _with_part(kind, "x.bin"), code)
            for kind, code in kinds.items()
        ),
    ]


def _broken() -> list[Hostile]:
    plain = _entries()
    return [
        Hostile("main part missing", zipped(_without(plain, "word/document.xml")), "damaged-package"),
        Hostile("relationships missing", zipped(_without(plain, "_rels/.rels")), "damaged-package"),
        Hostile("no body", zipped({**plain, "word/document.xml": b"<a/>"}), "damaged-package"),
        Hostile("main part empty", zipped({**plain, "word/document.xml": b""}), "damaged-package"),
        Hostile(
            "main part is text", zipped({**plain, "word/document.xml": b"Ann Example"}), "damaged-package"
        ),
        Hostile("content types damaged", zipped({**plain, "[Content_Types].xml": b"<"}), "damaged-package"),
    ]


def _empty() -> list[Hostile]:
    prompt = control(paragraph("[Your Name]"), "<w:showingPlcHdr/>")
    picture = f"<w:r><w:drawing>{anchored('<pic:pic><a:blip/></pic:pic>')}</w:drawing></w:r>"
    return [
        Hostile("no paragraphs", package(""), "no-text"),
        Hostile("spaces only", package(paragraph(" \u00a0\u200b")), "no-text"),
        Hostile("hidden text only", package(paragraph(run("Ann", "<w:vanish/>"))), "no-text"),
        Hostile("prompts only", package(prompt), "unfilled-template"),
        Hostile("prompts under headings", package(paragraph("Skills") + prompt * 9), "unfilled-template"),
        Hostile("picture only", package(paragraph(picture)), "only-images"),
    ]


def _entries() -> dict[str, bytes]:
    return entries_of(Parts(paragraph("Ann Example")))


def _without(entries: dict[str, bytes], name: str) -> dict[str, bytes]:
    return {key: value for key, value in entries.items() if key != name}


def _with_part(kind: str, target: str, content_type: str = "application/x") -> bytes:
    return package(paragraph("Ann"), Related("x", kind, target, b"\x01", content_type))


def _with_prolog(prolog: str, text: str, encoding: str = "utf-8") -> bytes:
    entries = entries_of(Parts(paragraph(run(text)), encoding=encoding))
    document = entries["word/document.xml"].decode(encoding).replace("?>", f"?>{prolog}", 1)
    return zipped({**entries, "word/document.xml": document.encode(encoding)})


def _declared(encoding: str) -> bytes:
    entries = _entries()
    document = entries["word/document.xml"].replace(b'"UTF-8"', f'"{encoding}"'.encode())
    return zipped({**entries, "word/document.xml": document})


def _spaced(encoding: str) -> bytes:
    entries = _entries()
    declared = f'{" " * 300}encoding="{encoding}"'.encode()
    document = entries["word/document.xml"].replace(b' encoding="UTF-8"', declared)
    return zipped({**entries, "word/document.xml": document})


def _letters(letters: bytes) -> bytes:
    entries = _entries()
    return zipped({**entries, "word/document.xml": entries["word/document.xml"].replace(b"Ann", letters)})


def _nested(levels: int) -> str:
    return "<w:tbl><w:tr><w:tc>" * levels + paragraph("deep") + "</w:tc></w:tr></w:tbl>" * levels


def _twice(entries: dict[str, bytes], name: str) -> bytes:
    # Written under a name of the same length first: the standard library warns about a real duplicate.
    stand_in = name.replace("document", "DOCUMINT")
    archive = zipped({**entries, stand_in: entries[name]})
    return archive.replace(stand_in.encode(), name.encode())


def _patched(archive: bytes, flag: int) -> bytes:
    """The archive with general-purpose flags set on every entry of its directory."""
    data = bytearray(archive)
    for entry in _directory(archive):
        data[entry + 8] |= flag
    return bytes(data)


def _understated(entries: dict[str, bytes]) -> bytes:
    """An archive whose last entry claims to unpack to 10 bytes."""
    archive = zipped(entries)
    data = bytearray(archive)
    last = _directory(archive)[-1]
    data[last + 16 : last + 20] = struct.pack("<I", zlib.crc32(bytes(10)))
    data[last + 24 : last + 28] = struct.pack("<I", 10)
    return bytes(data)


def _overlapping(entries: dict[str, bytes]) -> bytes:
    """An archive of many entries that all share the bytes of one."""
    count = 50
    names = [f"x/{number:02}.bin" for number in range(count)]
    archive = zipped({**entries, **{name: bytes(range(256)) * 8 for name in names}})
    with zipfile.ZipFile(io.BytesIO(archive)) as reader:
        kept = reader.getinfo(names[0])
        start = kept.header_offset
        end = reader.getinfo(names[1]).header_offset
    directory = bytearray(archive[_directory(archive)[0] : -22])
    body = archive[:end]
    offset = _directory(archive)[0]
    for entry in _directory(archive)[-count:]:
        directory[entry - offset + 42 : entry - offset + 46] = struct.pack("<I", start)
    tail = bytearray(archive[-22:])
    tail[16:20] = struct.pack("<I", len(body))
    return bytes(body + directory + tail)


def _directory(archive: bytes) -> list[int]:
    """The offsets of the entries of the central directory."""
    offsets = []
    start = archive.find(b"PK\x01\x02")
    while start != -1:
        offsets.append(start)
        start = archive.find(b"PK\x01\x02", start + 4)
    return offsets


def _moved(archive: bytes) -> bytes:
    """The archive with the offset of its last entry off by one."""
    data = bytearray(archive)
    data[_directory(archive)[-1] + 42] ^= 1
    return bytes(data)


def _renamed(archive: bytes) -> bytes:
    """The archive with one name in front of the main part and another in the directory."""
    return archive.replace(b"word/document.xml", b"word/dokument.xml", 1)


def _flipped(archive: bytes) -> bytes:
    data = bytearray(archive)
    data[archive.find(b"word/document.xml") + 60] ^= 0xFF
    return bytes(data)


def _entity(number: int) -> str:
    tenfold = f"&l{number - 1};" * 10
    return f'<!ENTITY l{number} "{tenfold}">'


def _stored(body: str) -> bytes:
    # Not compressed, so that it is the budget on elements or text that refuses it and not the ratio.
    return zipped(entries_of(Parts(body)), zipfile.ZIP_STORED)
