"""Where the services are: the page's only settings, read from the environment once."""

from pydantic import HttpUrl, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """`SUMMARIZE_URL` and `CATALOG_URL` are roots; `RESUME_SUMMARY_API_KEY` is sent where it is set.

    `TIMEOUT` is in seconds and covers a service that has to start first.
    """

    model_config = SettingsConfigDict(frozen=True, hide_input_in_errors=True, env_ignore_empty=True)

    summarize_url: HttpUrl = HttpUrl("http://127.0.0.1:8080")
    catalog_url: HttpUrl = HttpUrl("http://127.0.0.1:8081")
    resume_summary_api_key: SecretStr | None = None
    timeout: float = 90
