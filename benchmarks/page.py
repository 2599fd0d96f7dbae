"""How quick and how near the page is: `python -m benchmarks.page [CHECKOUT ...]`, each checkout in the same run.

Upload to text, an option to text and what of either is the service's, how far down the text begins, clicks and stops of
the tab key on the usual ways, sixty files to the first and the last brief, and five hundred files to their rows.
Needs Chromium. Without arguments it measures this checkout; another one needs a .venv of its own.
"""

import io
import os
import re
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import docx
import httpx
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from functions.summarize import samples
from tests.builders.ports import free_port
from tests.ui.browser.actions import FOCUSED_NAME, type_into_cell

ROOT = Path(__file__).parents[1]
CHROMIUM = Path("/usr/bin/chromium")
DESKTOP: ViewportSize = {"width": 1280, "height": 800}
PHONE: ViewportSize = {"width": 390, "height": 844}
TIMES, BATCH, MANY, MOST_TABS = 5, 60, 500, 80
KEYED = 60
VOICES = ("Third", "First", "Third")
FILE = {"mimeType": "application/vnd.openxmlformats-officedocument.wordprocessingml.document"}
_STILL = """window.still = 0; let last = performance.now();
(function look() {
    const now = performance.now();
    if (now - last > 200) window.still += now - last;  // longer than a person takes for an answer
    last = now;
    setTimeout(look, 16);
})();"""
# Playwright looks for what it waits for every half second: the page knows the frame in which another text stands.
_WATCH = """(event) => {
    const within = (each) => each.shadowRoot ? all(each.shadowRoot) : each;
    const all = (root) => [...root.querySelectorAll("*")].flatMap(within);
    const text = () => all(document).find((each) => each.matches(".sentence"))?.innerText;
    const before = text();
    let began;
    addEventListener(event, () => (began ??= performance.now()), { capture: true, once: true });
    window.took = new Promise((done) => {
        const look = () => {
            const now = began === undefined ? before : text();
            if (now && now !== before) done((performance.now() - began) / 1000);
            else requestAnimationFrame(look);
        };
        look();
    });
}"""
_SERVICES = ("--summarize", "--catalog", "--tracker", "--page")


def main() -> None:
    """Print a table: a row a measurement, a column a checkout."""
    checkouts = [Path(each).resolve() for each in sys.argv[1:]] or [ROOT]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        columns = [_measured(browser, checkout) for checkout in checkouts]
    for name in columns[0]:
        sys.stdout.write(f"{name:42}" + "".join(f"{column[name]:>12}" for column in columns) + "\n")


def _measured(browser: Browser, checkout: Path) -> dict[str, str]:
    with _launched(checkout) as (url, service):
        _answer(browser, url)  # what is loaded with the first answer is not what is measured
        uploads = [_answer(browser, url)[1] for _ in range(TIMES)]
        page, _ = _answer(browser, url)
        return {
            "upload to text, s": f"{statistics.median(uploads):.2f}",
            "option to text, s": f"{statistics.median(_choose(page, voice) for voice in VOICES):.2f}",
            "of either the service, s": f"{statistics.median(_asked(service) for _ in range(TIMES)):.2f}",
            "first line of the text, px (desktop)": f"{_top(browser, url, DESKTOP):.0f}",
            "first line of the text, px (phone)": f"{_top(browser, url, PHONE):.0f}",
            "tab stops before Copy": _tabs(_answer(browser, url)[0]),
            "tab stops, a date corrected and copied": _tabs_to_correct(browser, url),
            f"tab stops, {KEYED} files to one read brief": _tabs_to_read(browser, url),
            "clicks, file to copied text": _clicks_to_copy(browser, url),
            "clicks, a date corrected and copied": _clicks_to_correct(browser, url),
            **_batch(browser, url),
            **_many(browser, url),
            "busy: processes ready to run, 1 minute": f"{os.getloadavg()[0]:.1f}",
        }


def _answer(browser: Browser, url: str, size: ViewportSize = DESKTOP) -> tuple[Page, float]:
    """A page with the text of a fresh upload, and the seconds from the upload to the text."""
    page = browser.new_page(viewport=size)
    page.goto(url)
    field = page.locator("input[type=file]").first
    field.wait_for(state="attached")
    page.locator(".stApp[data-test-script-state=notRunning]").wait_for()
    page.evaluate(_WATCH, "change")
    field.set_input_files(samples.path("head-chef"))
    return page, float(page.evaluate("window.took"))


def _asked(service: str) -> float:
    """The seconds in which the service itself answers the same."""
    file = ("head-chef.docx", samples.path("head-chef").read_bytes(), FILE["mimeType"])
    began = time.perf_counter()
    httpx.post(f"{service}/generate-summary/", files={"file": file}, timeout=60).raise_for_status()
    return time.perf_counter() - began


def _choose(page: Page, voice: str) -> float:
    page.locator(".stApp[data-test-script-state=notRunning]").wait_for()
    page.get_by_role("combobox", name="Voice").click()
    option = page.get_by_role("option", name=voice)
    option.wait_for()
    page.evaluate(_WATCH, "pointerdown")
    option.click()
    return float(page.evaluate("window.took"))


def _top(browser: Browser, url: str, size: ViewportSize) -> float:
    page, _ = _answer(browser, url, size)
    box = page.locator(".sentence").first.bounding_box()
    assert box is not None
    return float(box["y"])


def _tabs(page: Page) -> str:
    page.evaluate("document.activeElement?.blur()")
    copy = page.get_by_role("button", name="Copy the text")
    for stops in range(MOST_TABS):
        page.keyboard.press("Tab")
        if copy.evaluate("each => each === each.getRootNode().activeElement"):
            return str(stops)
    return f"> {MOST_TABS}"


class Stops:
    """Goes over a page by the tab key and counts its presses; shift is pressed with it to go back."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.count = 0

    def __call__(self, name: str, key: str = "Tab") -> None:
        """Go on until what has the keyboard's place is called so."""
        for _ in range(MOST_TABS):
            if name in self._page.evaluate(FOCUSED_NAME):
                return
            self._page.keyboard.press(key)
            self.count += 1
        raise SystemExit(f"{name} is not reached by {key}")

    def land(self, name: str) -> None:
        """Wait until the page itself has put the keyboard's place there."""
        while name not in self._page.evaluate(FOCUSED_NAME):
            self._page.wait_for_timeout(100)
        self._page.locator(".stApp[data-test-script-state=notRunning]").wait_for()


def _tabs_to_correct(browser: Browser, url: str) -> str:
    """From the text of a file that was just chosen, by the keyboard, to the copied text of a date put right."""
    page = browser.new_page(viewport=DESKTOP)
    page.goto(url)
    _choose_by_key(page, samples.path("head-chef"))
    stops = Stops(page)
    stops.land("The summary")
    stops("Summary", "Shift+Tab")
    for key in ("ArrowRight", "ArrowRight", "Enter"):
        page.keyboard.press(key)
    page.get_by_test_id("stDataFrame").nth(4).wait_for()
    page.locator(".stApp[data-test-script-state=notRunning]").wait_for()
    stops("Fullscreen: Jobs")
    page.keyboard.press("Tab")
    while page.evaluate(FOCUSED_NAME) != "2018-05":
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(200)
    type_into_cell(page, "2016-01")
    page.locator("button:enabled:has-text('Make the summary')").wait_for()
    page.keyboard.press("Alt+m")
    page.get_by_text("as you put them right").wait_for()
    stops.land("The summary")
    stops("Copy the text")
    return str(stops.count + 1)


def _tabs_to_read(browser: Browser, url: str) -> str:
    """From many files that were just chosen, by the keyboard, to one brief of them."""
    page = browser.new_page(viewport=DESKTOP)
    page.goto(f"{url}/batch")
    files = [{**FILE, "name": f"{number}.docx", "buffer": _resume(number)} for number in range(KEYED)]
    _choose_by_key(page, files)
    stops = Stops(page)
    stops.land(f"Summarise all {KEYED}")
    page.keyboard.press("Enter")
    page.get_by_text(f"{KEYED} resumes · {KEYED} done").wait_for(timeout=300_000)
    stops.land("All")
    stops("Search")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.locator(".sentence").first.wait_for()
    return str(stops.count + 1)


def _choose_by_key(page: Page, files: Any) -> None:
    """Choose files as the keyboard does: on the button of the upload zone."""
    page.locator("input[type=file]").first.wait_for(state="attached")
    page.locator(".stApp[data-test-script-state=notRunning]").wait_for()
    with page.expect_file_chooser() as asked:
        Stops(page)("Upload")
        page.keyboard.press("Enter")
    asked.value.set_files(files)


class Clicks:
    """Counts what a person presses: clicks, and words typed."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, press: Callable[[], object]) -> None:
        press()
        self.count += 1


def _clicks_to_copy(browser: Browser, url: str) -> str:
    """The file is dropped; what is counted comes after it."""
    page, clicks = _answer(browser, url)[0], Clicks()
    clicks(page.get_by_role("button", name="Copy the text").click)
    return str(clicks.count)


def _clicks_to_correct(browser: Browser, url: str) -> str:
    """A date of the first job: the tab, the cell, its new value, the button, the text, Copy."""
    page, clicks = _answer(browser, url)[0], Clicks()
    clicks(page.get_by_role("tab", name="Facts", exact=True).click)
    page.get_by_text("Two rows are one job").wait_for()
    page.locator(".stApp[data-test-script-state=notRunning]").wait_for()
    if not _corrected(page):
        return "not heard"
    clicks.count += 1
    clicks(page.get_by_role("button", name="Make the summary").click)
    clicks(page.get_by_role("tab", name="Summary", exact=True).click)
    clicks(page.get_by_role("button", name="Copy the text").click)
    return str(clicks.count)


def _corrected(page: Page) -> bool:
    """Whether another date was written over that of the first job: a table that is drawn anew takes no click."""
    for _ in range(10):
        page.wait_for_timeout(500)
        box = page.get_by_test_id("stDataFrame").first.bounding_box()
        assert box is not None
        x, y = box["x"] + box["width"] * 0.6, box["y"] + 52
        page.mouse.move(x, y - 2)
        page.wait_for_timeout(200)
        page.mouse.click(x, y, delay=50)
        page.wait_for_timeout(200)
        page.keyboard.type("2016-01")
        page.keyboard.press("Enter")
        if _appears(page, "button[kind=primary]:enabled:has-text('Make the summary')"):
            return True
    return False


def _give(browser: Browser, url: str, count: int) -> tuple[Page, float]:
    """The page of many resumes with so many in it, and the seconds to the row of the last."""
    page = browser.new_page(viewport=DESKTOP)
    page.add_init_script(_STILL)
    page.goto(f"{url}/batch")
    field = page.locator("input[type=file]").first
    field.wait_for(state="attached")
    page.locator(".stApp[data-test-script-state=notRunning]").wait_for()
    files = [{**FILE, "name": f"{number}.docx", "buffer": _resume(number)} for number in range(count)]
    page.evaluate("window.still = 0")
    began = time.perf_counter()
    field.set_input_files(files)
    page.get_by_role("button", name=f"Summarise all {count}").wait_for(timeout=300_000)
    return page, time.perf_counter() - began


def _batch(browser: Browser, url: str) -> dict[str, str]:
    """Sixty files from the drop to the first and the last brief, and one of them read."""
    clicks = Clicks()
    page, given = _give(browser, url, BATCH)
    began = time.perf_counter()
    clicks(page.get_by_role("button", name="Summarise all").click)
    page.get_by_text(re.compile("[1-9][0-9]* (done|of)")).first.wait_for(timeout=300_000)
    first = time.perf_counter() - began
    page.get_by_text(re.compile(rf"{BATCH} (done|of {BATCH} resumes done)")).first.wait_for(timeout=300_000)
    last = time.perf_counter() - began
    page.locator(".stApp[data-test-script-state=notRunning]").wait_for()
    table = page.get_by_test_id("stDataFrame")
    table.locator("tbody tr").first.wait_for(state="attached")
    clicks(lambda: _open_first(page))
    return {
        f"{BATCH} files dropped to first brief, s": f"{given + first:.1f}",
        f"{BATCH} files dropped to last brief, s": f"{given + last:.1f}",
        f"clicks, {BATCH} files to one read brief": str(clicks.count),
    }


def _open_first(page: Page) -> None:
    """Click the first row until it is heard: a table that is drawn anew does not hear."""
    box = page.get_by_test_id("stDataFrame").bounding_box()
    assert box is not None
    for _ in range(10):
        page.mouse.move(box["x"] + 14, box["y"] + 50)
        page.mouse.click(box["x"] + 15, box["y"] + 52, delay=50)
        if _appears(page, ".sentence"):
            return
    raise SystemExit("the first row did not open")


def _appears(page: Page, selector: str) -> bool:
    try:
        page.locator(selector).first.wait_for(timeout=5_000)
    except PlaywrightTimeout:
        return False
    return True


def _many(browser: Browser, url: str) -> dict[str, str]:
    """Five hundred files dropped: the seconds to their rows, and for how long of them the page stood still."""
    page, given = _give(browser, url, MANY)
    return {
        f"{MANY} files dropped to rows, s": f"{given:.1f}",
        "of these the page stood still, s": f"{page.evaluate('window.still') / 1000:.1f}",
    }


def _resume(number: int) -> bytes:
    """A sample with a line of its own, so that no answer is known already."""
    names = samples.names()
    document = docx.Document(io.BytesIO(samples.path(names[number % len(names)]).read_bytes()))
    document.add_paragraph(f"Reference {number}")
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


@contextmanager
def _launched(checkout: Path) -> Iterator[tuple[str, str]]:
    """The page and the service of summaries of a checkout, on free ports."""
    ports = [free_port() for _ in _SERVICES]
    options = [word for name, port in zip(_SERVICES, ports, strict=True) for word in (name, str(port))]
    command = [str(checkout / ".venv/bin/python"), "-m", "functions.launch", *options]
    environment = {**os.environ, "PYTHONPATH": str(checkout)}
    with subprocess.Popen(
        command, cwd=checkout, env=environment, stdout=subprocess.PIPE, text=True
    ) as launcher:
        assert launcher.stdout is not None
        if not any(line.startswith("Ready after") for line in launcher.stdout):
            raise SystemExit(f"{checkout} did not start")
        try:
            yield f"http://127.0.0.1:{ports[-1]}", f"http://127.0.0.1:{ports[0]}"
        finally:
            launcher.send_signal(signal.SIGINT)
            launcher.wait(30)


if __name__ == "__main__":
    main()
