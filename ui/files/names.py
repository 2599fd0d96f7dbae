"""Names for downloads, of characters that every system takes."""

import re


def stem(source: str) -> str:
    """A name without a suffix, after the resume's own."""
    return (re.sub(r"[^\w]+", "-", source.rsplit(".", 1)[0]).strip("-_") or "resume")[:80]


def file_name(source: str, kind: str) -> str:
    """The name of a download that is a `kind` of the resume `source`; `kind` ends with the suffix."""
    return f"{stem(source)}-{kind}"


def distinct(names: list[str]) -> list[str]:
    """The names in their order; one that came before gets a number, so that none overwrites another."""
    taken: set[str] = set()
    return [_free(name, taken) for name in names]


def _free(name: str, taken: set[str]) -> str:
    candidate, number = name, 1
    while candidate.casefold() in taken:
        number += 1
        candidate = f"{name}-{number}"
    taken.add(candidate.casefold())
    return candidate
