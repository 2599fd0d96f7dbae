"""Resumes of role lines: what achievements, scope, skills, level and sector are read out of."""

from dataclasses import replace
from typing import Any

from functions.summarize.resume import Evidence, Fact, Resume, Role


def fact_in(text: str, value: str) -> Fact[str]:
    """The value as stated in the text."""
    start = text.index(value)
    return Fact(value, (Evidence(start, start + len(value), value, "experience"),))


def resume_of(*roles: tuple[str | None, tuple[str, ...]], **changes: Any) -> Resume:
    """A resume of roles, newest first, each a title and its lines; any other field may be given."""
    lines = [line for title, bullets in roles for line in (title, *bullets) if line is not None]
    text = "\n".join(lines)
    records = tuple(
        Role(
            fact_in(text, title) if title else None,
            None,
            bullets=tuple(fact_in(text, line) for line in bullets),
        )
        for title, bullets in roles
    )
    return replace(Resume(text=text, roles=records), **changes)
