"""The commands in this process, with the shipped checkpoints and parsers."""

from collections.abc import Iterator
from datetime import date

import pytest

from functions.summarize import samples
from functions.summarize.commandline.local import Local
from functions.summarize.schemas import ParsedBody, SummaryBody, VerifiedBody
from functions.summarize.sentences import CHOICES, Options

TODAY = date(2026, 1, 1)
RESUME = samples.path("charge-nurse").read_bytes()


@pytest.fixture(scope="module")
def local() -> Iterator[Local]:
    local = Local()
    yield local
    local.close()


def test_a_summary_is_the_services_body_with_its_evidence(local: Local) -> None:
    body = local.summarise("charge-nurse.docx", RESUME, Options(TODAY))
    assert SummaryBody.model_validate(body).model_dump(mode="json") == body
    assert body["summary"] == " ".join(sentence["text"] for sentence in body["sentences"])
    places = [place for sentence in body["sentences"] for place in sentence["evidence"]]
    assert places
    assert all(body["text"][place["start"] : place["end"]] == place["quote"] for place in places)
    assert local.summarise("other-name.docx", RESUME, Options(TODAY)) == body


def test_what_is_parsed_supports_what_it_says_and_nothing_else(local: Local) -> None:
    parsed = local.parse("charge-nurse.docx", RESUME, Options(TODAY))
    assert ParsedBody.model_validate(parsed).model_dump(mode="json") == parsed
    text = "Charge nurse at Saint Brannoc Medical Center. Won 77 prizes."
    verdicts = local.verify(parsed["resume"], text, None)
    assert VerifiedBody.model_validate(verdicts).model_dump(mode="json") == verdicts
    assert [sentence["supported"] for sentence in verdicts["sentences"]] == [True, False]
    assert verdicts["supported"] is False


def test_what_the_catalog_lists_is_what_the_options_take(local: Local) -> None:
    assert {card["id"] for card in local.models()["models"]} <= set(CHOICES["model"])
    assert {card["id"] for card in local.parsers()["parsers"]} | {"auto"} == set(CHOICES["parser"])
