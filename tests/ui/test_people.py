import pytest

from tests.ui.fakes import DOWN, PROTECTED, SUMMARY
from ui.people import COLUMNS, Person, counts, kept, table, town

ADA = SUMMARY.model_copy(
    update={
        "resume": {
            "basics": {"name": "Ada Obi", "label": "Charge Nurse", "location": {"address": "Leeds"}},
            "meta": {"yearsExperience": {"value": 7}},
        }
    }
)
PEOPLE = [Person(0, "ada.docx", ADA), Person(1, "locked.docx", PROTECTED), Person(2, "later.docx", None)]


def test_each_person_is_a_row_and_called_by_the_file_as_long_as_no_name_is_known() -> None:
    assert table(PEOPLE) == {
        "Status": ["✓ done", "✗ has a password", "… to do"],
        "Name": ["Ada Obi", "locked.docx", "later.docx"],
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


def test_people_are_sorted_by_a_column_and_who_has_nothing_in_it_comes_last() -> None:
    rows = [*PEOPLE, Person(9, "Alpha.docx", None)]
    names = [row.name for row in kept(rows, "all", "", by="File", failed_first=False)]
    assert names == sorted(names, key=str.casefold)
    named = [COLUMNS["Name"](row) for row in kept(rows, "all", "", by="Name", failed_first=False)]
    assert named == [*filter(None, named), *(each for each in named if each is None)]


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("12 High Street, Leeds LS1 4DY", "Leeds"),
        ("Hauptstr. 5, 10115 Berlin", "Berlin"),
        ("4 Mill Lane, Flat 2b, York, UK", "York, UK"),
        ("1600 Main Street, Austin, TX 78701", "Austin, TX"),
        ("8 rue de la Paix · 75002 Paris", "Paris"),
        ("London SW1A", "London"),
        ("Leeds", "Leeds"),
        ("10115 Berlin, Germany", "Berlin, Germany"),
        ("1010 Wien, Austria", "Wien, Austria"),
        ("London SW1A 1AA, UK", "London, UK"),
        ("Dublin 4", "Dublin"),
        ("Dublin 4, Ireland", "Dublin, Ireland"),
        ("Rose Cottage, Mill Lane, York", "York"),
        ("Lindenhof 3, 10115 Berlin", "Berlin"),
        ("Königsallee 12a, 40212 Düsseldorf, Germany", "Düsseldorf, Germany"),
        ("Via Roma, 20121 Milano", "Milano"),
        ("Street, Somerset", "Street, Somerset"),
        ("Chester-le-Street, UK", "Chester-le-Street, UK"),
        ("St Albans, UK", "St Albans, UK"),
        ("12 High Street", "12 High Street"),
        ("10115", "10115"),
        ("", None),
    ],
)
def test_a_place_is_a_town_without_the_street(address: str, shown: str | None) -> None:
    assert town({"address": address}) == shown


def test_a_city_that_is_known_is_the_place() -> None:
    assert town({"city": "Leeds", "address": "12 High Street, Leeds"}) == "Leeds"
