"""What ends a paragraph in another language than English: the degree, what is held, the languages, the skills."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from functions.summarize.confidence import LEAST, is_certain
from functions.summarize.language.phrases import phrases
from functions.summarize.planning.attended import all_attended
from functions.summarize.planning.courses import LIKELY_BY_NAME, is_of_university, subject_of
from functions.summarize.planning.credentials import titles_of
from functions.summarize.planning.degree_levels import is_school, level
from functions.summarize.planning.records import SentencePlan
from functions.summarize.planning.studies import is_ahead, is_not_held, line_around
from functions.summarize.planning.translated_languages import spoken_languages
from functions.summarize.planning.translated_people import calm_title
from functions.summarize.planning.translated_words import Told, Words, in_brackets
from functions.summarize.resume import Credential, Education, Fact, Resume, Skill
from functions.summarize.text.folding import fold

_TWICE = re.compile(r"\b(?:en|em|in) (?=(?:en|em|in|de|des|du|da|do|dei|di|à|a)\b|d['’])", re.IGNORECASE)
"""The word for "in" before a subject that brings its own."""
_BETWEEN = re.compile(r" (?:(?:en|in|em|de|du|des|di|da|do|der|van|für|of) |d['’])?(?:[LlDd]['’])?")
"""What stands between a degree and its subject in one line."""
_SKILLS = 5
_LABEL = re.compile(r"\s*:\s*")
"""The mark behind the label of a form: "Patente: B" stands behind one of ours."""
_LICENCE = re.compile(
    r"(?:führerschein|fahrerlaubnis|permis(?: de conduire)?|permiso(?: de conducir)?"
    r"|licencia(?: de (?:manejo|conducir|conducción))?(?=\s(?:clase|tipo|[A-E]\d?\b))|carn[eé]t?(?: de conducir)?"
    r"|patente(?: di guida)?|carta de condução|CNH|rijbewijs)"
    r"(?:\s(?:klassen?|kl\.|categor\w+|cat\.|clase|tipo|type|und|et|y|e|en|[A-FLMT]{1,2}\d?E?,?))*",
    re.IGNORECASE,
)
"""A driving licence and its classes."""
_TRIFLE = re.compile(r"\b(?:Excel|Word|Office|PowerPoint|Outlook|Incoterms)\b", re.IGNORECASE)
"""What a course of a day or two teaches: no qualification that a summary names."""
_LAST_CLASS = re.compile(r", ([A-FLMT]{1,2}\d?E?)$")
_DOCTORATE = re.compile(
    r"(?:promotion|doctorat|doctorado|doutorado|doutoramento|dottorato|promotie)\b", re.IGNORECASE
)
_WORDED = 0.7
"""How sure a degree must be that is worded as one, of a school that is certain."""
_DEGREE = re.compile(
    r"(?:diplôme d['’](?:ingénieure?|état)|DE(?:AS|AES|ES|I)\b"
    r"|licenciatura|mestrado|maestría|laurea|licence|diplom[- ])",
    re.IGNORECASE,
)
_GOING_ON = re.compile(
    r"\b(?:läuft(?: noch)? bis|laufend|en cours|cursando|en curso|in corso|em (?:curso|andamento)"
    r"|lopend|loopt (?:nog )?tot)\b",
    re.IGNORECASE,
)
_BARE_COURSES = frozenset(
    "ausbildung lehre studium abschluss formation diplome etudes formacion estudios diploma titulo formazione studi"
    " formacao estudos opleiding studie diplom".split()
)


def closing(resume: Resume, words: Words, latest: int | None) -> Iterator[SentencePlan]:
    """The degree, what is held, a driving licence and the languages, each in a sentence of its own."""
    study = {name: fact for name, fact in _study(resume).items() if fact}
    text = words.filled(words.table["study"], {name: fact[0] for name, fact in study.items()})
    if text:
        yield words.plan("close", _TWICE.sub("", text) if words.table["small_languages"] else text, study)
    stated = _credentials(resume, words, titles_of(resume, latest))
    held = [one.told for one in stated if not one.course]
    member, said = words.table["member"]
    others = [one for one in held if not _LICENCE.fullmatch(one[0])]
    yield from _held_sentence([one for one in others if not _begins(one, member)], words)
    courses = [one.told for one in stated if one.course]
    trained = "trained_more" if len(courses) > 1 else "trained_one"
    yield from words.sentence("close", trained, credentials=words.joined(courses, small=False))
    for name, evidence in (one for one in others if _begins(one, member)):
        known = name if not words.table["small"] else name[:1].lower() + name[1:]
        yield words.plan("close", said.format(held=known), {"credentials": (name, evidence)})
    for licence in (one for one in held if _LICENCE.fullmatch(one[0])):
        yield from _licence_sentence(licence, words)
    spoken = spoken_languages(resume, words)
    read = spoken and re.search(rf"\((?:{words.table['passive']})\)", spoken[0], re.IGNORECASE)
    yield from words.sentence("close", "named" if read else "speaks", languages=spoken)


def _begins(told: Told, words: str) -> bool:
    return re.match(rf"(?:{words})\b", told[0], re.IGNORECASE) is not None


def _held_sentence(held: Sequence[Told], words: Words) -> Iterator[SentencePlan]:
    """What is held, in a sentence; listed where one of them says itself what it is, or needs a bracket."""
    papers = re.compile(rf"(?:{words.table['papers']})\b", re.IGNORECASE)
    listed = any(papers.search(text) for text, _ in held)
    phrase = "holds" if listed else "holds_more" if len(held) > 1 else "holds_one"
    yield from words.sentence("close", phrase, credentials=words.joined(held, small=False))


def _licence_sentence(licence: Told, words: Words) -> Iterator[SentencePlan]:
    """A driving licence, which is held by its own name; by that alone where no sentence is known for it."""
    name = _LAST_CLASS.sub(rf" {words.table['and']} \1", licence[0])
    name = name[:1].lower() + name[1:] if words.table["small"] and name.split(" ")[0].istitle() else name
    known = (
        form for begins, form in words.table["licences"] if re.match(rf"(?:{begins})\b", name, re.IGNORECASE)
    )
    text = next(known, "").format(credentials=name) or licence[0]
    yield words.plan("close", text, {"credentials": licence})


def skills(named: Sequence[Skill], language: str, words: Words, *, small: bool) -> Iterator[SentencePlan]:
    """The skills, more than one where there is anything else to tell.

    No machines by their makes, and nothing that is only done with a program: "AutoCAD lesen".
    """
    fit = [skill for skill in named if not _is_no_skill(skill, words)][:_SKILLS]
    if len(fit) == 1 and not small:
        return  # one alone says little of what somebody can do
    joined = words.joined([(skill.name, skill.evidence) for skill in fit], small=small)
    if joined is not None:
        yield words.plan("close", phrases()[language]["skills"].format(skill=joined[0]), {"skills": joined})


def _is_no_skill(skill: Skill, words: Words) -> bool:
    group = skill.group is not None and words.says("machines", skill.group)
    return group or re.search(rf"\s(?:{words.table['reading']})$", skill.name, re.IGNORECASE) is not None


def _study(resume: Resume) -> dict[str, Told | None]:
    courses = [one for one in resume.education if one.status is None and _is_held(one, resume.text)]
    told = [one for one in courses if _degree(one) and _says_of_what(one)]
    higher = [one for one in told if not is_school(one)]
    beginner = not resume.roles and all(map(is_school, resume.education))
    course = min(higher or (told if beginner else []), key=_height, default=None)
    if course is None:
        return {}
    field, degree = subject_of(course), _degree(course)
    whole = _as_written(course, resume.text)
    return {
        "degree": whole or degree,
        "field": (field.value, field.evidence) if field and not whole else None,
        "institution": _stated(course.institution),
    }


def _is_held(course: Education, text: str) -> bool:
    """Whether a course has a degree, and its line says nothing against it."""
    degree = course.degree
    if degree is None or not degree.evidence:
        return degree is not None
    line = line_around(text, degree)
    ahead = not is_certain(degree) and (_GOING_ON.search(line) or is_ahead(line))
    return not ahead and not is_not_held(line)


def _as_written(course: Education, text: str) -> Told | None:
    """A degree and its subject in the words of their line: "CFC de cuisinier", "BTS Comptabilité et gestion"."""
    degree, field = course.degree, course.field
    if degree is None or field is None or not (degree.evidence and field.evidence):
        return None
    start, end = degree.evidence[0].start, field.evidence[-1].end
    between = text[degree.evidence[-1].end : field.evidence[0].start]
    if field.confidence < _WORDED or not _BETWEEN.fullmatch(between) or not _degree(course):
        return None
    return text[start:end], (*degree.evidence, *field.evidence)


def _degree(course: Education) -> Told | None:
    """A degree that is certain, or likely and worded as one: a lower one beside it would be told for it."""
    degree = course.degree
    if degree is None:
        return None
    worded = (
        degree.confidence >= _WORDED
        and any(one.match(degree.value) for one in (_DEGREE, _DOCTORATE))
        and is_certain(course.institution)
    )
    of_university = degree.confidence >= LIKELY_BY_NAME and is_of_university(course)
    return (degree.value, degree.evidence) if worded or of_university else _stated(degree)


def _height(course: Education) -> int:
    """How high a degree is, less than 0 for a doctorate in words of these languages."""
    return -1 if course.degree and _DOCTORATE.match(course.degree.value) else level(course)


def _says_of_what(course: Education) -> bool:
    """Whether a course tells more than that it was one: "Ausbildung" alone says nothing."""
    bare = fold(course.degree.value if course.degree else "") in _BARE_COURSES
    return not bare or subject_of(course) is not None


class _Stated(NamedTuple):
    """A credential as it is told, and whether it was but attended."""

    told: Told
    course: bool


def _credentials(resume: Resume, words: Words, titles: tuple[str, ...]) -> list[_Stated]:
    """What decides first; what people of any trade hold where nothing else was read, or where the trade asks it."""
    weak, deciding, drivers, papers = (
        re.compile(rf"\b(?:{words.table[name]})", re.IGNORECASE)
        for name in ("weak", "decides", "drivers", "papers")
    )
    if any(map(drivers.search, titles)):
        deciding = re.compile(f"{deciding.pattern}|{weak.pattern}", re.IGNORECASE)
    told_so = bool(words.table["trained_one"])
    stated = [
        (
            one,
            told_so
            and where.course
            and not (deciding.search(one.name.value) or papers.match(one.name.value)),
        )
        for one, where in zip(resume.credentials, all_attended(resume), strict=True)
        if one.status is None and not _is_small(one, resume.text)
    ]
    held = [
        _Stated(told, course) for one, course in stated if (told := _held(one, deciding, words, resume.text))
    ]
    held.sort(key=lambda one: deciding.search(one.told[0]) is None)
    strong = [one for one in held if deciding.search(one.told[0]) or not weak.search(one.told[0])]
    only_weak = all(weak.search(one.name.value) for one, _ in stated)
    return strong[:3] or (held[:2] if only_weak else [])


def _is_small(one: Credential, text: str) -> bool:
    """Whether a course is a trifle, or the line says behind its name that it goes on."""
    if _TRIFLE.search(one.name.value):
        return True
    rest = text[one.name.evidence[-1].end :].split("\n", maxsplit=1)[0] if one.name.evidence else ""
    return _GOING_ON.search(rest) is not None


_INITIALS = 5
"""Letters up to which a word in capitals may be their initials: "CACES", "SSIAP"."""


def _held(one: Credential, deciding: re.Pattern[str], words: Words, text: str) -> Told | None:
    """A credential that is certain, or probable and one that decides."""
    sure = is_certain(one.name) or (one.name.confidence >= LEAST and deciding.search(one.name.value))
    if one.name.value.count("«") != one.name.value.count("»"):
        return None
    bare = _LABEL.sub(" ", _with_its_licence(one.name, text))
    if _CLASSES.fullmatch(bare):
        return None
    name = bare if _LICENCE.fullmatch(bare) else in_brackets(one.name.value)
    told = words.spelled(name), one.name.evidence
    if not sure:
        return None
    shouted = sum(len(word) > _INITIALS for word in name.split()) > 1 and not re.search(r"\d", name)
    return calm_title(told, words) if shouted else told  # "CACES R489" stays


def _with_its_licence(name: Fact[str], text: str) -> str:
    """The classes of a driving licence with what their line calls it: "B, E" behind "Rijbewijs"."""
    if not _CLASSES.fullmatch(name.value) or not name.evidence:
        return name.value
    begin = min(place.start for place in name.evidence)
    found = _LICENCE.search(text, text.rfind("\n", 0, begin) + 1, begin)
    return f"{found[0].strip()} {name.value}" if found else name.value


_CLASSES = re.compile(r"[A-FLMT]{1,2}\d?E?(?:\s?[,+/&]\s?[A-FLMT]{1,2}\d?E?)*")
"""Classes of a driving licence alone."""


def _stated(fact: Fact[str] | None) -> Told | None:
    return (fact.value, fact.evidence) if fact is not None and is_certain(fact) else None
