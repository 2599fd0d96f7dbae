"""The main ways through the product, as a person walks them."""

import csv
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from playwright.sync_api import Page, expect

from functions.summarize import samples
from tests.ui.browser.actions import COPY, download, edit, go_to, read_summary, summarise, tab, upload

pytestmark = pytest.mark.browser
GOOD = [
    "backend-engineer", "charge-nurse", "electrician", "head-chef", "paralegal", "pharmacist", "professor",
    "truck-driver",
]  # fmt: skip


def test_upload_summary_evidence_edit_check_and_downloads(page: Page) -> None:
    sentences = summarise(page, samples.path("charge-nurse"))
    assert len(sentences) >= 2
    body: dict[str, Any] = json.loads(download(page, "With sources"))
    assert [sentence["text"] for sentence in body["sentences"]] == sentences
    assert json.loads(download(page, "JSON Resume"))["basics"]["summary"] == " ".join(sentences)

    edit(page, f"{sentences[0]} Won 77 Nobel prizes.")
    page.get_by_text("1 of 2 sentences did not pass the check").wait_for()
    assert page.locator(".verdicts .holds").all_inner_texts() == [sentences[0]]
    assert "The resume does not give the figure “77”." in page.locator(".verdicts .fails").inner_text()

    tab(page, "Summary")
    unsupported = page.locator(".sentence.unsupported")
    expect(unsupported).to_contain_text("Won 77 Nobel prizes.")
    unsupported.click()
    expect(page.locator(".fault").first).to_have_text("The resume does not give the figure “77”.")
    text = f"{sentences[0]} Won 77 Nobel prizes."
    page.get_by_role("button", name=COPY).click()
    page.get_by_text("Copied.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == text
    assert download(page, "Text").decode() == f"{text}\n"
    document = docx.Document(io.BytesIO(download(page, "Word")))
    assert document.paragraphs[-1].text == text
    assert "1 of 2 sentences did not pass" in document.sections[0].footer.paragraphs[0].text

    page.get_by_role("button", name="Clear and start again").click()
    page.get_by_role("heading", name="A true summary of your resume").wait_for()


def test_a_sentence_shows_its_source_and_a_source_its_sentences(page: Page) -> None:
    sentences = summarise(page, samples.path("charge-nurse"))
    page.locator(".sentence").nth(1).press("Enter")
    assert page.locator(".sentence[aria-pressed=true]").all_inner_texts() == [sentences[1]]
    quotes = page.locator(".quotes q").all_text_contents()
    assert quotes
    assert "".join(page.locator("mark.chosen").all_text_contents()) == "".join(quotes)
    expect(page.locator("mark.chosen").first).to_be_in_viewport()

    place = page.locator("mark", has_text="Mar 2020 – Present")
    place.press("Enter")
    assert page.locator("mark.chosen").all_inner_texts() == ["Mar 2020 – Present"]
    rested = page.locator(".sentence[aria-pressed=true]").all_inner_texts()
    assert rested == [sentences[0]]
    assert page.locator(".rested").all_inner_texts() == rested


def test_brief_blind_job_and_versions(page: Page) -> None:
    page.get_by_text("Charge nurse", exact=True).click()
    read_summary(page)
    page.get_by_text("Fit to a job, or ask for alternatives").first.click()
    page.get_by_role("slider").press("ArrowRight")
    tab(page, "Versions")
    page.get_by_role("button", name="Take version 2").click()
    second = page.locator("p.version").nth(1).inner_text()
    page.get_by_role("button", name="Taken").wait_for()
    tab(page, "Summary")
    expect(page.locator(".paragraph")).to_have_text(second)

    page.get_by_text("Brief for a recruiter").click()
    page.locator(".brief dt", has_text="Credentials").wait_for()
    job = page.get_by_role("textbox", name="Job description")
    job.fill("We seek a nurse with triage and Kubernetes.")
    job.press("Control+Enter")
    page.locator(".stated", has_text="triage").press("Enter")
    expect(page.locator("mark.chosen").first).to_have_text("triage")
    assert "Kubernetes" in page.locator(".unstated").all_inner_texts()[0]

    assert "folasade" in page.locator(".text").inner_text().lower()
    page.get_by_text("Blind review", exact=True).click()
    page.locator(".left-out", has_text="[email]").wait_for()
    page.get_by_text("A person decides").wait_for()
    for leak in ("folasade", "chesapeake valley", "charge-nurse.docx"):
        assert leak not in page.locator("body").inner_text().lower()
    assert b"olasade" not in download(page, "With sources")


def test_a_batch_of_ten_with_two_that_cannot_be_read(page: Page, tmp_path: Path) -> None:
    bad = [tmp_path / "=not-word.docx", tmp_path / "empty.docx"]
    bad[0].write_bytes(b"%PDF-1.7 not a Word document")
    bad[1].write_bytes(b"")
    go_to(page, "Batch")
    upload(page, *map(samples.path, GOOD), *bad)
    page.get_by_role("button", name="Summarise all 10").click()
    page.get_by_role("button", name="Everything (ZIP)").wait_for()
    expect(page.get_by_role("button", name="Summarise")).to_have_count(0)
    assert page.locator("table.results td.lines").count() == 8
    failed = page.locator("table.results td.fails").all_inner_texts()
    assert len(failed) == 2
    assert all("not a DOCX" in reason or "empty" in reason.lower() for reason in failed), failed

    table = list(csv.DictReader(io.StringIO(download(page, "Table (CSV)").decode("utf-8-sig"))))
    assert [row["file"] for row in table] == [
        *(f"{name}.docx" for name in GOOD),
        "'=not-word.docx",
        "empty.docx",
    ]
    assert [row["status"] for row in table] == ["ok"] * 8 + ["failed"] * 2
    with zipfile.ZipFile(io.BytesIO(download(page, "Everything (ZIP)"))) as archive:
        assert len(archive.namelist()) == 1 + 3 * len(GOOD)
        assert archive.read("paralegal/summary.txt").decode().strip() == table[4]["summary"]

    page.get_by_role("combobox", name="Read one with its sources").click()
    page.get_by_role("option", name="paralegal.docx").click()
    assert " ".join(read_summary(page)) == table[4]["summary"]


def test_the_models_side_by_side_and_one_of_them_taken(page: Page) -> None:
    go_to(page, "Compare")
    page.get_by_text("Head chef", exact=True).click()
    page.get_by_role("heading", name="What they wrote").wait_for()
    summaries = page.locator("p.version").all_inner_texts()
    assert len(summaries) == 3
    assert page.locator("figure.bars").count() == 3
    page.get_by_role("button", name="Read with its sources").nth(1).click()
    assert " ".join(read_summary(page)) == summaries[1]
    expect(page.get_by_role("combobox", name="Model")).to_have_value("GPT-2")
