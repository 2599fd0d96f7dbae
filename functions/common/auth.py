"""API keys: bearer tokens of which only SHA-256 digests are kept."""

import hashlib
import hmac
import logging
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Annotated

from fastapi import Depends
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from functions.common.errors import InvalidSetting, Unauthorised
from functions.common.limits import Allowance
from functions.common.settings import Settings, parse_hashes

BEARER = HTTPBearer(auto_error=False, scheme_name="API key", description="One of the service's API keys.")

logger = logging.getLogger(__name__)


class KeyRing:
    """The accepted keys. A key file is read again when it changes, so that keys rotate without a restart."""

    def __init__(self, hashes: str, file: Path | None) -> None:
        """`hashes` and the content of `file` are as `parse_hashes` reads them; raises `InvalidSetting`."""
        self._fixed = parse_hashes(hashes)
        self._file = file
        self._stamp = 0
        self._from_file: tuple[bytes, ...] = ()
        if reason := self._refresh():
            raise InvalidSetting(f"API_KEY_FILE cannot be used: {reason}.")

    def digest(self, key: str) -> bytes:
        """The digest of an accepted key; raises `Unauthorised`. Takes the same time whatever is wrong."""
        if reason := self._refresh():
            logger.warning("key file cannot be read, keys kept", extra={"fields": {"reason": reason}})
        digest = hashlib.sha256(key.encode()).digest()
        matches = [hmac.compare_digest(digest, known) for known in (*self._fixed, *self._from_file)]
        if not any(matches):
            raise Unauthorised("This API key is not known.")
        return digest

    def _refresh(self) -> str:
        """Read the file if it has changed. Returns what is wrong with it, if anything."""
        if self._file is None:
            return ""
        try:
            stamp = self._file.stat().st_mtime_ns
            if stamp != self._stamp:
                self._from_file = parse_hashes(self._file.read_text(encoding="ascii"))
                self._stamp = stamp
        except OSError as error:
            return error.strerror or "it cannot be read"
        except ValueError as error:
            return str(error)
        return ""


def require_key(settings: Settings) -> Callable[..., AsyncIterator[None]]:
    """The dependency of every route that is not open to all.

    Keys are asked for as soon as any are configured, which `Settings` insists on unless the service is bound
    to loopback. Without any, everyone on this machine may call. Raises `Unauthorised` or `RateLimited`.
    """
    hashes = settings.api_key_hashes.get_secret_value()
    keys = KeyRing(hashes, settings.api_key_file) if hashes or settings.api_key_file else None
    allowance = Allowance(settings.requests_per_minute, settings.requests_at_once)

    async def admit(
        credentials: Annotated[HTTPAuthorizationCredentials | None, Depends(BEARER)],
    ) -> AsyncIterator[None]:
        if keys is None:
            yield
            return
        if credentials is None:
            raise Unauthorised("Send an API key in the header 'Authorization: Bearer KEY'.")
        with allowance.use(keys.digest(credentials.credentials)):
            yield

    return admit
