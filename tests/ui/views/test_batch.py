from streamlit.testing.v1 import AppTest

from tests.ui.fakes import DOWN, PROTECTED, SUMMARY, FakeServices
from tests.ui.views.pages import batch_page, html, labels, opened, press, texts

ALL = "Summarise all 6"


def with_samples(services: FakeServices) -> AppTest:
    return press(opened(batch_page, services), "Try it with six samples")


def test_nothing_is_asked_before_somebody_starts_it() -> None:
    services = FakeServices()
    app = with_samples(services)
    assert not app.exception
    assert html(app).count("Not done yet") == 6
    assert "A person decides" in texts(app.info)
    assert services.summarised == []


def test_a_resume_that_cannot_be_read_does_not_stop_the_others() -> None:
    services = FakeServices(summaries=[SUMMARY, PROTECTED])
    app = press(with_samples(services), ALL)
    assert not app.exception
    assert len(services.summarised) == 6
    assert html(app).count("Led a team of 12.") == 5
    assert "It is protected by a *password*." in html(app)
    assert "remove its password" in html(app)
    assert ALL not in labels(app)


def test_what_failed_for_a_passing_reason_can_be_asked_again_alone() -> None:
    services = FakeServices(summaries=[DOWN, DOWN])
    app = press(with_samples(services), ALL)
    press(app, "Summarise the other 2")
    assert len(services.summarised) == 8
    assert html(app).count("Led a team of 12.") == 6


def test_a_blind_review_numbers_the_resumes() -> None:
    app = with_samples(FakeServices())
    app.toggle(key="blind").set_value(True).run()
    press(app, ALL)
    assert "Resume 6" in html(app)
    assert "charge-nurse" not in html(app)
    assert app.selectbox(key="one").options == [f"Resume {number}" for number in range(1, 7)]


def test_one_of_them_can_be_read_with_its_sources() -> None:
    app = press(with_samples(FakeServices()), ALL)
    app.selectbox(key="one").select(1).run()
    assert not app.exception
    assert app.text_area[-1].value == SUMMARY.summary
