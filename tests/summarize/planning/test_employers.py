"""Who employs, as a sentence names it."""

import pytest

from functions.summarize.planning.employers import spoken_employer


@pytest.mark.parametrize(
    ("stated", "said"),
    [
        ("QATAR - AL JABAL CONTRACTING W.L.L.", "Al Jabal Contracting"),
        ("Saudi Arabia, Orvik Steel", "Orvik Steel"),
        ("Oman", None),
        ("Qatar Airways", "Qatar Airways"),
        ("Ireland West Airport", "Ireland West Airport"),
    ],
)
def test_a_country_by_itself_employs_nobody(stated: str, said: str | None) -> None:
    assert spoken_employer(stated) == said
