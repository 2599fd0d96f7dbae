"""Pictures of every page and state in three looks, kept in the folder that SCREENSHOTS names."""

import os
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.ui.browser.actions import settle
from tests.ui.browser.conftest import Open
from tests.ui.browser.tour import STATES

pytestmark = pytest.mark.browser
LOOKS: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light", "viewport": {"width": 1280, "height": 900}},
    "dark": {"color_scheme": "dark", "viewport": {"width": 1280, "height": 900}},
    "phone": {
        "color_scheme": "light",
        "viewport": {"width": 390, "height": 844},
        "has_touch": True,
        "is_mobile": True,
        "user_agent": "Mozilla/5.0 (Linux; Android 14; Pixel 8) Chrome/130.0 Mobile Safari/537.36",
    },
}
ACCENT = {"light": "rgb(31, 95, 91)", "dark": "rgb(95, 184, 174)"}
_TALL = 4000
_HEIGHT = (
    "Math.max(...[...document.querySelectorAll('.stMainBlockContainer')].map(each => each.scrollHeight))"
)
_TOO_WIDE = """[...document.querySelectorAll('.stMain *')]
    .filter(each => !each.closest('.st-key-options, .stDataFrame'))  // what scrolls in itself
    .filter(each => each.getBoundingClientRect().right > innerWidth + 1 && each.checkVisibility())
    .map(each => each.outerHTML.slice(0, 150))"""


@pytest.mark.parametrize("look", LOOKS)
def test_every_page_fits_its_screen_and_is_pictured(visit: Open, look: str, tmp_path: Path) -> None:
    folder = Path(os.environ.get("SCREENSHOTS") or tmp_path)
    folder.mkdir(parents=True, exist_ok=True)
    page = visit(**LOOKS[look])
    size = LOOKS[look]["viewport"]
    for name, reach in STATES.items():
        reach(page)
        settle(page)
        assert page.evaluate(_TOO_WIDE) == [], name
        for bar in page.locator(".track span").all()[:1]:
            expect(bar).to_have_css("background-color", ACCENT[LOOKS[look]["color_scheme"]])
        page.set_viewport_size({"width": size["width"], "height": _TALL})
        page.set_viewport_size(
            {"width": size["width"], "height": max(size["height"], page.evaluate(_HEIGHT))}
        )
        page.screenshot(path=folder / f"{name}-{look}.png", animations="disabled")
        page.set_viewport_size(size)
