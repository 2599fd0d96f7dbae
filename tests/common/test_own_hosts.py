"""Where no key is asked for, only requests to this machine's own names are answered."""

import httpx
import pytest
from pydantic import SecretStr

from functions.catalog.app import create_app
from functions.common.settings import Settings
from tests.api.transports import AsgiTransport


def status(host: str, settings: Settings) -> int:
    with httpx.Client(transport=AsgiTransport(create_app(settings)), base_url="http://localhost") as client:
        return client.get("/models", headers={"Host": host}).status_code


@pytest.mark.parametrize(
    "host",
    [
        "localhost",
        "LOCALHOST:8080",
        "localhost.",
        "127.0.0.1:8080",
        "127.0.0.9",
        "[::1]:8080",
        "[::1]",
        "a.localhost",
    ],
)
def test_names_of_this_machine_are_its_own(host: str) -> None:
    assert status(host, Settings()) == 200


@pytest.mark.parametrize(
    "host",
    [
        "attacker.example",
        "attacker.example:8080",
        "10.0.0.1",
        "localhost.attacker.example",
        "127.0.0.1.nip.io",
    ],
)
def test_another_name_is_refused_unless_it_is_allowed(host: str) -> None:
    assert status(host, Settings()) == 421
    assert status(host, Settings(allowed_hosts=(host.partition(":")[0],))) == 200


def test_with_keys_any_name_will_do_for_whoever_has_one() -> None:
    assert status("attacker.example", Settings(api_key_hashes=SecretStr("0" * 64))) == 401
