"""Events kept on disk until their figures have been passed on.

A spool is a folder of segments, one for each period, to which events are appended and synced: what was acknowledged
survives the process. A segment that has been reported is kept for a while, so that an event delivered again is
recognised; then it is removed.
"""

import errno
import fcntl
import logging
import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from functions.common.errors import InvalidSetting, RequestRefused, SpoolFull
from functions.common.events import Event, open_envelope, read_envelope, write_event

KEPT = 3600.0
"""Seconds that a reported segment is remembered. A broker that uses Knative's defaults gives up after minutes."""
OPEN, REPORTED = ".events", ".reported"
ASIDE = "set.aside"
_STRUCTURED = {"content-type": "application/cloudevents+json"}

Key = tuple[str, str]

logger = logging.getLogger(__name__)


@dataclass
class _Segment:
    """A file of events and the keys of those in it, named after the millisecond in which it was begun."""

    path: Path
    size: int = 0
    keys: set[Key] = field(default_factory=set)
    full: bool = False

    @property
    def began(self) -> float:
        """When its first event arrived, in Unix seconds."""
        return int(self.path.stem) / 1000

    @property
    def reported(self) -> bool:
        """Whether its figures have been passed on."""
        return self.path.suffix == REPORTED


class Spool:
    """The spool in `folder`, of at most `limit` bytes. One process may have it open.

    `clock` gives Unix seconds; a segment holds what arrives in one `period` of seconds.
    """

    def __init__(
        self, folder: Path, limit: int, period: float = 60, clock: Callable[[], float] = time.time
    ) -> None:
        """Read what is there. Raises `InvalidSetting` for a folder that cannot be used."""
        self._folder, self._limit, self._period, self._clock = folder, limit, period, clock
        self._lock = threading.Lock()
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._held = _hold(folder / "lock")
            self._segments = {path.stem: _read_segment(path) for path in _paths(folder)}
        except BlockingIOError as error:
            raise InvalidSetting("SPOOL: another process uses the folder; give each its own.") from error
        except OSError as error:
            raise InvalidSetting(f"SPOOL: the folder cannot be used: {error.strerror}.") from error

    @property
    def size(self) -> int:
        """Bytes of the events that have not been reported."""
        with self._lock:
            return sum(segment.size for segment in self._segments.values() if not segment.reported)

    def append(self, event: Event) -> bool:
        """Keep the event for good; False when it is kept already. Raises `SpoolFull`."""
        line = write_event(event, "structured")[1] + b"\n"
        key = event.source, event.id
        with self._lock:
            if any(key in segment.keys for segment in self._segments.values()):
                return False
            self._make_room(len(line))
            segment = self._current()
            _append(segment.path, line, segment.size)
            segment.size += len(line)
            segment.keys.add(key)
            return True

    def waiting(self, *, current: bool = False) -> list[str]:
        """The names of the segments to be reported, oldest first.

        The one that is being filled is among them only when `current` is asked for, and is then not filled further.
        """
        with self._lock:
            for segment in self._segments.values():
                segment.full |= current or not self._now(segment)
            return sorted(
                name for name, segment in self._segments.items() if segment.full and not segment.reported
            )

    def events(self, name: str) -> list[Event]:
        """The events of a segment, in the order in which they arrived."""
        return list(_events(self._segments[name].path))

    def began(self, name: str) -> float:
        """When a segment was begun, in Unix seconds."""
        return self._segments[name].began

    def reported(self, name: str) -> None:
        """A segment's figures have been passed on: it need only be remembered, and that not for ever."""
        with self._lock:
            segment = self._segments[name]
            segment.path = segment.path.rename(segment.path.with_suffix(REPORTED))
            forgotten = self._clock() - KEPT
            for each in self._old():
                if each.began < forgotten:
                    self._remove(each)

    def set_aside(self, name: str) -> None:
        """Keep a copy of a segment that nobody can report, over that of the one before, for a person to look at."""
        with suppress(OSError):  # a full disk must not keep the rest from being reported
            shutil.copyfile(self._segments[name].path, self._folder / ASIDE)

    def close(self) -> None:
        """Let another process have the folder."""
        os.close(self._held)

    def _make_room(self, size: int) -> None:
        """Forget reported segments until `size` more bytes fit; raises `SpoolFull` if they still do not."""
        total = size + sum(segment.size for segment in self._segments.values())
        for segment in self._old():
            if total <= self._limit:
                return
            total -= segment.size
            self._remove(segment)
        if total > self._limit:
            raise SpoolFull("Events wait to be passed on and there is no room for more; send it again later.")

    def _current(self) -> _Segment:
        for segment in self._segments.values():
            if not segment.full and not segment.reported and self._now(segment):
                return segment
        name = int(self._clock() * 1000)
        while f"{name:015d}" in self._segments:
            name += 1
        segment = self._segments[f"{name:015d}"] = _Segment(self._folder / f"{name:015d}{OPEN}")
        return segment

    def _now(self, segment: _Segment) -> bool:
        """Whether the segment's period is the present one."""
        return segment.began // self._period == self._clock() // self._period

    def _old(self) -> list[_Segment]:
        """The reported segments, oldest first."""
        return [segment for _, segment in sorted(self._segments.items()) if segment.reported]

    def _remove(self, segment: _Segment) -> None:
        segment.path.unlink()
        del self._segments[segment.path.stem]


def _hold(path: Path) -> int:
    """A lock on the folder, which ends with the process; raises `BlockingIOError` when another process has it."""
    descriptor = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        raise
    return descriptor


def _paths(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.suffix in {OPEN, REPORTED})


def _append(path: Path, line: bytes, size: int) -> None:
    """Write a line at the end of a file of `size` bytes, whole or not at all; raises `SpoolFull`."""
    try:
        descriptor = os.open(path, os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)
    except OSError as error:
        raise _unwritten(error) from error
    try:
        _write_whole(descriptor, line)
        os.fsync(descriptor)
    except OSError as error:
        os.ftruncate(descriptor, size)
        raise _unwritten(error) from error
    finally:
        os.close(descriptor)


def _write_whole(descriptor: int, line: bytes) -> None:
    if os.write(descriptor, line) < len(line):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _unwritten(error: OSError) -> SpoolFull:
    return SpoolFull(f"The event cannot be kept: {error.strerror}. Send it again later.")


def _read_segment(path: Path) -> _Segment:
    """A segment as a process left it. A last line that was cut off was never acknowledged, and goes."""
    content = path.read_bytes()
    whole = content.rpartition(b"\n")[0]
    size = len(whole) + 1 if whole else 0
    if size != len(content):
        os.truncate(path, size)
    return _Segment(path, size, {(event.source, event.id) for event in _events(path)})


def _events(path: Path) -> Iterator[Event]:
    for number, line in enumerate(path.read_bytes().splitlines(), start=1):
        try:
            yield open_envelope(read_envelope(_STRUCTURED, line))
        except RequestRefused:
            logger.warning("a spooled event cannot be read", extra={"fields": {"line": number}})
