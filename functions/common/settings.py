"""Settings of a function, read from the environment once, at start.

`Settings` holds what every function shares; a function with more derives from it. A field is set by the
environment variable of the same name in capitals.
"""

from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Literal, Self, TypeVar

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from functions.common.errors import InvalidSetting

MEBIBYTE = 1024 * 1024

S = TypeVar("S", bound="Settings")


class Settings(BaseSettings):
    """What every function needs to know about where and how it runs.

    - `port`, `host`: where to listen. Without HOST that is every address in a Knative pod (where K_SERVICE is
      set) and loopback anywhere else.
    - `cors_origins`: the web origins that may call, separated by commas or spaces.
    - `api_key_hashes`: the SHA-256 of each accepted API key in hexadecimal, separated by commas or spaces;
      `api_key_file`: a file of such hashes, read again whenever it changes.
    - `allowed_hosts`: names besides localhost that requests may be addressed to where no key is asked for.
    - `requests_per_minute`, `requests_at_once`: what one API key is allowed; 0 is no limit.
    - `requests_open`: requests taken in at once from all callers together.
    - `upload_limit`: bytes of a whole request body; `upload_patience`: seconds it may take to arrive.
    - `uploads_held`: bytes of all bodies that are held at one time, until each is answered.
    - `k_sink`: where events are posted; `k_ce_overrides`, `k_ca_certs`: what Knative's SinkBinding sets beside it.
    - `events_open`: take events without an API key, which a broker cannot send; for a network that lets nobody
      but the broker in, or with `event_key`: then every event has to be signed with it, and those sent are.
    - `otel_exporter_otlp_endpoint`: where traces and metrics are pushed, as OTLP over HTTP; nowhere if empty.
      `otel_service_name` and `otel_metric_export_interval` (milliseconds) are the standard's too.
    """

    model_config = SettingsConfigDict(frozen=True, hide_input_in_errors=True, env_ignore_empty=True)

    port: int = Field(8080, ge=1, le=65535)
    host: str = ""
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    cors_origins: Annotated[tuple[str, ...], NoDecode] = ()
    allowed_hosts: Annotated[tuple[str, ...], NoDecode] = ()
    api_key_hashes: SecretStr = SecretStr("")
    api_key_file: Path | None = None
    requests_per_minute: int = Field(0, ge=0)
    requests_at_once: int = Field(0, ge=0)
    requests_open: int = Field(64, ge=1)
    upload_limit: int = Field(10 * MEBIBYTE, ge=1024)
    upload_patience: float = Field(60, gt=0)
    uploads_held: int = Field(64 * MEBIBYTE, ge=1024)
    otel_exporter_otlp_endpoint: str = ""
    otel_service_name: str = ""
    otel_metric_export_interval: int = Field(60_000, ge=100)
    k_sink: str = ""
    k_ce_overrides: str = ""
    k_ca_certs: str = ""
    events_open: bool = False
    event_key: SecretStr = SecretStr("")
    k_service: str = ""
    k_configuration: str = ""
    k_revision: str = ""
    aws_lambda_function_name: str = ""
    aws_lambda_initialization_type: str = ""

    @field_validator("log_level", mode="before")
    @classmethod
    def _lower(cls, value: object) -> object:
        return value.lower() if isinstance(value, str) else value

    @field_validator("cors_origins", "allowed_hosts", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return tuple(value.replace(",", " ").split()) if isinstance(value, str) else value

    @field_validator("cors_origins")
    @classmethod
    def _are_origins(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for origin in value:
            if origin.count("/") != 2 or not origin.startswith(("http://", "https://")):
                raise ValueError(f"{origin!r} is not an origin such as https://app.example.org")
        return value

    @field_validator("api_key_hashes")
    @classmethod
    def _are_hashes(cls, value: SecretStr) -> SecretStr:
        parse_hashes(value.get_secret_value())
        return value

    @model_validator(mode="after")
    def _exposed_needs_keys(self) -> Self:
        if self.exposed and not self.keyed:
            raise ValueError(
                "API_KEY_HASHES or API_KEY_FILE is needed, because the service can be reached from outside"
                " this machine; to run without keys, set HOST=127.0.0.1"
            )
        return self

    @property
    def keyed(self) -> bool:
        """Whether keys are asked for."""
        return bool(self.api_key_hashes.get_secret_value()) or self.api_key_file is not None

    @property
    def bind(self) -> str:
        """The address to listen on."""
        return self.host or ("0.0.0.0" if self.k_service else "127.0.0.1")  # noqa: S104 # nosec B104 - a pod must

    @property
    def exposed(self) -> bool:
        """Whether anything but this machine can reach the service. Then API keys are required."""
        return bool(self.aws_lambda_function_name) or not _is_loopback(self.bind)


def read_settings(kind: type[S]) -> S:
    """The settings as the environment has them; raises `InvalidSetting` naming every wrong variable."""
    try:
        return kind()
    except ValidationError as error:
        complaints = [_complaint(item["loc"], item["msg"]) for item in error.errors(include_input=False)]
        raise InvalidSetting("; ".join(complaints)) from None


def parse_hashes(text: str) -> tuple[bytes, ...]:
    """The SHA-256 digests in `text`; raises `ValueError` without repeating what stands there."""
    digests = []
    for number, word in enumerate(text.replace(",", " ").split(), start=1):
        digest = bytes.fromhex(word) if _is_hex(word) else b""
        if len(digest) != 32:
            raise ValueError(f"entry {number} is not a SHA-256 in hexadecimal; make one with sha256sum")
        digests.append(digest)
    return tuple(digests)


def _is_hex(word: str) -> bool:
    return len(word) == 64 and all(character in "0123456789abcdefABCDEF" for character in word)


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _complaint(location: tuple[int | str, ...], message: str) -> str:
    sentence = message.removeprefix("Value error, ")
    return f"{str(location[0]).upper()}: {sentence}" if location else sentence
