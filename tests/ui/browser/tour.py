"""Every page and state worth looking at, in the order in which one session comes by them."""

from collections.abc import Callable, Mapping

from playwright.sync_api import Page

from functions.summarize import samples
from tests.ui.browser.actions import another, edit, go_to, more, read_summary, tab, take_sample, upload

JOB = "We look for a charge nurse with triage, Epic, wound care, ECMO and Kubernetes. ACLS is a must."


def start(page: Page) -> None:
    page.get_by_role("heading", name="A true summary of your resume").wait_for()
    page.get_by_text("Charge nurse", exact=True).wait_for()


def summary(page: Page) -> None:
    take_sample(page, "Charge nurse")
    read_summary(page)


def edited(page: Page) -> None:
    edit(page, "Charge nurse with 11+ years of experience. Won 77 prizes.")
    page.locator(".verdicts .fails").wait_for()


def facts(page: Page) -> None:
    tab(page, "Facts")
    page.get_by_role("textbox", name="Name", exact=True).wait_for()
    page.get_by_test_id("stDataFrame").nth(4).wait_for()


def versions(page: Page) -> None:
    """Of a resume that has facts for more than one."""
    another(page)
    take_sample(page, "Backend engineer")
    read_summary(page)
    more(page)
    page.get_by_role("slider").press("ArrowRight")
    page.keyboard.press("Escape")
    tab(page, "Versions")
    page.get_by_role("button", name="Take version 2").wait_for()


def brief(page: Page) -> None:
    another(page)
    take_sample(page, "Charge nurse")
    read_summary(page)
    page.get_by_text("For a recruiter").click()
    tab(page, "Summary")
    page.locator(".brief").wait_for()
    more(page)
    job = page.get_by_role("textbox", name="Fit to a job")
    job.fill(JOB)
    job.press("Control+Enter")
    page.keyboard.press("Escape")
    page.locator(".stated").first.wait_for()
    page.get_by_text("Blind", exact=True).click()
    page.locator(".left-out").first.wait_for()


def batch(page: Page) -> None:
    go_to(page, "Batch")
    page.get_by_text("Blind", exact=True).or_(page.get_by_text("Try it with six samples")).first.wait_for()
    upload(page, *map(samples.path, ("charge-nurse", "head-chef", "paralegal")))
    page.get_by_role("button", name="Summarise the other 2").click()
    page.get_by_text("3 resumes · 3 done").wait_for()


def compare(page: Page) -> None:
    go_to(page, "Compare")
    page.get_by_role("heading", name="What they wrote").wait_for()


def models(page: Page) -> None:
    go_to(page, "Models")
    page.get_by_role("heading", name="Parsers", exact=True).wait_for()


STATES: Mapping[str, Callable[[Page], None]] = {
    "start": start,
    "summary": summary,
    "edited": edited,
    "facts": facts,
    "versions": versions,
    "brief": brief,
    "batch": batch,
    "compare": compare,
    "models": models,
}
