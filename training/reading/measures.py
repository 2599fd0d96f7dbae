"""What of a page's facts was read right: values found in the resume against those the page states, strictly.

A value is right when it equals the stated one but for case, accents, marks and spaces. Values that belong together
(title, employer and dates of a job; degree, subject and institution of a course) are paired before they are compared,
so that a right title at the wrong employer is wrong.

The writers differ in one thing: whether the team is a part of the title ("Registered Nurse, Medical Ward") or a note
beside it. Neither is wrong: a title is compared with and without the note that stands beside it. In another thing they
do not differ, but from the reader: all count the months of internships, which the reader leaves out and says so. Years
are compared with and without the internships that were read.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from functions.summarize.parsers.evidence import Source
from functions.summarize.parsers.experience import UNION, experience_of
from functions.summarize.parsers.valued import Value, values_of
from functions.summarize.resume import Education, Fact, Period, Resume, Role
from training.evaluation.fields import Counts, close, plain_words, same, same_digits
from training.reading.pages import LabelledPage

Cells = tuple[str, ...]
YEARS_WITHIN = 3  # months
TOGETHER = {"role": "roles together", "course": "degrees together"}


@dataclass(frozen=True, slots=True)
class Judged:
    """A value that was read, with what calibration sees of it; whether it is right, and whether it is at least true.

    True is what equals the stated value but for a part more or less: "Controller, Americas" where the page's facts say
    that the title is "Controller" and the team "Americas", "2013" for "June 2013".
    """

    value: Value
    right: bool
    true: bool


@dataclass(frozen=True, slots=True)
class PageScore:
    """Counts of a page by field, and its values judged one by one."""

    counts: dict[str, Counts]
    judged: tuple[Judged, ...]


def score_page(resume: Resume, page: LabelledPage) -> PageScore:
    """Everything that is measured of a page."""
    roles = (*resume.roles, *resume.volunteering)
    stated = [_cells(value, 6) for value in page.all("role")]
    gold_courses = [_cells(value, 3) for value in page.all("degree")]
    matched = matches([_role(role) for role in roles], [each[:4] for each in stated])
    gold_roles = _in_the_words_found(roles, matched, stated)
    role_pairs = [None if number is None else gold_roles[number] for number in matched]
    found_courses = [_course(course) for course in resume.education]
    course_pairs = paired(found_courses, gold_courses)
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
    entries = _paired_facts(roles, role_pairs, resume.education, course_pairs)
    stated_otherwise = _stated_otherwise(resume.education, course_pairs, page)
    judged = tuple(
        replace(one, true=one.true or id(one.value.fact) in stated_otherwise)
        for one in (_judged(value, entries, lists) for value in values_of(resume))
    )
    return PageScore(counts, judged)


def paired(found: Sequence[Cells], wanted: Sequence[Cells]) -> list[Cells | None]:
    """The stated values that belong to each found one."""
    return [None if number is None else wanted[number] for number in matches(found, wanted)]


def matches(found: Sequence[Cells], wanted: Sequence[Cells]) -> list[int | None]:
    """The number of the stated one that each found one belongs to: those most alike, each once."""
    order = sorted(
        (
            (_alike(one, other), -number, -place)
            for number, one in enumerate(found)
            for place, other in enumerate(wanted)
        ),
        reverse=True,
    )
    pairs: list[int | None] = [None] * len(found)
    for likeness, number, place in order:
        if likeness and pairs[-number] is None and -place not in pairs:
            pairs[-number] = -place
    return pairs


def _in_the_words_found(
    roles: Sequence[Role], matched: Sequence[int | None], stated: Sequence[Cells]
) -> list[Cells]:
    """The stated roles; a title that differs from the one found by the team alone is worded as that one."""
    worded = [each[:4] for each in stated]
    for role, number in zip(roles, matched, strict=True):
        title = _text(role.title)
        if number is not None and title and _equal_but_for_team(title, _text(role.note), stated[number]):
            worded[number] = (title, *worded[number][1:])
    return worded


def _equal_but_for_team(title: str, note: str, stated: Cells) -> bool:
    teams = (stated[5], *stated[5].split(", "))
    wordings = (stated[0], *(f"{stated[0]}, {team}" for team in teams if team))
    return any(same(one, other) for one in (title, f"{title}, {note}") for other in wordings)


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
        "phone": [each.value for each in resume.contact.phones[: max(1, len(page.all("phone")))]],
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
    counted = resume.experience
    found = [counted.months if counted else 0]
    if counted and counted.rule == UNION:
        employed = [replace(role, kind="employment") for role in resume.roles]
        if whole := experience_of(employed, counted.as_of, Source(resume.text, "experience")):
            found.append(whole.months)
    return Counts(1) if any(abs(each - wanted) <= YEARS_WITHIN for each in found) else Counts(0, 1, 1)


Paired = dict[int, tuple[Cells, Cells]]
"""By the identity of a fact: its text, or its texts, and what is stated in its place."""


def _paired_facts(
    roles: Sequence[Role],
    role_pairs: Sequence[Cells | None],
    courses: Sequence[Education],
    course_pairs: Sequence[Cells | None],
) -> Paired:
    """The facts of jobs and courses beside what the job or the course they were paired with states."""
    entries: Paired = {}
    for role, pair in zip(roles, role_pairs, strict=True):
        found, stated = _role(role), pair or ("", "", "", "")
        entries[id(role.title)] = found[:1], stated[:1]
        entries[id(role.employer)] = found[1:2], stated[1:2]
        entries[id(role.period)] = found[2:], stated[2:]
    for course, pair in zip(courses, course_pairs, strict=True):
        found, stated = _course(course), pair or ("", "", "")
        for place, fact in enumerate((course.degree, course.field, course.institution)):
            entries[id(fact)] = found[place : place + 1], stated[place : place + 1]
    return entries


def _stated_otherwise(
    courses: Sequence[Education], pairs: Sequence[Cells | None], page: LabelledPage
) -> frozenset[int]:
    """The facts of courses that are true though the page's facts cut them otherwise, by their identity.

    "Bachelor of Nursing" where they have "Bachelor" and "Nursing"; a diploma that they count among the certificates.
    """
    certificates = [_cells(value, 2) for value in page.all("credential")]
    found: set[int] = set()
    for course, pair in zip(courses, pairs, strict=True):
        named, owner = (course.degree, course.field), course.institution
        texts = [_text(fact) for fact in named if fact]
        if pair is not None:
            whole = " ".join(pair[:2])
            found |= {id(fact) for fact in named if fact and _holds(whole, fact.value)}
            continue
        same_words = [
            issuer for name, issuer in certificates if texts and all(_holds(name, text) for text in texts)
        ]
        if same_words:
            found |= {id(fact) for fact in named if fact}
            found |= (
                {id(owner)} if owner and any(close(owner.value, issuer) for issuer in same_words) else set()
            )
    return frozenset(found)


def _holds(whole: str, part: str) -> bool:
    """Whether the words of a text are all among those of another, in their order, small words left out."""
    words, wanted = ([word for word in plain_words(text) if word not in _SMALL] for text in (whole, part))
    rest = iter(words)
    return bool(wanted) and all(word in rest for word in wanted)


_SMALL = frozenset("in of the and de en du des der für in di da do e y et und".split())


def _judged(value: Value, entries: Paired, lists: dict[str, Listed]) -> Judged:
    if id(value.fact) in entries:
        found, stated = entries[id(value.fact)]
        true = all(_is_true(value.kind, *pair) for pair in zip(found, stated, strict=True))
        return Judged(value, _equal(found, stated), true)
    _, wanted, match = lists[value.kind]
    # A skill has the lexicon's name, "Microsoft Office", and is as right as what stands on the page, "MS Office".
    quotes = [each.quote for each in value.fact.evidence] if value.kind == "skills" else []
    pairs = [(text, each) for text in (value.text, *quotes) for each in wanted]
    right = any(match(*pair) for pair in pairs)
    return Judged(value, right, right or any(close(*pair) for pair in pairs))


def _is_true(kind: str, found: str, stated: str) -> bool:
    """Nothing that is said is false: equal, or one a part of the other; of a date, equal as far as both go."""
    if kind != "period":
        return same(found, stated) or close(found, stated)
    return found == stated or bool(
        found and stated and (found.startswith(stated) or stated.startswith(found))
    )


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
