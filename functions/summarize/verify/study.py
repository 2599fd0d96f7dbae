"""Is what a sentence says of studies joined in the resume? Degree with subject, degree with school."""

from collections.abc import Iterator, Sequence

from functions.summarize.sentences import Fault
from functions.summarize.verify.alignment import Alignment
from functions.summarize.verify.entries import Entry
from functions.summarize.verify.index import Index
from functions.summarize.verify.meaning import RunMeaning, misplaced

_STUDY_FIELDS = frozenset({"degree", "subject", "institution"})


def misjoined_study(alignment: Alignment, told: Sequence[RunMeaning], index: Index) -> Iterator[Fault]:
    """Degree, subject and school side by side are of one course."""
    course: frozenset[int] | None = None
    previous: RunMeaning | None = None
    for one in told:
        elsewhere = one.fields == {"institution"} and "education" not in one.kinds
        if course and previous and elsewhere and _is_attached(alignment, previous, one):
            yield misplaced(alignment, previous, one, _course(index.entries.all[min(course)]))
        if "education" not in one.kinds or not one.fields & _STUDY_FIELDS:
            course = None if previous is not one else course
            previous = one
            continue
        words = set(alignment.words_between(previous.run, one.run)) if previous else set()
        begins = (
            course is None
            or ("degree" in one.fields and not course & one.entries)
            or (bool(words & {"and", ";"}) and "institution" not in one.fields)
        )
        own = one.entries
        if begins:
            course = own
        elif course is not None and course & own:
            course = course & own
        elif course is not None and previous is not None:
            right = index.entries.all[min(course)]
            yield misplaced(alignment, previous, one, _course(right))
            course = own
        previous = one


def _is_attached(alignment: Alignment, one: RunMeaning, other: RunMeaning) -> bool:
    return set(alignment.words_between(one.run, other.run)) <= {"from", "at", "the", "of"}


def _course(entry: Entry) -> str:
    parts = [*entry.texts("degree"), *entry.texts("subject")]
    return " ".join([" in ".join(parts), *(f"at {name}" for name in entry.texts("institution")[:1])]).strip()
