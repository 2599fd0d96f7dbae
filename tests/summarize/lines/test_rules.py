import tomllib
from pathlib import Path

import pytest

import functions.summarize.lines
from functions.summarize.lines import Telling, read_line, tellings

RULES = tomllib.loads(
    (Path(functions.summarize.lines.__file__).parent / "rules.toml").read_text(encoding="utf-8")
)


def cases(answer: str) -> list[object]:
    return [
        pytest.param(line, title, form, text, id=f"{rule}: {line}")
        for rule, table in RULES.items()
        for line, title, form, text in table[answer]
    ]


def told(line: str, title: str, form: str) -> str:
    telling: Telling | None = getattr(tellings(read_line(line, title=title, current=False)), form)
    return telling.text if telling else ""


@pytest.mark.parametrize(("line", "title", "form", "text"), cases("yes"))
def test_a_rule_rewrites_its_lines(line: str, title: str, form: str, text: str) -> None:
    assert told(line, title, form) == text


@pytest.mark.parametrize(("line", "title", "form", "text"), cases("no"))
def test_a_rule_leaves_lines_alone_that_only_look_alike(line: str, title: str, form: str, text: str) -> None:
    assert told(line, title, form) == text


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_says_what_it_does_and_shows_it(rule: str) -> None:
    assert RULES[rule]["says"].endswith(".")
    assert RULES[rule]["yes"]
