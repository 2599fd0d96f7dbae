"""A course of study as a sentence says it: the degree with its subject, from where, finished or under way."""

import re
from collections.abc import Iterator
from dataclasses import replace

from functions.summarize.confidence import LEAST, TELLING, is_certain
from functions.summarize.language.names import calmed_name
from functions.summarize.language.surface import article, in_sentence, running_case
from functions.summarize.planning.degree_levels import gives_courses, level, level_named
from functions.summarize.planning.employers import after_at
from functions.summarize.planning.records import Variant
from functions.summarize.planning.studies import is_not_held, line_around
from functions.summarize.planning.vocabulary import vocabulary
from functions.summarize.resume import Education, Evidence, Fact
from functions.summarize.text.sentence_ends import split_sentences

_BRACKET = re.compile(r"\s*\([^()]*\)")
_PLURAL = re.compile(r"(?:GCSEs|levels|certificates|Highers|exams)$", re.IGNORECASE)
_NO_DEGREE = re.compile(
    r"(?:\b(?:of|in|and|or|for|with)|&|/)$|\bgraduate$|^high school$|^secondary(?: school)?$", re.IGNORECASE
)
_BARE = re.compile(r"(?:bachelor|master|associate)$", re.IGNORECASE)
_DIVISION = re.compile(r"\s+(?:section|stream|branch|department|group)$", re.IGNORECASE)
"""What a subject is called beside its name, where schools are divided so."""
_OF_NOTHING = re.compile(
    r"(?:an? )?(?:(?:advanced|higher|national|ordinary|general|professional|vocational|technical|(?:post)?graduate"
    r"|specialist|foundation|basic|intermediate|level \d) )*"
    r"(?:certificates?|diplomas?|course|training|studies|qualification)(?: (?:[IVX]+|\d))?",
    re.IGNORECASE,
)
"""An award that does not say of what."""
_RUNNING = ("in progress", "expected", "candidate")


def course_variants(course: Education) -> Iterator[Variant]:
    """ "an MBA from Leeds", "an MBA"; "studying for an MBA at Leeds" of one that still runs; none of one given up."""
    status = course.status.value if course.status else None
    if course.degree is None or not is_certain(course.degree) or _NO_DEGREE.search(course.degree.value):
        return
    current = course.period is not None and course.period.value.current
    running = status in _RUNNING or (status is None and current)
    if status is not None and not running and status != "honorary":
        return
    if _is_mere_course(course):
        return
    award, evidence = _award(course)
    school = school_of(course)
    if running:
        where = f" at {school.text}" if school else ""
        told = (
            *evidence,
            *(school.evidence if school else ()),
            *(course.status.evidence if course.status else ()),
        )
        yield Variant(f"studying for {award}{where}", "gerund", tuple(dict.fromkeys(told)))
        if school:
            yield Variant(f"studying for {award}", "gerund", tuple(dict.fromkeys(told)))
        return
    if school is None and _OF_NOTHING.fullmatch(award):
        return  # "an advanced certificate", of nothing
    if school:
        yield Variant(f"{award} from {school.text}", "noun phrase", (*evidence, *school.evidence))
    yield Variant(award, "noun phrase", evidence)


def with_known_degree(course: Education, text: str) -> Education:
    """The course with its degree as good as certain, where it is likely and by its name one of a university.

    Without its degree where that is certain and its line says that it is not held: "72 credits", "left 2018".

    Not where its name goes on behind it in the text of the resume ("Master of Industrial" and "& Labour Relations"),
    none that was given for honour or is finished in part by its line ("(18 units)"). How a degree was taken is no
    subject: "MD (Research)". Of the degrees of universities that were read on pages that nothing was learned from with
    `LIKELY_BY_NAME` and more, but not certainly, all 22 were true, 14 of them in English.
    """
    degree = course.degree
    if degree is not None and is_certain(degree) and degree.evidence and not _is_running(course):
        return replace(course, degree=None) if is_not_held(line_around(text, degree)) else course
    if degree is None or is_certain(degree) or not degree.evidence:
        return course
    cut = _GOES_ON.match(text, max(place.end for place in degree.evidence)) is not None
    if cut or degree.confidence < LIKELY_BY_NAME or not _is_finished_at_university(course, degree, text):
        return course
    how = course.field is not None and _HOW.fullmatch(course.field.value) is not None
    return replace(course, degree=replace(degree, confidence=TELLING), field=None if how else course.field)


def is_doubtful_degree(course: Education, text: str) -> bool:
    """Whether a degree of a university may be held and is not told: no lower one then stands in its place."""
    degree = course.degree
    if degree is None or is_certain(degree) or course.status is not None or not degree.evidence:
        return False
    return degree.confidence >= _POSSIBLE_DEGREE and _is_finished_at_university(course, degree, text)


def _is_finished_at_university(course: Education, degree: Fact[str], text: str) -> bool:
    beside = line_around(text, degree)
    in_part = _PARTLY.search(beside) or is_not_held(beside) or _HONORARY.search(degree.value)
    return is_of_university(course) and not in_part


def is_of_university(course: Education) -> bool:
    """Whether a degree is by its name one that only a university gives."""
    named = course.degree is not None and course.degree.value[:1].isupper()
    return named and level(course) <= level_named(_UNIVERSITY)


def _is_running(course: Education) -> bool:
    current = course.period is not None and course.period.value.current
    return current or (course.status is not None and course.status.value in _RUNNING)


_PARTLY = re.compile(
    r"\b(?:units?|credits?|semesters?|modules?|subjects|equivalent|on-?going|pursuing|candidate|dropped|deferred"
    r"|withdr\w+|incomplete|unfinished|not (?:completed|finished|conferred)|years? (?:completed|done)|partial\w*"
    r"|exempt\w*|cand(?:\.|idat\w*)|thesis pending|expected|in progress|studying|current\w*|started|commenced"
    r"|began|admitted|enrol\w+|undergrad|(?:first|second|third|final|[1-4](?:st|nd|rd|th)) year)\b",
    re.IGNORECASE,
)
"""What says beside a degree that it is not held, or held in part."""
LIKELY_BY_NAME, _POSSIBLE_DEGREE = 0.65, 0.4
"""How sure a degree of a university must be to be told, and to keep a lower one from being told in its place."""
_UNIVERSITY = "bachelor"
"""The least degree that only a university gives."""
_HONORARY = re.compile(r"\b(?:honorary|honoris causa|h\.? ?c\.?)(?!\w)", re.IGNORECASE)
_HOW = re.compile(r"(?:by )?(?:research|thesis|taught|hons?|honours)", re.IGNORECASE)
_GOES_ON = re.compile(r"\s?(?:&|/|\+|and\b|-)", re.IGNORECASE)


def _is_mere_course(course: Education) -> bool:
    """Whether a bare "Master" is of a place of courses: ten weeks of pastry."""
    named = course.degree is not None and _BARE.match(course.degree.value) and not is_certain(course.field)
    return bool(named and course.institution and gives_courses(course.institution.value))


def subject_of(course: Education) -> Fact[str] | None:
    """The subject of a degree, where it is certain, or written right behind the degree and probable.

    Of the latter all 28 on two families of pages that nothing was learned from were true; so were all 22 that "in"
    ties to their degree, be they only possible.
    """
    subject, degree = course.field, course.degree
    if subject is None or is_certain(subject):
        return subject
    beside = degree is not None and len(subject.evidence) == 1 and _is_beside(degree, subject)
    least = _POSSIBLE if beside and degree and _is_tied(degree, subject) else LEAST
    return subject if beside and subject.confidence >= least else None


def _is_tied(degree: Fact[str], subject: Fact[str]) -> bool:
    """Whether only a word such as "in" stands between a degree and its subject: that takes three letters and more."""
    gap = subject.evidence[0].start - max(place.end for place in degree.evidence)
    return gap > _MARK


def _is_beside(degree: Fact[str], subject: Fact[str]) -> bool:
    gap = subject.evidence[0].start - max(place.end for place in degree.evidence)
    return is_certain(degree) and 0 < gap <= _GAP


_POSSIBLE = 0.5
_MARK = 3
"""Letters of a mark between a degree and its subject: ", ", " – "."""
_GAP = 5
"""Letters between a degree and its subject: " in ", ", ", " – "."""


def school_of(course: Education) -> Variant | None:
    """The institution as it follows "at" or "from"."""
    if course.institution is None or not is_certain(course.institution):
        return None
    stated = _spelled_out(_BRACKET.sub("", calmed_name(course.institution.value)), "institution")
    if (
        len(split_sentences(stated)) > 1
    ):  # "Reading. Angelina Valley University": something else stands before it
        return None
    name = re.split(r",\s", stated, maxsplit=1)[0].strip()
    return Variant(after_at(in_sentence(name)), "noun phrase", course.institution.evidence) if name else None


def _spelled_out(name: str, of: str) -> str:
    """Abbreviations of a subject or of the name of a school as words: "Hotel and Restaurant Mgt", "College of Engg"."""
    name = _ENGINEERING.sub(r"\1 Engineering", name) if of == "subject" else name
    forms = vocabulary().study_forms[of]
    return _SHORT.sub(lambda found: forms.get(found[1], found[0]), name)


_SHORT = re.compile(r"(?<![\w.&-])([A-Z][A-Za-z]+)(?:\.(?!\w)|(?![\w.&'’-]))")
_ENGINEERING = re.compile(
    r"\b(Science and|Civil|Mechanical|Electrical|Electronics?|Computer|Software|Chemical|Industrial|Materials"
    r"|Production|Structural|Mining|Petroleum|Systems|Marine|Mech|Elec) Eng\b\.?"
)
"""Where "Eng" is not English."""


def _award(course: Education) -> tuple[str, tuple[Evidence, ...]]:
    degree = _BRACKET.sub("", course.degree.value if course.degree else "").split(":")[0].strip(" ,")
    degree = degree if re.search(r"\.\w+\.$", degree) else degree.rstrip(".")
    if degree.isupper() and "." not in degree:
        degree = calmed_name(degree) if " " in degree else running_case(degree)
    if not re.search(r"[A-Z].*[A-Z]|\d", degree):
        degree = running_case(degree)
    if _BARE.match(degree):
        degree = f"{degree.lower()}'s degree"
    evidence = course.degree.evidence if course.degree else ()
    plural = _PLURAL.search(degree)
    text = degree if plural else f"{article(degree)} {degree}"
    subject = subject_of(course)
    if subject is not None:
        named = _BRACKET.sub("", calmed_name(subject.value)).strip(" .,").replace(" & ", " and ")
        named = _spelled_out(_DIVISION.sub("", named), "subject")
        said = vocabulary().subject_in_degree.get(degree.replace(".", ""), "")
        if (
            named
            and named.lower() not in (said, f"{said} and surgery")
            and named.lower() not in degree.lower()
            and len(named.split()) <= 7
            and not _HOW.fullmatch(named)
        ):
            return f"{text} in {named}", (*evidence, *subject.evidence)
    return text, evidence
