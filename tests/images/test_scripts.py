"""The scripts of the image builds."""

import tomllib
from importlib.metadata import Distribution
from pathlib import Path

from images.debian import components
from images.prune import Project, unneeded


def installed(folder: Path, **packages: str) -> dict[str, Distribution]:
    """Packages by name, each with its requirements, separated by semicolons and commas as in metadata."""
    found: dict[str, Distribution] = {}
    for name, requirements in packages.items():
        info = folder / f"{name}-1.dist-info"
        info.mkdir()
        lines = [f"Requires-Dist: {line}" for line in requirements.splitlines()]
        (info / "METADATA").write_text(
            "\n".join(["Metadata-Version: 2.1", f"Name: {name}", "Version: 1", *lines])
        )
        found[name.replace("_", "-")] = Distribution.at(info)
    return found


def test_what_only_an_unused_requirement_leads_to_is_not_needed(tmp_path: Path) -> None:
    packages = installed(
        tmp_path,
        resume_summary='engine; extra == "summarize"\nbrowser; extra == "ui"',
        engine="downloader>=1\nnumbers[fast]",
        downloader="progress",
        numbers='quick; extra == "fast"\nslow; extra == "slow"',
        quick="",
        slow="",
        progress="",
        browser="",
        pip="",
    )

    assert unneeded(packages, ["summarize"], {"engine": {"downloader": "images ask nobody"}}) == [
        "browser",
        "downloader",
        "pip",
        "progress",
        "slow",
    ]


def test_a_package_that_somebody_else_needs_stays(tmp_path: Path) -> None:
    packages = installed(
        tmp_path, resume_summary="engine\ntracker", engine="downloader", tracker="downloader", downloader=""
    )

    assert unneeded(packages, [], {"engine": ["downloader"]}) == []


def test_the_project_itself_is_read_where_it_is_not_installed(tmp_path: Path) -> None:
    """What the images hold is what its extras lead to: not everything, and not nothing."""
    root = Path(__file__).parents[2]
    packages = {**installed(tmp_path, fastapi="starlette", starlette="", streamlit="", lxml="", pip="")}
    project = {"resume-summary": Project.read(root / "pyproject.toml")}

    assert unneeded({**packages, **project}, ["catalog", "telemetry"], {}) == ["lxml", "pip", "streamlit"]
    assert unneeded({**packages, **project}, ["summarize"], {}) == ["pip", "streamlit"]
    assert unneeded({**packages, **project}, ["ui"], {}) == ["fastapi", "lxml", "pip", "starlette"]


def test_an_image_of_the_summarizer_keeps_what_its_reader_computes_with(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    packages = installed(tmp_path, ctranslate2="numpy\npyyaml", tokenizers="", numpy="", pyyaml="", lxml="")
    project = {"resume-summary": Project.read(root / "pyproject.toml")}
    unused = tomllib.loads((root / "images" / "unused.toml").read_text("utf-8"))

    assert unneeded({**packages, **project}, ["summarize"], unused) == ["pyyaml"]


STATUS = """\
Package: libc6
Status: install ok installed
Architecture: amd64
Version: 2.36-9+deb12u14
Description: GNU C Library
 Package: of a description

Package: gone
Status: deinstall ok config-files
Architecture: all
Version: 1
"""


def test_the_packages_of_the_base_are_components() -> None:
    purl = "pkg:deb/debian/libc6@2.36-9%2Bdeb12u14?arch=amd64"

    assert list(components(STATUS)) == [
        {"type": "library", "bom-ref": purl, "name": "libc6", "version": "2.36-9+deb12u14", "purl": purl}
    ]
