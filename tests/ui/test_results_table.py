from tests.ui.fakes import PROTECTED, SUMMARY
from ui.client import ServiceError
from ui.results_table import Row, results_html


def test_each_resume_has_its_row_and_no_word_of_it_is_markup() -> None:
    html = results_html(
        [
            Row("<img src=x>.docx", SUMMARY.model_copy(update={"summary": "Led <b>12</b>."})),
            Row("locked.docx", PROTECTED),
            Row("later.docx", None),
        ]
    )
    assert html.count("<tr>") == 4
    assert "&lt;img src=x&gt;.docx" in html
    assert "Led &lt;b&gt;12&lt;/b&gt;.<br><small>1 thing to know" in html
    assert "<td>2</td><td>50%</td>" in html
    assert "<strong>The document cannot be used.</strong> It is protected by a *password*." in html
    assert "Not done yet" in html


def test_a_reason_of_the_service_is_no_markup_either() -> None:
    assert "<i>" not in results_html([Row("a", ServiceError("x", "<i>", "<i>"))])
