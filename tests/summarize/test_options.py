from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.common.errors import InvalidOption
from functions.summarize.options import EARLIEST, LATEST, NAMES, options_as_text, read_options
from functions.summarize.sentences import CHOICES, LONGEST_TARGET, MOST_ALTERNATIVES, Options

TODAY = date(2026, 1, 31)
ANY = st.builds(
    Options,
    as_of=st.dates(EARLIEST, LATEST),
    target=st.text(st.characters(exclude_categories=["Cs"]), max_size=50).map(str.strip),
    alternatives=st.integers(1, MOST_ALTERNATIVES),
    blind=st.booleans(),
    **{name: st.sampled_from(values) for name, values in CHOICES.items()},
)


@given(ANY)
def test_every_option_survives_its_text_form(options: Options) -> None:
    assert read_options(options_as_text(options), TODAY) == options


def test_what_is_left_out_has_its_default_and_present_means_today() -> None:
    assert read_options({}, TODAY) == Options(TODAY)


def test_every_field_of_the_options_can_be_given() -> None:
    assert set(NAMES) == set(Options.__dataclass_fields__)


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        ({"tone": "warm"}, "There is no option 'tone'"),
        ({"output": "novel"}, "output is 'novel'; allowed: summary, brief."),
        ({"parser": "psychic"}, "parser is 'psychic'; allowed: ats, industry, auto."),
        ({"alternatives": "0"}, "alternatives is '0'; allowed: a whole number from 1 to 5."),
        ({"alternatives": "٣"}, "alternatives is '٣'; allowed: a whole number from 1 to 5."),
        ({"blind": "True"}, "blind is 'True'; allowed: true, false."),
        ({"as_of": "31.1.2026"}, "as_of is '31.1.2026'; allowed: a date from"),
        ({"target": "x" * (LONGEST_TARGET + 1)}, "target has 20001 characters; allowed: up to 20000."),
    ],
)
def test_a_wrong_value_is_refused_with_what_is_allowed(given: dict[str, str], complaint: str) -> None:
    with pytest.raises(InvalidOption) as refusal:
        read_options(given, TODAY)

    assert str(refusal.value).startswith(complaint)


def test_a_target_holds_no_letter_that_cannot_be_encoded() -> None:
    assert read_options({"target": " half \ud800 a pair "}, TODAY).target == "half ? a pair"
