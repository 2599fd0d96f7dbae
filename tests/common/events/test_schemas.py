import re
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from functions.common.errors import InvalidEvent
from functions.common.events import TYPES
from functions.common.events import schemas as folder
from functions.common.events.schemas import check_data, read_schema, schema_uri
from tests.builders.event_data import completed, failed, ready

FIGURES = (completed(), failed(), ready())


def objects(schema: Any) -> list[dict[str, Any]]:
    """Every schema of an object with members, at any depth."""
    inner = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ()
    found = [each for part in inner for each in objects(part)]
    return [schema, *found] if isinstance(schema, dict) and "properties" in schema else found


def test_every_type_has_a_schema_and_every_schema_a_type() -> None:
    (path,) = folder.__path__
    assert {name.removesuffix(".json") for name in _names(path)} == set(TYPES)


def _names(path: str) -> list[str]:
    from pathlib import Path

    return [file.name for file in Path(path).glob("*.json")]


@pytest.mark.parametrize("event_type", TYPES)
def test_a_schema_is_valid_and_closed(event_type: str) -> None:
    schema = read_schema(event_type)
    Draft202012Validator.check_schema(schema)

    assert schema["$id"] == schema_uri(event_type)
    assert all(each.get("additionalProperties") is False for each in objects(schema))


@pytest.mark.parametrize("event_type", TYPES)
def test_types_are_named_noun_participle_version(event_type: str) -> None:
    assert re.fullmatch(r"dev\.resumesummary\.[a-z]+\.[a-z]+\.v1", event_type)


@pytest.mark.parametrize("event", FIGURES, ids=lambda event: event.type)
def test_figures_pass(event: Any) -> None:
    check_data(event.type, event.data)


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"name": "Jane Doe"}, "data has a member that is not known; known: length, model, "),
        ({"words": -1}, "data/words is wrong; minimum: 0."),
        ({"sizes": {"bytes": 1}}, "data/sizes has no characters."),
        ({"parser": "Jane Doe"}, "data/parser is wrong; pattern: "),
        ({"warnings": ["Jane Doe, hidden"]}, "data/warnings/0 is wrong; pattern: "),
        ({"parser": "ats\n"}, "data/parser is wrong; pattern: "),
        ({"timings": {"read\n": 1}}, "data/timings is wrong; pattern: "),
    ],
)
def test_data_that_is_not_allowed_is_explained_without_repeating_it(
    changes: dict[str, Any], complaint: str
) -> None:
    with pytest.raises(InvalidEvent) as refusal:
        check_data(completed().type, {**completed().data, **changes})

    assert str(refusal.value).startswith(complaint)
    assert "Jane" not in str(refusal.value)


def test_types_of_others_may_have_any_data() -> None:
    check_data("org.example.done", {"anything": ["goes"]})
