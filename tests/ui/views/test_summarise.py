import json

import pytest
from streamlit.testing.v1 import AppTest

from functions.summarize import samples
from tests.ui.fakes import DOWN, PROTECTED, SECOND, SHELF, SUMMARY, FakeServices, place
from tests.ui.views.pages import html, labels, open_tab, opened, own_text, press, summarise_page, texts
from ui.client import ServiceError
from ui.drafts import Draft, History
from ui.keeping import Kept
from ui.records import Checked, Verdicts, YearsStated


def with_sample(services: FakeServices) -> AppTest:
    app = opened(summarise_page, services)
    return app.button_group(key="sample").set_value("charge-nurse").run()


def test_the_start_explains_itself_and_offers_samples() -> None:
    services = FakeServices()
    app = opened(summarise_page, services)
    assert app.title[0].value == "A true summary of your resume"
    assert "nothing is invented" in app.markdown[0].value
    assert len(app.button_group[0].options) == 6
    assert html(app).count("<li>") == 3
    assert services.summarised == []
    assert not app.exception


def test_the_choices_and_the_catalogs_lists_are_there_before_a_resume_is() -> None:
    """The browser loads what it needs for them, and nobody waits for the catalog after an upload."""
    app = opened(summarise_page, FakeServices(shelves=[SHELF, DOWN]))
    assert [box.key for box in app.selectbox] == ["length", "voice", "model", "parser"]
    app.button_group(key="sample").set_value("charge-nurse").run()
    assert not app.info


def test_a_sample_is_one_click_from_its_summary() -> None:
    services = FakeServices()
    app = with_sample(services)
    assert not app.exception
    [(name, data, options)] = services.summarised
    assert (name, data) == ("charge-nurse.docx", samples.path("charge-nurse").read_bytes())
    assert options.model_dump(exclude={"as_of"}) == {
        "model": "bart", "parser": "auto", "output": "summary", "length": "medium", "voice": "implied",
        "target": "", "alternatives": 1, "blind": False,
    }  # fmt: skip
    assert (
        app.selectbox(key="model").help == "**Resume Summary BART** Flows\\.\n\n**Resume Summary T5** Fast\\."
    )
    assert "wrote 1 of 2 sentences, rules the others." in texts(app.caption).replace("\\", "")
    assert "<h1 class='document'>charge-nurse.docx</h1>" in html(app)


def test_a_choice_rewrites_the_summary_and_returning_to_it_asks_nobody() -> None:
    services = FakeServices()
    app = with_sample(services)
    app.selectbox(key="model").select("t5").run()
    app.selectbox(key="length").select("short").run()
    app.selectbox(key="length").select("medium").run()
    asked = [(options.model, options.length) for _, _, options in services.summarised]
    assert asked == [("bart", "medium"), ("t5", "medium"), ("t5", "short")]


def test_a_brief_is_asked_for_without_length_and_voice_and_reminds_that_a_person_decides() -> None:
    services = FakeServices()
    app = with_sample(services)
    assert "A person decides" not in texts(app.info)
    app.button_group(key="output").set_value("brief").run()
    assert services.summarised[-1][2].output == "brief"
    assert [box.key for box in app.selectbox] == ["model", "parser"]
    assert "A person decides" in texts(app.info)
    assert "wrote all highlights, rules the other lines." in texts(app.caption).replace("\\", "")


def test_a_blind_review_says_so_and_does_not_show_the_files_name() -> None:
    services = FakeServices()
    app = with_sample(services)
    app.toggle(key="blind").set_value(True).run()
    assert services.summarised[-1][2].blind
    assert "Blind review" in texts(app.info)
    assert "charge-nurse" not in html(app)


def test_a_job_description_and_versions_are_asked_for() -> None:
    services = FakeServices()
    app = with_sample(services)
    app.text_area(key="target").set_value("  We seek a nurse.  ")
    app.select_slider(key="alternatives").set_value(3).run()
    options = services.summarised[-1][2]
    assert (options.target, options.alternatives) == ("We seek a nurse.", 3)


def test_a_version_that_is_taken_is_shown_and_kept() -> None:
    app = with_sample(FakeServices(summaries=[SUMMARY.model_copy(update={"alternatives": (SECOND,)})]))
    open_tab(app, "Versions")
    assert f"<p class='version'>{SECOND.summary}</p>" in html(app)
    press(app, "Take version 2")
    assert own_text(app).value == SECOND.summary
    assert "wrote all sentences" in texts(app.caption)
    assert "Take version 1" in labels(open_tab(app, "Versions"))


def test_the_next_version_is_one_press_away_and_behind_the_last_comes_the_first() -> None:
    app = with_sample(FakeServices(summaries=[SUMMARY.model_copy(update={"alternatives": (SECOND,)})]))
    press(app, "Next version")
    assert own_text(app).value == SECOND.summary
    press(app, "Next version")
    assert own_text(app).value == SUMMARY.summary


def test_one_version_has_no_next() -> None:
    assert "Next version" not in labels(with_sample(FakeServices()))


def test_a_kept_sentence_stays_in_every_version_until_it_is_let_go() -> None:
    app = with_sample(FakeServices(summaries=[SUMMARY.model_copy(update={"alternatives": (SECOND,)})]))
    [asked] = app.session_state["outcomes"]
    _, digest, options = asked
    app.session_state["kept"] = {(digest, options.output, options.blind): (Kept(0, SUMMARY.sentences[0]),)}
    press(open_tab(app, "Versions"), "Take version 2")
    assert own_text(app).value == f"{SUMMARY.sentences[0].text} {SECOND.summary}"
    app.session_state["kept"] = {}
    app.run()
    assert own_text(app).value == SECOND.summary


def test_without_a_catalog_the_services_own_defaults_are_used() -> None:
    services = FakeServices(shelves=[DOWN])
    app = with_sample(services)
    [(_, _, options)] = services.summarised
    assert (options.model, options.parser) == (None, None)
    assert "the usual ones are used" in texts(app.info)
    press(app, "Look for them again")
    assert [box.key for box in app.selectbox] == ["length", "voice", "model", "parser"]


def test_a_service_that_is_down_is_explained_and_can_be_asked_again() -> None:
    services = FakeServices(summaries=[DOWN])
    app = with_sample(services)
    assert "The service is not running" in texts(app.error)
    assert "which takes a few seconds" in texts(app.error)
    press(app, "Try again")
    assert len(services.summarised) == 2
    assert not app.error


def test_a_busy_service_says_how_long_it_wants_to_be_left_alone() -> None:
    busy = ServiceError("saturated", "Busy", "Every place is taken.", 30)
    app = with_sample(FakeServices(summaries=[busy]))
    assert "left alone for 30 seconds" in texts(app.error)


def test_a_document_that_cannot_be_used_says_what_to_do_and_is_asked_about_once() -> None:
    services = FakeServices(summaries=[PROTECTED])
    app = with_sample(services)
    assert texts(app.error) == (
        "**The document cannot be used**\n\nIt is protected by a \\*password\\*\\.\n\n"
        "Open the file, remove its password, save it and try again."
    )
    app.run()
    assert len(services.summarised) == 1
    press(app, "Choose another file")
    assert app.title[0].value == "A true summary of your resume"


def test_another_file_can_be_chosen_after_another_resume_was_taken() -> None:
    app = with_sample(FakeServices(summaries=[SUMMARY, PROTECTED]))
    press(app, "Another resume")
    app.button_group(key="sample").set_value("head-chef").run()
    press(app, "Choose another file")
    assert app.title[0].value == "A true summary of your resume"


def test_nothing_is_forgotten_before_the_person_has_said_so_twice() -> None:
    app = with_sample(FakeServices())
    app.button(key="forget").click().run()
    assert "for good" in texts(app.markdown)
    assert "<h1 class='document'>charge-nurse.docx</h1>" in html(app)


def test_another_resume_keeps_the_choices_and_what_was_written() -> None:
    services = FakeServices()
    app = with_sample(services)
    app.selectbox(key="length").select("short").run()
    own_text(app).set_value("Mine.").run()
    app.button(key="another-resume").click().run()
    assert app.title[0].value == "A true summary of your resume"
    app.button_group(key="sample").set_value("head-chef").run()
    assert services.summarised[-1][2].length == "short"
    app.button(key="another-resume").click().run()
    app.button_group(key="sample").set_value("charge-nurse").run()
    assert own_text(app).value == "Mine."


def test_a_draft_outlives_every_change_of_options() -> None:
    app = with_sample(FakeServices())
    own_text(app).set_value("Mine.").run()
    app.selectbox(key="length").select("long").run()
    assert own_text(app).value == SUMMARY.summary
    app.selectbox(key="length").select("medium").run()
    assert own_text(app).value == "Mine."


def test_a_field_made_anew_that_sends_the_text_before_changes_nothing() -> None:
    app = with_sample(FakeServices())
    original = own_text(app).value
    [asked] = app.session_state["outcomes"]
    app.session_state["histories"] = {(asked, 0): History((None, Draft("Led a team of 12.")), 1)}
    app.session_state["fields"] = 1
    app.run()
    own_text(app).set_value(original).run()
    assert own_text(app).value == "Led a team of 12."
    own_text(app).set_value("Led a team.").run()
    own_text(app).set_value(original).run()
    assert own_text(app).value == original


def test_a_text_that_cannot_be_checked_is_kept_and_says_so() -> None:
    services = FakeServices(verdicts=[DOWN])
    app = with_sample(services)
    own_text(app).set_value("Mine.").run()
    assert own_text(app).value == "Mine."
    assert "kept, but it is not checked yet" in texts(app.warning)
    press(app, "Check again")
    assert "not checked yet" not in texts(app.warning)
    assert "<li class='fails'>" in html(app) or "<li class='holds'>" in html(app)


def test_a_text_over_the_limit_is_cut_where_everybody_sees_it() -> None:
    services = FakeServices()
    app = with_sample(services)
    app.text_area(key="target").set_value("nurse " * 4_000).run()
    assert len(services.summarised[-1][2].target) == 20_000
    assert "first 20,000 of 23,999 characters" in texts(app.warning).replace("\\", "")
    own_text(app).set_value("A" * 10_500).run()
    assert own_text(app).value == "A" * 10_000
    assert "cut at 10,000 characters; 10,500 were given" in texts(app.toast)


def test_an_edited_text_is_checked_sentence_by_sentence_and_takes_the_others_place() -> None:
    services = FakeServices()
    app = with_sample(services)
    own_text(app).set_value("Charge nurse at Elm. Led <b>99</b>.").run()
    assert services.verified == [(SUMMARY.resume, "Charge nurse at Elm. Led <b>99</b>.", "implied")]
    assert "<li class='holds'>Charge nurse at Elm.</li>" in html(app)
    assert (
        "<li class='fails'>Led &lt;b&gt;99&lt;/b&gt;.<br><small>The resume does not give the figure “99”.</small>"
        in html(app)
    )
    assert "1 of 2 sentences did not pass the check" in texts(app.warning)
    assert "A person changed this text" in texts(app.caption)
    press(app, "Back to the original")
    assert not app.warning
    assert own_text(app).value == SUMMARY.summary


@pytest.mark.parametrize("code", ["encrypted-document", "a-code-nobody-knows"])
def test_every_problem_gets_advice(code: str) -> None:
    app = with_sample(FakeServices(summaries=[ServiceError(code, "Title", "Detail")]))
    assert texts(app.error).count("\n\n") == 2
    assert texts(app.error).rstrip().endswith(".")


def test_texts_for_other_places_are_written_when_somebody_wants_them() -> None:
    services = FakeServices()
    app = with_sample(services)
    assert "Charge Nurse" in texts(open_tab(app, "Other places").code)
    assert len(services.summarised) == 1
    press(app, "Write a text about me and an introduction")
    assert [(options.voice, options.length) for _, _, options in services.summarised[1:]] == [
        ("first", "long"),
        ("first", "short"),
    ]
    assert texts(app.code).count(SUMMARY.summary) == 2


MISREAD = SUMMARY.model_copy(
    update={
        "resume": {
            "basics": {"name": "Ada Obi"},
            "work": [{"position": "Charge Nurse", "startDate": "2018"}, {"name": "Elm"}],
            "meta": {"yearsExperience": {"value": 8}},
        },
        "unused": (place("<b>*bold*</b> :smile: $x$"),),
        "years_stated": YearsStated(value=12),
    }
)


def test_two_rows_are_made_one_job_and_the_lines_not_understood_stay() -> None:
    services = FakeServices(summaries=[MISREAD])
    app = open_tab(with_sample(services), "Facts")
    assert "**Lines that nothing understood**" in texts(app.markdown)
    app.multiselect[0].set_value([0, 1]).run()
    press(app, "Make them one job")
    assert json.loads(services.corrected[-1])["work"] == [
        {"position": "Charge Nurse", "startDate": "2018", "name": "Elm"}
    ]
    assert app.session_state["document"].unread == MISREAD.unused
    press(open_tab(app, "Facts"), "Back to what was read")
    assert app.session_state["document"].corrected == ""


def test_a_summary_of_facts_just_put_right_is_shown_and_says_so() -> None:
    app = open_tab(with_sample(FakeServices(summaries=[MISREAD])), "Facts")
    app.text_input[0].set_value("Ada Obi-Reed").run()
    press(app, "Make the summary of these facts")
    assert app.session_state["result"] == "Summary"
    assert "made of the facts as you put them right" in texts(app.info)


@pytest.mark.parametrize(
    "refusal", [DOWN, ServiceError("malformed-request", "No", "work[1].name is no *text*.")]
)
def test_facts_of_which_no_summary_comes_stay_with_the_summary_of_before(refusal: ServiceError) -> None:
    services = FakeServices(summaries=[MISREAD, refusal])
    app = open_tab(with_sample(services), "Facts")
    app.text_input[0].set_value("Ada Obi-Reed").run()
    press(app, "Make the summary of these facts")
    assert app.session_state["result"] == "Facts"
    assert app.session_state["document"].corrected == ""
    assert app.text_input[0].value == "Ada Obi-Reed"
    said = texts(app.error).replace("\\", "")
    assert "There is no summary of these facts" in said
    assert "Jobs, “2. Elm”, Employer is no *text*." in said or "Nothing answers" in said
    assert "Choose another file" not in labels(app)
    press(app, "Make the summary of these facts")
    assert len(services.corrected) == 3
    assert "Ada Obi-Reed" in app.session_state["document"].corrected
    assert not app.error


def test_years_that_contradict_the_dates_are_asked_about_and_the_persons_word_holds() -> None:
    services = FakeServices(summaries=[MISREAD])
    app = with_sample(services)
    assert "The resume says 12 years; its dates give 8 years. Which is right?" in texts(app.markdown)
    app.button(key="years-stated").click().run()
    assert json.loads(services.corrected[-1])["meta"] == {
        "yearsExperience": {"value": 12, "rule": "confirmed"}
    }


def test_years_are_asked_about_once_and_not_in_a_blind_review() -> None:
    app = with_sample(FakeServices(summaries=[MISREAD, MISREAD]))
    app.toggle(key="blind").set_value(True).run()
    assert "Which is right?" not in texts(app.markdown)
    app.toggle(key="blind").set_value(False).run()
    app.button(key="years-counted").click().run()
    assert "Which is right?" not in texts(app.markdown)
    assert not app.exception


def test_covered_facts_cannot_be_corrected() -> None:
    app = with_sample(FakeServices())
    app.toggle(key="blind").set_value(True).run()
    open_tab(app, "Facts")
    assert "Switch Blind off" in texts(app.caption)
    assert "Make the summary of these facts" not in labels(app)


def misread_and_refused() -> AppTest:
    app = open_tab(with_sample(FakeServices(summaries=[MISREAD, DOWN, MISREAD])), "Facts")
    app.text_input[0].set_value("Ada Obi-Reed").run()
    press(app, "Make the summary of these facts")
    assert "There is no summary of these facts" in texts(app.error)
    return app


def test_a_refusal_goes_when_what_was_changed_is_taken_back() -> None:
    app = misread_and_refused()
    app.text_input[0].set_value("Ada Obi").run()
    assert not app.error
    app.text_input[0].set_value("Ada Reed").run()
    assert not app.error


def test_a_refusal_is_not_told_in_a_blind_review() -> None:
    app = misread_and_refused()
    app.toggle(key="blind").set_value(True).run()
    assert not app.error


def test_a_merge_that_is_refused_says_so() -> None:
    app = open_tab(with_sample(FakeServices(summaries=[MISREAD, DOWN])), "Facts")
    app.multiselect[0].set_value([0, 1]).run()
    press(app, "Make them one job")
    assert "There is no summary of these facts" in texts(app.error)
    app.multiselect[0].set_value([]).run()
    assert not app.error


def test_a_name_that_is_being_put_right_outlives_a_blind_review() -> None:
    app = open_tab(with_sample(FakeServices(summaries=[MISREAD, MISREAD])), "Facts")
    app.text_input[0].set_value("Ada Obi-Reed").run()
    app.toggle(key="blind").set_value(True).run()
    app.toggle(key="blind").set_value(False).run()
    open_tab(app, "Facts")
    assert app.text_input[0].value == "Ada Obi-Reed"
    press(app, "Make the summary of these facts")
    press(open_tab(app, "Facts"), "Back to what was read")
    open_tab(app, "Facts")
    assert app.text_input[0].value == "Ada Obi"


def test_a_blind_review_of_a_name_put_right_never_shows_the_text_that_was_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown: list[str] = []
    monkeypatch.setattr("ui.reader.show", lambda summary, *_, **__: shown.append(summary.text))
    covered_wrongly = MISREAD.model_copy(update={"text": "[name withheld] Obi-Reed, nurse"})
    covered = MISREAD.model_copy(update={"text": "[name withheld]"})
    app = with_sample(FakeServices(summaries=[MISREAD, covered_wrongly, MISREAD, covered]))
    app.toggle(key="blind").set_value(True).run()
    app.toggle(key="blind").set_value(False).run()
    open_tab(app, "Facts").text_input[0].set_value("Ada Obi-Reed").run()
    press(app, "Make the summary of these facts")
    app.toggle(key="blind").set_value(True).run()
    assert app.session_state["document"].corrected
    assert shown[-1] == "[name withheld]"


def test_only_what_the_check_was_asked_about_and_bears_out_gets_a_tick() -> None:
    doubted = Checked(text="Led a team of 12.", supported=False, problems=("word: team",))
    borne = Checked(text="Charge nurse at Elm.", supported=True)
    own = Checked(text="Triage.", supported=True)
    services = FakeServices(verdicts=[Verdicts(sentences=(borne, doubted, own), supported=False)])
    app = with_sample(services)
    own_text(app).set_value("Charge nurse at Elm. Led a team of 12. Triage.").run()
    shown = html(app)
    assert shown.count("class='holds'") == 2
    assert "<li>Led a team of 12.<br><small>Left as it was written" in shown


def test_a_name_put_right_counts_as_work_until_it_is_taken_back(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[bool] = []
    monkeypatch.setattr("ui.guard._component", lambda: lambda data, key: told.append(data["work"]))
    app = open_tab(with_sample(FakeServices(summaries=[MISREAD])), "Facts")
    for name in ("Ada Obi-Reed", "Ada Obi"):
        app.text_input[0].set_value(name).run()
    assert told[-3:] == [False, True, False]
