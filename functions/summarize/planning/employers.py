"""An employer as a sentence names it: without its legal form, its town and its remarks."""

import re
from functools import lru_cache

from functions.summarize.language.names import calmed_name
from functions.summarize.language.surface import article, common_words
from functions.summarize.lines.lexicon import noun_kinds
from functions.summarize.lines.nouns import head_noun
from functions.summarize.parsers.word_lists import word_index
from functions.summarize.planning.vocabulary import vocabulary
from functions.summarize.text.words import words_of

_PRIVATE = re.compile(r"^private (?:household|family|client|employer)s?\b", re.IGNORECASE)
_ADDRESS = re.compile(r"^(?:M/s|Messrs)\.?\s+", re.IGNORECASE)
"""Before the name of a house, where houses are addressed so."""
_WORK = re.compile(r"[A-Z][a-z]+(?: [a-z]+)*? [a-z]{3,}ing")
"""What is done, in place of who pays for it: "Mushroom packing"."""
_NAMES = (
    r"(?:(?:Dr|Prof)\.? )*(?:(?:von|van|de|der|la|del|di|al|el|ten|zu)[ -])*"
    r"(?P<name{0}>[^\W\d_](?:[\w'’.-]+|\.|)(?: (?:[^\W\d_]\.?|[^\W\d_][\w'’.-]+)){{0,3}})"
)
_PERSON = re.compile(
    r"(?:(?:Mr|MR|mr|Mrs|MRS|mrs|Ms|Miss|Mdm|Madame?|Mme|Monsieur|Herr|Frau|Señora?|Signora?)\.?"
    rf"(?: (?:and|&) (?:Mr|Mrs|Ms)\.?)? {_NAMES.format(1)}(?: (?:and|&) (?:Mr|Mrs|Ms|Miss)\.? {_NAMES.format(4)})?"
    rf"|(?:Family|Familie|Famille|Familia|Famiglia) {_NAMES.format(2)}"
    rf"|(?:[Tt]he )?{_NAMES.format(3)} (?:family|household))"
)
"""A person who employs somebody at home: one works for, not at, such a one, whose name is nobody's business."""


def _is_private(name: str, stated: str) -> bool:
    """Whether a name is a private person's: "Mr. Chen Wei-Ting", not "Mr Price" or "Familie Müller GmbH"."""
    found = _PERSON.fullmatch(name)
    if found is None or vocabulary().legal_form.search(stated):
        return False
    words = set(" ".join(filter(None, found.groups())).lower().replace(".", "").split())
    return words.isdisjoint(common_words()) and words.isdisjoint(_HOUSES)


_HOUSES = frozenset("tussauds selfridge kipling lube mart".split())
"""Names of houses that are called like a person."""
_LONGEST, _LONGEST_NAME = 7, 200
"""Words of a name that is told, and characters of a stated one that are looked at."""
_PLAIN = 3
"""Words of a description that is no name: "Meat plant", "Building sites"."""


@lru_cache(maxsize=256)
def spoken_employer(name: str) -> str | None:
    """ "Pryce Heating Ltd, Swansea" -> "Pryce Heating"; None where nobody is named that one works at."""
    words, name = vocabulary(), _STARS.sub("", name[:_LONGEST_NAME])
    name = re.sub(r"^[*†‡\s]+|(?<=\w)[*†‡]+(?!\w)", "", name)
    stated = name
    name = calmed_name(_ADDRESS.sub("", _without_legal_form(name)))
    text = re.sub(r"\s*[(\[][^)\]]*[)\]]", lambda found: found[0] if "Pty" in found[0] else "", name).strip()
    text = _without_legal_form(text)
    first, *rest = re.split(r"\s*(?:,\s|;|\s[-–—|·]\s)", text, maxsplit=1)
    if _is_country(first):
        if not rest:
            return None
        first = re.split(r"\s*(?:,\s|;|\s[-–—|·]\s)", rest[0], maxsplit=1)[0]
    text = _without_legal_form(first)
    text = re.sub(r"\s*(?:&|\band|\bund|\bet|\by|\bas)$", "", text)
    if " " not in text and (company := _AND_COMPANY.match(stated)) and company["name"] == text:
        return f"{text} & Co"  # one word by itself is no name: "Foil & Co"
    if _PRIVATE.match(text):
        return f"a {text[:1].lower()}{text[1:]}"
    if _is_private(text, stated):
        return None
    if not text or words.no_employer.match(text) or len(text.split()) > _LONGEST or _WORK.fullmatch(text):
        return None
    return text


def _is_country(name: str) -> bool:
    """Whether a name is but that of a country or region, which employs nobody by itself: "Qatar"."""
    return "place/region" in word_index().kinds_of(words_of(name))


_STARS = re.compile(r"\s+[1-7] ?(?:\*(?!\w)|★+|\*{2,})|\s*[★*]{3,}")
"""How many stars a hotel has, behind its name: "Aegli Bay Resort 5*"."""
_AND_COMPANY = re.compile(r"(?P<name>[^\W\d_]+) (?:&|and) Co\b")


def after_at(name: str, stated: str = "") -> str:
    """The name as it follows "at": "the University of Leeds", "Kestrel Foods".

    What is `stated` with a legal form is a name, whatever its words: "Strand & Co.", "Bakery Ltd".
    """
    if name.lower().startswith(("the ", "a ", "an ")):
        small = name.startswith(("A ", "An ")) or re.match(
            r"The (?:\w+ )?(?:University|College|Royal|Open)\b", name
        )
        return name[:1].lower() + name[1:] if small else name
    stated = stated.split(", ", maxsplit=1)[0].strip(" ,")
    if _is_description(name) and _without_legal_form(stated) == stated:
        described = name[:1].lower() + name[1:]
        return described if described.endswith("s") else f"{article(described)} {described}"
    return f"the {name}" if vocabulary().with_the.match(name) else name


def _is_description(name: str) -> bool:
    """Whether a name only says what kind of place it is: "Furniture factory", not "Marine nationale"."""
    first, *others = name.split(" ")
    english = all(word.lower() in common_words() for word in (first, *others))
    written = first.istitle() and all(word.islower() for word in others)
    place = {"N", "P"} & set(noun_kinds().get(head_noun(name).lower(), ""))
    return written and english and bool(place) and len(others) < _PLAIN


def _without_legal_form(text: str) -> str:
    """The name alone; nothing where it is but a legal form: "Sdn Bhd"."""
    form = vocabulary().shouted_legal_form if text.isupper() else vocabulary().legal_form
    return form.sub("", text).strip(" ,")
