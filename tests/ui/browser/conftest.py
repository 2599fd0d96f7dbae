"""A launched product for all browser tests, and browsers that may talk to this machine only."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.builders.waiting import PATIENCE
from tests.ui.browser.product import launched

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
Open = Callable[..., Page]


@pytest.fixture(scope="session")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the product's temporary files would be."""
    return tmp_path_factory.mktemp("scratch")


@pytest.fixture(scope="session")
def address(scratch: Path) -> Iterator[str]:
    """The page of a freshly launched product."""
    with launched(scratch) as url:
        yield url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        pytest.skip(f"{CHROMIUM} is not installed")
    with sync_playwright() as playwright:
        expect.set_options(timeout=1000 * PATIENCE)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def visit(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Open]:
    """Opens a page as a person of their own; `look` are options of a Playwright context, `script` runs before all."""
    hosts: set[str | None] = set()
    contexts = []

    def open_page(url: str | None = None, script: str = "", **look: Any) -> Page:
        context = browser.new_context(permissions=["clipboard-read", "clipboard-write"], **look)
        contexts.append(context)
        page = context.new_page()
        page.add_init_script(script)
        page.set_default_timeout(1000 * PATIENCE)
        page.on("dialog", lambda asked: asked.accept())
        page.on("request", lambda asked: hosts.add(urlsplit(asked.url).hostname))
        page.goto(url or request.getfixturevalue("address"))
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert hosts <= {"127.0.0.1", None}


@pytest.fixture
def page(visit: Open) -> Page:
    return visit()
