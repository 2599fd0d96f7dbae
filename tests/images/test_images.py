"""Each image does its job in a container that may do next to nothing: `make images-test`."""

import json
import subprocess

import pytest

from benchmarks.engine import Engine
from functions.summarize import samples
from tests.images.conftest import HASHES, PORT, READY, Start, image

pytestmark = pytest.mark.images

TARGETS = ("summarize", "catalog", "tracker", "ui")
SIZE_LIMIT = {"summarize": 450e6, "catalog": 200e6, "tracker": 350e6, "ui": 900e6}
ABSENT = "pip ensurepip setuptools torch transformers huggingface_hub pytest".split()
TOOLS = "pip pip3 apt apt-get dpkg gcc cc strip perl bash tar find openssl mount su".split()
COMPILED = {
    "summarize": "ctranslate2 numpy tokenizers lxml.etree pydantic_core httptools obstore rpds",
    "catalog": "pydantic_core httptools",
    "tracker": "numpy PIL.Image psutil pydantic_core obstore rpds",
    "ui": "numpy pandas pyarrow lxml.etree PIL.Image",
}
"""Modules with libraries of machine code in them."""
PING = {
    "ce-specversion": "1.0",
    "ce-id": "1",
    "ce-source": "/tests",
    "ce-type": "dev.resumesummary.unheard-of.v1",
}


def test_summarize_writes_a_summary(start: Start) -> None:
    files = {"file": samples.path("charge-nurse").read_bytes()}
    with start("summarize") as (_, client):
        answer = client.post("/generate-summary/", files=files, data={"as_of": "2026-01-01"})

    assert answer.status_code == 200
    assert answer.json()["model"]["id"]
    assert answer.json()["model_share"] > 0


def test_the_catalog_shows_its_cards(start: Start) -> None:
    with start("catalog") as (_, client):
        models, parsers = client.get("/models").json(), client.get("/parsers").json()

    assert [card["id"] for card in models["models"]] == ["bart", "gpt2", "t5"]
    assert {card["id"] for card in parsers["parsers"]} >= {"ats", "industry"}


def test_the_tracker_takes_an_event_that_it_does_not_know(start: Start) -> None:
    with start("tracker") as (_, client):
        answer = client.post("/events", headers=PING, json={})

    assert answer.status_code == 202


def test_the_page_is_served(start: Start) -> None:
    with start("ui") as (_, client):
        answer = client.get("/")

    assert answer.status_code == 200
    assert "<title>" in answer.text


@pytest.mark.parametrize("target", TARGETS)
def test_a_container_ends_when_it_is_told(engine: Engine, target: str) -> None:
    with engine.running(image(target), HASHES, port=PORT.get(target, 8080)) as container:
        container.wait_until_ready(READY.get(target, "/readyz"))

        assert container.stop() == 0, container.log()


@pytest.mark.parametrize("target", ["summarize", "catalog", "tracker"])
def test_nobody_serves_the_outside_without_keys(engine: Engine, target: str) -> None:
    done = subprocess.run(
        [*engine.command, "run", "--rm", *engine.options, image(target)],
        check=False,
        capture_output=True,
        text=True,
    )

    assert done.returncode == 2
    assert done.stderr.startswith("cannot start: API_KEY_HASHES or API_KEY_FILE is needed")


@pytest.mark.parametrize("target", TARGETS)
def test_an_image_holds_nothing_to_build_or_install_with(engine: Engine, target: str) -> None:
    program = (
        "import importlib.util as i, shutil as s;"
        f"print(*(m for m in {ABSENT} if i.find_spec(m)), *(t for t in {TOOLS} if s.which(t)))"
    )
    printed = engine.ask("run", "--rm", *engine.options, image(target), "python3", "-c", program)

    assert printed.split() == []


@pytest.mark.parametrize("target", TARGETS)
def test_machine_code_has_survived_the_build(engine: Engine, target: str) -> None:
    program = f"import importlib; print(*map(importlib.import_module, {COMPILED[target].split()}))"

    printed = engine.ask("run", "--rm", *engine.options, image(target), "python3", "-c", program)

    assert printed.count("<module ") == len(COMPILED[target].split())


@pytest.mark.parametrize("target", TARGETS)
def test_everything_in_an_image_belongs_to_root_and_is_compiled(engine: Engine, target: str) -> None:
    """Whoever runs the code cannot change it, nor does it have to be compiled again at every start."""
    program = (
        "import pathlib;"
        "own = [p for p in pathlib.Path('/app').rglob('*')];"
        "print(*(p for p in own if p.stat().st_uid or p.stat().st_mode & 0o022));"
        "code = [p for p in own if p.suffix == '.py'];"
        "print(*(p for p in code if not list((p.parent / '__pycache__').glob(p.stem + '.*.pyc'))))"
    )
    printed = engine.ask("run", "--rm", *engine.options, image(target), "python3", "-c", program)

    assert printed.split() == []


@pytest.mark.parametrize("target", TARGETS)
def test_an_image_is_small_and_says_what_it_is(engine: Engine, target: str) -> None:
    config = json.loads(engine.ask("image", "inspect", "--format", "{{json .Config}}", image(target)))

    assert engine.size(image(target)) < SIZE_LIMIT[target]
    assert config["User"] == "65532:65532"
    assert config["Cmd"][0] == "python3", "a shell in between would keep signals to itself"
    assert config["Labels"]["org.opencontainers.image.title"] == f"resume-summary-{target}"
    assert not [line for line in config["Env"] if line.startswith(("PIP_", "API_KEY"))]


def test_weights_have_a_layer_below_the_code(engine: Engine) -> None:
    """A new version of the code leaves the weights that a node already has where they are."""
    history = engine.ask(
        "history", "--no-trunc", "--format", "{{.CreatedBy}}", image("summarize")
    ).splitlines()
    weights, packages, code = (
        next(number for number, line in enumerate(history) if place in line)
        for place in ("/app/functions/summarize/weights", "/opt/venv", "/app/functions")
    )

    assert code < packages < weights, "the newest comes first"


def test_a_cold_start_is_in_the_metrics(start: Start) -> None:
    with start("summarize") as (_, client):
        client.post("/generate-summary/", files={"file": samples.path("head-chef").read_bytes()})
        metrics = client.get("/metrics").text

    for phase in ("imports", "weights", "warm_up", "total"):
        assert f'resume_summary_start_to_ready_seconds{{phase="{phase}"}}' in metrics
    assert 'resume_summary_first_request_seconds{route="/generate-summary/"}' in metrics
