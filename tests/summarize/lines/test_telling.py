import pytest

from functions.summarize.lines import read_line, tellings

FORMS = ("past", "present", "perfect", "gerund", "noun")


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("4 mergers in Kenya, Ghana, Togo, USD 90M in total, no layoffs", "in Kenya"),
        ("6 films for Norra, Aurora, Kanal 9, all delivered on time", "for Norra"),
        ("9 ERP projects in Peru, Chile and Bolivia, 8 on time", "in Peru"),
    ],
)
def test_no_series_of_names_is_cut_behind_the_first(line: str, first: str) -> None:
    told = tellings(read_line(line, title="Director", current=True))
    texts = [one.text for forms in (told.whole, told.half) for name in FORMS if (one := getattr(forms, name))]
    assert texts
    assert not [text for text in texts if text.endswith(first)]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "Supplied Harrowgate Builders, Ennistown Homes and Brack Joinery",
            "supplied Harrowgate Builders, Ennistown Homes and Brack Joinery",
        ),
        ("Managed Regional Sales Teams And Vendors", "managed regional sales teams and vendors"),
    ],
)
def test_names_among_capitals_keep_theirs(line: str, told: str) -> None:
    past = tellings(read_line(line, title="Site Manager", current=False)).whole.past
    assert past is not None
    assert past.text == told


def test_how_something_was_done_is_not_by_whom() -> None:
    line = "Brought recall visits from 61% to 84% in two years by rewriting the letters"
    past = tellings(read_line(line, title="Dental Hygienist", current=False)).whole.past
    assert past is not None
    assert past.text.startswith("brought recall visits from 61% to 84%")


def test_a_sentence_behind_an_act_is_no_result_that_follows_with() -> None:
    line = "Set up donor CRM for 900 givers; letters go out same day (was 2 weeks)"
    told = tellings(read_line(line, title="Administrator", current=False)).whole.past

    assert told is None or "go out" not in told.text


@pytest.mark.parametrize("rest", ["three of whom are now sous chefs", "two of which are still in use"])
def test_a_relative_clause_goes_on_by_itself(rest: str) -> None:
    told = tellings(read_line(f"Trained seven commis chefs, {rest}", title="Sous Chef", current=False))
    assert told.whole.past is not None
    assert told.whole.past.text == f"trained seven commis chefs, {rest}"


@pytest.mark.parametrize(
    "line",
    [
        "Run audits and report, but never approve, budgets",
        "Check stock and draft orders, never sign them",
    ],
)
def test_an_act_is_told_with_what_limits_it_or_not_at_all(line: str) -> None:
    told = tellings(read_line(line, title="Storekeeper", current=True)).whole.present
    assert told is None or "never" in told.text


def test_an_abbreviation_of_two_letters_stays_one_in_a_shouted_line() -> None:
    told = tellings(read_line("SCAN PALLETS WITH RF GUN AND PUT AWAY STOCK", title="Picker", current=False))

    assert told.whole.past is not None
    assert "RF gun" in told.whole.past.text


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Wrote or signed off 70 briefing notes a year", "wrote or signed off 70 briefing notes a year"),
        ("Did yard foreman's job for 5 months", "did the yard foreman's job for 5 months"),
        (
            "Own the label and tracking service: 1.8M shipments / month",
            "owned the label and tracking service",
        ),
        (
            "Second-chaired six jury trials, incl. an 11-day trial",
            "second-chaired six jury trials, including an 11-day trial",
        ),
    ],
)
def test_what_joins_and_what_is_included_is_told_as_it_is(line: str, told: str) -> None:
    past = tellings(read_line(line, title="", current=False)).whole.past
    assert past is not None
    assert past.text == told
