"""Objects by key in a folder (`file:///folder`) or in a bucket (`s3://bucket/prefix`): one code for both.

S3 is reached with what the standard variables say: AWS_ENDPOINT_URL, AWS_REGION, AWS_ACCESS_KEY_ID and the others.
No message repeats a key: keys are file names, and resumes are named after people.
"""

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import quote, unquote, urlsplit

from functions.common.errors import InvalidOption, ObjectChanged, ObjectMissing, StorageUnavailable

if TYPE_CHECKING:
    from obstore import ObjectMeta
    from obstore.store import LocalStore, S3Store

SCHEMES = ("file", "s3")

_ENCODED = re.compile(r"%(?:2f|5c|[01][0-9a-f]|7f)|[\\\x00-\x1f\x7f]", re.IGNORECASE)
_CLIENT: Any = {
    "allow_http": True,  # only an endpoint that is set to http:// is reached so
    "connect_timeout": timedelta(seconds=3),
    "timeout": timedelta(seconds=20),
}
_RETRY: Any = {"max_retries": 3, "retry_timeout": timedelta(seconds=10)}
"""A request to us has a deadline of its own, and a broker that tries again later."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An object that exists: `etag` changes whenever its content is replaced."""

    key: str
    size: int
    etag: str


class Objects(Protocol):
    """A place for objects. Every method raises `StorageUnavailable` when the place cannot be reached."""

    def read(self, key: str, etag: str | None = None) -> bytes:
        """The content. Raises `ObjectMissing`, or `ObjectChanged` when it is no longer the one with `etag`."""

    def create(self, key: str, data: bytes) -> bool:
        """Write an object that does not exist, whole or not at all; False if it exists, which is left alone."""

    def write(self, key: str, data: bytes | Iterable[bytes]) -> None:
        """Write an object, whole or not at all, over any that exists."""

    def list(self, prefix: str = "") -> Iterator[Entry]:
        """The objects whose keys begin with the folder `prefix`, in no particular order."""

    def find(self, key: str) -> Entry | None:
        """The object with this key, if there is one."""

    def exists(self, key: str) -> bool:
        """Whether there is such an object."""

    def delete(self, key: str) -> None:
        """Remove an object; one that is not there is no error."""


def normal_url(url: str, name: str = "The address") -> str:
    """The one spelling of a place's address: no query, no dot segments, no slash at its end.

    Raises `InvalidOption`, which calls the address by `name`, for one that is no place.
    """
    parts = urlsplit(url)
    if _ENCODED.search(url):
        raise InvalidOption(
            f"{name} has an encoded slash, backslash or control character in it; write it without."
        )
    segments = [segment for segment in parts.path.split("/") if segment]
    misplaced = bool(parts.netloc) if parts.scheme == "file" else not parts.netloc
    if parts.scheme not in SCHEMES or misplaced or parts.query or parts.fragment:
        raise InvalidOption.value(name, url, ["file:///folder", "s3://bucket/prefix"])
    if any(unquote(segment) in {".", ".."} for segment in segments):
        raise InvalidOption(f"{name} has a '.' or '..' in its path; write it without.")
    return "/".join((f"{parts.scheme}://{parts.netloc}", *segments))


def open_objects(url: str, *, existing: bool = False) -> Objects:
    """The place with this address. A folder is made if it is not there, unless it must be `existing`.

    Raises `InvalidOption` for an address that is no place, or for a folder that is not there and should be.
    """
    address = normal_url(url)
    parts = urlsplit(address)
    if parts.scheme == "file":
        folder = Path(unquote(parts.path or "/"))
        return _Files(_open_folder(folder, existing=existing), address, folder)
    from obstore.store import S3Store

    prefix = unquote(parts.path.strip("/")) or None
    with _told(address):
        return _Stored(
            S3Store(parts.netloc, prefix=prefix, client_options=_CLIENT, retry_config=_RETRY), address
        )


def _open_folder(folder: Path, *, existing: bool) -> "LocalStore":
    from obstore.store import LocalStore

    if existing and not folder.is_dir():
        raise InvalidOption("There is no folder with the address given.")
    with _told("the folder"):
        return LocalStore(prefix=folder, mkdir=not existing)


def resolved(address: str) -> str:
    """An address of a folder with its symbolic links followed; any other as it is."""
    parts = urlsplit(address)
    if parts.scheme != "file":
        return address
    return f"file://{quote(os.path.realpath(unquote(parts.path or '/')))}"


class _Stored:
    """Implements `Objects` over a store of obstore."""

    def __init__(self, store: "LocalStore | S3Store", url: str) -> None:
        self._store = store
        self._url = url

    def __repr__(self) -> str:
        return f"Objects({self._url!r})"

    def read(self, key: str, etag: str | None = None) -> bytes:
        import obstore

        with _told(self._url):
            found = obstore.get(self._store, key, options={"if_match": etag} if etag else None)
            return bytes(found.bytes())

    def create(self, key: str, data: bytes) -> bool:
        import obstore
        from obstore.exceptions import AlreadyExistsError

        with _told(self._url):
            try:
                obstore.put(self._store, key, data, mode="create", use_multipart=False)
            except AlreadyExistsError:
                return False
            return True

    def write(self, key: str, data: bytes | Iterable[bytes]) -> None:
        import obstore

        with _told(self._url):
            obstore.put(self._store, key, data if isinstance(data, bytes) else iter(data))

    def list(self, prefix: str = "") -> Iterator[Entry]:
        import obstore

        with _told(self._url):
            for page in obstore.list(self._store, prefix or None):
                yield from map(_entry, page)

    def find(self, key: str) -> Entry | None:
        import obstore

        with _told(self._url):
            try:
                return _entry(obstore.head(self._store, key))
            except FileNotFoundError:
                return None

    def exists(self, key: str) -> bool:
        return self.find(key) is not None

    def delete(self, key: str) -> None:
        import obstore

        with _told(self._url):
            try:
                obstore.delete(self._store, key)
            except FileNotFoundError:
                return


class _Files(_Stored):
    """The same in a folder, where no symbolic link leads out of it."""

    def __init__(self, store: "LocalStore", url: str, folder: Path) -> None:
        super().__init__(store, url)
        self._folder = folder

    def read(self, key: str, etag: str | None = None) -> bytes:
        self._require_inside(key)
        return super().read(key, etag)

    def create(self, key: str, data: bytes) -> bool:
        self._require_inside(key)
        return super().create(key, data)

    def write(self, key: str, data: bytes | Iterable[bytes]) -> None:
        self._require_inside(key)
        super().write(key, data)

    def list(self, prefix: str = "") -> Iterator[Entry]:
        self._require_inside(prefix)
        return (entry for entry in super().list(prefix) if self._is_inside(entry.key))

    def find(self, key: str) -> Entry | None:
        return super().find(key) if self._is_inside(key) else None

    def _require_inside(self, key: str) -> None:
        if not self._is_inside(key):
            raise ObjectMissing("The object is a link that leads out of its folder.")

    def _is_inside(self, key: str) -> bool:
        if ".." in key.split("/"):
            return True  # the store itself refuses it
        try:
            path = os.path.realpath(self._folder / key)
        except ValueError as error:
            raise InvalidOption(f"{self._url} holds a key that no file can have; rename it.") from error
        return Path(path).is_relative_to(os.path.realpath(self._folder))


def _entry(meta: "ObjectMeta") -> Entry:
    return Entry(meta["path"], meta["size"], meta["e_tag"] or "")


@contextmanager
def _told(place: str) -> Iterator[None]:
    """Turn obstore's errors, whose messages quote keys and answers, into ours."""
    from obstore.exceptions import BaseError, InvalidPathError, PermissionDeniedError, PreconditionError

    try:
        yield
    except FileNotFoundError as error:
        if "NoSuchBucket" in str(error):
            raise _no_bucket(place) from error
        raise ObjectMissing("The object is not there, or not any more.") from error
    except PreconditionError as error:
        raise ObjectChanged("The object is no longer the one that was listed.") from error
    except (PermissionDeniedError, PermissionError) as error:
        raise StorageUnavailable(f"{place} refuses the access; check the credentials.") from error
    except (InvalidPathError, ValueError) as error:
        raise InvalidOption(f"{place} holds a key with an empty, '.' or '..' part; rename it.") from error
    except (BaseError, OSError) as error:
        if "NoSuchBucket" in str(error):
            raise _no_bucket(place) from error
        raise StorageUnavailable(f"{place} cannot be reached or does not answer.") from error


def _no_bucket(place: str) -> InvalidOption:
    return InvalidOption(f"There is no bucket {urlsplit(place).netloc!r}.")
