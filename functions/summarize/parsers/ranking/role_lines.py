"""The lines of the roles, as far as a person would read them: no document costs more than so many words."""

from collections.abc import Iterator

from functions.summarize.resume import Evidence, Fact, Resume

LONGEST_LINE = 1_000
MOST_CHARACTERS = 60_000


def role_lines(resume: Resume) -> Iterator[tuple[int, Fact[str]]]:
    """Index of the role and line, newest role first."""
    left = MOST_CHARACTERS
    for index, role in enumerate(resume.roles):
        for bullet in role.bullets:
            left -= min(len(bullet.value), LONGEST_LINE) + 1
            if left < 0:
                return
            yield index, bullet


def places_of(fact: Fact[str]) -> Iterator[Evidence]:
    """The places of a line, each cut to the longest that is searched."""
    for place in fact.evidence:
        quote = place.quote[:LONGEST_LINE]
        yield Evidence(place.start, place.start + len(quote), quote, place.section)
