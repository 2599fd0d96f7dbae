"""Which fields belong to one entry: fields are given, no model is asked."""

from collections.abc import Iterator
from cProfile import Profile

import pytest

from functions.summarize.docx.document import Line, document_of
from functions.summarize.parsers.dates.periods import find_periods
from functions.summarize.parsers.division import SCHEMAS
from functions.summarize.parsers.entries import Entry, find_entries
from functions.summarize.parsers.fields import Field, ReadLine
from functions.summarize.parsers.labels import KindName, Label, LabelledLine
from functions.summarize.parsers.stints import stints_of
from functions.summarize.resume import PartialDate, Period


def lines_of(text: str) -> list[ReadLine]:
    """Lines of `name:words | name:words`; a line that begins with "-" is text below a header, with "=" a heading."""
    document = document_of(
        *(" | ".join(part.partition(":")[2] or part for part in row.split(" | ")) for row in text.split("\n"))
    )
    read: list[ReadLine] = []
    below = False
    for line, row in zip(document.lines, text.split("\n"), strict=True):
        kind: KindName = "body" if row.startswith("-") else "sub" if row.startswith("=") else "head"
        body = kind != "head"
        labelled = LabelledLine(line, Label("work", kind), 1.0, None, forced=False)
        gap = "first" if not read else "body" if below else "next"
        read.append(ReadLine(labelled, () if body else tuple(fields_of(row, line)), gap))
        below = body
    return read


def fields_of(row: str, line: Line) -> Iterator[Field]:
    """The fields of one line."""
    at = line.start
    for part in row.split(" | "):
        name, _, words = part.partition(":")
        period = find_periods(words)[0] if name == "period" else None
        yield Field(name, at, at + len(words), words, line, 1.0, period)
        at += len(words) + 3


def told(entries: tuple[Entry, ...]) -> list[tuple[str | None, str | None, str | None]]:
    return [
        tuple(
            found.text if found else None
            for found in (entry.first("title"), entry.inherited("employer"), entry.first("period"))
        )  # type: ignore[misc]
        for entry in entries
        if not entry.heads
    ]


@pytest.mark.parametrize(
    "text",
    [
        "title:Cook | employer:Savoy | period:2012 - 2015\n- Cooked\ntitle:Porter | employer:Ritz | period:2010 - 2012",
        "employer:Savoy | period:2012 - 2015\ntitle:Cook\n- Cooked\nemployer:Ritz | period:2010 - 2012\ntitle:Porter",
        "title:Cook\nemployer:Savoy\nperiod:2012 - 2015\ntitle:Porter\nemployer:Ritz\nperiod:2010 - 2012",
        "period:2012 - 2015\ntitle:Cook\nemployer:Savoy\nperiod:2010 - 2012\ntitle:Porter\nemployer:Ritz",
    ],
)
def test_two_jobs_in_every_order_with_text_between_or_none(text: str) -> None:
    assert told(find_entries(lines_of(text), SCHEMAS["work"])) == [
        ("Cook", "Savoy", "2012 - 2015"),
        ("Porter", "Ritz", "2010 - 2012"),
    ]


def test_an_employer_above_its_titles_is_that_of_all_of_them() -> None:
    text = (
        "employer:Savoy | period:2010 - 2015\ntitle:Head Chef | period:2013 - 2015\n- Led\n"
        "title:Cook | period:2010 - 2013\n- Cooked\nemployer:Ritz\ntitle:Porter | period:2008 - 2010"
    )
    assert told(find_entries(lines_of(text), SCHEMAS["work"])) == [
        ("Head Chef", "Savoy", "2013 - 2015"),
        ("Cook", "Savoy", "2010 - 2013"),
        ("Porter", "Ritz", "2008 - 2010"),
    ]


def test_a_job_without_employer_is_not_given_to_the_one_above_unless_its_dates_lie_within() -> None:
    text = (
        "title:Director | employer:Larch Ltd | period:2012 - 2020\n- Owned it\n"
        "title:Interim Chief | period:2016 - 2017\n- Led\n"
        "title:Clerk | period:2008 - 2009\n- Filed"
    )
    assert told(find_entries(lines_of(text), SCHEMAS["work"])) == [
        ("Director", "Larch Ltd", "2012 - 2020"),
        ("Interim Chief", "Larch Ltd", "2016 - 2017"),
        ("Clerk", None, "2008 - 2009"),
    ]


@pytest.mark.parametrize(
    ("second", "employer"),
    [
        ("title:Relief cook | period:2010 - 2012\nnote:Various houses", None),
        ("note:Through an agency | place:Hull\ntitle:Relief cook | period:2010 - 2012", None),
        ("title:Relief cook | note:nights | period:2010 - 2012", "Savoy"),
        ("title:Relief cook | period:2010 - 2012\nplace:Hull", "Savoy"),
    ],
)
def test_the_employer_above_is_not_of_a_job_that_says_something_else_in_its_place(
    second: str, employer: str | None
) -> None:
    text = f"employer:Savoy | period:2012 - 2015\ntitle:Cook\n- Cooked\n{second}\n- Cooked"
    assert told(find_entries(lines_of(text), SCHEMAS["work"]))[1] == ("Relief cook", employer, "2010 - 2012")


@pytest.mark.parametrize(
    ("dates", "employer"),
    [("2010 - 2012", "Savoy"), ("2012 - 2013", "Savoy"), ("2010 - 2011", None), ("2001 - 2003", None)],
)
def test_an_employer_beside_a_title_is_that_of_the_job_below_while_the_dates_go_on(
    dates: str, employer: str | None
) -> None:
    text = f"employer:Savoy | title:Cook | period:2012 - 2015\ntitle:Porter | period:{dates}"
    assert told(find_entries(lines_of(text), SCHEMAS["work"]))[1] == ("Porter", employer, dates)


def stretches(text: str) -> list[tuple[str, Period]]:
    return [
        (title.text, stints_of(tuple(entry.all("period")))[0].period)
        for entry in find_entries(lines_of(text), SCHEMAS["work"])
        if (title := entry.first("title"))
    ]


def _years(start: int, end: int | None) -> Period:
    return Period(PartialDate(start), PartialDate(end) if end else None, current=end is None)


@pytest.mark.parametrize("since", ["from 2013", "ab 2013", "depuis 2013"])
def test_a_post_that_begins_within_one_that_is_over_ends_with_it_and_ends_the_one_before(since: str) -> None:
    text = f"employer:Savoy | period:2009 - 2017\ntitle:Cook\nperiod:{since} | title:Chef"
    beside = f"title:Cook | employer:Savoy | period:2009 - 2017\ntitle:Chef | period:{since}"
    for each in (text, beside):
        assert stretches(each) == [("Cook", _years(2009, 2013)), ("Chef", _years(2013, 2017))]


def test_open_posts_below_an_employer_that_was_left_end_where_the_next_begins() -> None:
    text = (
        "employer:Savoy | period:2009 - 2017\n- Hotel\ntitle:Chef | period:from 2014\n- Led\n"
        "title:Cook | period:from 2011\n- Cooked\ntitle:Porter | period:2009 - 2011"
    )
    assert stretches(text) == [
        ("Chef", _years(2014, 2017)), ("Cook", _years(2011, 2014)), ("Porter", _years(2009, 2011)),
    ]  # fmt: skip


def test_a_post_that_goes_on_beside_another_or_after_it_is_not_ended() -> None:
    current = "title:Cook | employer:Savoy | period:2009 - present\ntitle:Fire warden | period:since 2013"
    assert stretches(current) == [("Cook", _years(2009, None)), ("Fire warden", _years(2013, None))]
    later = "title:Cook | employer:Savoy | period:2009 - 2017\ntitle:Baker | period:since 2019"
    assert stretches(later) == [("Cook", _years(2009, 2017)), ("Baker", _years(2019, None))]


def test_twice_as_many_headers_take_twice_the_work() -> None:
    def calls(count: int) -> int:
        lines = lines_of("\n".join(f"title:Cook {n}\nemployer:Savoy {n}" for n in range(count)))
        profile = Profile()
        profile.runcall(find_entries, lines, SCHEMAS["work"])
        return sum(entry.callcount for entry in profile.getstats())

    calls(100)
    assert calls(800) < 2.1 * calls(400)


def test_titles_of_one_line_have_the_dates_in_their_brackets() -> None:
    rows = (
        "Since 2021\tOrvik Hotel", "Chef de partie (2021-2023) then Sous chef (2024-present)",
        "2018 – 2020\tRiad Mina", "Demi chef", "2016 – 2017\tBon Grain", "Tourier", "2015\tLe Phare", "Commis",
    )  # fmt: skip
    document = document_of(*rows)
    first, second, *others = document.lines

    def field(name: str, line: Line, words: str) -> Field:
        at = line.start + line.text.index(words)
        period = find_periods(words)[0] if name == "period" else None
        return Field(name, at, at + len(words), words, line, 1.0, period)

    fields = (
        (field("period", first, "Since 2021"), field("employer", first, "Orvik Hotel")),
        (
            field("title", second, "Chef de partie"),
            field("period", second, "2021-2023"),
            field("title", second, "Sous chef"),
            field("period", second, "2024-present"),
        ),
        *(
            tuple(
                field(name, line, words)
                for name, words in zip(("period", "employer"), line.text.split("\t"), strict=True)
            )
            if "\t" in line.text
            else (field("title", line, line.text),)
            for line in others
        ),
    )
    labelled = [LabelledLine(line, Label("work", "head"), 1.0, None, forced=False) for line in document.lines]
    lines = [
        ReadLine(one, found, gap)
        for one, found, gap in zip(labelled, fields, ("first", *("next",) * 7), strict=True)
    ]

    entries = [one for one in find_entries(lines, SCHEMAS["work"]) if one.first("title")]

    assert [(one.first("title").text, one.first("period").text) for one in entries][:2] == [  # type: ignore[union-attr]
        ("Chef de partie", "2021-2023"),
        ("Sous chef", "2024-present"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        (
            "employer:Byrne Audit | period:2016 - 2020\ntitle:Manager | period:2018 - 2020\n- Led\n"
            "title:Senior | period:2016 - 2018\n- Audited"
        ),
        (
            "employer:Byrne Audit\nperiod:2016 - 2020\ntitle:Manager\nperiod:2018 - 2020\n- Led\n"
            "title:Senior\nperiod:2016 - 2018\n- Audited"
        ),
    ],
)
def test_the_whole_time_with_an_employer_is_no_stint_of_one_of_its_posts(text: str) -> None:
    found = [entry for entry in find_entries(lines_of(text), SCHEMAS["work"]) if not entry.heads]
    assert [one.text for one in found[0].all("period")] == ["2018 - 2020"]


@pytest.mark.parametrize(
    "text",
    [
        "employer:Byrne Audit | period:2012 - 2014\ntitle:Manager | period:2016 - 2018\n- Led",
        "title:Manager | employer:Byrne Audit | period:2012 - 2014 | period:2016 - 2018\n- Led",
        "title:Manager\nemployer:Byrne Audit\nperiod:2016 - 2020\n- Led",
    ],
)
def test_stints_apart_and_the_dates_of_a_post_below_its_employer_stay(text: str) -> None:
    found = find_entries(lines_of(text), SCHEMAS["work"])
    assert sum(len(list(entry.all("period"))) for entry in found) == text.count("period:")


@pytest.mark.parametrize(
    ("heading", "told"),
    [
        ("Committee work", [0, 0]),
        ("Key responsibilities", [0, 1]),
        ("Duties", [0, 1]),
        ("Nature of work (present job)", [1, 0]),
        ("Duties performed as senior lecturer", [1, 0]),
        ("Duties as Maths Tutor", [0, 1]),
    ],
)
def test_a_list_under_its_own_heading_below_posts_without_one_is_of_whom_it_names(
    heading: str, told: list[int]
) -> None:
    posts = "title:Senior Lecturer | period:2014 – present\ntitle:Maths Tutor | period:2010 – 2013"
    lines = lines_of(f"{posts}\n={heading}\n-Sat on the board")

    assert [len(entry.body) for entry in find_entries(lines, SCHEMAS["work"])] == told
