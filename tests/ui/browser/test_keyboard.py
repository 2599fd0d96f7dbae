"""One walk through the product by keyboard alone, and one by finger on a phone."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from functions.summarize import samples
from tests.builders.waiting import until
from tests.ui.browser.actions import (
    FOCUSED,
    FOCUSED_NAME,
    read_summary,
    settle,
    summarise,
    take_sample,
    type_into_cell,
)
from tests.ui.browser.conftest import Open

pytestmark = pytest.mark.browser
PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
MOST_STOPS = 80
_SEEN = f"""() => {{
    const style = getComputedStyle(({FOCUSED})());
    return style.outlineStyle !== "none" || style.boxShadow !== "none";
}}"""
_NAMELESS = """() => {
    const found = [];
    const look = (root) => root.querySelectorAll("*").forEach((each) => {
        if (each.shadowRoot) look(each.shadowRoot);
        const name = each.ariaLabel || each.innerText || each.title || each.placeholder || each.labels?.[0]?.innerText;
        if (each.matches("button, a, [role=button], input:not([type=file])") && each.checkVisibility() && !name?.trim())
            found.push(each.outerHTML.slice(0, 150));
    });
    look(document);
    return found;
}"""
_LINES = """() => [...window.resumeSummaryText.getRootNode().querySelectorAll(".text > div")]
    .map((line) => `${line.className}: ${line.textContent}`)"""
_UNCOVERED = "([x, y]) => Boolean(document.elementFromPoint(x, y)?.closest('.st-key-opened'))"
_SMALL = """() => {
    const found = [];
    const look = (root) => root.querySelectorAll("*").forEach((each) => {
        if (each.shadowRoot) look(each.shadowRoot);
        const { width, height, right } = each.getBoundingClientRect();
        if (each.matches(".stMain *:is(button, a, summary, [role=tab]), .tool, .copy") && each.checkVisibility()
            && width && right > 0 && Math.min(width, height) < 24) found.push(each.outerHTML.slice(0, 150));
    });
    look(document);
    return found;
}"""


def _press_at(page: Page, name: str, *keys: str, back: bool = False) -> None:
    """Go to what has this name with the tab key, which never stays where it is unseen, and press keys there."""
    for _ in range(MOST_STOPS):
        if name in page.evaluate(FOCUSED_NAME) and page.evaluate("document.activeElement !== document.body"):
            assert page.evaluate(_SEEN), name
            for key in keys:
                page.keyboard.press(key)
            return
        page.keyboard.press("Shift+Tab" if back else "Tab")
    raise AssertionError(f"{name} is not reached")


def _lands(page: Page, name: str) -> None:
    """The keyboard's place is what has this name, once the page is drawn."""
    until(
        lambda: (
            page.evaluate("document.activeElement !== document.body") and name in page.evaluate(FOCUSED_NAME)
        )
    )
    settle(page)


def _is_told(page: Page, news: str) -> None:
    expect(page.locator("#resume-summary-news")).to_contain_text(news)


def test_a_resume_is_summarised_and_shaped_by_keyboard_alone(page: Page) -> None:
    page.get_by_text("Charge nurse", exact=True).wait_for()
    settle(page)
    with page.expect_file_chooser() as asked:
        _press_at(page, "Upload", "Enter")
    asked.value.set_files(samples.path("head-chef"))
    sentences = read_summary(page)
    _lands(page, "The summary")
    _is_told(page, f"The summary is there: {len(sentences)} sentences.")
    assert page.evaluate(_NAMELESS) == []

    text, status = page.locator(".sentence"), page.locator(".status")
    _press_at(page, sentences[2], "Enter")
    expect(page.locator(".quotes q").first).to_be_visible()
    _press_at(page, "Other wording", "Enter")
    page.get_by_text("no other wording").or_(status.get_by_text("Another wording.")).first.wait_for()
    settle(page)
    chosen = page.locator(".sentence[aria-pressed=true]").inner_text()
    _press_at(page, "Move up", "Enter")
    expect(status).to_have_text(f"Moved to 2/{len(sentences)}.")
    expect(text.nth(1)).to_have_text(chosen)
    _lands(page, "Move up")
    _press_at(page, "Leave out", "Enter")
    expect(status).to_have_text("Left out.")
    _lands(page, "Leave out")
    page.keyboard.press("Alt+z")
    expect(status).to_have_text("Undone.")
    settle(page)
    _press_at(page, "Redo", "Enter", back=True)
    expect(status).to_have_text("Done again.")
    _lands(page, "Copy the text")  # the button that was pressed is gone

    _press_at(page, "Summary", "ArrowRight", back=True)
    page.keyboard.press("Enter")
    _press_at(page, "Change the text as you like", "Control+End")
    page.keyboard.type(" Won 77 prizes.")
    page.keyboard.press("Tab")
    page.locator(".verdicts .fails").wait_for()
    settle(page)


def test_a_text_is_taken_away_and_everything_forgotten_by_keyboard_alone(page: Page) -> None:
    sentences = summarise(page, samples.path("head-chef"))
    _press_at(page, "Download", "Enter")
    _lands(page, "My resume with the summary in it")
    with page.expect_download() as file:
        _press_at(page, "Summary as text", "Enter")
    assert Path(file.value.path()).read_text("utf-8") == " ".join(sentences) + "\n"
    page.keyboard.press("Escape")
    _lands(page, "Download")
    _press_at(page, "Forget everything", "Enter")
    _lands(page, "The resumes, the batch")  # the question, as a whole
    page.keyboard.press("Escape")
    _lands(page, "Forget everything")
    page.keyboard.press("Enter")
    _lands(page, "The resumes, the batch")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="A true summary of your resume").wait_for()
    _lands(page, "Upload")


def test_a_date_is_corrected_by_keyboard_alone(page: Page) -> None:
    asked: list[str] = []
    page.on("dialog", lambda dialog: asked.append(dialog.type))
    take_sample(page, "Head chef")
    read_summary(page)
    lines = page.evaluate(_LINES)
    assert any(line.startswith("item: ") for line in lines)
    page.get_by_role("tab", name="Summary", exact=True).focus()
    for key in ("ArrowRight", "ArrowRight", "Enter"):
        page.keyboard.press(key)
    page.get_by_test_id("stDataFrame").nth(4).wait_for()
    settle(page)
    _press_at(page, "Fullscreen: Jobs", "Tab")

    def at_date() -> bool:
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(200)  # the table goes on when it has drawn
        return str(page.evaluate(FOCUSED_NAME)) == "2018-05"

    until(at_date)
    make = page.get_by_role("button", name="Make the summary of these facts")
    type_into_cell(page, "soon")
    page.get_by_text(re.compile("“1. Head Chef, .*”, From: “soon” is no date that is clear.")).wait_for()
    expect(make).to_be_disabled()
    page.keyboard.press("ArrowUp")
    type_into_cell(page, "Jan 2016")
    expect(make).to_be_enabled()
    settle(page)
    page.keyboard.press("Alt+m")  # below five tables
    page.get_by_text("The summary is made of the facts as you put them right.").wait_for()
    _lands(page, "The summary")
    _is_told(page, "The summary is there")
    expect(page.get_by_role("tab", name="Summary", exact=True)).to_be_in_viewport()
    assert page.evaluate(_LINES)[: len(lines)] == lines
    expect(page.get_by_text("As you put it right", exact=True)).to_be_attached()
    _press_at(page, "Copy the text")
    page.wait_for_timeout(6000)  # beyond what the browser remembers by itself
    page.reload()
    page.get_by_role("heading", name="A true summary of your resume").wait_for()
    assert asked == ["beforeunload"]


def test_a_batch_is_read_sorted_and_left_by_keyboard_alone(page: Page) -> None:
    page.get_by_text("Charge nurse", exact=True).wait_for()
    settle(page)
    _press_at(page, "Batch", "Enter")
    page.get_by_text("Try it with six samples").wait_for()
    settle(page)
    _press_at(page, "Try it with six samples", "Enter")
    _lands(page, "Summarise all 6")
    page.keyboard.press("Enter")
    page.get_by_text("6 resumes · 6 done", exact=True).wait_for()
    _lands(page, "All")
    _is_told(page, "6 resumes, 6 done")
    assert page.locator(".st-key-opened").count() == 0

    rows = page.get_by_test_id("stDataFrame").locator("tbody tr td:first-child")
    first = rows.first.text_content()
    _press_at(page, "Sort by", "ArrowDown")
    page.keyboard.type("By name")
    expect(page.get_by_role("option")).to_have_text(["By name"])
    page.keyboard.press("Enter")
    expect(rows.first).not_to_have_text(first or "")
    settle(page)
    names = [each or "" for each in rows.all_text_contents()]
    assert names == sorted(names)
    _press_at(page, "Search", "Tab", "ArrowDown")
    opened = page.locator(".st-key-opened")
    expect(opened).to_contain_text(names[1])
    _is_told(page, f"{names[1]} is open.")
    page.keyboard.press("ArrowDown")
    expect(opened).to_contain_text(names[2])
    settle(page)
    _press_at(page, "Back to all", "Enter")
    expect(opened).to_have_count(0)
    _lands(page, "All")


def test_on_a_phone_a_person_stands_in_the_place_of_the_table_with_a_way_back(visit: Open) -> None:
    page = visit(**PHONE)
    page.get_by_test_id("stExpandSidebarButton").tap()
    page.get_by_role("link", name="Batch", exact=True).tap()
    page.get_by_role("button", name="Try it with six samples").tap()
    page.get_by_role("button", name="Summarise all 6").tap()
    page.get_by_text("6 resumes · 6 done", exact=True).wait_for()
    settle(page)
    table = page.get_by_test_id("stDataFrame")
    expect(table).to_have_count(1)
    assert page.evaluate(_SMALL) == []
    opened = page.locator(".st-key-opened")

    def tap() -> bool:
        if box := table.bounding_box():
            page.touchscreen.tap(box["x"] + 40, box["y"] + 35 * 3 + 17)
        page.wait_for_timeout(500)
        return bool(opened.count())

    until(tap)
    page.locator(".sentence").first.wait_for()
    settle(page)
    box = opened.bounding_box()
    assert box is not None
    place = [box["x"] + 20, box["y"] + box["height"] / 2]
    until(lambda: bool(page.evaluate(_UNCOVERED, place)))
    expect(page.locator(".sentence").first).to_be_in_viewport()
    expect(table).to_be_hidden()
    assert page.evaluate(_SMALL) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("button", name="Back to all").tap()
    expect(opened).to_have_count(0)
    expect(table).to_be_visible()
