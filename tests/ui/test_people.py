from tests.ui.fakes import DOWN, PROTECTED, SUMMARY
from ui.people import Person, counts, kept, table

ADA = SUMMARY.model_copy(
    update={
        "resume": {
            "basics": {"name": "Ada Obi", "label": "Charge Nurse", "location": {"address": "Leeds"}},
            "meta": {"yearsExperience": {"value": 7}},
        }
    }
)
PEOPLE = [Person(0, "ada.docx", ADA), Person(1, "locked.docx", PROTECTED), Person(2, "later.docx", None)]


def test_each_person_is_a_row() -> None:
    assert table(PEOPLE) == {
        "Status": ["✓ done", "✗ has a password", "… to do"],
        "Name": ["Ada Obi", None, None],
        "Title": ["Charge Nurse", None, None],
        "Years": [7, None, None],
        "Place": ["Leeds", None, None],
        "Notes": [1, None, None],
        "File": ["ada.docx", "locked.docx", "later.docx"],
    }
    assert counts(PEOPLE) == "3 resumes · 1 done · 1 failed · 1 to do"


def test_the_failed_come_first_and_others_keep_their_order() -> None:
    people = [*PEOPLE, Person(3, "down.docx", DOWN)]
    assert [each.number for each in kept(people, "all", "")] == [1, 3, 0, 2]
    assert [each.number for each in kept(people, "noted", "")] == [0]
    assert [each.number for each in kept(people, "waiting", "")] == [2]


def test_a_search_wants_every_word_somewhere_in_the_row_or_the_text() -> None:
    assert [each.number for each in kept(PEOPLE, "all", "NURSE leeds")] == [0]
    assert [each.number for each in kept(PEOPLE, "all", "team 12")] == [0]
    assert kept(PEOPLE, "all", "nurse paris") == []
