"""The same tests over a folder and over a real S3 server process."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path

import pytest

from functions.common.errors import InvalidOption, ObjectChanged, ObjectMissing, StorageUnavailable
from functions.common.objects import Objects, normal_url, open_objects
from tests.builders.s3 import S3Server, s3_server

ODD_KEY = "team a/Jo Dœ (2) #1 100%25 +&=?~$.docx"
_numbers = count()


@pytest.fixture(scope="module")
def server() -> Iterator[S3Server]:
    with s3_server() as running:
        yield running


@pytest.fixture
def bucket(server: S3Server, monkeypatch: pytest.MonkeyPatch) -> str:
    for name, value in server.environment.items():
        monkeypatch.setenv(name, value)
    return server.make_bucket(f"bucket-{next(_numbers)}")


@pytest.fixture(params=["file", "s3"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "file":
        return f"file://{tmp_path}/inbox"
    bucket: str = request.getfixturevalue("bucket")
    return f"{bucket}/some/inbox"


@pytest.fixture
def objects(url: str) -> Objects:
    return open_objects(url)


def test_what_is_written_is_read_listed_and_there(objects: Objects) -> None:
    objects.write(ODD_KEY, b"one")
    objects.write("other/b.txt", b"three")

    entries = sorted(objects.list(), key=lambda entry: entry.key)
    assert [(entry.key, entry.size) for entry in entries] == [("other/b.txt", 5), (ODD_KEY, 3)]
    assert [entry.key for entry in objects.list("other")] == ["other/b.txt"]
    assert objects.read(ODD_KEY) == b"one"
    assert objects.exists(ODD_KEY)


def test_an_object_is_created_once(objects: Objects) -> None:
    assert objects.create("a", b"first")
    assert not objects.create("a", b"second")
    assert objects.read("a") == b"first"


def test_of_many_who_create_at_once_one_succeeds(objects: Objects) -> None:
    def create(number: int) -> bool:
        return objects.create("a", str(number).encode())

    with ThreadPoolExecutor(8) as pool:
        created = list(pool.map(create, range(8)))

    assert sum(created) == 1
    assert objects.read("a") == str(created.index(True)).encode()


def test_writing_replaces_and_changes_the_etag(objects: Objects) -> None:
    objects.write("a", b"first")
    (before,) = objects.list()
    assert objects.read("a", before.etag) == b"first"

    objects.write("a", b"other!")

    assert objects.read("a") == b"other!"
    with pytest.raises(ObjectChanged):
        objects.read("a", before.etag)


def test_a_large_object_is_written_in_pieces(objects: Objects) -> None:
    objects.write("big", (bytes([number]) * 1_000_000 for number in range(8)))

    assert objects.read("big") == b"".join(bytes([number]) * 1_000_000 for number in range(8))


def test_what_is_not_there_is_told_apart_from_storage_that_fails(objects: Objects) -> None:
    assert not objects.exists("nothing")
    assert list(objects.list("nothing")) == []
    with pytest.raises(ObjectMissing):
        objects.read("nothing")


def test_an_error_does_not_repeat_the_key(objects: Objects) -> None:
    with pytest.raises(ObjectMissing) as caught:
        objects.read("Jo Doe.docx")

    assert "Doe" not in str(caught.value)


def test_a_folder_must_exist_where_it_is_read_from(tmp_path: Path) -> None:
    with pytest.raises(InvalidOption, match="no folder"):
        open_objects(f"file://{tmp_path}/typo", existing=True)

    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_unavailable_storage(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"a file, no folder")
    with pytest.raises(StorageUnavailable):
        open_objects(f"file://{tmp_path}/a/b")


def test_the_address_of_a_folder_may_be_percent_encoded(tmp_path: Path) -> None:
    open_objects(f"file://{tmp_path}/my%20inbox").write("a", b"1")

    assert (tmp_path / "my inbox" / "a").read_bytes() == b"1"


@pytest.mark.parametrize("call", [lambda it: list(it.list()), lambda it: it.create("a", b"1")])
def test_a_bucket_that_does_not_exist_is_the_callers_to_mend(
    bucket: str, call: Callable[[Objects], object]
) -> None:
    with pytest.raises(InvalidOption, match="There is no bucket 'absent'"):
        call(open_objects("s3://absent/inbox"))


@pytest.mark.parametrize(
    "call",
    [
        lambda it: list(it.list()),
        lambda it: it.read("a"),
        lambda it: it.create("a", b"1"),
        lambda it: it.exists("a"),
    ],
)
def test_storage_that_does_not_answer_is_unavailable(
    bucket: str, monkeypatch: pytest.MonkeyPatch, call: Callable[[Objects], object]
) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    with pytest.raises(StorageUnavailable, match=r"s3://b/inbox cannot be reached"):
        call(open_objects("s3://b/inbox"))


@pytest.mark.parametrize(
    ("given", "normal"),
    [
        ("file:///a//b/", "file:///a/b"),
        ("s3://bucket", "s3://bucket"),
        ("s3://bucket/in dir/", "s3://bucket/in dir"),
    ],
)
def test_an_address_has_one_spelling(given: str, normal: str) -> None:
    assert normal_url(given) == normal


@pytest.mark.parametrize(
    "wrong",
    ["", "in", "/tmp/in", "ftp://host/in", "https://host/in", "file://host/in", "s3:///in", "s3://b/in?x=1"],
)
def test_an_address_that_is_no_place_is_refused_with_what_is_allowed(wrong: str) -> None:
    with pytest.raises(InvalidOption, match=r"input is .*; allowed: file:///folder, s3://bucket/prefix\."):
        normal_url(wrong, "input")


@pytest.mark.parametrize("wrong", ["file:///allowed/../etc", "file:///allowed/%2e%2e/etc", "s3://b/./x"])
def test_an_address_cannot_climb(wrong: str) -> None:
    with pytest.raises(InvalidOption, match=r"'\.' or '\.\.'"):
        normal_url(wrong)


def test_a_key_cannot_climb(objects: Objects) -> None:
    for call in (objects.read, objects.exists):
        with pytest.raises(InvalidOption):
            call("../secret")


@pytest.mark.parametrize(
    "part", ["..%2fother", "..%2Fother", "a%5c..%5cb", "a\\..\\b", "a%00", "a%0ab", "a\0b"]
)
@pytest.mark.parametrize("root", ["file:///inbox", "s3://bucket/inbox"])
def test_an_address_cannot_hide_a_way_out_of_its_folder(root: str, part: str) -> None:
    with pytest.raises(InvalidOption):
        normal_url(f"{root}/{part}")


def test_a_link_out_of_a_folder_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "inbox").mkdir()
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "a.docx").write_bytes(b"secret")
    (tmp_path / "inbox" / "file.docx").symlink_to(tmp_path / "secret" / "a.docx")
    (tmp_path / "inbox" / "folder").symlink_to(tmp_path / "secret")
    (tmp_path / "inbox" / "own.docx").write_bytes(b"own")
    (tmp_path / "inbox" / "alias.docx").symlink_to(tmp_path / "inbox" / "own.docx")
    objects = open_objects(f"file://{tmp_path}/inbox")

    assert {entry.key for entry in objects.list()} == {"own.docx", "alias.docx"}
    assert objects.read("alias.docx") == b"own"
    for key in ("file.docx", "folder/a.docx"):
        assert not objects.exists(key)
        with pytest.raises(ObjectMissing):
            objects.read(key)
        with pytest.raises(ObjectMissing):
            objects.write(key, b"changed")
    assert (tmp_path / "secret" / "a.docx").read_bytes() == b"secret"
