"""What is told: what is certain, and of the jobs what is probable where nobody would know who the person is."""

from dataclasses import replace
from typing import TypeVar

import pytest

from functions.summarize.confidence import is_certain, sure_enough
from functions.summarize.resume import Evidence, Fact, PartialDate, Period, Resume, Role
from tests.builders.resumes import make_resume

Said = TypeVar("Said")
SURE, PROBABLE, DOUBTFUL = 0.99, 0.88, 0.6


def resume(*jobs: tuple[float | None, float | None, float | None]) -> Resume:
    """A resume whose jobs have a title, an employer and dates of these probabilities; None for what is missing."""
    known = make_resume()
    roles = (
        replace(
            known.roles[number],
            title=_sure_to(known.roles[number].title, title),
            employer=_sure_to(known.roles[number].employer, employer),
            period=_sure_to(known.roles[number].period, period),
        )
        for number, (title, employer, period) in enumerate(jobs)
    )
    return replace(known, roles=tuple(roles))


def _sure_to(fact: Fact[Said] | None, confidence: float | None) -> Fact[Said] | None:
    return replace(fact, confidence=confidence) if fact and confidence else None


def with_lines(known: Resume, confidence: float) -> Resume:
    roles = (
        replace(role, bullets=tuple(replace(line, confidence=confidence) for line in role.bullets))
        for role in known.roles
    )
    return replace(known, roles=tuple(roles))


def told(role: Role) -> tuple[bool, bool]:
    return is_certain(role.title), is_certain(role.employer)


def test_what_is_certain_is_told_and_the_rest_is_not() -> None:
    known = resume((SURE, SURE, SURE), (PROBABLE, PROBABLE, PROBABLE))

    assert sure_enough(known) == (known, False)


@pytest.mark.parametrize(
    "job", [(PROBABLE, SURE, SURE), (SURE, PROBABLE, SURE), (PROBABLE, PROBABLE, PROBABLE)]
)
def test_who_the_person_is_may_be_probable_and_then_so_may_the_other_jobs(
    job: tuple[float, float, float],
) -> None:
    source, probable = sure_enough(resume(job, (PROBABLE, PROBABLE, PROBABLE)))

    assert probable
    assert [told(role) for role in source.roles] == [(True, True), (True, True)]


def test_a_title_is_told_alone_where_its_employer_is_doubtful() -> None:
    source, probable = sure_enough(resume((PROBABLE, DOUBTFUL, SURE)))

    assert probable
    assert told(source.roles[0]) == (True, False)


def test_a_doubtful_title_stays_untold_and_nothing_else_is_raised_for_it() -> None:
    known = resume((0.4, SURE, SURE), (PROBABLE, PROBABLE, PROBABLE))

    assert sure_enough(known) == (known, False)


def _profile(known: Resume, text: str) -> Resume:
    return replace(known, summary=Fact(text, (Evidence(0, len(text), text, "summary"),)))


def _titled(known: Resume, *titles: str) -> Resume:
    roles = tuple(
        replace(role, title=replace(role.title, value=title) if role.title else None)
        for role, title in zip(known.roles, titles, strict=True)
    )
    return replace(known, roles=roles)


def _ended(known: Resume) -> Resume:
    over = Period(PartialDate(2019, 3), PartialDate(2024, 5))
    roles = (replace(role, period=role.period and replace(role.period, value=over)) for role in known.roles)
    return replace(known, roles=tuple(roles))


@pytest.mark.parametrize(
    "known",
    [
        _profile(resume((DOUBTFUL, DOUBTFUL, SURE)), "Senior backend engineer with twelve years."),
        _titled(resume((DOUBTFUL, DOUBTFUL, None), (SURE, SURE, SURE)), "Truck Driver (C+E)", "truck driver"),
        _titled(resume((0.75, 0.89, 0.87)), "Consultant Physician in Respiratory Medicine"),
        _titled(resume((0.75, 0.82, 0.99)), "Pipe Welder 6G"),
        _titled(resume((0.55, 0.4, 0.9)), "Freelance Graphic Designer"),
        _titled(resume((0.55, None, 0.9)), "Boilermaker"),
        _titled(resume((0.75, 0.7, 0.99)), "Cleaner"),
        _titled(resume((0.64, None, 0.9)), "Self-employed piano tuner"),
        _titled(resume((0.64, 0.7, 0.9)), "Luthier"),
        _titled(_ended(resume((0.75, None, 0.9))), "Truck Driver"),
    ],
)
def test_a_doubtful_title_is_told_where_something_else_agrees_with_it(known: Resume) -> None:
    source, probable = sure_enough(known)

    assert probable
    assert is_certain(source.roles[0].title)


@pytest.mark.parametrize(
    "known",
    [
        _profile(resume((0.4, SURE, SURE)), "Backend work of all kinds."),
        _profile(_titled(resume((0.75, 0.7, 0.99)), "Machine Operator"), "Registered nurse with six years."),
        _titled(_ended(resume((DOUBTFUL, None, 0.9))), "Truck Driver"),
        _profile(resume((0.4, DOUBTFUL, SURE)), "Senior backend engineer with twelve years."),
        _titled(resume((0.4, SURE, SURE), (SURE, SURE, SURE)), "Truck Driver", "Driver's mate"),
        _titled(resume((0.4, SURE, SURE), (0.4, SURE, SURE)), "Truck Driver", "Truck Driver"),
        _titled(resume((0.75, 0.89, 0.87)), "Department of Marine"),
        _titled(resume((0.64, 0.7, 0.9)), "Piano tuning"),
        _titled(resume((0.75, None, 0.99)), "Family Caregiver"),
        _profile(resume((0.4, DOUBTFUL, SURE)), "Reporting to the senior backend engineer."),
    ],
)
def test_a_doubtful_title_that_nothing_agrees_with_stays_untold(known: Resume) -> None:
    source, _ = sure_enough(known)

    assert not is_certain(source.roles[0].title)


def test_what_is_more_likely_no_job_does_not_stand_before_the_last_one() -> None:
    source, _ = sure_enough(resume((0.3, DOUBTFUL, 0.2), (SURE, SURE, SURE)))

    assert [told(role) for role in source.roles] == [(True, True)]


def test_a_job_of_which_little_is_known_keeps_its_place() -> None:
    source, _ = sure_enough(resume((0.3, 0.3, 0.8), (SURE, SURE, SURE)))

    assert len(source.roles) == 2


@pytest.mark.parametrize("title", [SURE, PROBABLE, DOUBTFUL])
def test_a_line_of_a_job_is_told_from_less_certainty_on_whatever_the_title(title: float) -> None:
    known = resume((title, SURE, SURE))

    for confidence, is_told in ((PROBABLE, True), (DOUBTFUL, False)):
        source, _ = sure_enough(with_lines(known, confidence))
        assert [is_certain(line) for line in source.roles[0].bullets] == [is_told] * len(
            known.roles[0].bullets
        )


def test_a_job_of_which_nothing_but_its_lines_is_known_stays() -> None:
    source, _ = sure_enough(resume((SURE, SURE, SURE), (None, None, None)))

    assert len(source.roles) == 2


@pytest.mark.parametrize(
    ("language", "title", "is_told"),
    [("de", 0.75, True), ("es", 0.75, True), ("de", 0.6, True), ("de", 0.4, False), ("en", 0.4, False)],
)
def test_a_likely_title_is_told_in_a_language_that_opens_with_nothing_else(
    language: str, title: float, is_told: bool
) -> None:
    known = replace(resume((title, DOUBTFUL, DOUBTFUL), (PROBABLE, SURE, SURE)), language=language)

    source, probable = sure_enough(known)

    assert is_certain(source.roles[0].title) is is_told
    assert probable is is_told


def test_a_job_read_from_a_line_of_the_one_that_is_held_is_no_job_of_its_own() -> None:
    held = replace(resume((DOUBTFUL, SURE, SURE), (PROBABLE, SURE, SURE)), language="pt")
    now = held.roles[0]
    both = tuple(replace(role, employer=now.employer, period=now.period) for role in held.roles)

    source, _ = sure_enough(replace(held, roles=both))

    kept = [role.title.value for role in source.roles if role.title]
    assert kept == [role.title.value for role in both[1:] if role.title]
    assert source.jobs_in_doubt


@pytest.mark.parametrize(
    ("other", "is_told"), [("Straits Bank", True), ("straits bank", True), ("Orvik", False)]
)
def test_a_doubtful_house_is_told_where_another_job_names_the_same(other: str, is_told: bool) -> None:
    known = resume((SURE, DOUBTFUL, SURE), (SURE, DOUBTFUL, SURE))
    names = ("Straits Bank", other)
    roles = tuple(
        replace(role, employer=replace(role.employer, value=name) if role.employer else None)
        for role, name in zip(known.roles, names, strict=True)
    )

    source, probable = sure_enough(replace(known, roles=roles))

    assert is_certain(source.roles[0].employer) is probable is is_told
    assert not is_certain(source.roles[1].employer)


def test_where_no_title_is_told_a_probable_house_and_its_dates_are() -> None:
    source, probable = sure_enough(resume((0.4, PROBABLE, PROBABLE)))

    assert probable
    assert (*told(source.roles[0]), is_certain(source.roles[0].period)) == (False, True, True)
