"""Options as text, the way a form, a query or an event carries them."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from functions.common.errors import InvalidOption
from functions.summarize.sentences import CHOICES, Options

NAMES = (*CHOICES, "as_of")
EARLIEST, LATEST = date(1970, 1, 1), date(2100, 12, 31)


def read_options(values: Mapping[str, str], today: date) -> Options:
    """Options from their text form; what is left out has its default, `as_of` being `today`.

    Raises `InvalidOption` for an unknown name or value, naming what is allowed.
    """
    refuse_unknown(values, NAMES)
    chosen: dict[str, Any] = {name: _choice(name, value) for name, value in values.items() if name in CHOICES}
    return Options(as_of=read_as_of(values, today), **chosen)


def read_as_of(values: Mapping[str, str], today: date) -> date:
    """The day that "present" means: the one given, else `today`."""
    given = values.get("as_of")
    if given is None:
        return today
    try:
        day = date.fromisoformat(given)
    except ValueError:
        day = date.min
    if day.isoformat() != given or not EARLIEST <= day <= LATEST:
        raise InvalidOption.value("as_of", given, [f"a date from {EARLIEST} to {LATEST}, written YYYY-MM-DD"])
    return day


def refuse_unknown(names: Iterable[str], known: Iterable[str]) -> None:
    """Raise `InvalidOption` for the first name that is not known."""
    for name in names:
        if name not in known:
            raise InvalidOption(f"There is no option {name[:80]!r}; known: {', '.join(known) or 'none'}.")


def _choice(name: str, value: str) -> str:
    if value not in CHOICES[name]:
        raise InvalidOption.value(name, value, CHOICES[name])
    return value
