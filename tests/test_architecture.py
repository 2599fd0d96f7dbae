"""The page on the architecture names what there is."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "architecture.md").read_text("utf-8")
SUMMARIZE = ROOT / "functions" / "summarize"


def test_every_folder_and_module_it_names_exists() -> None:
    named = set(re.findall(r"`([a-z_./]+/|[a-z_/]+\.(?:py|tsv))`", PAGE))
    assert named
    missing = [
        name
        for name in named
        if not any((base / name).exists() for base in (ROOT, SUMMARIZE, SUMMARIZE / "parsers"))
    ]
    assert missing == []


def test_the_steps_of_reading_are_modules_in_the_order_of_the_data() -> None:
    steps = re.findall(r"│ {4}([a-z]+) {2,}", PAGE)
    assert steps == ["features", "labels", "fields", "entries", "facts"]
    assert all((SUMMARIZE / "parsers" / f"{step}.py").is_file() for step in steps)


def test_a_reader_of_the_readme_finds_it() -> None:
    assert "docs/architecture.md" in (ROOT / "README.md").read_text("utf-8")


def test_only_the_sink_of_events_catches_whatever_comes() -> None:
    folders = ("functions", "ui", "training", "benchmarks", "knative")
    modules = (path for folder in folders for path in (ROOT / folder).rglob("*.py"))
    broad = re.compile(r"except\s*(?::|\(?\s*(?:Base)?Exception\b)|suppress\((?:Base)?Exception\b")
    assert [str(path.relative_to(ROOT)) for path in modules if broad.search(path.read_text("utf-8"))] == [
        "functions/common/events/sink_on.py"
    ]
