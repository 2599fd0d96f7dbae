"""What pip may install: every package at one version, with the hashes of its files."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LISTS = sorted((ROOT / "requirements").glob("*.txt"))
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
ENTRY = re.compile(
    r"^([a-z0-9._-]+)==(\S+)(?: ; [^\\]+)? \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.MULTILINE
)


def locked(path: Path) -> dict[str, str]:
    return {name: version for name, version, _ in ENTRY.findall(path.read_text(encoding="utf-8"))}


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_a_list_holds_nothing_but_packages_with_hashes(path: Path) -> None:
    assert ENTRY.sub("", path.read_text(encoding="utf-8")) == ""
    assert locked(path)


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_a_package_has_one_version_in_all_lists(path: Path) -> None:
    everything = locked(ROOT / "requirements" / "all.txt")

    assert {name: everything[name] for name in locked(path)} == locked(path)


@pytest.mark.parametrize(
    ("extra", "list_"),
    [
        *((name, name) for name in ("summarize", "catalog", "tracker", "ui", "test", "manifests", "train")),
        *((name, "run") for name in ("summarize", "catalog", "tracker", "ui", "cli", "build")),
        *((name, "all") for name in ("train", "test", "manifests", "telemetry")),
    ],
)
def test_what_an_extra_names_is_in_its_list(extra: str, list_: str) -> None:
    named = {
        re.split(r"[\[>=<]", each)[0].lower() for each in PYPROJECT["project"]["optional-dependencies"][extra]
    }

    assert named - {"resume-summary", "torch"} <= locked(ROOT / "requirements" / f"{list_}.txt").keys()


def test_the_build_of_torch_is_left_to_the_machine() -> None:
    assert "torch" in locked(ROOT / "requirements" / "all.txt")
    assert not [
        name for name in locked(ROOT / "requirements" / "train.txt") if name.startswith(("torch", "nvidia"))
    ]


def test_nothing_is_installed_without_a_hash_but_torch_and_ourselves() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    installs = [line for line in makefile.splitlines() if "$(PIP)" in line and ":=" not in line]

    assert installs == ["\t@$(PIP) --only-binary :all: torch==2.13.0"]
    assert "--no-deps --only-binary :all: --require-hashes" in makefile
    assert "--no-deps --no-build-isolation --editable ." in makefile
