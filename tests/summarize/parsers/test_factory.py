import subprocess
import sys

import pytest

from functions.common.errors import InvalidOption
from functions.summarize.parsers.ats import AtsParser
from functions.summarize.parsers.card import card_names, read_card
from functions.summarize.parsers.factory import PARSERS, load_parser
from functions.summarize.parsers.industry import IndustryParser


def test_a_parser_is_loaded_by_name() -> None:
    assert (type(load_parser("ats")), type(load_parser("industry"))) == (AtsParser, IndustryParser)


def test_an_unknown_parser_is_refused_with_the_known_ones() -> None:
    with pytest.raises(InvalidOption, match=r"^parser is 'psychic'; allowed: ats, industry\.$"):
        load_parser("psychic")


def test_every_parser_has_a_card_and_every_card_a_parser() -> None:
    assert sorted(PARSERS) == list(card_names())
    assert [read_card(name).id for name in PARSERS] == list(PARSERS)


def test_cards_are_read_without_a_reader_or_a_model_library() -> None:
    program = (
        "import sys; from functions.summarize.parsers.card import read_card; read_card('ats');"
        "print(sorted({'lxml', 'torch', 'ctranslate2', 'transformers', 'numpy'} & set(sys.modules)))"
    )
    answer = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert answer.stdout == "[]\n"


def test_the_factory_imports_no_parser_before_it_is_asked() -> None:
    program = (
        "import sys; import functions.summarize.parsers.factory;"
        "print([name for name in sys.modules if name.endswith(('.ats', '.industry', '.facts'))])"
    )
    answer = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert answer.stdout == "[]\n"
