"""Durations as Go and as ISO 8601 write them."""

import re

_UNITS = {"ns": 1e-9, "us": 1e-6, "µs": 1e-6, "ms": 1e-3, "s": 1.0, "m": 60.0, "h": 3600.0}
_GO_PART = re.compile(r"(\d+(?:\.\d*)?|\.\d+)(ns|us|µs|ms|s|m|h)")
_GO = re.compile(rf"[-+]?(?:{_GO_PART.pattern})+")
_ISO = re.compile(
    r"P(?=\d|T\d)(?:(?P<days>\d+(?:\.\d+)?)D)?"
    r"(?:T(?=\d)(?:(?P<hours>\d+(?:\.\d+)?)H)?(?:(?P<minutes>\d+(?:\.\d+)?)M)?(?:(?P<seconds>\d+(?:\.\d+)?)S)?)?"
)


def go_seconds(text: str) -> float | None:
    """Seconds of a Go duration such as "1m30s" (`time.ParseDuration`), None for what is none."""
    if text == "0":
        return 0.0
    if not _GO.fullmatch(text):
        return None
    seconds = sum(float(number) * _UNITS[unit] for number, unit in _GO_PART.findall(text))
    return -seconds if text.startswith("-") else seconds


def iso_seconds(text: str) -> float | None:
    """Seconds of an ISO 8601 duration of days and less, such as "PT2S"; None for what is none."""
    match = _ISO.fullmatch(text)
    if match is None:
        return None
    days, hours, minutes, seconds = (
        float(match[name] or 0) for name in ("days", "hours", "minutes", "seconds")
    )
    return ((days * 24 + hours) * 60 + minutes) * 60 + seconds
