"""Options as text, the way a form, a query, an event or a command line carries them."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from functions.common.errors import InvalidOption
from functions.summarize.sentences import CHOICES, LONGEST_TARGET, MOST_ALTERNATIVES, Options

EARLIEST, LATEST = date(1970, 1, 1), date(2100, 12, 31)
READING = ("parser", "as_of", "target", "blind")
"""The options that decide what is read; the others decide what is written."""


def read_options(values: Mapping[str, str], today: date) -> Options:
    """Options from their text form; what is left out has its default, `as_of` being `today`.

    Raises `InvalidOption` for an unknown name or value, naming what is allowed.
    """
    refuse_unknown(values, NAMES)
    chosen: dict[str, Any] = {"as_of": today}
    for name, value in values.items():
        chosen[name] = _READERS[name](value) if name in _READERS else _choice(name, value)
    return Options(**chosen)


def options_as_text(options: Options) -> dict[str, str]:
    """Every option in its text form: what `read_options` reads back as the same options."""
    return {name: _text(getattr(options, name)) for name in NAMES}


def refuse_unknown(names: Iterable[str], known: Iterable[str]) -> None:
    """Raise `InvalidOption` for the first name that is not known."""
    for name in names:
        if name not in known:
            raise InvalidOption(f"There is no option {name[:80]!r}; known: {', '.join(known) or 'none'}.")


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _choice(name: str, value: str) -> str:
    if value not in CHOICES[name]:
        raise InvalidOption.value(name, value, CHOICES[name])
    return value


def _as_of(given: str) -> date:
    try:
        day = date.fromisoformat(given)
    except ValueError:
        day = date.min
    if day.isoformat() != given or not EARLIEST <= day <= LATEST:
        raise InvalidOption.value("as_of", given, [f"a date from {EARLIEST} to {LATEST}, written YYYY-MM-DD"])
    return day


def _target(given: str) -> str:
    """The text without outer spaces; half a surrogate pair, which no encoding can carry, becomes "?"."""
    if len(given) > LONGEST_TARGET:
        raise InvalidOption(f"target has {len(given)} characters; allowed: up to {LONGEST_TARGET}.")
    return given.encode("utf-8", errors="replace").decode("utf-8").strip()


def _alternatives(given: str) -> int:
    if given not in map(str, range(1, MOST_ALTERNATIVES + 1)):
        raise InvalidOption.value("alternatives", given, [f"a whole number from 1 to {MOST_ALTERNATIVES}"])
    return int(given)


def _blind(given: str) -> bool:
    if given not in ("true", "false"):
        raise InvalidOption.value("blind", given, ["true", "false"])
    return given == "true"


_READERS: Mapping[str, Callable[[str], object]] = {
    "target": _target,
    "alternatives": _alternatives,
    "blind": _blind,
    "as_of": _as_of,
}
NAMES = (*CHOICES, *_READERS)
