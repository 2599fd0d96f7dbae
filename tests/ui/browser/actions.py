"""What a person does on the pages."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.builders.waiting import until

COPY = "Copy the text"
FRAMES = 120
"""Frames in which a row that was clicked says so. The table waits 200 ms before it tells, and a page that is slow draws
its frames slowly: they are its own clock."""
FOCUSED = """() => {
    let each = document.activeElement;
    while (each?.shadowRoot?.activeElement) each = each.shadowRoot.activeElement;
    return each;
}"""
"""What has the keyboard's place, in whichever tree."""
FOCUSED_NAME = f"""() => {{
    const each = ({FOCUSED})();
    return each.matches("body, main") ? "" : each.getAttribute("aria-label") || each.ariaLabel || each.innerText || "";
}}"""
_CHOSEN = """async ([selector, frames]) => {
    for (let frame = 0; frame < frames; frame++) {
        if (document.querySelector(selector)) return true;
        await new Promise(requestAnimationFrame);
    }
    return false;
}"""


def upload(page: Page, *paths: Path) -> None:
    """Give files; what sends many together is there once a folder can be chosen."""
    if len(paths) > 1:
        page.locator("button", has_text="Choose a whole folder").wait_for(
            state="attached"
        )  # a phone shows none
    page.locator("input[type=file]").first.set_input_files(list(paths))


def read_summary(page: Page) -> list[str]:
    """The sentences, once they are there and nothing is drawn anew any more."""
    page.get_by_role("button", name=COPY).wait_for()
    settle(page)
    sentences: list[str] = page.locator(".sentence").all_inner_texts()
    return sentences


def take_sample(page: Page, name: str) -> None:
    """Choose a sample once nothing is drawn any more: a click on what is being drawn anew is not heard."""
    sample = page.get_by_text(name, exact=True)
    sample.wait_for()
    settle(page)
    sample.click()


def another(page: Page) -> None:
    """Leave this resume: the page of the beginning is there, and at rest."""
    page.get_by_role("button", name="Another resume").click()
    page.get_by_text("No resume at hand? Try a sample.").wait_for()
    settle(page)


def summarise(page: Page, path: Path) -> list[str]:
    upload(page, path)
    return read_summary(page)


def download(page: Page, label: str) -> bytes:
    """A file out of the menu of downloads. The menu is drawn last, and while it closes its files can still be seen."""
    settle(page)
    button = page.get_by_role("button", name=label, exact=True)
    page.get_by_role("button", name="Download", exact=True).click()
    with page.expect_download() as waiting:
        button.click()
    page.keyboard.press("Escape")
    expect(button).to_be_hidden()
    return Path(waiting.value.path()).read_bytes()


def go_to(page: Page, name: str) -> None:
    """Another page, by its entry at the top; on a phone the entries are folded away."""
    link = page.get_by_role("link", name=name, exact=True)
    menu = page.get_by_test_id("stExpandSidebarButton")
    link.or_(menu).filter(visible=True).first.wait_for()
    if menu.is_visible():
        menu.click()
    link.click()
    page.wait_for_url(re.compile(r"/$" if name == "Summarise" else rf"/{name.lower()}$"))


def tab(page: Page, name: str) -> None:
    entry = page.get_by_role("tab", name=name, exact=True)
    # While the page is drawn anew the entries of before stand beside the new ones.
    expect(entry).to_have_count(1)
    entry.click()


def edit(page: Page, text: str) -> None:
    """Change the text and leave the field, as a person does who is done."""
    tab(page, "Edit")
    field = page.get_by_role("textbox", name="Change the text as you like")
    field.fill(text)
    field.blur()


def more(page: Page) -> None:
    """Open the rarer choices."""
    page.get_by_role("button", name="More", exact=True).click()


def settle(page: Page) -> None:
    """Wait until nothing runs any more and the fonts are there."""
    page.locator('.stApp[data-test-script-state="notRunning"]').wait_for()
    page.evaluate("document.fonts.ready")


def open_row(page: Page, number: int) -> None:
    """Open a person of a batch. The table is drawn on a canvas: its rows have places, and elements for who cannot see.

    Such an element says whether the click was heard: while the table is drawn anew, it is not.
    """
    settle(page)
    table = page.get_by_test_id("stDataFrame")
    expect(table).to_have_count(1)  # the one that filled goes when the other is there
    row = f'[data-testid=stDataFrame] tr[aria-rowindex="{number + 2}"]'
    page.locator(row).wait_for(state="attached")

    def choose() -> bool:
        box = table.bounding_box()
        assert box is not None
        page.mouse.click(box["x"] + 15, box["y"] + 35 * (number + 1) + 17)
        chosen: bool = page.evaluate(_CHOSEN, [f"{row} td[aria-selected=true]", FRAMES])
        return chosen

    until(choose)
    page.locator(".sentence").first.wait_for()
    settle(page)


def search(page: Page, wanted: str, *, found: int) -> None:
    """Leave so many people in the table: until it is drawn anew, its rows are those of before."""
    field = page.get_by_role("textbox", name="Search")
    field.fill(wanted)
    field.press("Enter")
    expect(page.get_by_test_id("stDataFrame").locator("tbody tr")).to_have_count(found)


def type_into_cell(page: Page, text: str) -> None:
    """Write over the chosen cell of a table: its field comes a moment after the key that opens it."""
    page.keyboard.press("Enter")
    field = page.locator("textarea.gdg-input")
    expect(field).to_be_focused()
    page.keyboard.press("Control+a")
    page.keyboard.type(text)
    expect(field).to_have_value(text)
    page.wait_for_timeout(500)  # the table takes what was drawn, and nobody presses the key sooner
    page.keyboard.press("Enter")
    page.wait_for_timeout(500)
    settle(page)


def choose_cell(page: Page, share: float) -> None:
    """Choose a cell in the first row of the first table, at this share of its width, as soon as the table hears."""

    def choose() -> bool:
        settle(page)
        box = page.get_by_test_id("stDataFrame").first.bounding_box()
        assert box is not None
        page.mouse.click(box["x"] + box["width"] * share, box["y"] + 52, delay=50)
        chosen: bool = page.evaluate(_CHOSEN, ["[data-testid=stDataFrame] td[aria-selected=true]", FRAMES])
        return chosen

    until(choose)
