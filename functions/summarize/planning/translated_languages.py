"""The languages that somebody speaks, each with the level that the resume states, in the words of its language."""

import re
from collections.abc import Iterator

from functions.summarize.confidence import LEAST, is_certain
from functions.summarize.planning.translated_words import Told, Words
from functions.summarize.resume import Fact, Language, Resume
from functions.summarize.text.folding import fold

_MOST, _LEVEL = 5, 30
"""Languages that are named, and letters of a level that stands beside one."""
_NONE = re.compile(
    r"\b(?:keine?|none|no|aucune?|ningun[ao]?|nessuna?|nenhuma?|geen"
    r"|lernen?|lerne ich|lernend|apprends|apprentissage|aprendo|aprendiendo|imparando|aprender|aprendendo|leren)\b"
)
"""A level that says that there is none, or none yet."""
_CODE = 3
"""Letters of a word in capitals that may be a code."""
_RANGE = re.compile(r"\s?[-–/]\s?[ABC][12]\b\+?")
"""How a level of the European frame goes on: "B1" before "–B2"."""
_JOINED = re.compile(r"\s*(?:und|et|y|e|en|&|/|\+)\s*", re.IGNORECASE)
"""What joins two languages that have one level: "Nederlands en Fries (moedertaal)"."""
_OF_SEVERAL = re.compile(
    r"\b(?:muttersprachen|langues maternelles|lenguas maternas|nativ[oa]s|maternas|linguas maternas|moedertalen)\b"
)
_KNOWN = re.compile(
    r"[abc][12]\b.*|muttersprach\w*|erstsprache"
    r"|(?:lingua |langue |lengua )?matern\w+|madrelingua|moedertaal\w*|nati[vf]\w*"
    r"|(?:sehr )?gut\w*|flie(?:ss|ß)end|verhandlungssicher|(?:schul|grund)kenntnisse|courante?|bilingue?|scolaire"
    r"|notions"
    r"|fluid[oa]|fluente|bilingüe|medio|avanzad[oa]|basic[oa]|nociones|inicial|avancad[oa]|intermediari[oa]|corrente"
    r"|ottim[oa]|buon[oa]|scolastic[oa]|vloeiend|goed|redelijk|basis|matig"
)
"""Words that are levels: one that is but probable is a level all the same."""


def spoken_languages(resume: Resume, words: Words) -> Told | None:
    """Every language, with its level; one alone says nothing."""
    named = list(_named(resume, words))
    return words.joined(named[:_MOST], small=False) if len(named) > 1 else None


def _named(resume: Resume, words: Words) -> Iterator[Told]:
    waiting: list[Told] = []
    spoken = list(_with_own_levels(resume, words))
    for at, one in enumerate(spoken):
        following = spoken[at + 1] if at + 1 < len(spoken) else None
        name = _stated(one.name)
        if name and one.fluency is None and following is not None and _share(resume.text, one, following):
            waiting.append((_name(name[0], words), name[1]))
            continue
        told = _language(one, resume.text, words)
        if told and waiting:
            texts, places = zip(*waiting, strict=True)
            joint = f" {words.and_before(told[0])} "
            told = (
                joint.join((", ".join(texts), told[0])),
                (*(place for one in places for place in one), *told[1]),
            )
        else:
            yield from waiting
        waiting = []
        if told:
            yield told


def _with_own_levels(resume: Resume, words: Words) -> Iterator[Language]:
    """The languages without the level of a neighbour, which was read as theirs."""
    spoken, text = resume.languages, resume.text
    for at, one in enumerate(spoken):
        before = spoken[at - 1] if at else None
        after = spoken[at + 1] if at + 1 < len(spoken) else None
        if _is_level_of(one, after, text):
            yield Language(one.name, after.fluency if after else None)
        elif _is_level_of(before, one, text) or _is_said_before(one, after, text, words):
            yield Language(one.name)
        else:
            yield one


def _is_level_of(one: Language | None, other: Language | None, text: str) -> bool:
    """Whether the level read of the second language stands behind the first: "Francês, B2. Inglês"."""
    if one is None or other is None or one.fluency is not None or other.fluency is None:
        return False
    name, level, following = one.name.evidence, other.fluency.evidence, other.name.evidence
    if not (name and level and following) or level[-1].end > following[0].start:
        return False
    before, behind = text[name[-1].end : level[0].start], text[level[0].start : following[0].start]
    return re.fullmatch(r"[\s,:(–-]{1,4}", before) is not None and re.search(r"[.;\n]", behind) is not None


def _is_said_before(one: Language, other: Language | None, text: str, words: Words) -> bool:
    """Whether the level read of a language says how little of the next: "português e um bocadinho de inglês"."""
    if other is None or one.fluency is None or not (one.fluency.evidence and other.name.evidence):
        return False
    little = re.fullmatch(words.table["some"], one.fluency.value, re.IGNORECASE) is not None
    between = text[one.fluency.evidence[-1].end : other.name.evidence[0].start]
    return little and re.fullmatch(r"\s+(?:d[ei]\s+|d['’])?", between) is not None


def _share(text: str, one: Language, other: Language) -> bool:
    """Whether a level stands for this language as well as for the next: "Deutsch und Türkisch (Muttersprachen)"."""
    if not one.name.evidence or not other.name.evidence or other.fluency is None:
        return False
    between = text[one.name.evidence[-1].end : other.name.evidence[0].start]
    of_several = _OF_SEVERAL.search(fold(other.fluency.value)) is not None
    return _JOINED.fullmatch(between) is not None or (of_several and between.strip() == ",")


def _language(language: Language, text: str, words: Words) -> Told | None:
    told, level = _stated(language.name), _level(language.fluency)
    if level is not None and told is None and _KNOWN.fullmatch(fold(level[0]).strip(" .")):
        told = _stated(language.name, least=LEAST)  # what has such a level is a language
    if told is None or (level is not None and _NONE.search(fold(level[0]))):
        return None
    name = _name(told[0], words)
    if language.fluency is None:
        some = _some(language.name, text, words)
        return (_little(some, name, words) if some else name), told[1]
    if level is None or len(level[0]) > _LEVEL:
        return None
    said = _in_words(level, text, words)
    if not said:
        return name, told[1]
    if re.fullmatch(words.table["some"], said, re.IGNORECASE) and not _KNOWN.fullmatch(fold(said)):
        return _little(said, name, words), (*told[1], *level[1])
    return f"{name} ({said})", (*told[1], *level[1])


def _in_words(level: Told, text: str, words: Words) -> str:
    """A level as others say it: "comprensión" of "lo entiendo"; empty where it says no more than that one speaks."""
    stated = level[0].strip(" .")
    last = level[1][-1].end if level[1] else None
    on = _RANGE.match(text, last) if last is not None and re.fullmatch(r"[ABC][12]", stated) else None
    said = f"{stated}{on[0]}" if on else _small(stated, small=words.table["small_languages"])
    said = words.table["levels"].get(fold(said), said)
    said = next((told for begins, told in words.table["own_levels"] if re.fullmatch(begins, said)), said)
    if said.isdigit():  # a share of a hundred, or of what nobody knows
        return f"{said}%" if last is not None and re.match(r"\s?%", text[last:]) else ""
    return str(said)


def _little(some: str, name: str, words: Words) -> str:
    """ "een beetje Duits": how little of a language is said before its name."""
    before, elided = words.table["little"]
    form = elided if re.match("[aeiouh]", fold(name)) else before
    return str(form.format(some=words.spelled(some), name=name))


def _some(name: Fact[str], text: str, words: Words) -> str | None:
    """How little of a language is said before its name: "un po' di russo", "etwas Polnisch"."""
    if not name.evidence:
        return None
    before = text[max(0, name.evidence[0].start - 20) : name.evidence[0].start]
    found = re.search(
        rf"(?<!\w)(?P<some>{words.table['some']})\s+(?:d[ei]\s+|d['’])?$", before, re.IGNORECASE
    )
    said = found["some"].lower() if found else None
    return words.table["levels"].get(fold(said), said) if said else None


def _level(fact: Fact[str] | None) -> Told | None:
    """A level that is certain, or probable and worded as levels are."""
    if fact is None or not (
        is_certain(fact) or (fact.confidence >= LEAST and _KNOWN.fullmatch(fold(fact.value).strip(" .")))
    ):
        return None
    return fact.value, fact.evidence


def _name(text: str, words: Words) -> str:
    """A language as a sentence names it: with a small letter where its language writes it so."""
    calm = _calm(text)
    if calm.isupper():
        return calm
    first = calm[:1].lower() if words.table["small_languages"] else calm[:1].upper()
    return first + calm[1:]


def _calm(text: str) -> str:
    """A word in capitals in small letters, codes as they are: "NÁHUATL (HABLADO)", "B2"."""
    return text.capitalize() if text.isupper() and len(text) > _CODE and text.isalpha() else text


def _small(level: str, *, small: bool) -> str:
    """A level inside its bracket: "HABLADO" and, where a language is small, "Nativo" are words, "B2" a code."""
    calm = _calm(level)
    return calm if calm == level and not (small and calm.isalpha() and calm.istitle()) else calm.lower()


def _stated(fact: Fact[str], least: float = 1.0) -> Told | None:
    return (fact.value, fact.evidence) if is_certain(fact) or fact.confidence >= least else None
