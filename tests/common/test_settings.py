import hashlib

import pytest

from functions.common.errors import InvalidSetting
from functions.common.settings import Settings, read_settings

HASH = hashlib.sha256(b"key").hexdigest()


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


def with_environment(monkeypatch: pytest.MonkeyPatch, **variables: str) -> Settings:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    return read_settings(Settings)


def test_a_laptop_listens_on_loopback_without_keys() -> None:
    settings = read_settings(Settings)

    assert (settings.bind, settings.port, settings.exposed) == ("127.0.0.1", 8080, False)


def test_a_knative_pod_listens_everywhere_with_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = with_environment(monkeypatch, K_SERVICE="summarize", PORT="9000", API_KEY_HASHES=HASH)

    assert (settings.bind, settings.port, settings.exposed) == ("0.0.0.0", 9000, True)


@pytest.mark.parametrize(
    "reachable",
    [
        {"HOST": "0.0.0.0"},
        {"HOST": "::"},
        {"K_SERVICE": "x"},
        {"AWS_LAMBDA_FUNCTION_NAME": "x"},
        {"HOST": "box"},
    ],
)
def test_what_can_be_reached_from_outside_does_not_start_without_keys(
    monkeypatch: pytest.MonkeyPatch, reachable: dict[str, str]
) -> None:
    with pytest.raises(InvalidSetting, match="API_KEY_HASHES or API_KEY_FILE is needed"):
        with_environment(monkeypatch, **reachable)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "::1", "localhost"])
def test_loopback_needs_no_keys(monkeypatch: pytest.MonkeyPatch, host: str) -> None:
    assert with_environment(monkeypatch, HOST=host).bind == host


@pytest.mark.parametrize(
    ("name", "value", "complaint"),
    [
        ("PORT", "eighty", "PORT: Input should be a valid integer"),
        ("PORT", "70000", "PORT: Input should be less than or equal to 65535"),
        ("LOG_LEVEL", "loud", "LOG_LEVEL: Input should be 'debug', 'info', 'warning' or 'error'"),
        ("UPLOAD_LIMIT", "-1", "UPLOAD_LIMIT: Input should be greater than or equal to 1024"),
        ("CORS_ORIGINS", "*", "CORS_ORIGINS: '*' is not an origin such as https://app.example.org"),
        ("CORS_ORIGINS", "https://a.b/", "CORS_ORIGINS: 'https://a.b/' is not an origin"),
        ("API_KEY_HASHES", f"{HASH} secret", "API_KEY_HASHES: entry 2 is not a SHA-256 in hexadecimal"),
    ],
)
def test_a_bad_value_stops_the_start_and_names_the_variable(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, complaint: str
) -> None:
    with pytest.raises(InvalidSetting) as refusal:
        with_environment(monkeypatch, **{name: value})

    assert str(refusal.value).startswith(complaint)
    assert "secret" not in str(refusal.value)


def test_lists_are_separated_by_commas_or_spaces(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = with_environment(monkeypatch, CORS_ORIGINS="https://a.example, http://localhost:8502")

    assert settings.cors_origins == ("https://a.example", "http://localhost:8502")


def test_keys_do_not_show_when_settings_are_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert HASH not in repr(with_environment(monkeypatch, API_KEY_HASHES=HASH))
