from contextlib import ExitStack

import pytest

from functions.common.errors import RateLimited
from functions.common.limits import Allowance


class Clock:
    """Seconds that pass when told to."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def ask(allowance: Allowance, caller: bytes = b"a") -> None:
    with allowance.use(caller):
        pass


def test_an_allowance_refills_evenly() -> None:
    clock = Clock()
    allowance = Allowance(per_minute=6, at_once=0, clock=clock)
    for _ in range(6):
        ask(allowance)
    with pytest.raises(RateLimited) as refusal:
        ask(allowance)
    clock.now += refusal.value.retry_after
    ask(allowance)

    assert refusal.value.retry_after == 10
    with pytest.raises(RateLimited):
        ask(allowance)


def test_a_long_pause_gives_no_more_than_a_minutes_worth() -> None:
    clock = Clock()
    allowance = Allowance(per_minute=2, at_once=0, clock=clock)
    ask(allowance)
    clock.now += 3600
    ask(allowance)
    ask(allowance)

    with pytest.raises(RateLimited, match="2 requests a minute"):
        ask(allowance)


def test_requests_at_once_are_counted_by_caller() -> None:
    allowance = Allowance(per_minute=0, at_once=1)
    with ExitStack() as held:
        held.enter_context(allowance.use(b"a"))
        held.enter_context(allowance.use(b"b"))
        with pytest.raises(RateLimited, match="1 requests open at once"):
            ask(allowance)
    ask(allowance)


def test_a_failed_request_gives_its_place_back() -> None:
    allowance = Allowance(per_minute=0, at_once=1)
    with pytest.raises(KeyError), allowance.use(b"a"):
        raise KeyError

    ask(allowance)
