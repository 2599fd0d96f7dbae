"""Offline sessions outlive the pod."""

import zipfile
from pathlib import Path

import pytest

from functions.tracker.sessions import move_sessions


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One session that was closed and one whose process was killed."""
    for name in ("offline-closed", "offline-killed"):
        (tmp_path / "offline" / name / "data").mkdir(parents=True)
        (tmp_path / "offline" / name / "task.json").write_text(name)
    with zipfile.ZipFile(tmp_path / "offline" / "offline-closed.zip", "w") as archive:
        archive.writestr("task.json", "offline-closed")
    return tmp_path / "offline"


def moved(place: Path) -> dict[str, bytes]:
    return {path.name: zipfile.ZipFile(path).read("task.json") for path in place.glob("*.zip")}


def test_every_session_is_moved_and_one_that_was_broken_off_is_packed_first(
    folder: Path, tmp_path: Path
) -> None:
    move_sessions(folder, f"file://{tmp_path}/kept")

    assert moved(tmp_path / "kept") == {
        "offline-closed.zip": b"offline-closed",
        "offline-killed.zip": b"offline-killed",
    }
    assert list(folder.iterdir()) == []


def test_a_session_that_is_named_is_moved_alone(folder: Path, tmp_path: Path) -> None:
    move_sessions(folder, f"file://{tmp_path}/kept", "offline-closed")

    assert set(moved(tmp_path / "kept")) == {"offline-closed.zip"}
    assert [path.name for path in folder.iterdir()] == ["offline-killed"]


def test_without_a_place_they_stay(folder: Path) -> None:
    move_sessions(folder, "")

    assert len(list(folder.iterdir())) == 3


def test_a_place_that_does_not_answer_keeps_them_for_the_next_time(
    folder: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "test")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "test")
    move_sessions(folder, "s3://bucket/sessions")

    assert (folder / "offline-closed.zip").exists()
    assert "sessions stay for now" in caplog.text
