"""What of a page's facts was read right: values found in the resume against those the page states, strictly.

A value is right when it equals the stated one but for case, accents, marks and spaces. Values that belong together
(title, employer and dates of a job; degree, subject and institution of a course) are paired before they are compared,
so that a right title at the wrong employer is wrong.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from functions.summarize.parsers.valued import Value, values_of
from functions.summarize.resume import Education, Fact, Period, Resume, Role
from training.evaluation.fields import Counts, same, same_digits
from training.reading.pages import LabelledPage

Cells = tuple[str, ...]
YEARS_WITHIN = 3  # months
TOGETHER = {"role": "roles together", "course": "degrees together"}


@dataclass(frozen=True, slots=True)
class Judged:
    """A value that was read, its raw observations for calibration, and whether it is right."""

    value: Value
    right: bool


@dataclass(frozen=True, slots=True)
class PageScore:
    """Counts of a page by field, and its values judged one by one."""

    counts: dict[str, Counts]
    judged: tuple[Judged, ...]


def score_page(resume: Resume, page: LabelledPage) -> PageScore:
    """Everything that is measured of a page."""
    roles = (*resume.roles, *resume.volunteering)
    gold_roles = [_cells(value, 4) for value in page.all("role")]
    gold_courses = [_cells(value, 3) for value in page.all("degree")]
    role_pairs = paired([_role(role) for role in roles], gold_roles)
    course_pairs = paired([_course(course) for course in resume.education], gold_courses)
    lists = _lists(resume, page)
    counts = {
        "roles together": _together([_role(role) for role in roles], role_pairs, len(gold_roles)),
        "titles": _column(0, [_role(role) for role in roles], gold_roles),
        "employers": _column(1, [_role(role) for role in roles], gold_roles),
        "start dates": _column(2, [_role(role) for role in roles], gold_roles),
        "end dates": _column(3, [_role(role) for role in roles], gold_roles),
        "degrees together": _together(
            [_course(course) for course in resume.education], course_pairs, len(gold_courses)
        ),
        **{name: _counted(found, wanted, match) for name, (found, wanted, match) in lists.items()},
    }
    if months := page.all("months"):
        counts["years within 3 months"] = _years(resume, int(months[0]))
    right = _right_places(roles, role_pairs, resume.education, course_pairs, lists)
    return PageScore(counts, tuple(Judged(value, right(value)) for value in values_of(resume)))


def paired(found: Sequence[Cells], wanted: Sequence[Cells]) -> list[Cells | None]:
    """The stated values that belong to each found one: those most alike, each once."""
    left = list(wanted)
    order = sorted(
        (
            (_alike(one, other), -number, -place)
            for number, one in enumerate(found)
            for place, other in enumerate(left)
        ),
        reverse=True,
    )
    pairs: list[Cells | None] = [None] * len(found)
    taken: set[int] = set()
    for likeness, number, place in order:
        if likeness and pairs[-number] is None and -place not in taken:
            pairs[-number] = left[-place]
            taken.add(-place)
    return pairs


def _alike(one: Cells, other: Cells) -> int:
    return sum(
        (2 if place < 2 else 1)
        for place, (a, b) in enumerate(zip(one, other, strict=True))
        if a and same(a, b)
    )


def _cells(value: str, count: int) -> Cells:
    parts = ["" if part.strip() == "-" else part.strip() for part in value.split("|")]
    return tuple([*parts, *[""] * count][:count])


def _role(role: Role) -> Cells:
    period = role.period.value if role.period else Period(None, None)
    end = "now" if period.current else str(period.end or "")
    return _text(role.title), _text(role.employer), str(period.start or ""), end


def _course(course: Education) -> Cells:
    return _text(course.degree), _text(course.field), _text(course.institution)


def _text(fact: Fact[str] | None) -> str:
    return fact.value if fact else ""


def _together(found: Sequence[Cells], pairs: Sequence[Cells | None], wanted: int) -> Counts:
    right = sum(pair is not None and _equal(one, pair) for one, pair in zip(found, pairs, strict=True))
    return Counts(right, len(found) - right, wanted - right)


def _equal(one: Cells, other: Cells) -> bool:
    return all(same(a, b) for a, b in zip(one, other, strict=True))


def _column(number: int, found: Sequence[Cells], wanted: Sequence[Cells]) -> Counts:
    return _counted([one[number] for one in found], [one[number] for one in wanted], same)


def _counted(found: Iterable[str], wanted: Iterable[str], match: Callable[[str, str], bool]) -> Counts:
    missed = [value for value in wanted if value]
    right = wrong = 0
    for value in filter(None, found):
        partner = next((each for each in missed if match(value, each)), None)
        if partner is None:
            wrong += 1
        else:
            missed.remove(partner)
            right += 1
    return Counts(right, wrong, len(missed))


Listed = tuple[list[str], list[str], Callable[[str, str], bool]]


def _lists(resume: Resume, page: LabelledPage) -> dict[str, Listed]:
    """The fields of single values: what was found, what is stated, and when two are the same."""
    found = {
        "credentials": [each.name.value for each in resume.credentials],
        "skills": [_spelling(skill.name, page, skill.evidence) for skill in resume.skills if skill.listed],
        "languages": [each.name.value for each in resume.languages],
        "name": [resume.name.value] if resume.name else [],
        "email": [each.value for each in resume.contact.emails[:1]],
        "phone": [each.value for each in resume.contact.phones[:1]],
    }
    keys = {"credentials": "credential", "skills": "skill", "languages": "language"}
    return {
        name: (values, [_cells(each, 1)[0] for each in page.all(keys.get(name, name))], _match(name))
        for name, values in found.items()
    }


def _match(name: str) -> Callable[[str, str], bool]:
    return same_digits if name == "phone" else same


def _spelling(name: str, page: LabelledPage, evidence: Sequence[object]) -> str:
    """A skill by the resume's own spelling where the page asks for that."""
    wanted = page.all("skill")
    quotes = [getattr(each, "quote", "") for each in evidence]
    return next((text for text in (name, *quotes) if any(same(text, each) for each in wanted)), name)


def _years(resume: Resume, wanted: int) -> Counts:
    found = resume.experience.months if resume.experience else 0
    return Counts(1) if abs(found - wanted) <= YEARS_WITHIN else Counts(0, 1, 1)


def _right_places(
    roles: Sequence[Role],
    role_pairs: Sequence[Cells | None],
    courses: Sequence[Education],
    course_pairs: Sequence[Cells | None],
    lists: dict[str, Listed],
) -> Callable[[Value], bool]:
    """Whether a value is right: by the job or the course it was paired with, else by the list of its kind."""
    right: dict[int, bool] = {}
    for role, pair in zip(roles, role_pairs, strict=True):
        title, employer, start, end = pair or ("", "", "", "")
        found = _role(role)
        right[id(role.title)] = same(found[0], title)
        right[id(role.employer)] = same(found[1], employer)
        right[id(role.period)] = same(found[2], start) and same(found[3], end)
    for course, pair in zip(courses, course_pairs, strict=True):
        cells = pair or ("", "", "")
        for fact, cell in zip((course.degree, course.field, course.institution), cells, strict=True):
            right[id(fact)] = same(_text(fact), cell)

    def is_right(value: Value) -> bool:
        if id(value.fact) in right:
            return right[id(value.fact)]
        _, wanted, match = lists[value.kind]
        return any(match(value.text, each) for each in wanted)

    return is_right


def total(scores: Iterable[PageScore]) -> dict[str, Counts]:
    """The counts of all pages."""
    sums: dict[str, Counts] = {}
    for each in scores:
        for name, counts in each.counts.items():
            sums[name] = sums.get(name, Counts()) + counts
    return sums


def all_judged(scores: Iterable[PageScore]) -> Iterator[Judged]:
    """The values of all pages."""
    for each in scores:
        yield from each.judged
