"""The lines of the roles, as far as a person would read them: no document costs more than so many."""

from collections.abc import Iterator
from itertools import islice

from functions.summarize.resume import Evidence, Fact, Resume

MOST_LINES = 1000
LONGEST_LINE = 2000


def role_lines(resume: Resume) -> Iterator[tuple[int, Fact[str]]]:
    """Index of the role and line, newest role first."""
    lines = ((index, bullet) for index, role in enumerate(resume.roles) for bullet in role.bullets)
    return islice(lines, MOST_LINES)


def places_of(fact: Fact[str]) -> Iterator[Evidence]:
    """The places of a line, each cut to the longest that is searched."""
    for place in fact.evidence:
        quote = place.quote[:LONGEST_LINE]
        yield Evidence(place.start, place.start + len(quote), quote, place.section)
