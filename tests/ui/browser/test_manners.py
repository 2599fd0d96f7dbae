"""What the pages do when something is wrong, hostile or somebody else's."""

import re
import signal
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

import docx
import pytest
from playwright.sync_api import Page, expect

from functions.summarize import samples
from tests.builders.ports import free_port
from tests.ui.browser.actions import edit, go_to, open_row, read_summary, summarise, tab, take_sample, upload
from tests.ui.browser.conftest import Open
from tests.ui.browser.product import page_alone, summarize_alone
from tests.ui.browser.wire import wired

pytestmark = pytest.mark.browser
ATTACK = "<img src=x onerror=hacked=1>"
HOSTILE = (
    f"Eve {ATTACK} Mallory",
    "eve@example.org | https://example.org/<script>hacked=1</script>",
    "Experience",
    "Charge Nurse, Elm <script>hacked=1</script> Clinic, Jan 2015 - Present",
    f"Led a team of 12 with {ATTACK} and :red[colour] and $x^2$",
    "Cut **waiting** time by 40% [here](javascript:hacked=1) for 3 wards",
    "Skills",
    f"Triage, Epic, {ATTACK}, :material/delete:, Wound care",
)


def test_a_document_that_is_none_is_explained(page: Page, tmp_path: Path) -> None:
    fake = tmp_path / "resume.docx"
    fake.write_bytes(b"%PDF-1.7 not a Word document")
    upload(page, fake)
    page.get_by_text("Not a Word document", exact=True).wait_for()
    page.get_by_role("button", name="Choose another file").click()
    page.get_by_role("heading", name="A true summary of your resume").wait_for()


def test_a_service_that_is_down_is_explained_and_asked_again_when_it_is_back(visit: Open) -> None:
    port = free_port()
    with page_alone(summarize=port, catalog=free_port()) as url:
        page = visit(url)
        take_sample(page, "Charge nurse")
        page.get_by_text("The service is not running").first.wait_for()
        page.get_by_text("the usual ones are used").first.wait_for()  # twice while the page is drawn anew
        page.get_by_role("button", name="Stop trying").click()
        page.get_by_text("The page does not try again by itself.").wait_for()
        with summarize_alone(port):
            page.get_by_role("button", name="Try again").click()
            assert read_summary(page)


def test_a_service_that_dies_at_its_work_is_waited_for_and_nothing_is_lost(
    visit: Open, tmp_path: Path
) -> None:
    resume = tmp_path / "My own resume.docx"
    resume.write_bytes(samples.path("head-chef").read_bytes())
    port = free_port()
    with page_alone(summarize=port, catalog=free_port()) as url:
        page = visit(url)
        with summarize_alone(port) as service:
            whole = summarise(page, resume)
            edit(page, "Head chef at The Copper Lantern.")
            page.locator(".verdicts .holds").wait_for()
            service.send_signal(signal.SIGSTOP)
            page.get_by_role("combobox", name="Length in words").click()
            page.get_by_role("option", name="Short").click()
            page.get_by_text("Reading the resume and writing").wait_for()
            service.kill()
            page.get_by_text("The service stopped at its work").wait_for()
        page.get_by_text(re.compile("Tried [2-9] times; the next try is in")).wait_for()
        page.get_by_text("The service is not running").first.wait_for()
        expect(page.get_by_role("heading", name="My own resume.docx")).to_be_visible()
        with summarize_alone(port):
            assert len(read_summary(page)) < len(whole)
            page.get_by_role("combobox", name="Length in words").click()
            page.get_by_role("option", name="Medium").click()
            tab(page, "Summary")
            expect(page.locator(".sentence")).to_have_text("Head chef at The Copper Lantern.")


def test_a_page_without_a_connection_says_so_and_what_was_typed_counts_when_it_is_back(
    visit: Open, address: str
) -> None:
    with wired(urlsplit(address).port or 0) as wire:
        page = visit(f"http://127.0.0.1:{wire.port}")
        summarise(page, samples.path("head-chef"))
        bar = page.locator("#resume-summary-offline")
        expect(bar).to_be_hidden()
        tab(page, "Edit")
        field = page.get_by_role("textbox", name="Change the text as you like")
        field.fill("Head chef at The Copper Lantern.")
        wire.cut()
        expect(bar).to_contain_text("No connection")
        expect(page.get_by_role("radio", name="For a recruiter")).to_be_disabled()
        wire.mend()
        expect(bar).to_be_hidden()
        expect(field).to_have_value("Head chef at The Copper Lantern.")
        expect(field).to_be_focused()
        field.blur()
        page.locator(".verdicts .holds").wait_for()
        tab(page, "Summary")
        page.get_by_text("For a recruiter", exact=True).click()
        page.get_by_text("A person decides").wait_for()
        page.get_by_text("For my resume", exact=True).click()
        expect(page.locator(".sentence")).to_have_text(["Head chef at The Copper Lantern."])


def test_two_people_see_nothing_of_each_other(visit: Open) -> None:
    ada, bob = visit(), visit()
    summarise(ada, samples.path("charge-nurse"))
    bob.reload()
    bob.get_by_role("heading", name="A true summary of your resume").wait_for()
    assert "Saint Brannoc" not in bob.content()
    ada.reload()
    ada.get_by_role("heading", name="A true summary of your resume").wait_for()
    assert "Saint Brannoc" not in ada.content()


def test_nothing_is_written_to_disk(page: Page, scratch: Path) -> None:
    sentences = summarise(page, samples.path("professor"))
    told = sentences[0].encode()
    written = [path for path in scratch.rglob("*") if path.is_file()]
    assert not [path for path in written if path.suffix == ".docx" or told in _content(path)]


def _content(path: Path) -> bytes:
    """What a file holds; nothing, if it is gone meanwhile."""
    with suppress(FileNotFoundError):
        return path.read_bytes()
    return b""


def test_markup_in_a_resume_is_text_on_every_page(page: Page, tmp_path: Path) -> None:
    hostile = tmp_path / "<img src=x onerror=hacked=1>.docx"
    document = docx.Document()
    for line in HOSTILE:
        document.add_paragraph(line)
    document.save(str(hostile))

    summarise(page, hostile)
    assert ATTACK in page.locator(".text").inner_text()
    assert ATTACK in page.locator("h1").inner_text()
    for name in ("Edit", "Facts", "Summary"):
        tab(page, name)
        _harmless(page)
    go_to(page, "Compare")
    page.get_by_role("heading", name="What they wrote").wait_for()
    _harmless(page)
    go_to(page, "Batch")
    upload(page, hostile)
    page.get_by_role("button", name="Summarise all 1").click()
    page.get_by_text("1 resume · 1 done").wait_for()
    open_row(page, 0)
    _harmless(page)


def _harmless(page: Page) -> None:
    """No element of the resume came to be, nothing of it ran, and its Markdown is shown as it was written."""
    assert page.evaluate("typeof hacked") == "undefined"
    assert page.locator("img[src=x], main script, main a[href^=javascript], .katex").count() == 0
    assert page.get_by_text("waiting time").locator("strong").count() == 0
