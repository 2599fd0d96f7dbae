from dataclasses import replace
from typing import Any

import pytest

from functions.common.errors import Unauthorised
from functions.common.events import PING, Event, choose_signer, read_event, write_event
from functions.common.events.envelope import Mode
from functions.common.events.signature import SignerOff, SignerOn
from functions.common.settings import Settings

EVENT = Event("1", "/x", "dev.example.v1", {"a": 1.0, "b": [0.5, None, {"c": "é"}]})
SIGNER = SignerOn("key")


@pytest.mark.parametrize("mode", ["binary", "structured"])
def test_a_signature_survives_the_wire(mode: Mode) -> None:
    SIGNER.check(read_event(*write_event(SIGNER.sign(EVENT), mode)))


def test_a_signature_survives_another_spelling_of_numbers_and_what_brokers_add() -> None:
    signed = SIGNER.sign(EVENT)
    passed_on = replace(
        signed,
        data={"b": [0.5, None, {"c": "é"}], "a": 1},
        extensions={**signed.extensions, "knativearrivaltime": "now", "knativeerrorcode": "503"},
    )

    SIGNER.check(passed_on)


@pytest.mark.parametrize(
    "change",
    [{"id": "2"}, {"source": "/y"}, {"type": "dev.other.v1"}, {"data": {"a": 2}}, {"extensions": {}}],
)
def test_what_is_not_what_was_signed_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(Unauthorised, match="no extension 'signature', or a wrong one"):
        SIGNER.check(replace(SIGNER.sign(EVENT), **change))


def test_another_key_does_not_open() -> None:
    with pytest.raises(Unauthorised):
        SignerOn("other").check(SIGNER.sign(EVENT))


def test_a_schedule_cannot_sign() -> None:
    SIGNER.check(Event("1", "/apis/v1/namespaces/x/pingsources/y", PING, {}))


def test_without_a_key_everything_is_believed_and_nothing_signed() -> None:
    signer = choose_signer(Settings())
    signer.check(EVENT)

    assert isinstance(signer, SignerOff)
    assert signer.sign(EVENT) == EVENT
    assert isinstance(choose_signer(Settings.model_validate({"event_key": "key"})), SignerOn)
