"""The README says what the code does: commands, options and routes are held together here."""

import re
from pathlib import Path

import pytest

from functions.catalog.app import create_app as create_catalog
from functions.common.settings import Settings
from functions.summarize import samples
from functions.summarize.app import create_app as create_summarize
from functions.summarize.cli import grammar
from functions.summarize.options import NAMES
from functions.summarize.sentences import CHOICES, WORDS, Options
from functions.summarize.settings import SummarizeSettings

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_make_verb_of_the_readme_exists() -> None:
    verbs = set(
        re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    )

    assert set(re.findall(r"\bmake ([a-z-]+)", README)) - {"test"} <= verbs


def test_the_readme_lists_every_option_with_its_values_and_default() -> None:
    table = {row[0]: row[1:] for row in re.findall(r"^\| `(\w+)` \| (.+) \| (.+) \|$", README, re.MULTILINE)}

    assert set(table) >= set(NAMES)
    for option, allowed in CHOICES.items():
        values, default = table[option]
        assert set(allowed) <= set(re.findall(r"`(\w+)`", values)), option
        assert default == f"`{Options.__dataclass_fields__[option].default}`"
    assert all(f"{low}-{high}" in table["length"][0] for low, high in WORDS.values())


def test_every_route_of_the_readme_is_served() -> None:
    served = {
        route
        for app in (create_summarize(SummarizeSettings()), create_catalog(Settings()))
        for route in app.openapi()["paths"]
    }
    named = set(re.findall(r"`(?:GET|POST)? ?(/[a-z/{}-]+)`", README)) - {"/docs"}

    assert {route.replace("{id}", "{name}") for route in named} <= {
        re.sub(r"\{\w+\}", "{name}", route) for route in served
    }


def test_the_readme_says_how_families_left_out_are_read() -> None:
    measured = (ROOT / "docs" / "reading.md").read_text(encoding="utf-8").split("\n## ")[1]
    everywhere = dict(
        re.findall(r"^\| ([a-z ]+) \|(?: [\d.]+ \|){3} \*\*([\d.]+)\*\* \|", measured, re.MULTILINE)
    )
    (true,) = re.findall(r"values, of which ([\d.]+) % are true", measured)
    (told,) = re.findall(
        r"both dates (\d+) %, titles (\d+) %, names (\d+) %; of the values that are told (\d+) %",
        README.replace("\n", " "),
    )

    figures = [*(everywhere[field] for field in ("roles together", "titles", "name")), true]
    assert [int(percent) for percent in told] == [round(float(figure)) for figure in figures]


@pytest.mark.parametrize("command", re.findall(r"resume-summary (\w+)", README))
def test_every_command_of_the_readme_exists(command: str) -> None:
    assert command in grammar().format_help()


def test_every_sample_of_the_readme_is_shipped() -> None:
    assert set(re.findall(r"samples/([\w-]+)\.docx", README)) <= set(samples.names())


def test_every_test_that_the_threat_model_names_exists() -> None:
    named = set(re.findall(r"`(test_\w+)`", (ROOT / "docs" / "threats.md").read_text(encoding="utf-8")))
    written = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py"))

    assert {name for name in named if f"def {name}(" not in written} == set()
