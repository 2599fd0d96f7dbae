"""How high a course of study is, and whether it is but a school: `data/credentials.toml`."""

import re
from functools import cache

from functions.summarize.planning.credentials import any_of, table
from functions.summarize.resume import Education


def is_school(course: Education) -> bool:
    """Whether a course of study ended a school: by its name, or a bare diploma by the place."""
    degree = course.degree.value if course.degree else ""
    named = re.split(r" in |:", degree, maxsplit=1)[0]
    if level(course) < level_named("diploma"):
        return False
    place = course.institution.value if course.institution else ""
    bare = re.fullmatch(r"(?:an? )?(?:diploma|certificate|graduate|)\.?", degree.strip(), re.IGNORECASE)
    return _school("certificates").search(named) is not None or bool(bare and _school("places").search(place))


def gives_courses(place: str) -> bool:
    """Whether a place gives courses: a bare "Master" from one is no degree."""
    return _school("course_places").search(place) is not None


def level(course: Education) -> int:
    """How high a degree is, 0 the highest."""
    degree = course.degree.value if course.degree else ""
    found = (rank for rank, words in enumerate(_levels()) if words[degree.isupper()].search(degree))
    return next(found, lowest())


@cache
def _levels() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """The words of each level, as they are spelled and as they are shouted."""
    return tuple(
        (any_of([f"(?i:{one})" if one.islower() else one for one in words], 0), any_of(words))
        for words in table()["levels"].values()
    )


def level_named(name: str) -> int:
    """The rank of a level of the table."""
    return list(table()["levels"]).index(name)


def lowest() -> int:
    """The rank of what is no degree of the table."""
    return len(table()["levels"])


@cache
def _school(kind: str) -> re.Pattern[str]:
    return any_of(table()["school"][kind])
