"""The OpenAPI document describes every route, every refusal and only what exists."""

from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from pydantic import BaseModel

from functions.common.problems import MEDIA_TYPE
from functions.summarize.options import NAMES
from functions.summarize.schemas import ParsedBody, SummaryBody, VerifiedBody, VerifyRequest
from functions.summarize.sentences import CHOICES
from tests.api.conftest import MakeApp

BODIES: dict[str, type[BaseModel]] = {
    "/generate-summary/": SummaryBody,
    "/parse/": ParsedBody,
    "/verify/": VerifiedBody,
}


@pytest.fixture
def document(make_app: MakeApp) -> dict[str, Any]:
    return make_app().openapi()


def every(node: Any, key: str) -> Iterator[Any]:
    """All values of `key` anywhere below `node`."""
    if isinstance(node, dict):
        if key in node:
            yield node[key]
        for child in node.values():
            yield from every(child, key)
    elif isinstance(node, list):
        for child in node:
            yield from every(child, key)


def test_every_route_is_described_once(document: dict[str, Any]) -> None:
    routes = {(method, path) for path, methods in document["paths"].items() for method in methods}

    assert routes == {
        ("post", "/generate-summary/"),
        ("post", "/parse/"),
        ("post", "/verify/"),
        ("post", "/events"),
        ("get", "/health"),
        ("get", "/livez"),
        ("get", "/readyz"),
        ("get", "/metrics"),
    }
    operations = list(every(document, "operationId"))
    assert len(operations) == len(set(operations)) == len(routes)


def test_every_reference_leads_somewhere(document: dict[str, Any]) -> None:
    schemas = document["components"]["schemas"]

    for reference in every(document, "$ref"):
        assert reference.removeprefix("#/components/schemas/") in schemas


def test_every_refusal_is_a_problem_with_a_valid_example(document: dict[str, Any]) -> None:
    validator = Draft202012Validator(document["components"]["schemas"]["Problem"])
    for methods in document["paths"].values():
        for operation in methods.values():
            for status, response in operation["responses"].items():
                if not status.startswith("2"):
                    (content,) = response["content"].items()
                    assert content[0] == MEDIA_TYPE
                    assert content[1]["examples"]
                    for code, example in content[1]["examples"].items():
                        validator.validate(example["value"])
                        assert (example["value"]["code"], example["value"]["status"]) == (code, int(status))


def test_the_refusals_of_a_summary_are_named(document: dict[str, Any]) -> None:
    assert set(document["paths"]["/generate-summary/"]["post"]["responses"]) == {
        "200", "400", "401", "413", "415", "422", "429", "503", "504",
    }  # fmt: skip


def test_the_options_of_the_form_are_those_of_the_code(document: dict[str, Any]) -> None:
    body = document["paths"]["/generate-summary/"]["post"]["requestBody"]
    schema = body["content"]["multipart/form-data"]["schema"]

    assert body["required"]
    assert schema["oneOf"] == [{"required": ["file"]}, {"required": ["resume"]}]
    assert not schema["additionalProperties"]
    assert {
        name: tuple(field["enum"]) for name, field in schema["properties"].items() if "enum" in field
    } == CHOICES
    assert tuple(schema["properties"]) == ("file", *NAMES, "resume")


def test_a_summary_comes_as_json_or_text(document: dict[str, Any]) -> None:
    content = document["paths"]["/generate-summary/"]["post"]["responses"]["200"]["content"]

    assert content["application/json"]["schema"] == {"$ref": "#/components/schemas/SummaryBody"}
    assert content["text/plain"]["schema"] == {"type": "string"}


def test_every_answer_in_json_has_a_true_example(document: dict[str, Any]) -> None:
    for path, kind in BODIES.items():
        content = document["paths"][path]["post"]["responses"]["200"]["content"]["application/json"]
        body = kind.model_validate(content["example"])
        assert body.model_dump(mode="json", exclude_none=True) == content["example"]
        text = content["example"].get("text")
        for place in (place for places in every(content["example"], "evidence") for place in places):
            assert text[place["start"] : place["end"]] == place["quote"]


def test_the_example_of_verifying_can_be_sent(document: dict[str, Any]) -> None:
    body = document["paths"]["/verify/"]["post"]["requestBody"]["content"]["application/json"]

    assert VerifyRequest.model_validate(body["example"]).voice is None


def test_guarded_routes_say_so(document: dict[str, Any]) -> None:
    guarded = {
        path for path, methods in document["paths"].items() for one in methods.values() if "security" in one
    }

    assert guarded == {"/generate-summary/", "/parse/", "/verify/", "/events", "/metrics"}
