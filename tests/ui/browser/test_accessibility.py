"""axe's rules on every page and state, in light and dark, and the keyboard alone."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from functions.summarize import samples
from tests.ui.browser.actions import settle, summarise
from tests.ui.browser.conftest import Open
from tests.ui.browser.tour import STATES

pytestmark = pytest.mark.browser
# Streamlit's upload zone has a role that its label contradicts: a minor fault of the library, not of a page.
_STREAMLITS_OWN = ("presentation-role-conflict", 'data-testid="stFileUploaderDropzone"')


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_breaks_a_rule_of_accessibility(visit: Open, scheme: str) -> None:
    page = visit(color_scheme=scheme)
    broken = {}
    for name, reach in STATES.items():
        reach(page)
        settle(page)
        if faults := _faults(page):
            broken[name] = faults
    assert broken == {}


def _faults(page: Page) -> list[str]:
    found: list[dict[str, Any]] = Axe().run(page).response["violations"]
    return [
        f"{rule['id']}: {node['html'][:200]} {node['failureSummary'][:200]}"
        for rule in found
        for node in rule["nodes"]
        if rule["id"] != _STREAMLITS_OWN[0] or _STREAMLITS_OWN[1] not in node["html"]
    ]


def test_a_summary_is_read_and_its_sources_are_followed_by_keyboard_alone(page: Page) -> None:
    sentences = summarise(page, samples.path("charge-nurse"))
    page.get_by_role("tab", name="Summary", exact=True).focus()
    first = page.locator(".sentence").first
    for _ in range(3):  # the panel of the tab may be a stop of its own
        page.keyboard.press("Tab")
        if first.evaluate("element => element.matches(':focus')"):
            break
    expect(first).to_be_focused()
    assert first.evaluate("element => getComputedStyle(element).outlineStyle") == "solid"
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.locator(".sentence[aria-pressed=true]").all_inner_texts() == [sentences[1]]
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.locator(".sentence[aria-pressed=true]").all_inner_texts() == [sentences[2]]
