"""Offline sessions of ClearML, moved to where they outlive the pod.

A session is a folder while its process lives, and a zip file beside it once the task is closed. What a process that
was killed has left is a folder only: it is packed here, so that it can be imported as well.
"""

import logging
import shutil
import zipfile
from pathlib import Path

from functions.common.errors import ResumeSummaryError
from functions.common.objects import open_objects

EVERY = "offline-*"

logger = logging.getLogger(__name__)


def move_sessions(folder: Path, place: str, sessions: str = EVERY) -> None:
    """Make each session in `folder` an object `NAME.zip` at the address `place`. Without a place they stay.

    `sessions` is a pattern of names; no process may be writing to them any more. Never raises: what cannot be moved
    now is moved when the tracker starts the next time.
    """
    if not place:
        return
    try:
        _pack(folder, sessions)
        for packed in sorted(folder.glob(f"{sessions}.zip")):
            open_objects(place).write(packed.name, packed.read_bytes())
            packed.unlink()
            shutil.rmtree(packed.with_suffix(""), ignore_errors=True)
    except (ResumeSummaryError, OSError) as error:
        logger.warning("sessions stay for now", extra={"fields": {"error": type(error).__name__}})


def _pack(folder: Path, sessions: str) -> None:
    """Zip what the SDK, which does so when it closes a task, has not."""
    for session in sorted(path for path in folder.glob(sessions) if path.is_dir()):
        target = session.with_suffix(".zip")
        if not target.exists():
            unfinished = session.with_suffix(".part")
            with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED) as archive:
                for file in sorted(path for path in session.rglob("*") if path.is_file()):
                    archive.write(file, file.relative_to(session).as_posix())
            unfinished.rename(target)
