import re

import pytest

from functions.summarize.lines import Forms, LineReading, Part, read_line, tellings
from functions.summarize.lines.consistency import consistent
from functions.summarize.lines.tokens import LONGEST
from training.lines.corpus import read_kept_out


def forms_of(line: str, title: str = "Manager", *, current: bool = False) -> list[str]:
    told = tellings(read_line(line, title=title, current=current))
    return [
        telling.text
        for forms in (told.whole, told.half)
        for telling in (forms.past, forms.present, forms.perfect, forms.gerund, forms.noun)
        if telling
    ]


@pytest.mark.parametrize(
    ("line", "never"),
    [
        ("Average handling time fell from 6 to 4 minutes", "averages handling"),
        ("Average handling time fell from 6 to 4 minutes", "averaged handling"),
        ("Groups turnover rose by 14%", "grouped turnover"),
        ("Tax structuring for family offices", "taxed structuring"),
        ("Projects governance, change log and risks", "projects governance, change"),
        ("Sprint predictability up from 55% to 88%", "sprinted"),
        ("Discharge planning and letters", "discharged planning"),
        ("Report on pension gaps quoted in two parliamentary questions", "reported on"),
        ("Process control and sampling", "processed control"),
        ("Licensing hearings and appeals", "licensed hearings"),
        ("Record sales in Q4", "recorded sales"),
        ("Stock control and rotas", "stocked control"),
        ("Nursing home visits in four homes", "nurses home"),
    ],
)
def test_a_first_word_that_is_a_noun_here_is_never_told_as_a_verb(line: str, never: str) -> None:
    for current in (True, False):
        assert not any(
            text.startswith(never) for text in forms_of(line, current=current) if text != line.lower()
        )


@pytest.mark.parametrize(
    ("line", "present"),
    [
        ("Discharge patients to community teams", "discharges patients to community teams"),
        ("Lead a squad of eight", "leads a squad of eight"),
        ("Process 60 claims a week", "processes 60 claims a week"),
        ("Write and test firmware for pumps", "writes and tests firmware for pumps"),
        ("Responsible for running two gangs and ordering plant", "runs two gangs and orders plant"),
    ],
)
def test_the_same_words_are_verbs_where_they_govern_something(line: str, present: str) -> None:
    told = tellings(read_line(line, title="Manager", current=True)).present
    assert told is not None
    assert told.text == present


def test_a_line_in_the_first_person_is_an_act_as_any() -> None:
    for line in ("I run a gang of 14 and plan the berths", "I also run a gang of 14 and plan the berths"):
        told = tellings(read_line(line, title="Dock supervisor", current=True)).whole.present
        assert told is not None
        assert told.text == "runs a gang of 14 and plans the berths"


def test_for_example_is_never_where_a_line_is_cut() -> None:
    told = tellings(read_line("Maintain records, e.g. of stock and sales", title="Clerk", current=True))
    assert told.present is not None
    assert told.present.text == "maintains records, e.g. of stock and sales"


@pytest.mark.parametrize(
    ("line", "past"),
    [
        ("Labelling cartons and stacking pallets", "labelled cartons and stacked pallets"),
        ("Labeling cartons and stacking pallets", "labeled cartons and stacked pallets"),
        ("Organized two fairs a year", "organized two fairs a year"),
        ("Organised two fairs a year", "organised two fairs a year"),
    ],
)
def test_british_and_american_spellings_stay_what_they_are(line: str, past: str) -> None:
    told = tellings(read_line(line, title="Packer", current=False)).past
    assert told is not None
    assert told.text == past


def test_names_of_products_keep_their_capitals() -> None:
    told = tellings(
        read_line("Migrated 41 services from Jenkins to GitHub Actions", title="Engineer", current=False)
    )
    assert told.past is not None
    assert told.past.text == "migrated 41 services from Jenkins to GitHub Actions"


def test_a_shouted_line_is_told_in_small_letters() -> None:
    told = tellings(read_line("MANAGED A TEAM OF 12 DRIVERS", title="Manager", current=False))
    assert told.past is not None
    assert told.past.text == "managed a team of 12 drivers"


@pytest.mark.parametrize(
    "line", ["", " ", ".", "•", "2015", "12 %", "->", "Verantwortlich für den Einkauf", "((("]
)
def test_what_is_no_english_clause_is_told_as_it_stands_or_not_at_all(line: str) -> None:
    told = tellings(read_line(line, title="Manager", current=True))
    assert told.past is None
    assert told.present is None


def test_the_perfect_goes_with_no_date() -> None:
    told = tellings(read_line("Founded a music week in 2019", title="Director", current=True))
    assert told.perfect is None or "2019" not in told.perfect.text


def test_a_pronoun_of_the_writer_is_in_no_telling() -> None:
    for line in (
        "I trained 40 marshals for our festival",
        "Our clinic sees 120 patients a day",
        "We grew my team to 11",
    ):
        words = {word for text in forms_of(line, current=True) for word in text.split()}
        assert not words & {"i", "I", "we", "our", "my", "me", "us"}


@pytest.mark.parametrize(
    ("line", "present"),
    [
        ("Booking rooms, taking payments, calming parents", "books rooms, takes payments and calms parents"),
        ("Letting down hems, taking in waists", "lets down hems and takes in waists"),
        ("Covering the switchboard at lunch", "covers the switchboard at lunch"),
        ("Stamping invoices and matching orders", "stamps invoices and matches orders"),
    ],
)
def test_gerunds_are_told_as_acts(line: str, present: str) -> None:
    told = tellings(read_line(line, title="Clerk", current=True)).whole.present
    assert told is not None
    assert told.text == present


@pytest.mark.parametrize(
    ("line", "never"),
    [
        ("Evening groups of learners", "even"),
        ("Own round of 60 shops", "own"),
        ("Rewires / fault finding", "rewire"),
        ("Walking holidays in the Alps", "walk"),
        ("Planned maintenance", "planned"),
    ],
)
def test_what_names_or_describes_is_no_act(line: str, never: str) -> None:
    for current in (True, False):
        forms = tellings(read_line(line, title="Clerk", current=current)).whole
        assert not [
            told.text
            for told in (forms.past, forms.present, forms.perfect)
            if told and told.text.startswith(never)
        ]


@pytest.mark.parametrize(
    "line",
    [
        "Route planning pilot saved 40 lorry trips",
        "70% of my class met the reading goal",
        "Nine of my learners won apprenticeships",
        "Volunteers planted 600 trees",
    ],
)
def test_what_others_did_is_no_act_of_the_person_and_no_thing_done(line: str) -> None:
    forms = tellings(read_line(line, title="Teacher", current=True)).whole
    assert (forms.past, forms.present, forms.perfect) == (None, None, None)
    assert forms.noun is None or not re.search(r"\b(?:saved|met|won|planted)\b", forms.noun.text)


def test_what_others_did_with_it_since_is_a_result() -> None:
    told = tellings(read_line("Wrote a cleaning plan, still followed", title="Housekeeper", current=False))
    assert told.whole.past is not None
    assert told.whole.past.text == "wrote a cleaning plan, still followed"


def test_commas_of_a_series_stay_commas() -> None:
    for line in ("Pumps, valves, gearboxes", "Stock, deliveries, annual inventory"):
        noun = tellings(read_line(line, title="Fitter", current=False)).whole.noun
        assert noun is not None
        assert noun.text.count(" and ") == 1


def test_a_paragraph_is_not_searched_for_a_change_behind_its_last_comma() -> None:
    """To look behind each of its commas would take as long as there are commas, times its length."""
    change = "Checkout for 6 countries, mobile conversion +12%"
    paragraph = f"{'Redesigned the shop; ' * (LONGEST // 20)}{change}"

    assert read_line(change, title="Designer", current=False).certain
    assert len(paragraph) > LONGEST
    assert not read_line(paragraph, title="Designer", current=False).certain


def test_a_paragraph_is_not_cut_into_parts() -> None:
    told = tellings(read_line("Managed a team and " * LONGEST, title="Manager", current=True))
    assert told.whole == Forms()
    assert told.short is None


def test_the_same_line_is_read_the_same_twice() -> None:
    line = "Cut waste costs by 40% and reported the savings to the board each quarter"
    assert read_line(line, title="Chemist", current=True) == read_line(line, title="Chemist", current=True)


def test_a_word_that_limits_is_never_left_out_as_a_filler() -> None:
    line = "Rarely needed a locum"
    parts = (Part("filler", 0, 6), Part("verb", 7, 13), Part("object", 14, 21))
    reading = LineReading(line, "GP", current=False, head="act", parts=parts, probability=0.99, certain=True)
    assert not consistent(reading).certain


def test_a_sentence_is_not_told_as_a_thing() -> None:
    line = "No tenancy on my patch has been lost"
    reading = LineReading(
        line,
        "Officer",
        current=False,
        head="fragment",
        parts=(Part("object", 0, 36),),
        probability=0.99,
        certain=True,
    )
    assert not consistent(reading).certain


@pytest.mark.parametrize(
    ("line", "past"),
    [
        ("Taught Economics to SS2", "taught Economics to SS2"),
        ("Ran newsdesk of 6", "ran a newsdesk of 6"),
        ("Wrote captions and short pieces", "wrote captions and short pieces"),
        ("Court reporting, village shows", "court reporting and village shows"),
        ("Reports to funders", "wrote reports to funders"),
        ("Rarely needed a locum", "rarely needed a locum"),
    ],
)
def test_a_line_whose_words_leave_no_doubt_is_told_though_the_model_is_not_sure(line: str, past: str) -> None:
    whole = tellings(read_line(line, title="Officer", current=False)).whole
    told = whole.past or whole.noun
    assert told is not None
    assert told.text == past


@pytest.mark.parametrize(
    ("line", "present"),
    [
        ("In charge of the haematology bench, 3 shifts", "is in charge of the haematology bench"),
        ("Responsible for stock, tills and the rota", "is responsible for stock, tills and the rota"),
        ("In charge of linen (two floors); keys held", "is in charge of linen"),
    ],
)
def test_what_somebody_is_in_charge_of_is_told_up_to_the_next_mark(line: str, present: str) -> None:
    told = tellings(read_line(line, title="Officer", current=True))
    assert any(one is not None and one.text == present for one in (told.whole.present, told.half.present)), (
        told
    )


@pytest.mark.parametrize(
    "line",
    [
        "In the team digitising green cards since 2023",
        "Line managed 5 programme managers",
    ],
)
def test_a_line_that_its_words_do_not_settle_is_no_act(line: str) -> None:
    assert tellings(read_line(line, title="Officer", current=False)).past is None


@pytest.mark.parametrize(
    ("line", "past"),
    [
        (
            "2022 floods: winched 27 people with rescue crew over 2 nights",
            "winched 27 people",
        ),
        ("2023 breach: 11 authorities notified within 61 hours", "notified 11 authorities within 61 hours"),
        ("Donors: 4,100 → 13,800", "raised donors from 4,100 to 13,800"),
        ("Rewrote onboarding guide: tickets 40 -> 12 a week", "rewrote the onboarding guide"),
        ("Maintained computer labs: 4 rooms", "maintained computer labs"),
    ],
)
def test_an_act_before_or_behind_a_colon_is_read_as_a_line(line: str, past: str) -> None:
    told = tellings(read_line(line, title="Officer", current=False)).half.past
    assert told is not None
    assert told.text == past


@pytest.mark.parametrize(
    "line",
    [
        "Wastage lead: platelets from 11% to 4.5%",
        "Reason for leaving: closed site",
        "Design reviews: weekly",
        "Lead auditor: ISO 9001",
        "Evening groups of adults, A1 to B2",
        "Beginners to exam classes, B1 to C2",
        "Mathematics, KS3 to KS5",
        "26 trainees passed the exam",
        "3 apprentices won regional awards",
        "Scope 3 model for a dairy cooperative",
    ],
)
def test_what_a_colon_limits_what_is_taught_and_what_others_did_is_no_act(line: str) -> None:
    assert tellings(read_line(line, title="Officer", current=False)).past is None


@pytest.mark.parametrize(
    ("line", "present"),
    [
        ("Framing and roofing of wooden houses", "frames and roofs wooden houses"),
        ("Sorting and scanning of mail", "sorts and scans mail"),
        ("Washing & ironing of bed linen", "washes and irons bed linen"),
        ("Gutting and packing of chicken", "guts and packs chicken"),
        ("Sorting parcels and loading of vans", "sorts parcels and loads vans"),
    ],
)
def test_a_second_gerund_is_told_in_the_form_of_the_first(line: str, present: str) -> None:
    told = tellings(read_line(line, title="Clerk", current=True)).present
    assert told is not None
    assert told.text == present


@pytest.mark.parametrize(
    ("line", "past"),
    [
        ("GCSE grade 4+ from 54% to 73% in 4 yrs", "raised GCSE grade 4+ from 54% to 73% in 4 years"),
        ("Staff turnover from 31% to 12% in two years", "cut staff turnover from 31% to 12% in two years"),
    ],
)
def test_a_change_is_told_by_its_figures_and_not_by_its_name_or_its_time(line: str, past: str) -> None:
    told = tellings(read_line(line, title="Head", current=False)).past
    assert told is not None
    assert told.text == past


@pytest.mark.parametrize(
    "line",
    [
        "Taking vital signs and recording",
        "Counting the takings and refunding",
        "Worked right through the pandemic",
        "Pull small groups, READ plans",
        "Matching, batching and coding, dealing with queries from the mill",
        "Washing, peeling and chopping, helping with the buffet",
        "Centres all over the western suburbs",
        "Dedicated lumber stores, 3-4 stops a day",
        "Performing cleaning and sanitizing",
        "Sparring partner of the board regarding cash",
        "Converted from 6 month contract, extended 7 times",
        "Design of centrifugal pumps and preparing of drawings",
        "Preparation of inspection plans and getting approval from the client",
        "Responsible for packaging materials and also help the colleagues in Sweden",
    ],
)
def test_an_act_on_nothing_is_not_told(line: str) -> None:
    told = tellings(read_line(line, title="Clerk", current=True))
    assert (told.whole.past, told.whole.present) == (None, None)


@pytest.mark.parametrize(
    ("line", "present"),
    [
        ("Preparation of food and cleaning of the kitchen", "prepares food and cleans the kitchen"),
        ("Greeting guests, taking orders and serving food", "greets guests, takes orders and serves food"),
        ("Coordinating deliveries and scheduling", "coordinates deliveries and schedules"),
        ("WASHING POTS AND SWEEPING FLOORS", "washes pots and sweeps floors"),
    ],
)
def test_acts_that_are_told_all_the_same(line: str, present: str) -> None:
    told = tellings(read_line(line, title="Clerk", current=True)).whole.present
    assert told is not None
    assert told.text.lower() == present


def test_lines_of_several_sentences_have_no_empty_part_and_raise_nothing() -> None:
    """Two sentences of which the last ends in a bracket and a stop once left a part without words."""
    told = "Trained 30+ servers. Opened the second location in Saugatuck (2018)."
    rows = [line.line.rstrip(".") for line, _ in read_kept_out("resumes")]
    for first, second in zip(rows, rows[1:] + rows[:1], strict=True):
        for text in (
            told,
            f"{first}. {second} (2018).",
            f"{first}; {second}, ({second}) .",
            f"{second} - {first}:",
        ):
            reading = read_line(text, title="Assistant Manager", current=False)
            assert all(reading.words(part).strip() for part in reading.parts), text
            tellings(reading)


@pytest.mark.parametrize(
    ("line", "change"),
    [
        ("Reduction of scrap from 6,2% to 2,8% in the bezel line", "from 6,2% to 2,8%"),
        ("Reklamationen from 4,5% to 1,2% on both lines", "from 4,5% to 1,2%"),
        ("Yield from 81,5% to 90,4% at line 3", "from 81,5% to 90,4%"),
    ],
)
def test_a_comma_within_a_figure_ends_no_change(line: str, change: str) -> None:
    reading = read_line(line, title="Engineer", current=True)
    assert change in [reading.words(part) for part in reading.parts]


@pytest.mark.parametrize(
    ("line", "past"),
    [
        ("Customer PPM reduced from 310 to 42", "reduced customer PPM from 310 to 42"),
        ("Overtime bill cut by £40k", "cut the overtime bill by £40k"),
        ("Waiting list reduced from 14 weeks to 5", "reduced the waiting list from 14 weeks to 5"),
        ("Stock losses cut from 2.1% to 0.9% by weekly counts", "cut stock losses from 2.1% to 0.9% by weekly counts"),
        ("Complaint rate reduced from 4% to 1%", "reduced the complaint rate from 4% to 1%"),
        ("Wait times cut in half", "cut the wait times in half"),
        ("Reduced rework 6% to 2%", "reduced rework from 6% to 2%"),
        ("Raised pass rate 71 to 84 percent", "raised the pass rate from 71 to 84 percent"),
        ("Budget R14m, report to family trust", "managed a budget of R14m"),
        ("118% of quota in FY24", "reached 118% of quota in FY24"),
        ("97% of $900K quota in ramp year", "reached 97% of a $900K quota in ramp year"),
    ],
)  # fmt: skip
def test_what_was_changed_or_reached_is_an_act_however_it_is_written(line: str, past: str) -> None:
    told = tellings(read_line(line, title="Manager", current=False)).whole.past
    assert told is not None
    assert told.text == past


@pytest.mark.parametrize(
    "line",
    [
        "Headcount reduced from 40 to 31",
        "Hours cut from 40 to 20",
        "Team reduced from 9 to 5",
        "Salary raised from 30k to 40k",
        "40% of quota in Q1",
        "Dotted line to Operating Partner",
    ],
)
def test_what_happened_to_the_person_and_what_was_missed_is_no_act(line: str) -> None:
    assert tellings(read_line(line, title="Manager", current=False)).whole.past is None
