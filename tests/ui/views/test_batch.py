from types import SimpleNamespace
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.builders.archives import zipped
from tests.ui.fakes import BRIEF, BUSY, PROTECTED, FakeServices
from tests.ui.views.pages import batch_page, corrected_batch_page, labels, opened, press, summarised, texts
from ui.people import Person
from ui.views import batch

ALL = "Summarise all 6"


def with_samples(services: FakeServices) -> AppTest:
    return press(opened(batch_page, services), "Try it with six samples")


def column(app: AppTest, title: str) -> list[Any]:
    return list(app.dataframe[0].value[title])


def counted(app: AppTest) -> str:
    return next(str(each.value) for each in app.markdown if " resumes" in each.value)


def test_nothing_is_asked_before_somebody_starts_it() -> None:
    services = FakeServices()
    app = with_samples(services)
    assert not app.exception
    assert counted(app) == "**6 resumes · 0 done · 6 to do**"
    assert "A person decides" in texts(app.info)
    assert services.summarised == []


def test_a_recruiter_gets_briefs_unless_they_choose_otherwise() -> None:
    services = FakeServices()
    app = summarised(with_samples(services), ALL)
    assert {options.output for _, _, options in services.summarised} == {"brief"}
    app.button_group(key="output-batch").set_value("summary").run()
    assert counted(app) == "**6 resumes · 0 done · 6 to do**"


def test_a_resume_that_cannot_be_read_does_not_stop_the_others_and_comes_first() -> None:
    services = FakeServices(summaries=[BRIEF, PROTECTED])
    app = summarised(with_samples(services), ALL)
    assert not app.exception
    assert len(services.summarised) == 6
    assert counted(app) == "**6 resumes · 5 done · 1 failed**"
    assert column(app, "Status") == ["✗ has a password", *["✓ done"] * 5]
    assert column(app, "Name")[1:] == ["Ada Obi"] * 5
    assert ALL not in labels(app)


def test_what_failed_for_a_passing_reason_can_be_asked_again_alone() -> None:
    services = FakeServices(summaries=[BUSY, BUSY])
    app = summarised(with_samples(services), ALL)
    summarised(app, "Summarise the other 2")
    assert len(services.summarised) == 8
    assert counted(app) == "**6 resumes · 6 done**"


def test_a_blind_review_numbers_the_resumes() -> None:
    app = with_samples(FakeServices())
    app.toggle(key="blind").set_value(True).run()
    summarised(app, ALL)
    assert column(app, "File") == [f"Resume {number}" for number in range(1, 7)]
    assert list(app.dataframe[0].proto.column_order) == ["File", "Status", "Title", "Years", "Notes"]


def test_the_rows_can_be_searched_and_filtered() -> None:
    services = FakeServices(summaries=[BRIEF, PROTECTED])
    app = summarised(with_samples(services), ALL)
    app.text_input(key="wanted").set_value("head-chef").run()
    assert column(app, "File") == ["head-chef.docx"]
    app.text_input(key="wanted").set_value("").run()
    app.button_group(key="shown").set_value("failed").run()
    assert column(app, "Status") == ["✗ has a password"]  # of whichever was asked for second


def test_what_is_added_joins_what_is_there() -> None:
    app = with_samples(FakeServices())
    summarised(app, ALL)
    assert len(app.session_state.batch) == 6
    app.run()
    assert counted(app) == "**6 resumes · 6 done**"


def test_an_archive_is_a_row_for_each_file_in_it_and_one_that_cannot_be_unpacked_is_told_of() -> None:
    app = opened(batch_page, FakeServices())
    people = zipped(("north/cv.docx", b"Ada"), ("south/cv.docx", b"Ben"))
    files = [("people.zip", people), ("single.docx", b"Cem"), ("*none*.zip", zipped())]
    app.file_uploader[0].set_value([(*file, "application/octet-stream") for file in files]).run()
    assert not app.exception
    assert [each.name for each in app.session_state["batch"]] == [
        "north/cv.docx",
        "south/cv.docx",
        "single.docx",
    ]
    assert texts(app.error) == r"\*none\*\.zip has no files in it\. Give an archive of Word documents\."


def test_of_a_file_that_is_too_large_enough_is_kept_for_the_service_to_refuse_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(batch, "LARGEST_FILE", 10)
    app = opened(batch_page, FakeServices())
    app.file_uploader[0].set_value([("large.docx", bytes(30), "application/octet-stream")]).run()
    assert [len(each.data) for each in app.session_state["batch"]] == [11]


def test_a_part_of_many_files_that_did_not_arrive_is_told_of() -> None:
    app = opened(batch_page, FakeServices())
    part = ("9 files, part 1 of 2.zip", zipped(("cv.docx", b"Ada")), "application/zip")
    app.file_uploader[0].set_value([part]).run()
    assert [each.name for each in app.session_state["batch"]] == ["cv.docx"]
    assert texts(app.error).startswith("1 of the 2 parts in which the 9 files were sent did not arrive")


def test_a_person_of_the_batch_whose_facts_were_put_right_is_asked_for_at_once_and_alone() -> None:
    services = FakeServices()
    app = press(opened(corrected_batch_page, services), "Try it with six samples")
    press(summarised(app, ALL), "Correct")
    assert not app.exception
    assert services.corrected == [*[""] * 6, '{"basics": {"name": "Ada Obi"}}']
    assert services.summarised[6][0] == app.session_state["batch"][1].name
    assert counted(app) == "**6 resumes · 6 done**"


class State(dict[str, Any]):
    """A session's state without a session."""

    __getattr__ = dict.__getitem__
    __setattr__ = dict.__setitem__


@pytest.mark.parametrize(("cells", "chosen"), [([(1, "File")], 7), ([(2, "File")], 9), ([], None)])
def test_the_row_that_was_clicked_is_opened_if_the_table_has_it(
    cells: list[tuple[int, str]], chosen: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    state = State(opened=9, table=SimpleNamespace(selection=SimpleNamespace(cells=cells)))
    monkeypatch.setattr(st, "session_state", state)
    batch._choose("table", (4, 7), 0)
    assert state["opened"] == chosen


def test_a_choice_from_before_a_person_was_closed_opens_nobody_again(monkeypatch: pytest.MonkeyPatch) -> None:
    state = State(opened=7, table=SimpleNamespace(selection=SimpleNamespace(cells=[(1, "Title")])))
    monkeypatch.setattr(st, "session_state", state)
    batch._close()
    batch._choose("table", (4, 7), 0)
    assert state["opened"] is None
    batch._choose("table", (4, 7), 1)
    assert state["opened"] == 7


@pytest.mark.parametrize(
    ("shown", "wanted", "same"), [("all", "", True), ("waiting", "", False), ("all", "ada", False)]
)
def test_a_click_on_rows_that_are_gone_chooses_none_of_the_newer_ones(
    shown: str, wanted: str, same: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(st, "session_state", State(shown=shown, wanted=wanted, sorted="", running=True))
    people = [Person(number, f"{number}.docx", None) for number in range(3)]
    assert (batch._table_key(people) == batch._table_key(people[1:])) is same
