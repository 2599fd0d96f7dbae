"""What pip may install."""

import json
from pathlib import Path
from typing import Any

import pytest

import lock

LOCKED = dict(line.split("==") for line in lock.LOCK.read_text(encoding="utf-8").splitlines())
FILES = dict(line.split()[::-1] for line in lock.HASHES.read_text(encoding="utf-8").splitlines())


def report(folder: Path, **source: Any) -> Path:
    """A report of pip's on one installed file."""
    about = {"name": "anyio", "version": "4.0"}
    path = folder / "report.json"
    path.write_text(json.dumps({"install": [{"download_info": source, "metadata": about}]}), encoding="utf-8")
    return path


def hashed(digest: str) -> dict[str, dict[str, str]]:
    return {"hashes": {"sha256": digest}}


def test_every_locked_package_has_files_with_a_hash() -> None:
    named = {name.split("-")[0].lower().replace("_", "-").replace(".", "-") for name in FILES}

    assert [name for name in LOCKED if name not in named and name.split("-")[0] not in named] == []
    assert all(len(digest) == 64 for digest in FILES.values())


def test_a_file_of_the_lock_is_accepted(tmp_path: Path) -> None:
    digest = next(iter(FILES.values()))
    taken = report(tmp_path, url="https://files.example.org/x.whl", archive_info=hashed(digest))

    assert lock.check(taken) == []


def test_a_file_that_was_swapped_is_refused_by_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    taken = report(tmp_path, url="https://files.example.org/x.whl", archive_info=hashed("0" * 64))

    assert lock.main(["check", str(taken)]) == 1
    assert capsys.readouterr().err == (
        "anyio 4.0: https://files.example.org/x.whl is not in requirements.sha256\n"
    )


def test_a_source_without_a_hash_is_refused(tmp_path: Path) -> None:
    taken = report(tmp_path, url="git+https://example.org/anyio", vcs_info={"vcs": "git"})

    assert len(lock.check(taken)) == 1


def test_a_file_from_a_folder_of_this_machine_is_its_owners_business(tmp_path: Path) -> None:
    assert lock.check(report(tmp_path, url="file:///wheels/torch.whl", archive_info=hashed("0" * 64))) == []
