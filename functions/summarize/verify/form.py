"""Is it a finished sentence in the voice asked for? Nothing here looks at facts."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import pairwise

from functions.summarize.language.cliches import cliches_in
from functions.summarize.language.function_words import FunctionWords
from functions.summarize.language.surface import article
from functions.summarize.language.verbs import recognise
from functions.summarize.language.words import fold
from functions.summarize.lines.first_words import is_sentence, names_a_person
from functions.summarize.lines.verbs import verb_form
from functions.summarize.sentences import Voice

FIRST_PERSON = re.compile(
    r"\b(I|I'm|I've|[Mm]e|[Mm]y|(?<!the )(?<!a )(?<!an )[Mm]ine(?=[.,;])|[Mm]yself|[Ww]e|[Oo]ur|[Oo]urs|us)\b"
)
_THIRD_PERSON = re.compile(r"\b(he|him|his|she|her|hers)\b", re.IGNORECASE)
_UNFINISHED = re.compile(
    r"\b(and|or|of|for|to|in|by|at|with|the|a|an|from|on|into|as|including|while|per|than)\.$"
)
_DEBRIS = re.compile(r"[<>{}\[\]|]|\s[,;]|\s\.(?!\w)|,,|\s{2}")
_DEBRIS_ANYWHERE = re.compile(r"[<>{}\[\]|]|\s,|\s\.(?!\w)|,,|\s{2}")
"""French puts a space before a semicolon."""
_NEXT_WORD = re.compile(r"(?:\W+\w+)?")
_NOTHING_INCLUDES = re.compile(r"(?:Also )?(?:[Ii]nclud(?:e|es|ed)|[Aa]re|[Ii]s(?! an? ))\b")
_OWNERLESS = re.compile(
    r"(?!(?:My|Key|Core|Main|Professional)\b)[^\s'’]+ (?:key |core |main |professional )?"
    r"(?:skills|credentials|qualifications) (?:include|range|are)\b"
)
_INCLUDED = re.compile(r"\binclud(?:e|es|ed|ing) ((\w+)\b.*)")
_PAPER_JOINED = re.compile(
    r"(?!An? )(?:[\w-]+ ){1,3}[a-z-]*(?:[^h]er|or|ist|ian|ant|nurse|midwife) (?:of [^,.]+ )?and [^,.]+, with an? "
)
"""Who somebody is beside what they hold, with one "and": "Licensed welder and TIG certification, with a BSc"."""
_ACT = re.compile(r"\w{3,}ed (?:\d|(?:a|an|the|all|up|over|after|for|to|in|with|by)\b)")
_AFTER_PREPOSITION = re.compile(r"\b(?:on|at|with|of|as|into) (?P<word>[a-z]+)\b")
_OBJECT = re.compile(r" (?:an?(?! (?:day|week|month|year|shift|season)\b)|the|all|as|up|its|their|this)\b")
_TO_A_NAME = re.compile(r"^(?:(?:from|at|of|in|with) )?(?:the|an?) ")
_ARTICLE = re.compile(r"\b(an?) ([\w$£€]\S*(?: \S+)?)", re.IGNORECASE)


def malformed(sentence: str, voice: Voice, quoted: str) -> Iterator[str]:
    """A problem for everything that is not a finished sentence. An article that `quoted`, the facts, has may stand."""
    if not sentence.endswith(".") or _UNFINISHED.search(sentence) or len(sentence.split()) < 3:
        yield "unfinished"
    if _NOTHING_INCLUDES.match(sentence) or _OWNERLESS.match(sentence):
        yield "grammar: no subject"
    if not (sentence[:1].isupper() or sentence[:1].isdigit() or re.match(r"\w*[A-Z0-9]|[$£€]", sentence)):
        yield "small start"
    if sentence.count("(") != sentence.count(")") or _DEBRIS.search(sentence):
        yield "debris"
    if (included := _INCLUDED.search(sentence)) and _is_no_thing(included[1], included[2]):
        yield f"grammar: includes {included[2]}"
    if joined := _PAPER_JOINED.match(sentence):
        yield f"grammar: {joined.group()}"
    acts = (words for words in _acts_for_things(sentence) if fold(words) not in fold(quoted))
    yield from (f"grammar: {words}" for words in acts)
    yield from _pronouns(sentence, voice)
    yield from (f"cliche: {phrase}" for phrase in cliches_in(sentence))
    yield from _repetition(sentence, quoted)
    for match in _ARTICLE.finditer(sentence):
        if match[1].lower() != article(match[2]) and not match[1].isupper() and match.group() not in quoted:
            yield f"article: {match.group()}"


def misshapen(sentence: str, voice: Voice, quoted: str, function_words: FunctionWords) -> Iterator[str]:
    """A problem for what is no finished sentence in a language other than English, whatever its words.

    A pronoun that stands before the same word in `quoted`, the facts, may stand: "Nossa Senhora da Saúde".
    """
    if not sentence.endswith("."):
        yield "unfinished"
    if sentence.count("(") != sentence.count(")") or _DEBRIS_ANYWHERE.search(sentence):
        yield "debris"
    pronouns = {"first": function_words.first, "third": function_words.third}
    for person, words in pronouns.items():
        for found in words.finditer(sentence) if voice != person else ():
            following = _NEXT_WORD.match(sentence, found.end())
            if following and sentence[found.start() : following.end()] not in quoted:
                yield f"pronoun: {found.group()}"
    yield from _doubled(sentence)


def stilted(sentence: str) -> Iterator[str]:
    """A problem for a turn of `data/stilted.txt`: true, and as nobody would put it."""
    found = _read_stilted().search(sentence)
    if found:
        yield f"stilted: {found.group()}"


@cache
def _read_stilted() -> re.Pattern[str]:
    text = (files("functions.summarize.language") / "data/stilted.txt").read_text(encoding="utf-8")
    patterns = [line for line in text.splitlines() if line and not line.startswith("#")]
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


def _is_no_thing(text: str, first: str) -> bool:
    """What is included is a thing or an act: no past, no sentence, no person."""
    return _is_past(first, text) or is_sentence(text) or names_a_person(text)


def _acts_for_things(sentence: str) -> Iterator[str]:
    """What stands after "on" or "at" is a thing: not "works on supervises", not "worked on served as"."""
    for match in _AFTER_PREPOSITION.finditer(sentence):
        verb = verb_form(match["word"])
        if verb is None:
            continue
        alone = "third" in verb.forms and "N" not in verb.kinds
        followed = "past" in verb.forms or "third" in verb.forms
        if alone or (followed and _OBJECT.match(sentence, match.end())):
            yield match.group()


def _is_past(word: str, text: str) -> bool:
    """ "Looked after 12 horses" tells an act; "refrigerated and frozen goods" tells of a thing."""
    if not word.islower():
        return False
    found = recognise(word)
    return found[1] == "past" if found else _ACT.match(text) is not None


def _pronouns(sentence: str, voice: Voice) -> Iterator[str]:
    first = [match.group() for match in FIRST_PERSON.finditer(sentence)]
    third = [word for word in _THIRD_PERSON.findall(sentence) if len(word) == 1 or not word.isupper()]
    if voice != "first":
        yield from (f"pronoun: {word}" for word in first)
    if voice != "third":
        yield from (f"pronoun: {word}" for word in third)


def _repetition(sentence: str, quoted: str) -> Iterator[str]:
    """A word twice in a row, or three words that come again; in "dementia care, care plans" the comma parts them.

    What comes as often in the facts may: "the University of Vire and the University of Lagos".
    """
    spoken = fold(sentence).split()
    tokens = [token.strip(".,;:()") for token in spoken]
    runs = [tuple(tokens[i : i + 3]) for i in range(len(tokens) - 2)]
    repeated = ((" ".join(run), times) for run, times in sorted(Counter(runs).items()) if times > 1)
    yield from (
        f"repeated: {run}" for run, times in repeated if fold(quoted).count(_TO_A_NAME.sub("", run)) < times
    )
    yield from _doubled(sentence)


def _doubled(sentence: str) -> Iterator[str]:
    pairs = pairwise(fold(sentence).split())
    yield from (f"repeated: {token}" for token, following in pairs if token == following.strip(".,;:()"))
