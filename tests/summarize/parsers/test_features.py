"""What stands on a line."""

from functions.common.processes.memory import CACHES
from functions.summarize.docx.document import document_of
from functions.summarize.parsers.features import LineFeatures, line_features
from tests.builders.pages import page
from tests.builders.work import steps


def only(text: str) -> LineFeatures:
    return line_features(page(text))[0]


def test_a_header_line_shows_its_phrases_periods_and_separators() -> None:
    each = only("*Site Engineer, Harrow Group Ltd⇥May 2019 – Present")
    assert {"title/head", "employer/form"} <= {mention.kind for mention in each.mentions}
    assert [each.line.text[found.start : found.end] for found in each.periods] == ["May 2019 – Present"]
    assert [separator.mark for separator in each.separators] == [",", "tab", "–"]
    assert each.style.bold


def test_a_label_is_told_from_what_it_asks_for() -> None:
    each = only("Position Held: Staff Nurse")
    assert each.line.text[each.label :] == "Staff Nurse"
    assert "label/title" in each.label_kinds


def test_a_heading_names_its_section_in_many_dresses() -> None:
    for text in (
        "WORK EXPERIENCE",
        "#1 Work experience:",
        "E X P E R I E N C E",
        "Experience & Education",
        "2. Experience",
    ):
        assert only(text).heading[:1] == ("work",), text


def test_cells_know_what_their_column_and_row_ask_for() -> None:
    lines = line_features(page("[0,0,0]Employer\n[0,0,1]Position\n[0,1,0]Acme\n[0,1,1]Cook"))
    assert lines[3].cell is not None
    assert lines[3].cell.column_kinds == {"label/title"}
    assert (lines[3].cell.rows, lines[3].cell.columns) == (2, 2)


def test_what_is_set_larger_is_larger_than_most_of_the_text() -> None:
    assert only("Jane Doe").style.larger == 0


def test_twice_as_many_lines_take_twice_the_work() -> None:
    def work(count: int) -> int:
        document = document_of(
            *(
                f"Plain words number {number} that say nothing of note, again and again."
                for number in range(count)
            )
        )
        CACHES.clear()  # what was read before is no work
        return steps(lambda: line_features(document))

    work(50)
    assert work(800) <= 2.1 * work(400)
