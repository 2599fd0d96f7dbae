"""Settings of the tracker."""

import tempfile
from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr

from functions.common.settings import MEBIBYTE, Settings

ClearMl = Literal["on", "offline", "off"]


class TrackerSettings(Settings):
    """Where events are kept, and where their figures go.

    - `spool`: the folder that keeps events until ClearML has their figures, by default one of this machine's temporary
      folders; `spool_limit`: its bytes.
    - `dead_letters`: where events that nobody could handle are stored: `file:///folder` or `s3://bucket/prefix`;
      by default a folder in the spool.
    - `clearml`: `on` sends to the server that the CLEARML_ variables name, `offline` records sessions that can be
      imported later, `off` forgets. By default on with credentials and offline without.
    - `sessions`: where offline sessions go when they end, `file:///folder` or `s3://bucket/prefix`; left out, they stay
      in the spool.
    - `clearml_project`: the project that tasks appear in; `clearml_patience`: seconds a report may take before the
      process that sends it is ended and tried anew.
    - `report_every`: seconds of events that make one report; `farewell`: seconds that the last one may take when the
      process is told to stop. What is not reported by then stays in the spool.
    """

    spool: Path | None = None
    spool_limit: int = Field(64 * MEBIBYTE, ge=64 * 1024)
    dead_letters: str = ""
    clearml: ClearMl | None = None
    sessions: str = ""
    clearml_project: str = "Resume Summary/service"
    clearml_patience: float = Field(60, gt=0)
    clearml_api_access_key: SecretStr = SecretStr("")
    clearml_config_file: Path | None = None
    report_every: float = Field(60, gt=0, le=3600)
    farewell: float = Field(15, ge=0, le=300)

    @property
    def spool_folder(self) -> Path:
        """The spool's folder: the one asked for, or one that belongs to the port."""
        default = Path(tempfile.gettempdir()) / f"resume-summary-tracker-{self.port}"
        return (self.spool or default).absolute()

    @property
    def sessions_folder(self) -> Path:
        """ClearML's folder of offline sessions, in its cache in the spool."""
        return self.spool_folder / "clearml" / "offline"

    @property
    def clearml_mode(self) -> ClearMl:
        """The mode asked for, or what the credentials allow."""
        credentials = self.clearml_api_access_key.get_secret_value() or self.clearml_config_file
        return self.clearml or ("on" if credentials else "offline")

    @property
    def dead_letters_url(self) -> str:
        """Where dead letters are stored."""
        return self.dead_letters or (self.spool_folder / "dead-letters").as_uri()
