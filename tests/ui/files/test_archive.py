import zipfile

import pytest

from functions.summarize import samples
from tests.builders.archives import zipped
from tests.builders.package import package, paragraph, run
from ui.files import archive
from ui.files.archive import GIVEN_TOGETHER, ArchiveError, files_of, is_archive


def test_an_archive_stands_for_the_files_in_it_with_their_paths() -> None:
    data = zipped(
        ("north/cv.docx", b"Ada"), ("south/", b""), ("south/cv.docx", b"Ben"), ("note.pdf", b"%PDF")
    )

    assert is_archive("People.ZIP", data)
    assert files_of("People.ZIP", data) == [
        ("north/cv.docx", b"Ada"),
        ("south/cv.docx", b"Ben"),
        ("note.pdf", b"%PDF"),
    ]


@pytest.mark.parametrize(
    "name",
    [
        "__MACOSX/._cv.docx",
        "._cv.docx",
        ".DS_Store",
        "north/.DS_Store",
        "Thumbs.db",
        "~$cv.docx",
        "desktop.ini",
    ],
)
def test_what_systems_and_open_programs_leave_is_no_resume(name: str) -> None:
    assert files_of("a.zip", zipped(("cv.docx", b"Ada"), (name, b"x"))) == [("cv.docx", b"Ada")]


def test_a_file_that_begins_with_a_dot_is_given_as_any_other() -> None:
    files = [(".cv.docx", b"Ada"), (".new/cv.docx", b"Ben")]
    assert files_of("a.zip", zipped(*files)) == files


def test_what_was_given_together_is_an_archive_whatever_is_in_it() -> None:
    files = [("mimetype", b"x"), ("[Content_Types].xml", b"<a/>"), ("cv.docx", b"Ada")]
    data = zipped(*files)
    together = data[:-2] + len(GIVEN_TOGETHER).to_bytes(2, "little") + GIVEN_TOGETHER.encode()
    assert not is_archive("3 files.zip", data)
    assert is_archive("3 files.zip", together)
    assert files_of("3 files.zip", together) == files


def test_a_document_is_no_archive_whatever_it_is_called() -> None:
    word = package(paragraph(run("Ada")))
    text = zipped(("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", b"<a/>"))
    assert not is_archive("cv.docx", word)
    assert not is_archive("cv.zip", word)
    assert not is_archive("cv.zip", text)
    assert not is_archive("cv.zip", b"no archive at all")
    assert not is_archive("cv.docx", zipped(("a.docx", b"")))


@pytest.mark.parametrize("name", ["Łukasz Müller.docx", "Müller.docx"])
def test_names_in_utf_8_are_read_whether_the_archive_says_so_or_not(name: str) -> None:
    said = zipped((name, b"x"))
    unsaid = said.replace((0x800).to_bytes(2, "little") + b"\x08\x00", b"\x00\x00\x08\x00")
    assert unsaid != said
    assert files_of("a.zip", said) == files_of("a.zip", unsaid) == [(name, b"x")]


def test_names_in_the_code_page_of_the_format_stay_as_they_are() -> None:
    data = zipped(("M~ller.docx", b"x")).replace(b"M~ller", "Müller".encode("cp437"))
    assert files_of("a.zip", data) == [("Müller.docx", b"x")]


def test_of_a_file_that_is_too_large_enough_is_taken_to_refuse_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LARGEST_FILE", 10)
    assert files_of("a.zip", zipped(("a.docx", bytes(1000)), ("b.docx", b"x"))) == [
        ("a.docx", bytes(11)),
        ("b.docx", b"x"),
    ]


def test_an_archive_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_BYTES", 2_000_000)
    files = [(f"{number}.docx", bytes(700_000)) for number in range(3)]
    with pytest.raises(ArchiveError, match=r"bomb\.zip is larger than 2 MB when it is unpacked\. Part it\."):
        files_of("bomb.zip", zipped(*files))
    assert len(files_of("small.zip", zipped(*files[:2]))) == 2


def test_an_archive_of_too_many_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_FILES", 2)
    with pytest.raises(ArchiveError, match=r"many\.zip has 3 files in it, and 2 can be taken at once\."):
        files_of("many.zip", zipped(*((f"{number}.docx", b"x") for number in range(3))))


def test_an_archive_without_files_is_refused() -> None:
    with pytest.raises(ArchiveError, match=r"empty\.zip has no files in it\."):
        files_of("empty.zip", zipped(("folder/", b"")))


def test_a_locked_archive_is_refused() -> None:
    data = bytearray(zipped(("cv.docx", b"Ada")))
    for signature, flags in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        data[data.index(signature) + flags] |= 1
    with pytest.raises(ArchiveError, match="is locked with a password"):
        files_of("locked.zip", bytes(data))


@pytest.mark.parametrize("cut", [200, 2000])
def test_a_damaged_archive_is_refused(cut: int) -> None:
    word = samples.path("head-chef").read_bytes()
    whole = zipped(("cv.docx", word), packed=zipfile.ZIP_STORED)
    hurt = whole[:cut] + bytes(64) + whole[cut + 64 :]
    with pytest.raises(ArchiveError, match="is damaged and cannot be unpacked"):
        files_of("hurt.zip", hurt)
