from collections.abc import Iterator

import pytest

from functions.common import errors
from functions.common.problems import STATUS, problem_of, status_of

STARTING = {errors.InvalidSetting}


def tree(root: type[errors.ResumeSummaryError] = errors.ResumeSummaryError) -> Iterator[type[Exception]]:
    yield root
    for child in root.__subclasses__():
        if child.__module__ == errors.__name__:
            yield from tree(child)


def test_every_error_that_a_request_can_meet_has_a_status() -> None:
    assert set(STATUS) == set(tree()) - STARTING


def test_the_tree_is_drawn_as_it_is() -> None:
    drawn = errors.__doc__ or ""

    assert [kind.__name__ for kind in tree() if kind.__name__ not in drawn] == []


def test_an_error_of_a_later_kind_has_its_parents_status() -> None:
    class Password(errors.UnusableDocument):
        pass

    assert status_of(Password) == 422


def test_codes_are_distinct() -> None:
    codes = [kind.code for kind in STATUS if kind is not errors.RequestRefused]

    assert len(codes) == len(set(codes))


def test_a_problem_carries_the_code_of_its_instance() -> None:
    problem = problem_of(errors.UnusableDocument("encrypted", "It has a password."), "/parse/")

    assert problem.model_dump() == {
        "type": "urn:resume-summary:problem:encrypted",
        "title": "The document cannot be used",
        "status": 422,
        "detail": "It has a password.",
        "instance": "/parse/",
        "code": "encrypted",
    }


@pytest.mark.parametrize("kind", STATUS)
def test_statuses_are_errors(kind: type[errors.ResumeSummaryError]) -> None:
    assert 400 <= STATUS[kind] < 600
