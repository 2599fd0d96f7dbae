from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from functions.catalog.app import create_app
from functions.catalog.shelf import read_shelf
from functions.common.settings import Settings
from functions.common.version import VERSION
from functions.summarize.models.card import Attribution, Card, write_card
from functions.summarize.sentences import CHOICES
from tests.api.transports import AsgiTransport

T5 = Card(
    id="tiny-t5-of-march",
    name="Tiny T5",
    version="1.2.0",
    architecture="t5",
    parameters=1_000_000,
    licence="MIT",
    prompt="slots",
    format="ctranslate2",
    quantisation="int8",
    window=512,
    training_data=("sentences",),
    attributions=(Attribution("ESCO", "CC BY 4.0"),),
    quality={"supported": 0.98},
    speed={"p50_ms": 41.5},
    files={"model.bin": "0" * 64},
)
REPORT = {"sections": "Each section found."}
PARSER = """
id = "ats"
version = "1.0.0"
name = "ATS"
description = "Reads plainly."
stance = "Literal."
skills = "By name."
achievements = "Verbatim."
never = "Invents."
identical = ["name"]
[report]
sections = "Each section found."
"""


@pytest.fixture
def client(tmp_path: Path) -> Iterator[httpx.Client]:
    weights, parsers = tmp_path / "weights", tmp_path / "parsers"
    for folder in (weights / "t5", parsers):
        folder.mkdir(parents=True)
    write_card(T5, weights / "t5")
    (parsers / "ats.toml").write_text(PARSER)
    app = create_app(Settings(host="127.0.0.1"), shelf=read_shelf(weights, parsers))
    with httpx.Client(transport=AsgiTransport(app), base_url="http://localhost") as opened:
        yield opened


def ask(client: httpx.Client, path: str) -> Any:
    response = client.get(path)
    assert response.status_code == 200, response.text
    return response.json()


def test_models_are_their_cards(client: httpx.Client) -> None:
    card = ask(client, "/models/t5")

    assert ask(client, "/models") == {"models": [card]}
    assert card == {
        "id": "t5",
        "name": "Tiny T5",
        "version": "1.2.0",
        "architecture": "t5",
        "parameters": 1_000_000,
        "licence": "MIT",
        "prompt": "slots",
        "format": "ctranslate2",
        "quantisation": "int8",
        "window": 512,
        "description": "",
        "source": "",
        "revision": "",
        "seed": 0,
        "training_data": ["sentences"],
        "attributions": [{"name": "ESCO", "licence": "CC BY 4.0", "notice": "", "url": ""}],
        "quality": {"supported": 0.98},
        "speed": {"p50_ms": 41.5},
        "files": {"model.bin": "0" * 64},
        "sha256": T5.sha256,
    }


def test_every_model_listed_is_one_that_can_be_asked_for() -> None:
    assert set(read_shelf().models) <= set(CHOICES["model"])


def test_parsers_are_their_cards(client: httpx.Client) -> None:
    card = ask(client, "/parsers/ats")

    assert ask(client, "/parsers") == {"parsers": [card]}
    assert card == {
        "id": "ats",
        "version": "1.0.0",
        "name": "ATS",
        "description": "Reads plainly.",
        "stance": "Literal.",
        "skills": "By name.",
        "achievements": "Verbatim.",
        "never": "Invents.",
        "identical": ["name"],
        "report": REPORT,
    }


@pytest.mark.parametrize(
    ("path", "detail"),
    [
        ("/models/gpt9", "There is no model 'gpt9'; known: t5."),
        ("/v2/models/gpt9", "There is no model 'gpt9'; known: t5."),
        ("/parsers/x", "There is no parser 'x'; known: ats."),
    ],
)
def test_an_unknown_id_is_a_problem_that_names_the_known(
    client: httpx.Client, path: str, detail: str
) -> None:
    response = client.get(path)

    assert response.headers["content-type"] == "application/problem+json"
    assert response.json() == {
        "type": "urn:resume-summary:problem:not-found",
        "title": "Not found",
        "status": 404,
        "detail": detail,
        "instance": path,
        "code": "not-found",
    }


def test_the_open_inference_protocol_finds_the_same_models(client: httpx.Client) -> None:
    assert ask(client, "/v2") == {"name": "resume-summary-catalog", "version": VERSION, "extensions": []}
    assert ask(client, "/v2/health/live") == ask(client, "/v2/health/ready") == {"status": "ok"}
    assert ask(client, "/v2/models/t5") == {
        "name": "t5",
        "versions": ["1.2.0"],
        "platform": "ctranslate2_t5",
        "inputs": [{"name": "prompt", "datatype": "BYTES", "shape": [-1]}],
        "outputs": [{"name": "sentence", "datatype": "BYTES", "shape": [-1]}],
    }


def test_the_installed_cards_can_all_be_served() -> None:
    shelf = read_shelf()
    app = create_app(Settings(host="127.0.0.1"), shelf=shelf)
    with httpx.Client(transport=AsgiTransport(app), base_url="http://localhost") as client:
        served = [
            card["id"] for kind in ("models", "parsers") for card in client.get(f"/{kind}").json()[kind]
        ]

    assert served == [*shelf.models, *shelf.parsers]
    assert list(shelf.parsers) == ["ats", "industry"]


def test_health_names_the_models(client: httpx.Client) -> None:
    assert ask(client, "/health")["models"] == ["t5"]


def test_the_card_of_the_reader_shows_what_its_models_are(client: httpx.Client) -> None:
    card = ask(client, "/reader")
    assert card["id"] == "reader"
    assert {"lines.bin"} <= card["files"].keys()
    assert card["training_data"]
