"""Dates and periods as resumes of many countries write them."""

import pytest

from functions.summarize.parsers.dates.periods import find_periods, is_day_first
from functions.summarize.resume import PartialDate, Period

PRESENT = "now"


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("March 2019 – Present", "2019-03", PRESENT),
        ("Mar. 2019 - Apr. 2021", "2019-03", "2021-04"),
        ("15 March 2019 to 3 April 2021", "2019-03", "2021-04"),
        ("March 15, 2019 until April 3, 2021", "2019-03", "2021-04"),
        ("03/2019 – 06/2021", "2019-03", "2021-06"),
        ("10-2019 / Present", "2019-10", PRESENT),
        ("2019 (Oct) – present", "2019-10", PRESENT),
        ("2023-24 school year to present", "2023", PRESENT),
        ("since 2004-10", "2004-10", PRESENT),
        ("2004-10 to present", "2004-10", PRESENT),
        ("2004-10 - 2008-02", "2004-10", "2008-02"),
        ("2019 (März) - 2021 (Juni)", "2019-03", "2021-06"),
        ("1998 (Sept.) to 2003", "1998-09", "2003"),
        ("02-2016 / 09-2019", "2016-02", "2019-09"),
        ("2019-03 – 2021-05", "2019-03", "2021-05"),
        ("2019.03 - 2021.05", "2019-03", "2021-05"),
        ("15.03.2019–heute", "2019-03", PRESENT),
        ("1.9.2014 bis 28.2.2019", "2014-09", "2019-02"),
        ("2015-2018", "2015", "2018"),
        ("2015–18", "2015", "2018"),
        ("2015/16", "2015", "2016"),
        ("'15 – '18", "2015", "2018"),
        ("Sept '19 - Dec '20", "2019-09", "2020-12"),
        ("Jun-20 to Present", "2020-06", PRESENT),
        ("Mar 20 - Jun 21", "2020-03", "2021-06"),
        ("Jan – Mar 2020", "2020-01", "2020-03"),
        ("June-August 2019", "2019-06", "2019-08"),
        ("Summer 2018 – Fall 2019", "2018", "2019"),
        ("Q3 2020 - Q1 2021", "2020-07", "2021-01"),
        ("2014 - March 2020", "2014", "2020-03"),
        ("janv. 2020 - févr. 2021", "2020-01", "2021-02"),
        ("Mars 2018 à aujourd’hui", "2018-03", PRESENT),
        ("du 01/03/2019 au 31/05/2020", "2019-03", "2020-05"),
        ("depuis mars 2019", "2019-03", PRESENT),
        ("seit 03/2019", "2019-03", PRESENT),
        ("2019-03 → 2021-05", "2019-03", "2021-05"),
        ("Von 2012 bis 2015", "2012", "2015"),
        ("de enero de 2018 a marzo de 2020", "2018-01", "2020-03"),
        ("desde 2016 hasta la actualidad", "2016", PRESENT),
        ("março de 2019 – atual", "2019-03", PRESENT),
        ("da settembre 2016 ad oggi", "2016-09", PRESENT),
        ("08.2019 – d.d.", "2019-08", PRESENT),
        ("март 2017 – настоящее время", "2017-03", PRESENT),
        ("2018年4月 – 現在", "2018-04", PRESENT),
        ("2011年4月～2015年3月", "2011-04", "2015-03"),
        ("2019 –", "2019", PRESENT),
        ("2015. 04. – present", "2015-04", PRESENT),
        ("2004. 09. – 2015. 03.", "2004-09", "2015-03"),
        ("2015. 04. 01. – 2016. 05. 31.", "2015-04", "2016-05"),
        ("2019 onwards", "2019", PRESENT),
        ("2019-03 ...", "2019-03", PRESENT),
        ("03/2019…", "2019-03", PRESENT),
        ("March 2018 - Till date", "2018-03", PRESENT),
        ("Nov. 2019-date", "2019-11", PRESENT),
        ("Aug 2019 → Present", "2019-08", PRESENT),
        ("until 2015", None, "2015"),
        ("Summer 2019", "2019", None),
        ("Sommersemester 2019", "2019", None),
        ("until summer 2019", None, "2019"),
        ("Summers of 2021 – 2023", "2021", "2023"),
        ("summer 2015 and summer 2016", "2015", "2016"),
        ("Été 2023, été 2024", "2023", "2024"),
        ("2019, 2020", "2019", "2020"),
        ("2003 und 2004", "2003", "2004"),
        ("2021, 2022 and 2023", "2021", "2023"),
        ("WS 2021/22 – SS 2023", "2021", "2023"),
        ("Mar'2019 to Apr’2021", "2019-03", "2021-04"),
        ("Nov/18 – Mar/20", "2018-11", "2020-03"),
        ("01.2021 – ...", "2021-01", PRESENT),
        ("01/2021 – …", "2021-01", PRESENT),
        ("2019 …", "2019", PRESENT),
        ("2025-03-01 / –", "2025-03", PRESENT),
        ("2024 – pres.", "2024", PRESENT),
        ("05/2019 – vigente", "2019-05", PRESENT),
        ("da gennaio 2018", "2018-01", PRESENT),
        ("05/21", "2021-05", None),
        ("seit 08/17", "2017-08", PRESENT),
        ("2010–12", "2010", "2012"),
        ("2019–03 to 2020–05", "2019-03", "2020-05"),
        ("01/09/2017 tot op heden", "2017-09", PRESENT),
        ("vanaf juni 2020", "2020-06", PRESENT),
        ("dès le 1.8.2021", "2021-08", PRESENT),
        ("seit dem 1. Mai 2020", "2020-05", PRESENT),
        ("à partir de mars 2022", "2022-03", PRESENT),
        ("12/2017 → onwards", "2017-12", PRESENT),
        ("2013/9 – 2019/2", "2013-09", "2019-02"),
        ("2019/3 – continue", "2019-03", PRESENT),
        ("Mai 2015 – Feber 2020", "2015-05", "2020-02"),
        ("2016/17 – 2018/19", "2016", "2019"),
        ("2017-18 to present", "2017", PRESENT),
        ("2021/22 – heute", "2021", PRESENT),
        ("From: July 2019   To: Present", "2019-07", PRESENT),
        ("From: 01/2012\tTo: 06/2014", "2012-01", "2014-06"),
        ("to 3/2021", None, "2021-03"),
        ("To: June 2019", None, "2019-06"),
        ("2019–02/2020", "2019", "2020-02"),
        ("2010/11 to 2016/17", "2010", "2017"),
        ("2008/09 harvest – 2013/14", "2008", "2014"),
    ],
)
def test_a_period_is_read_whole(written: str, start: str | None, end: str | None) -> None:
    (found,) = find_periods(written)
    assert found.period == Period(
        _date(start), None if end == PRESENT else _date(end), current=end == PRESENT
    )
    assert (found.start, found.end) == (0, len(written))


@pytest.mark.parametrize(
    "text",
    [
        "grew by 2015%",
        "Managed $2,015 of stock",
        "room 4/12",
        "jan@2019.example",
        "8/10",
        "scored 08/10",
        "15 Shrawan 2078",
    ],
)
def test_other_numbers_are_no_dates(text: str) -> None:
    assert find_periods(text) == ()


def test_a_placeholder_is_seen_but_is_no_date() -> None:
    (found,) = find_periods("20XX – Present")
    assert found.period is None


def test_day_and_month_are_told_apart_by_what_else_the_resume_says() -> None:
    assert is_day_first("31/05/2020 and 03/04/2019")
    assert not is_day_first("05/31/2020 and 03/04/2019")
    assert not is_day_first("Austin, TX 78701, 03/04/2019")


def test_a_date_that_reads_either_way_is_marked() -> None:
    (found,) = find_periods("03/04/2020 - present", day_first=False)
    assert found.ambiguous
    assert found.period == Period(PartialDate(2020, 3), None, current=True)


@pytest.mark.parametrize(
    "text", ["2018 → Studio Nogueira", "09/2021 -> Lead cook, Hotel Adler", "Mai 2020 →Köchin"]
)
def test_an_arrow_from_a_date_to_a_name_leads_to_the_present(text: str) -> None:
    (found,) = find_periods(text)
    assert found.period is not None
    assert found.period.current
    assert found.assumed


def test_an_arrow_inside_a_line_opens_no_period() -> None:
    (found,) = find_periods("Costs 2019 → lower")
    assert found.alone


def test_two_periods_of_one_line_stay_apart() -> None:
    assert [found.period for found in find_periods("1998 - 2001 and 2004 - 2006")] == [
        Period(PartialDate(1998), PartialDate(2001)),
        Period(PartialDate(2004), PartialDate(2006)),
    ]


@pytest.mark.parametrize("text", ["Level 2 – 2023", "Band 5 - 2023", "Ausbilder, Stufe 1 – 2023"])
def test_a_number_beside_a_year_is_no_month(text: str) -> None:
    assert [found.period for found in find_periods(text)] == [Period(PartialDate(2023), None)]


def test_a_mark_after_a_short_year_does_not_hide_it() -> None:
    (found,) = find_periods("(Nov/18 – Mar/20, furloughed)")
    assert found.period == Period(PartialDate(2018, 11), PartialDate(2020, 3))


def test_a_list_of_years_ends_where_a_range_begins() -> None:
    assert [found.period for found in find_periods("2008, 2010 – 2012")] == [
        Period(PartialDate(2008), None),
        Period(PartialDate(2010), PartialDate(2012)),
    ]


def _date(text: str | None) -> PartialDate | None:
    if text is None:
        return None
    year, _, month = text.partition("-")
    return PartialDate(int(year), int(month) if month else None)


@pytest.mark.parametrize("written", ["2019-03 → Researcher, Orme", "03/2019 -> Koch, Gasthof Alm"])
def test_an_arrow_behind_the_date_that_begins_a_line_says_since(written: str) -> None:
    (found,) = find_periods(written)

    assert found.period == Period(PartialDate(2019, 3), None, current=True)


def test_an_arrow_within_a_line_says_nothing_of_time() -> None:
    (found,) = find_periods("Promoted 2021 → Team Lead")

    assert found.alone
