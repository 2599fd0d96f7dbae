"""Connections that wait are there when they are needed again (serving#12414)."""

import pytest

from tests.contract.conftest import Idle

pytestmark = pytest.mark.contract


def test_a_connection_can_be_used_after_a_long_rest(idle: Idle) -> None:
    idle.join()

    assert idle.statuses == {"used": 200, "unused": 200}
