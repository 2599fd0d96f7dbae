"""docs/events.md says what the code does."""

import re
from pathlib import Path

from functions.common.events import PING, TYPES
from functions.common.events.routes import LARGEST
from functions.common.events.sink_on import PAUSES, PLACES
from functions.common.events.types import PREFIX
from functions.common.settings import Settings
from functions.tracker.dead_letters import AT_ONCE
from functions.tracker.settings import TrackerSettings

PAGE = (Path(__file__).parents[2] / "docs" / "events.md").read_text(encoding="utf-8")


def test_every_type_is_described() -> None:
    assert {f"{PREFIX}{name}" for name in re.findall(r"`(\w+\.\w+\.v1)`", PAGE)} == set(TYPES)
    assert PING in PAGE


def test_every_setting_of_the_tracker_is_described() -> None:
    own = {name.upper() for name in TrackerSettings.model_fields} - {
        name.upper() for name in Settings.model_fields
    }
    described = set(re.findall(r"`([A-Z_]+)`", PAGE))

    assert own - {"CLEARML_API_ACCESS_KEY", "CLEARML_CONFIG_FILE"} <= described
    assert {"K_SINK", "K_CE_OVERRIDES"} <= described


def test_numbers_are_those_of_the_code() -> None:
    assert f"a queue of {PLACES:,}" in PAGE
    assert len(PAUSES) == 3
    assert "after four attempts" in PAGE
    assert LARGEST == 1024 * 1024
    assert "up to a hundred" in PAGE
    assert AT_ONCE == 100


def test_defaults_are_those_of_the_code() -> None:
    rows = dict(re.findall(r"^\| (`.+`) \| .+ \| (.+) \|$", PAGE, re.MULTILINE))
    defaults = TrackerSettings()

    assert rows["`REPORT_EVERY`, `FAREWELL`"] == f"{defaults.report_every:g}, {defaults.farewell:g}"
    assert f"`{defaults.clearml_project}`, {defaults.clearml_patience:g}" in rows.values()
    assert f"a temporary folder, {defaults.spool_limit // 1024**2} MiB" in rows.values()
