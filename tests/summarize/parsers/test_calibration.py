"""What the models' confidences are worth."""

from dataclasses import replace

import pytest

from functions.summarize.parsers.calibration import calibrated, probability
from functions.summarize.parsers.valued import FEATURES, values_of
from functions.summarize.resume import Fact, Resume, Role
from tests.builders.resumes import make_resume

RESUME = make_resume()


def role(title: float, employer: float) -> Resume:
    """A resume of one role, so sure of its title and employer."""
    return Resume(text="", roles=(Role(Fact("Cook", (), title), Fact("Acme", (), employer)),))


def weights(**named: float) -> tuple[float, ...]:
    """Weights of these observations and of no other."""
    return tuple(named.get(name, 0.0) for name in FEATURES)


def chance_of(resume: Resume, kind: str) -> float:
    fitted = dict.fromkeys(("title", "employer"), weights(raw=1.0, siblings=0.5, page=0.5, bias=-1.0))
    return next(probability(value, fitted) for value in values_of(resume) if value.kind == kind)


def test_every_value_of_a_resume_is_seen_with_all_that_calibration_looks_at() -> None:
    values = list(values_of(RESUME))
    assert {"title", "employer", "period"} <= {value.kind for value in values}
    assert all(len(value.observed) == len(FEATURES) for value in values)


def test_a_value_beside_a_doubtful_one_is_doubtful() -> None:
    assert chance_of(role(0.9, 0.4), "title") < chance_of(role(0.9, 0.9), "title")


def test_a_value_of_a_doubtful_page_is_doubtful() -> None:
    sure = role(0.9, 0.9)
    doubtful = replace(sure, roles=(*sure.roles, *role(0.3, 0.3).roles))
    assert chance_of(doubtful, "title") < chance_of(sure, "title")


def test_calibration_changes_confidences_and_nothing_else() -> None:
    found = calibrated(RESUME, {"title": weights(bias=1.0)})
    title = found.roles[0].title
    assert title is not None
    assert title.confidence == pytest.approx(0.7311, abs=1e-4)
    assert [r.title.value for r in found.roles if r.title] == [r.title.value for r in RESUME.roles if r.title]
    assert found.roles[0].employer == RESUME.roles[0].employer


def test_without_weights_the_confidences_stay_the_models_own() -> None:
    assert calibrated(RESUME, {}) is RESUME
