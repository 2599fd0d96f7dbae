import tomllib
from pathlib import Path

from functions.common.version import VERSION

ROOT = Path(__file__).parents[2]


def test_the_version_is_that_of_the_project() -> None:
    assert tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"] == VERSION
