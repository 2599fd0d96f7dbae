"""How quick and how near the page is: `python -m benchmarks.page [CHECKOUT ...]`, each checkout in the same run.

Upload to text, an option to text, how far down the text begins, how many stops of the tab key lie before Copy, and a
batch. Needs Chromium. Without arguments it measures this checkout; another one needs a .venv of its own.
"""

import io
import os
import re
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import docx
from playwright.sync_api import Browser, Page, ViewportSize, expect, sync_playwright

from functions.summarize import samples
from tests.builders.ports import free_port

ROOT = Path(__file__).parents[1]
CHROMIUM = Path("/usr/bin/chromium")
DESKTOP: ViewportSize = {"width": 1280, "height": 800}
PHONE: ViewportSize = {"width": 390, "height": 844}
TIMES, BATCH, MOST_TABS = 5, 60, 80
VOICES = ("Third", "First", "Third")
FILE = {"mimeType": "application/vnd.openxmlformats-officedocument.wordprocessingml.document"}
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
    with _launched(checkout) as url:
        _answer(browser, url)  # what is loaded with the first answer is not what is measured
        uploads = [_answer(browser, url)[1] for _ in range(TIMES)]
        page, _ = _answer(browser, url)
        return {
            "upload to text, s": f"{statistics.median(uploads):.2f}",
            "option to text, s": f"{statistics.median(_choose(page, voice) for voice in VOICES):.2f}",
            "first line of the text, px (desktop)": f"{_top(browser, url, DESKTOP):.0f}",
            "first line of the text, px (phone)": f"{_top(browser, url, PHONE):.0f}",
            "tab stops before Copy": _tabs(_answer(browser, url)[0]),
            f"{BATCH} files to texts, s": f"{_batch(browser, url):.1f}",
        }


def _answer(browser: Browser, url: str, size: ViewportSize = DESKTOP) -> tuple[Page, float]:
    """A page with the text of a fresh upload, and the seconds from the upload to the text."""
    page = browser.new_page(viewport=size)
    page.goto(url)
    field = page.locator("input[type=file]").first
    field.wait_for(state="attached")
    began = time.perf_counter()
    field.set_input_files(samples.path("head-chef"))
    page.locator(".sentence").first.wait_for()
    return page, time.perf_counter() - began


def _choose(page: Page, voice: str) -> float:
    text = page.locator(".sentence").first
    before = text.inner_text()
    page.get_by_role("combobox", name="Voice").click()
    option = page.get_by_role("option", name=voice)
    option.wait_for()
    began = time.perf_counter()
    option.click()
    expect(text).not_to_have_text(before)
    return time.perf_counter() - began


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


def _batch(browser: Browser, url: str) -> float:
    page = browser.new_page(viewport=DESKTOP)
    page.goto(f"{url}/batch")
    field = page.locator("input[type=file]").first
    field.wait_for(state="attached")
    field.set_input_files(
        [{**FILE, "name": f"{number}.docx", "buffer": _resume(number)} for number in range(BATCH)]
    )
    begin = page.get_by_role("button", name="Summarise all")
    begin.wait_for()
    began = time.perf_counter()
    begin.click()
    page.get_by_text(re.compile(rf"{BATCH} (done|of {BATCH} resumes done)")).first.wait_for(timeout=300_000)
    return time.perf_counter() - began


def _resume(number: int) -> bytes:
    """A sample with a line of its own, so that no answer is known already."""
    names = samples.names()
    document = docx.Document(io.BytesIO(samples.path(names[number % len(names)]).read_bytes()))
    document.add_paragraph(f"Reference {number}")
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


@contextmanager
def _launched(checkout: Path) -> Iterator[str]:
    """The product of a checkout on free ports."""
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
            yield f"http://127.0.0.1:{ports[-1]}"
        finally:
            launcher.send_signal(signal.SIGINT)
            launcher.wait(30)


if __name__ == "__main__":
    main()
