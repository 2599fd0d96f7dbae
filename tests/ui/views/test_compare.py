from streamlit.testing.v1 import AppTest

from tests.ui.fakes import DOWN, SECOND, SUMMARY, FakeServices
from tests.ui.views.pages import compare_page, html, opened, own_text, press, texts

OTHER = SUMMARY.taking(SECOND)


def with_sample(services: FakeServices) -> AppTest:
    return opened(compare_page, services).button_group(key="sample").set_value("charge-nurse").run()


def test_every_model_writes_about_the_same_resume() -> None:
    services = FakeServices(summaries=[SUMMARY, OTHER])
    app = with_sample(services)
    assert not app.exception
    assert [options.model for _, _, options in services.summarised] == ["bart", "t5"]
    assert len({(name, data) for name, data, _ in services.summarised}) == 1
    assert [each.value for each in app.subheader] == ["Resume Summary BART", "Resume Summary T5"]
    assert [html(app).count(f"<p class='version'>{each.summary}</p>") for each in (SUMMARY, OTHER)] == [1, 1]
    assert not app.info
    assert "<th scope='row'>BART</th>" in html(app)
    assert "40 ms" in html(app)
    assert "50%" in html(app)


def test_models_that_wrote_the_same_are_said_to_agree_and_the_text_stands_once() -> None:
    app = with_sample(FakeServices())
    assert "The 2 models agree" in texts(app.info)
    assert [each.value for each in app.subheader] == ["BART · T5"]
    assert html(app).count(f"<p class='version'>{SUMMARY.summary}</p>") == 1


def test_a_model_that_fails_does_not_hide_the_others() -> None:
    services = FakeServices(summaries=[DOWN])
    app = with_sample(services)
    assert "The service is not running" in texts(app.error)
    assert html(app).count(f"<p class='version'>{SUMMARY.summary}</p>") == 1
    press(app, "Try again")
    assert not app.error
    assert [options.model for _, _, options in services.summarised] == ["bart", "t5", "bart"]


def test_a_models_summary_can_be_read_with_its_sources() -> None:
    services = FakeServices()
    app = with_sample(services)
    app.button(key="read-bart").click().run()
    app.run()
    assert app.selectbox(key="model").value == "bart"
    assert own_text(app).value == SUMMARY.summary


def test_without_a_catalog_there_is_nothing_to_compare_and_one_can_try_again() -> None:
    app = with_sample(FakeServices(shelves=[DOWN], summaries=[SUMMARY, OTHER]))
    assert not app.exception
    assert not app.subheader
    press(app, "Look for them again")
    assert len(app.subheader) == 2
