"""Many files given at once: they go together, arrive as they are, and none is lost without a word."""

import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Request, expect

from functions.summarize import samples
from tests.builders.archives import zipped
from tests.ui.browser.actions import go_to, open_row, search, settle, upload

pytestmark = pytest.mark.browser
UPLOADS = "**/_stcore/upload_file/**"


def test_five_hundred_files_go_as_one_and_each_is_a_row(page: Page, tmp_path: Path) -> None:
    data = [samples.path(name).read_bytes() for name in ("charge-nurse", "head-chef", "paralegal")]
    files = [tmp_path / f"Bewerbung Ülkü {number:03}.docx" for number in range(500)]
    for number, file in enumerate(files):
        file.write_bytes(data[number % len(data)])
    sent: list[str] = []
    page.on("request", lambda asked: sent.append(asked.url) if asked.method == "PUT" else None)
    go_to(page, "Batch")
    upload(page, *files)
    page.get_by_text("500 resumes · 0 done · 500 to do").wait_for()
    assert len(sent) == 1
    assert [each.name for each in files[:10]] == _names(page)[:10]

    page.get_by_role("button", name="Summarise all 500").click()
    page.get_by_text(re.compile(r"500 resumes · [1-9]\d* done · \d+ to do")).wait_for()  # none of them failed
    page.get_by_role("button", name="Stop").click()
    page.get_by_role("button", name="Summarise the other").wait_for()


def test_people_are_read_and_looked_for_while_the_others_are_under_way(page: Page, tmp_path: Path) -> None:
    nurse, chef = (samples.path(name).read_bytes() for name in ("charge-nurse", "head-chef"))
    people = tmp_path / "people.zip"
    people.write_bytes(zipped(*((f"{number:03}.docx", (nurse, chef)[number % 2]) for number in range(400))))
    go_to(page, "Batch")
    upload(page, people)
    page.get_by_role("button", name="Summarise all 400").click()
    page.get_by_text(re.compile(r"400 resumes · [2-9]\d* done")).wait_for()
    open_row(page, 0)
    opened = page.locator(".st-key-opened")
    expect(opened).to_contain_text("000.docx")
    before = _done(page)
    page.keyboard.press("ArrowDown")
    expect(opened).to_contain_text("001.docx")
    search(page, "000.docx", found=1)
    expect(opened).to_have_count(0)
    page.get_by_role("textbox", name="Search").fill("")
    page.get_by_role("textbox", name="Search").press("Enter")
    expect(opened).to_contain_text("001.docx")
    assert before < _done(page) < 400
    table = page.get_by_test_id("stDataFrame")
    settle(page)
    expect(table).to_have_count(1)
    table.evaluate("each => each.known = true")
    page.get_by_role("button", name="Stop").click()
    page.get_by_role("button", name="Summarise the other").wait_for()
    settle(page)
    expect(opened).to_contain_text("001.docx")
    # Another table would have lost its order and the keyboard's place.
    assert table.evaluate("each => each.known")


def _done(page: Page) -> int:
    """How many are done, as the page says."""
    said = page.get_by_text(re.compile(r"\d+ resumes · \d+ done")).inner_text()
    return int(said.split("·")[1].split()[0])


def test_a_folder_is_dropped_with_its_folders_and_the_archives_in_it(page: Page, tmp_path: Path) -> None:
    nurse = samples.path("charge-nurse").read_bytes()
    for path in ("people/north/cv.docx", "people/.south/.cv.docx", "people/=1+1.docx", "people/mimetype"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(nurse)
    (tmp_path / "people/more.zip").write_bytes(zipped(("west/cv.docx", nurse)))
    go_to(page, "Batch")
    _drop(page, tmp_path / "people")
    page.get_by_text("5 resumes · 0 done · 5 to do").wait_for()
    assert sorted(_names(page)) == [
        ".south/.cv.docx",
        "=1+1.docx",
        "mimetype",
        "north/cv.docx",
        "west/cv.docx",
    ]


def test_a_part_that_does_not_arrive_is_told_of_and_given_again(page: Page, tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.docx" for number in range(3)]
    for file in files:
        file.write_bytes(os.urandom(6_000_000))  # one a part
    refused: list[str] = []

    def refuse_second(asked: Request) -> bool:
        if asked.method == "PUT":
            refused.append(asked.url)
        return asked.method == "PUT" and len(refused) == 2

    page.route(UPLOADS, lambda route, asked: route.abort() if refuse_second(asked) else route.continue_())
    go_to(page, "Batch")
    upload(page, *files)
    page.get_by_text("1 of the 3 parts in which the 3 files were sent did not arrive.").wait_for()
    page.get_by_text("2 resumes · 0 done").wait_for()

    settle(page)
    page.get_by_role("button", name="Add resumes").click()
    page.get_by_test_id("stPopoverBody").locator("input[type=file]").set_input_files(files)
    page.get_by_text("3 resumes · 0 done").wait_for()
    expect(page.get_by_text("did not arrive")).to_have_count(0)


def _drop(page: Page, *paths: Path) -> None:
    """Drop files or folders as a person does: by the browser's own way, with what the disk holds."""
    zone = page.get_by_test_id("stFileUploaderDropzone")
    zone.wait_for()
    settle(page)
    box = zone.bounding_box()
    assert box is not None
    place = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}
    data = {"items": [], "files": [str(path) for path in paths], "dragOperationsMask": 1}
    browser = page.context.new_cdp_session(page)
    for kind in ("dragEnter", "dragOver", "drop"):
        browser.send("Input.dispatchDragEvent", {"type": kind, **place, "data": data})


def _names(page: Page) -> list[str]:
    """The files of the rows that are drawn."""
    settle(page)
    rows = page.get_by_test_id("stDataFrame").locator("tbody tr")
    rows.first.wait_for(state="attached")
    return [row.locator("td").last.text_content() or "" for row in rows.all()]
