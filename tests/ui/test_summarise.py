from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from functions.summarize import samples
from tests.ui.fakes import DOWN, SUMMARY, FakeServices
from ui.client import ServiceError, Services

Open = Callable[[FakeServices], AppTest]
PROTECTED = ServiceError(
    "encrypted-document", "The document cannot be used", "It is protected by a *password*."
)


def page(services: "Services") -> None:
    from ui import summarise

    summarise.show(services)


def opened(services: FakeServices) -> AppTest:
    return AppTest.from_function(page, args=(services,), default_timeout=10).run()


def with_sample(services: FakeServices) -> AppTest:
    app = opened(services)
    app.button_group[0].set_value("charge-nurse").run()
    return app


def texts(elements: object) -> str:
    return "\n".join(str(element.value) for element in elements)  # type: ignore[attr-defined]


def test_the_start_explains_itself_and_offers_samples() -> None:
    services = FakeServices()
    app = opened(services)
    assert app.title[0].value == "A true summary of your resume"
    assert "nothing is invented" in app.markdown[0].value
    assert len(app.button_group[0].options) == 6
    assert services.summarised == []
    assert not app.exception


def test_a_sample_is_one_click_from_its_summary() -> None:
    services = FakeServices()
    app = with_sample(services)
    assert not app.exception
    [(name, data, options)] = services.summarised
    assert (name, data) == ("charge-nurse.docx", samples.path("charge-nurse").read_bytes())
    assert (options.model, options.parser, options.length, options.voice) == (
        "t5",
        "ats",
        "medium",
        "implied",
    )
    assert app.selectbox(key="model").help == "**BART** Flows\\.\n\n**T5** Fast\\."
    assert texts(app.warning) == "Good to know\n\n- 2 pieces of \\*hidden\\* text were ignored\\."
    assert app.caption[-1].value.replace("\\", "") == (
        "The model wrote 1 of 2 sentences, rules the others. Model t5 1.0.0, parser ats 1.0.0."
    )


def test_a_choice_rewrites_the_summary_and_returning_to_it_asks_nobody() -> None:
    services = FakeServices()
    app = with_sample(services)
    app.selectbox(key="model").select("bart").run()
    app.selectbox(key="length").select("short").run()
    app.selectbox(key="length").select("medium").run()
    asked = [(options.model, options.length) for _, _, options in services.summarised]
    assert asked == [("t5", "medium"), ("bart", "medium"), ("bart", "short")]


def test_without_a_catalog_the_services_own_defaults_are_used() -> None:
    services = FakeServices(shelves=[DOWN])
    app = with_sample(services)
    [(_, _, options)] = services.summarised
    assert (options.model, options.parser) == (None, None)
    assert "the usual ones are used" in texts(app.info)
    app.run()
    assert [box.key for box in app.selectbox] == ["model", "parser", "length", "voice"]


def test_a_service_that_is_down_is_explained_and_can_be_asked_again() -> None:
    services = FakeServices(summaries=[DOWN])
    app = with_sample(services)
    assert "The service is not running" in texts(app.error)
    assert "try again in a few seconds" in texts(app.error)
    next(button for button in app.button if button.label == "Try again").click().run()
    assert len(services.summarised) == 2
    assert not app.error


def test_a_document_that_cannot_be_used_says_what_to_do() -> None:
    app = with_sample(FakeServices(summaries=[PROTECTED]))
    assert texts(app.error) == (
        "**The document cannot be used**\n\nIt is protected by a \\*password\\*\\.\n\n"
        "Open the file, remove its password, save it and try again."
    )
    next(button for button in app.button if button.label == "Choose another file").click().run()
    assert app.title[0].value == "A true summary of your resume"


def test_a_summary_that_is_all_the_models_says_so() -> None:
    own = SUMMARY.model_copy(update={"sentences": SUMMARY.sentences[:1]})
    app = with_sample(FakeServices(summaries=[own]))
    assert app.caption[-1].value.startswith(r"The model wrote all sentences\.")


def test_clearing_forgets_everything() -> None:
    services = FakeServices()
    app = with_sample(services)
    next(button for button in app.button if button.label == "Clear and start again").click().run()
    assert app.title[0].value == "A true summary of your resume"
    assert "document" not in app.session_state
    assert "written" not in app.session_state


def test_an_edited_text_is_checked_sentence_by_sentence() -> None:
    services = FakeServices()
    app = with_sample(services)
    app.text_area[0].set_value("Charge nurse. Led 99.").run()
    next(button for button in app.button if button.label == "Check against the resume").click().run()
    assert services.verified == [(SUMMARY.resume, "Charge nurse. Led 99.", "implied")]
    shown = texts(app.get("html"))
    assert "<strong>✓</strong> Charge nurse." in shown
    assert (
        "<strong>✗</strong> Led &lt;b&gt;99&lt;/b&gt;.<br><small>The resume does not give the figure “99”.</small>"
        in shown
    )


@pytest.mark.parametrize("code", ["encrypted-document", "a-code-nobody-knows"])
def test_every_problem_gets_advice(code: str) -> None:
    app = with_sample(FakeServices(summaries=[ServiceError(code, "Title", "Detail")]))
    assert texts(app.error).count("\n\n") == 2
    assert texts(app.error).rstrip().endswith(".")
