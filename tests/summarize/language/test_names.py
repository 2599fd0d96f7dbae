import pytest

from functions.summarize.language.names import calmed_name


@pytest.mark.parametrize(
    ("shouted", "calmed"),
    [
        ("HALYARD NATIONAL BANK", "Halyard National Bank"),
        ("ST. MARY'S HOSPITAL", "St. Mary's Hospital"),
        ("O'NEILL CONSTRUCTION LTD", "O'Neill Construction Ltd"),
        ("UNIVERSITY OF LEEDS", "University of Leeds"),
        ("MCDONALD'S", "McDonald's"),
        ("TATA MOTORS", "Tata Motors"),
        ("COCA-COLA BOTTLING", "Coca-Cola Bottling"),
        ("JPMORGAN CHASE", "JPMorgan Chase"),
        ("AUTOPARTES RÍO PESQUERÍA", "Autopartes Río Pesquería"),
        ("MULTISERVICIOS SAN CRISTÓBAL", "Multiservicios San Cristóbal"),
        ("MENUISERIES DU VAL", "Menuiseries du Val"),
        ("ÉCOLE SUPÉRIEURE DE COMMERCE", "École Supérieure de Commerce"),
    ],
)
def test_a_name_in_capitals_is_told_in_title_case(shouted: str, calmed: str) -> None:
    assert calmed_name(shouted) == calmed


@pytest.mark.parametrize(
    ("shouted", "calmed"),
    [
        ("NHS ENGLAND", "NHS England"),
        ("ABC MOTORS", "ABC Motors"),
        ("DHL SUPPLY CHAIN", "DHL Supply Chain"),
        ("IKEA RETAIL", "IKEA Retail"),
        ("KPMG AUDIT", "KPMG Audit"),
    ],
)
def test_initials_within_it_stay_initials(shouted: str, calmed: str) -> None:
    assert calmed_name(shouted) == calmed


@pytest.mark.parametrize(
    "name", ["IBM", "TESCO", "EY", "BBC", "Kestrel Foods", "PwC", "eBay UK", "3M", "KfW", ""]
)
def test_a_short_name_and_one_with_small_letters_stay_as_they_are(name: str) -> None:
    assert calmed_name(name) == name
