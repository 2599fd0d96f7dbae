"""The main ways through the product, as a person walks them."""

import csv
import io
import json
import re
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from playwright.sync_api import Page, expect

from functions.summarize import samples
from tests.builders.archives import zipped
from tests.builders.ports import free_port
from tests.ui.browser.actions import (
    COPY,
    another,
    choose_cell,
    download,
    edit,
    go_to,
    more,
    open_row,
    read_summary,
    search,
    settle,
    summarise,
    tab,
    take_sample,
    type_into_cell,
    upload,
)
from tests.ui.browser.conftest import Open
from tests.ui.browser.product import page_alone, summarize_alone

pytestmark = pytest.mark.browser
GOOD = [
    "backend-engineer", "charge-nurse", "electrician", "head-chef", "paralegal", "pharmacist", "professor",
    "truck-driver",
]  # fmt: skip


def test_upload_summary_evidence_edit_check_and_downloads(page: Page) -> None:
    sentences = summarise(page, samples.path("charge-nurse"))
    assert len(sentences) >= 2
    body: dict[str, Any] = json.loads(download(page, "Summary with its sources as data (JSON)"))
    assert [sentence["text"] for sentence in body["sentences"]] == sentences
    assert json.loads(download(page, "Facts as data (JSON Resume)"))["basics"]["summary"] == " ".join(
        sentences
    )

    edit(page, f"{sentences[0]} Won 77 Nobel prizes.")
    page.locator(".verdicts .fails").wait_for()
    assert page.locator(".verdicts .holds").all_inner_texts() == [sentences[0]]
    assert "The resume does not give the figure “77”." in page.locator(".verdicts .fails").inner_text()

    tab(page, "Summary")
    page.get_by_text("1 of 2 sentences did not pass the check").first.wait_for()
    expect(page.locator(".sentence .unsupported").get_by_text("77", exact=True)).to_have_count(1)
    page.locator(".sentence:has(.unsupported)").click()
    expect(page.locator(".fault", has_text="The resume does not give the figure “77”.")).to_have_count(1)
    text = f"{sentences[0]} Won 77 Nobel prizes."
    page.get_by_role("button", name=COPY).click()
    page.get_by_text("Copied.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == text
    assert download(page, "Summary as text").decode() == f"{text}\n"
    document = docx.Document(io.BytesIO(download(page, "Summary as a Word document")))
    assert document.paragraphs[-1].text == text
    assert "1 of 2 sentences did not pass" in document.sections[0].footer.paragraphs[0].text

    page.get_by_role("button", name="Forget everything").click()
    page.get_by_role("dialog").get_by_role("button", name="Forget everything").click()
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
    take_sample(page, "Charge nurse")
    read_summary(page)
    more(page)
    page.get_by_role("slider").press("ArrowRight")
    page.keyboard.press("Escape")
    tab(page, "Versions")
    page.get_by_role("button", name="Take version 2").click()
    first, second = (page.locator("p.version").nth(each).inner_text() for each in range(2))
    page.get_by_role("button", name="Taken").wait_for()
    tab(page, "Summary")
    expect(page.locator(".paragraph")).to_have_text(second)
    page.keyboard.press("Alt+v")
    expect(page.locator(".paragraph")).to_have_text(first)

    page.get_by_text("For a recruiter").click()
    page.locator(".brief dt", has_text="Credentials").wait_for()
    more(page)
    job = page.get_by_role("textbox", name="Fit to a job")
    job.fill("We seek a nurse with triage and Kubernetes.")
    job.press("Control+Enter")
    page.keyboard.press("Escape")
    page.locator(".stated", has_text="triage").press("Enter")
    expect(page.locator("mark.chosen").first).to_have_text("triage")
    assert "Kubernetes" in page.locator(".unstated").all_inner_texts()[0]

    assert "folasade" in page.locator(".text").inner_text().lower()
    page.get_by_text("Blind", exact=True).click()
    page.locator(".left-out", has_text="[email]").wait_for()
    page.get_by_text("A person decides").wait_for()
    settle(page)
    for leak in ("folasade", "chesapeake valley", "charge-nurse.docx"):
        assert leak not in page.locator("body").inner_text().lower()
    assert b"olasade" not in download(page, "Summary with its sources as data (JSON)")


def test_a_batch_of_ten_with_two_that_cannot_be_read(page: Page, tmp_path: Path) -> None:
    bad = [tmp_path / "=not-word.docx", tmp_path / "empty.docx"]
    bad[0].write_bytes(b"%PDF-1.7 not a Word document")
    bad[1].write_bytes(b"")
    go_to(page, "Batch")
    upload(page, *map(samples.path, GOOD), *bad)
    page.get_by_role("button", name="Summarise all 10").click()
    page.get_by_text("10 resumes · 8 done · 2 failed").wait_for()
    expect(page.get_by_role("button", name="Summarise")).to_have_count(0)

    table = list(csv.DictReader(io.StringIO(download(page, "Table (CSV)").decode("utf-8-sig"))))
    assert [row["file"] for row in table] == [
        *(f"{name}.docx" for name in GOOD),
        "'=not-word.docx",
        "empty.docx",
    ]
    assert [row["status"] for row in table] == ["ok"] * 8 + ["failed"] * 2
    with zipfile.ZipFile(io.BytesIO(download(page, "Everything (ZIP)"))) as archive:
        assert len(archive.namelist()) == 1 + 3 * len(GOOD)
        text = archive.read("paralegal/summary.txt").decode()
        assert " ".join(text.split()) == " ".join(table[4]["summary"].split())

    search(page, "paralegal.docx", found=1)
    open_row(page, 0)
    lines = page.locator(".brief dt, .brief dd").all_inner_texts()
    told = (f"{label}: {text}" for label, text in zip(lines[::2], lines[1::2], strict=True))
    assert " ".join(" ".join(told).split()) == " ".join(table[4]["summary"].split())


def test_a_row_opens_its_person_in_the_order_chosen_and_the_arrow_keys_go_on(page: Page) -> None:
    go_to(page, "Batch")
    upload(page, *map(samples.path, ("paralegal", "head-chef", "charge-nurse", "professor")))
    page.get_by_role("button", name="Summarise all 4").click()
    page.get_by_text("4 resumes · 4 done").wait_for()
    settle(page)
    expect(page.get_by_test_id("stDataFrame")).to_have_count(1)
    rows = page.get_by_test_id("stDataFrame").locator("tbody tr")
    files = [f"{name}.docx" for name in ("paralegal", "head-chef", "charge-nurse", "professor")]
    expect(rows.first).to_contain_text(files[0])
    table = page.get_by_test_id("stDataFrame").bounding_box()
    assert table is not None
    page.mouse.move(
        table["x"] + 60, table["y"] + 17
    )  # the title of the names; the table first has to see the mouse
    page.evaluate("new Promise(requestAnimationFrame)")
    page.mouse.click(table["x"] + 60, table["y"] + 17, delay=50)
    expect(rows.first).not_to_contain_text(files[0])
    names = [row.locator("td").first.text_content() for row in rows.all()]
    order = [next(file for file in files if file in (row.text_content() or "")) for row in rows.all()]
    assert names == sorted(filter(None, names))

    open_row(page, 0)
    opened = page.locator(".st-key-opened")
    expect(opened).to_contain_text(order[0])
    assert [row.locator("td").first.text_content() for row in rows.all()] == names
    page.keyboard.press("ArrowDown")
    expect(opened).to_contain_text(order[1])
    assert page.locator(".st-key-progress").bounding_box() is not None
    page.get_by_role("button", name="Back to all", exact=True).click()
    expect(page.locator(".sentence")).to_have_count(0)


def test_a_search_in_a_batch_stays_on_other_pages_and_in_a_blind_review(page: Page) -> None:
    go_to(page, "Batch")
    upload(page, *map(samples.path, ("paralegal", "head-chef")))
    page.get_by_role("button", name="Summarise all 2").click()
    page.get_by_text("2 resumes · 2 done").wait_for()
    search(page, "chef", found=1)
    field, rows = (
        page.get_by_role("textbox", name="Search"),
        page.get_by_test_id("stDataFrame").locator("tbody tr"),
    )
    go_to(page, "Summarise")
    page.get_by_role("heading", name="A true summary of your resume").wait_for()
    go_to(page, "Batch")
    expect(field).to_have_value("chef")
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text("head-chef.docx")
    page.get_by_text("Blind", exact=True).click()
    page.get_by_role("button", name="Summarise all 2").click()
    page.get_by_text("2 resumes · 2 done").wait_for()
    expect(field).to_have_value("chef")
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text("Resume 2")


def test_five_hundred_resumes_come_as_one_archive(page: Page, tmp_path: Path) -> None:
    people = tmp_path / "people.zip"
    data = [samples.path(name).read_bytes() for name in GOOD]
    people.write_bytes(zipped(*((f"{number:03}.docx", data[number % len(data)]) for number in range(500))))
    go_to(page, "Batch")
    upload(page, people)
    page.get_by_text("500 resumes · 0 done · 500 to do").wait_for()
    page.get_by_role("button", name="Summarise all 500").click()
    page.get_by_text(re.compile(r"500 resumes · [1-9]\d* done")).wait_for()
    page.get_by_role("button", name="Stop").click()
    page.get_by_role("button", name="Summarise the other").wait_for()


def test_the_models_side_by_side_and_one_of_them_taken(page: Page) -> None:
    go_to(page, "Compare")
    take_sample(page, "Head chef")
    page.get_by_role("heading", name="What they wrote").wait_for()
    settle(page)
    summaries = page.locator("p.version").all_inner_texts()
    assert len(summaries) == 3
    assert page.locator("figure.bars").count() == 3
    page.get_by_role("button", name="Read with its sources").nth(1).click()
    assert " ".join(read_summary(page)) == summaries[1]
    more(page)
    expect(page.get_by_role("combobox", name="Model")).to_have_value("GPT-2")


def test_each_sentence_is_the_persons_to_shape(page: Page) -> None:
    sentences = summarise(page, samples.path("head-chef"))
    text = page.locator(".sentence")
    text.nth(2).click()
    page.get_by_role("button", name="Move up").click()
    expect(text.nth(1)).to_have_text(sentences[2])
    page.get_by_role("button", name="Leave out").click()
    expect(text).to_have_count(len(sentences) - 1)
    page.keyboard.press("Alt+z")
    expect(text).to_have_count(len(sentences))
    page.get_by_role("button", name="Redo").click()
    expect(text).to_have_count(len(sentences) - 1)
    expect(page.locator(".text > .strong").first).to_be_visible()
    line = page.locator(".text > .item:not(:has(mark)) .rest").first  # that the summary does not tell yet
    words = line.inner_text().strip()
    line.click()
    page.get_by_role("button", name="Use this line").click()
    expect(text.last).to_have_text(f"{words}.")
    expect(page.locator(".sentence .unsupported")).to_have_count(0)
    page.keyboard.press("Alt+c")
    page.get_by_text("Copied.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == " ".join(text.all_inner_texts())


def test_each_line_of_a_brief_is_the_persons_to_shape(page: Page) -> None:
    """On the page of many resumes, where recruiters read briefs."""
    go_to(page, "Batch")
    upload(page, samples.path("head-chef"))
    page.get_by_role("button", name="Summarise all 1").click()
    page.get_by_text("1 resume · 1 done").wait_for()
    open_row(page, 0)
    labels, text = page.locator(".brief dt"), page.locator(".sentence")
    highlights = page.locator(".brief dd").last.locator(".sentence")
    first, second, third = highlights.all_inner_texts()

    highlights.nth(2).click()
    page.get_by_role("button", name="Move up").click()
    expect(highlights).to_have_text([first, third, second])
    expect(highlights.nth(1)).to_have_attribute("aria-pressed", "true")
    highlights.first.click()
    page.get_by_role("button", name="Move up").click()
    expect(labels).to_have_text(["Now", "Before", "Years", "Skills", "Highlights", "Credentials"])
    expect(text.filter(has_text=first)).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".quotes q").first).to_be_visible()

    years = text.filter(has_text="years of experience")
    years.click()
    expect(page.get_by_role("button", name="Other wording")).to_be_hidden()  # rules word it, in one way
    page.get_by_role("button", name="Leave out").click()
    expect(labels).to_have_text(["Now", "Before", "Skills", "Highlights", "Credentials"])
    page.keyboard.press("Alt+z")
    expect(years).to_have_count(1)
    page.get_by_role("button", name="Redo").click()
    expect(years).to_have_count(0)

    line = page.locator(".text > .item:not(:has(mark)) .rest").first  # that the brief does not tell yet
    words = line.inner_text().strip()
    line.click()
    page.get_by_role("button", name="Use this line").click()
    expect(page.locator(".brief dd").nth(3).locator(".sentence")).to_have_text(
        [first, third, second, f"{words}."]
    )
    expect(page.locator(".sentence .unsupported")).to_have_count(0)
    page.keyboard.press("Alt+c")
    page.get_by_text("Copied.").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.splitlines()[3] == f"Highlights: {first} {third} {second} {words}."
    [row] = csv.DictReader(io.StringIO(download(page, "Table (CSV)").decode("utf-8-sig")))
    assert row["summary"].split() == copied.split()


def test_a_kept_line_of_a_brief_stays_when_it_is_fitted_to_a_job(page: Page) -> None:
    sentences = summarise(page, samples.path("head-chef"))
    page.get_by_text("For a recruiter").click()
    page.locator(".brief").wait_for()
    kept = page.locator(".sentence.kept")
    page.locator(".sentence").last.click()
    page.get_by_role("button", name="Keep", exact=True).click()
    expect(kept).to_have_count(1)
    said = kept.inner_text()
    more(page)
    job = page.get_by_role("textbox", name="Fit to a job")
    job.fill("We seek a chef who trained commis chefs and led a brigade.")
    job.press("Control+Enter")
    page.keyboard.press("Escape")
    page.locator(".stated").first.wait_for()
    expect(kept).to_have_text(said)
    assert page.locator(".brief dd").last.inner_text().count(said.removesuffix(" (kept)")) == 1
    page.get_by_text("For my resume").click()
    expect(page.locator(".sentence")).to_have_text(sentences)  # a summary keeps its own


def test_the_chosen_sentence_is_dragged_to_another_place(page: Page) -> None:
    sentences = summarise(page, samples.path("head-chef"))
    text = page.locator(".sentence")
    text.nth(3).click()
    expect(text.nth(3)).to_have_attribute("draggable", "true")
    expect(text.nth(0)).to_have_attribute("draggable", "false")
    text.nth(3).drag_to(text.nth(1))
    expect(text.nth(1)).to_have_text(sentences[3])
    expect(text.nth(2)).to_have_text(sentences[1])
    expect(text.nth(1)).to_have_attribute("aria-pressed", "true")


def test_facts_are_put_right_in_place_and_years_are_asked_about(page: Page, tmp_path: Path) -> None:
    path = tmp_path / "nurse.docx"
    document = docx.Document()
    for line in (
        "Ada Obi",
        "Profile", "Head nurse with over twenty years of experience in intensive care.",
        "Experience",
        "Head Nurse, Elm Hospital, Jan 2018 - Present", "Led 12 nurses on a ward of 30 beds",
        "Staff Nurse, Oak Clinic, Jan 2012 - Dec 2017", "Cut waiting time by 20% in two years",
        "Skills", "Triage, Epic, Wound care",
        "Please turn over.",
    ):  # fmt: skip
        document.add_paragraph(line)
    document.save(str(path))
    summarise(page, path)
    page.get_by_role("button", name="20 years").click()
    expect(page.locator(".sentence").first).to_contain_text("twenty years")
    expect(page.get_by_text("Which is right?")).to_have_count(0)

    tab(page, "Facts")
    page.get_by_text("Lines that nothing understood", exact=True).wait_for()
    page.get_by_text("Two rows are one job").click()
    rows = page.get_by_role("combobox", name="The two rows")
    rows.click()
    for row in ("1. Head Nurse, Elm Hospital", "2. Staff Nurse, Oak Clinic"):
        option = page.get_by_role("option", name=row)
        if not option.is_visible():
            rows.press("ArrowDown")  # the list closes when the page moves below it
        option.click()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Make them one job").click()
    page.get_by_text("Two rows are one job").wait_for(state="detached")
    resume = json.loads(download(page, "Facts as data (JSON Resume)"))
    [job] = resume["work"]
    assert (job["position"], job["name"], job["startDate"]) == ("Head Nurse", "Elm Hospital", "2012-01")
    assert "endDate" not in job
    assert len(job["highlights"]) == 2
    assert resume["meta"]["yearsExperience"]["value"] == 20


def test_facts_that_are_being_put_right_outlive_a_blind_review_an_option_and_a_service_that_is_away(
    visit: Open,
) -> None:
    port = free_port()
    with page_alone(summarize=port, catalog=free_port()) as url:
        page = visit(url)
        with summarize_alone(port):
            summarise(page, samples.path("head-chef"))
            _write_employer(page, "The Old Lantern")
            for _ in range(2):
                page.get_by_text("Blind", exact=True).click()
                settle(page)
            tab(page, "Facts")
            _is_begun(page)
            tab(page, "Summary")
        page.get_by_role("combobox", name="Length in words").click()
        page.get_by_role("option", name="Short").click()
        page.get_by_text("The service is not running").first.wait_for()
        with summarize_alone(port):
            read_summary(page)
            tab(page, "Facts")
            _is_begun(page)
            page.get_by_role("button", name="Make the summary of these facts").click()
            page.get_by_text("The summary is made of the facts as you put them right.").wait_for()
            resume = json.loads(download(page, "Facts as data (JSON Resume)"))
    assert resume["work"][0]["name"] == "The Old Lantern"
    assert len(resume["work"]) == len({job["name"] for job in resume["work"]})


def _write_employer(page: Page, name: str) -> None:
    """Write another employer over that of the first job."""
    tab(page, "Facts")
    page.get_by_text("Two rows are one job").wait_for()
    choose_cell(page, 0.4)
    type_into_cell(page, name)


def _is_begun(page: Page) -> None:
    settle(page)
    cells = page.get_by_test_id("stDataFrame").first.locator("tbody td")
    expect(cells.filter(has_text="The Old Lantern")).to_have_count(1)
    expect(page.get_by_role("button", name="Make the summary of these facts")).to_be_enabled()


def test_a_kept_sentence_stays_when_the_options_change(page: Page) -> None:
    sentences = summarise(page, samples.path("head-chef"))
    kept = page.locator(".sentence.kept")
    page.locator(".sentence").nth(1).click()
    page.get_by_role("button", name="Keep", exact=True).click()
    expect(kept).to_have_text(f"{sentences[1]} (kept)")
    page.get_by_role("combobox", name="Length in words").click()
    page.get_by_role("option", name="Long").click()
    expect(page.locator(".sentence")).not_to_have_count(len(sentences))
    expect(kept).to_have_text(f"{sentences[1]} (kept)")
    kept.click()
    page.get_by_role("button", name="Let it go").click()
    expect(kept).to_have_count(0)


def test_what_a_person_wrote_survives_pages_options_and_another_resume(page: Page) -> None:
    summarise(page, samples.path("head-chef"))
    edit(page, "Head chef at The Copper Lantern.")
    go_to(page, "Batch")
    page.get_by_text("Many resumes at once").wait_for()
    go_to(page, "Summarise")
    tab(page, "Summary")
    own = page.locator(".sentence", has_text="Head chef at The Copper Lantern.")
    own.wait_for()
    page.get_by_text("For a recruiter").click()
    page.locator(".brief").wait_for()
    page.get_by_text("For my resume").click()
    own.wait_for()
    another(page)
    summarise(page, samples.path("paralegal"))
    another(page)
    summarise(page, samples.path("head-chef"))
    own.wait_for()
    assert download(page, "Summary as text").decode() == "Head chef at The Copper Lantern.\n"


def test_what_is_typed_is_taken_before_a_key_acts(page: Page) -> None:
    summarise(page, samples.path("head-chef"))
    tab(page, "Edit")
    field = page.get_by_role("textbox", name="Change the text as you like")
    field.fill("Head chef at The Copper Lantern.")
    page.keyboard.press("Alt+c")
    page.wait_for_function(
        "navigator.clipboard.readText().then(text => text === 'Head chef at The Copper Lantern.')"
    )
    page.keyboard.press("Alt+n")
    page.get_by_text("No resume at hand? Try a sample.").wait_for()
    settle(page)
    summarise(page, samples.path("head-chef"))
    expect(page.locator(".sentence")).to_have_text("Head chef at The Copper Lantern.")


@pytest.mark.parametrize("left", [False, True])
def test_a_text_that_is_typed_is_asked_about_before_the_server_knows_of_it(page: Page, left: bool) -> None:
    asked: list[str] = []
    page.on("dialog", lambda dialog: asked.append(dialog.type))
    summarise(page, samples.path("head-chef"))
    tab(page, "Edit")
    field = page.get_by_role("textbox", name="Change the text as you like")
    field.press_sequentially("Head")
    if left:
        field.blur()
    page.reload()
    page.get_by_role("heading", name="A true summary of your resume").wait_for()
    assert asked == ["beforeunload"]


def test_a_sentence_without_another_wording_is_told_of_and_nothing_moves(page: Page, tmp_path: Path) -> None:
    path = tmp_path / "nurse.docx"
    document = docx.Document()
    for line in (
        "Ada Obi", "ada@example.org",
        "Experience",
        "Charge Nurse, Elm Hospital, Jan 2018 - Present", "Led 12 nurses on a ward of 30 beds",
    ):  # fmt: skip
        document.add_paragraph(line)
    document.save(str(path))
    summarise(page, path)
    before = page.locator(".paragraph").bounding_box()
    told = page.get_by_text("The resume gives no other wording of this sentence.")
    page.locator(".sentence").last.click()
    page.get_by_role("button", name="Other wording").click()
    told.wait_for()
    settle(page)
    assert page.locator(".paragraph").bounding_box() == before


def test_on_paper_stand_the_name_and_the_text_alone(page: Page) -> None:
    sentences = summarise(page, samples.path("head-chef"))
    page.emulate_media(media="print")
    assert page.locator(".reader").inner_text().split() == f"Giancarlo D'Amico {' '.join(sentences)}".split()
    assert page.get_by_test_id("stMain").inner_text().split() == []  # the reader is a tree of its own


def test_the_menu_of_a_phone_goes_when_a_page_was_chosen(visit: Open) -> None:
    page = visit(viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True)
    page.get_by_test_id("stExpandSidebarButton").tap()
    page.get_by_role("link", name="Batch", exact=True).tap()
    page.get_by_role("button", name="Try it with six samples").tap()
    page.get_by_text("6 resumes · 0 done · 6 to do").wait_for()


# Taps the menu and its link as soon as they stand there, before the page has drawn itself.
QUICK_THUMB = """
const taps = ["[data-testid=stExpandSidebarButton]", "a[href$='/batch']"];
new MutationObserver(() => {
  const found = taps.length && document.querySelector(taps[0]);
  if (found) { taps.shift(); found.click(); }
}).observe(document, { childList: true, subtree: true });
"""


def test_the_menu_of_a_phone_goes_when_its_page_was_chosen_before_the_first_was_drawn(visit: Open) -> None:
    page = visit(script=QUICK_THUMB, viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True)
    page.get_by_role("button", name="Try it with six samples").tap()
    page.get_by_text("6 resumes · 0 done · 6 to do").wait_for()


def test_a_page_with_work_asks_before_it_is_left(page: Page) -> None:
    asked: list[str] = []
    page.on("dialog", lambda dialog: asked.append(dialog.type))
    summarise(page, samples.path("head-chef"))
    page.reload()
    page.get_by_role("heading", name="A true summary of your resume").wait_for()
    assert asked == []
    summarise(page, samples.path("head-chef"))
    edit(page, "Head chef.")
    page.locator(".verdicts").wait_for()
    settle(page)
    page.wait_for_timeout(6000)  # beyond what the browser remembers by itself
    page.reload()
    page.get_by_role("heading", name="A true summary of your resume").wait_for()
    assert asked == ["beforeunload"]


def test_a_batch_grows_and_an_edit_reaches_its_table(page: Page) -> None:
    go_to(page, "Batch")
    upload(page, samples.path("head-chef"), samples.path("paralegal"))
    page.get_by_role("button", name="Summarise all 2").wait_for()
    settle(page)
    page.get_by_role("button", name="Add resumes").click()
    page.get_by_test_id("stPopoverBody").locator("input[type=file]").set_input_files(
        samples.path("professor")
    )
    page.get_by_role("button", name="Summarise all 3").wait_for()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Summarise all 3").click()
    page.get_by_text("3 resumes · 3 done").wait_for()
    settle(page)
    open_row(page, 1)
    read_summary(page)
    edit(page, "Paralegal.")
    page.locator(".verdicts").wait_for()
    table = list(csv.DictReader(io.StringIO(download(page, "Table (CSV)").decode("utf-8-sig"))))
    assert [row["summary"] == "Paralegal." for row in table] == [False, True, False]


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("resume.pdf", b"%PDF-1.7 not a Word document", "PDF"),
        ("empty.docx", b"", "empty"),
        ("large.docx", b"PK\x03\x04" + bytes(12_000_000), "over the limit of 10 MB"),
        ("larger.pdf", b"%PDF-1.7" + bytes(24_000_000), "over the limit of 10 MB"),
    ],
)
def test_every_kind_of_file_gets_an_answer_in_words_and_the_choices_stay(
    page: Page, tmp_path: Path, name: str, data: bytes, said: str
) -> None:
    whole = summarise(page, samples.path("head-chef"))
    page.get_by_role("combobox", name="Length in words").click()
    page.get_by_role("option", name="Short").click()
    expect(page.locator(".sentence")).not_to_have_count(len(whole))
    before = read_summary(page)
    another(page)
    (tmp_path / name).write_bytes(data)
    upload(page, tmp_path / name)
    expect(page.get_by_test_id("stAlert").first).to_contain_text(said, ignore_case=True)
    page.get_by_role("button", name="Choose another file").click()
    page.get_by_role("heading", name="A true summary of your resume").wait_for()
    settle(page)
    assert summarise(page, samples.path("head-chef")) == before


def test_a_file_too_large_to_be_sent_is_told_of_in_its_place(page: Page, tmp_path: Path) -> None:
    path = tmp_path / "big.docx"
    path.write_bytes(b"PK\x03\x04" + bytes(27_000_000))
    settle(page)
    upload(page, path)
    note = page.locator(".refused")
    expect(note).to_have_text(re.compile("“big.docx” is larger than 25 MB and was not sent.*remove them"))
    expect(note).to_be_visible()
    page.get_by_role("button", name="Remove big.docx").click()
    expect(note).to_be_hidden()


def test_files_that_are_too_large_are_rows_of_a_batch_that_say_so(page: Page, tmp_path: Path) -> None:
    """Given one by one and together; the others are done."""
    sizes = {"12.docx": 12, "24.pdf": 24, "30.docx": 30, "70.docx": 70}
    for name, size in sizes.items():
        with (tmp_path / name).open("wb") as file:
            file.truncate(size * 1_000_000)
    go_to(page, "Batch")
    upload(page, tmp_path / "70.docx")
    page.get_by_role("button", name="Summarise all 1").wait_for()
    settle(page)
    page.get_by_role("button", name="Add resumes").click()
    together = [samples.path("head-chef"), *(tmp_path / name for name in ("12.docx", "24.pdf", "30.docx"))]
    page.get_by_test_id("stPopoverBody").locator("input[type=file]").set_input_files(together)
    page.get_by_role("button", name="Summarise all 5").wait_for()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Summarise all 5").click()
    page.get_by_text("5 resumes · 1 done · 4 failed").wait_for()
    settle(page)
    rows = page.get_by_test_id("stDataFrame").locator("tbody tr")
    expect(rows.filter(has_text="✗ too large")).to_have_count(4)
    table = list(csv.DictReader(io.StringIO(download(page, "Table (CSV)").decode("utf-8-sig"))))
    assert {row["file"] for row in table if "over the limit of 10 MB" in row["error"]} == set(sizes)
