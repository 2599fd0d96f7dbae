"""The whole product as a person meets it: services, page and a browser."""

import io
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from docx import Document
from playwright.sync_api import Page, sync_playwright

from functions.summarize import samples

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
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


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """The page of a freshly launched product."""
    ports = [_free_port() for _ in range(3)]
    options = [
        word
        for name, port in zip(("--summarize", "--catalog", "--page"), ports, strict=True)
        for word in (name, str(port))
    ]
    with subprocess.Popen(
        [sys.executable, "-m", "functions.launch", *options],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    ) as launcher:
        assert launcher.stdout is not None
        said = ""
        for line in launcher.stdout:
            said += line
            if line.startswith("Ready after"):
                break
        assert "Ready after" in said, said
        yield f"http://127.0.0.1:{ports[2]}"
        launcher.send_signal(signal.SIGINT)
        assert launcher.wait(30) == 0


@pytest.fixture
def page(address: str) -> Iterator[Page]:
    """A browser at the page; it may talk to this machine only."""
    if not CHROMIUM.exists():
        pytest.skip(f"{CHROMIUM} is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
        page = context.new_page()
        page.set_default_timeout(15_000)
        hosts: set[str | None] = set()
        page.on("request", lambda request: hosts.add(urlsplit(request.url).hostname))
        page.goto(address)
        yield page
        browser.close()
        assert hosts <= {"127.0.0.1", None}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        number: int = probe.getsockname()[1]
        return number


def upload(page: Page, path: Path) -> None:
    page.locator("input[type=file]").set_input_files(path)
    page.get_by_role("button", name="Copy the summary").wait_for()


def download(page: Page, label: str) -> bytes:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=label, exact=True).click()
    return Path(waiting.value.path()).read_bytes()


def test_upload_summary_evidence_downloads_and_clear(page: Page) -> None:
    upload(page, samples.path("charge-nurse"))
    sentences = page.locator(".sentence").all_inner_texts()
    assert len(sentences) >= 2

    page.locator(".sentence").nth(1).press("Enter")
    assert page.locator(".sentence[aria-pressed=true]").all_inner_texts() == [sentences[1]]
    quotes = page.locator(".quotes q").all_text_contents()
    assert quotes
    assert "".join(page.locator("mark.chosen").all_text_contents()) == "".join(quotes)
    assert page.locator("mark.chosen").first.is_visible()

    paragraph = " ".join(sentences)
    page.get_by_role("button", name="Copy the summary").click()
    page.get_by_text("Copied.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == paragraph
    body: dict[str, Any] = json.loads(download(page, "JSON"))
    assert body["summary"] == paragraph
    assert [place["quote"] for place in body["sentences"][1]["evidence"]] == quotes
    assert download(page, "Text").decode() == f"{paragraph}\n"
    assert Document(io.BytesIO(download(page, "Word"))).paragraphs[-1].text == paragraph

    page.get_by_role("tab", name="Facts found").click()
    page.get_by_role("heading", name="Work", exact=True).wait_for()
    page.get_by_role("button", name="Clear and start again").click()
    page.get_by_role("heading", name="A true summary of your resume").wait_for()


def test_an_edited_summary_is_checked(page: Page) -> None:
    upload(page, samples.path("backend-engineer"))
    first = page.locator(".sentence").first.inner_text()
    page.get_by_role("tab", name="Edit and check").click()
    page.get_by_label("Change the summary as you like.").fill(f"{first} Won 77 Nobel prizes.")
    page.get_by_role("button", name="Check against the resume").click()
    page.get_by_text("✗ Won 77 Nobel prizes.").wait_for()
    assert page.get_by_text(f"✓ {first}").is_visible()


def test_a_document_that_is_none_is_explained(page: Page, tmp_path: Path) -> None:
    fake = tmp_path / "resume.docx"
    fake.write_bytes(b"%PDF-1.7 not a Word document")
    page.locator("input[type=file]").set_input_files(fake)
    page.get_by_text("Not a DOCX file").wait_for()
    page.get_by_role("button", name="Choose another file").click()
    page.get_by_role("heading", name="A true summary of your resume").wait_for()
