"""Which course of study is worth telling: the highest that is finished, what still runs above it, and no school."""

from collections.abc import Collection, Iterator

from functions.summarize.language.words import stems_in
from functions.summarize.planning.courses import is_doubtful_degree
from functions.summarize.planning.credentials import titles_of
from functions.summarize.planning.degree_levels import is_school, level, level_named, lowest
from functions.summarize.planning.person import Person
from functions.summarize.planning.records import Slot
from functions.summarize.resume import Education

_BELOW = "diploma"
"""The level from which on the more fitting and the later is told: a baker's CAP before an older BTS in banking."""
_BEGINNER = 36
"""Months of work up to which somebody without any other qualification is told by the school."""
_ROOT = 5
"""Letters by which a subject and a title are of one root: "accounting", "accountant"."""


def highest_degree(person: Person, told: Collection[str]) -> Slot | None:
    """The finished degree worth telling; the school only of a beginner who has nothing else."""
    found = [(index, slot) for index, slot in _left(person, told) if slot.variant("noun phrase")]
    courses = person.resume.education
    higher = [one for one in found if not is_school(courses[one[0]])]
    if not higher and (_has_more(person) or person.resume.credentials or not _is_beginner(person)):
        return None
    index, best = min(higher or found, key=lambda one: _rank(person, one[0]), default=(0, None))
    return best if best is None or not _is_below_a_doubtful(person, index) else None


def _is_below_a_doubtful(person: Person, index: int) -> bool:
    """Whether a higher degree is read that is not told, which this one would be told for."""
    courses, text = person.resume.education, person.resume.text
    return any(
        person.slots.degree(number) is None
        and level(course) < level(courses[index])
        and is_doubtful_degree(course, text)
        for number, course in enumerate(courses)
    )


def running_degree(person: Person, told: Collection[str]) -> Slot | None:
    """The degree that is under way: the highest, where no finished one is as high."""
    running = [(index, slot) for index, slot in _left(person, told) if slot.variant("gerund")]
    best = min(running, key=lambda one: _rank(person, one[0]), default=None)
    finished = [
        level(course) for course in person.resume.education if course.status is None and course.degree
    ]
    if best is None or min(finished, default=lowest()) < level(person.resume.education[best[0]]):
        return None
    return best[1]


def _left(person: Person, told: Collection[str]) -> Iterator[tuple[int, Slot]]:
    for index in range(len(person.resume.education)):
        slot = person.slots.degree(index)
        if slot and slot.place not in told:
            yield index, slot


def _has_more(person: Person) -> bool:
    """Whether the resume names anything above a school, be it certain or not."""
    return any(not is_school(course) for course in person.resume.education if course.degree or course.field)


def _is_beginner(person: Person) -> bool:
    if person.career is None:
        return person.latest is None
    return person.career.months < _BEGINNER


def _rank(person: Person, index: int) -> tuple[int, bool, int]:
    course = person.resume.education[index]
    fitting = _fits(course, titles_of(person.resume, person.latest))
    return min(level(course), level_named(_BELOW)), not fitting, index


def _fits(course: Education, titles: tuple[str, ...]) -> bool:
    subject = f"{course.degree.value if course.degree else ''} {course.field.value if course.field else ''}"
    said = {stem for title in titles for stem in stems_in(title)}
    return any(one[:_ROOT] == other[:_ROOT] for one in stems_in(subject) for other in said)
