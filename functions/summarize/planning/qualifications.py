"""A credential as a sentence says it: what it is to the person, with the right article, held or worked for."""

import re
from collections.abc import Iterator
from dataclasses import replace

from functions.summarize.confidence import is_certain
from functions.summarize.language.surface import article, common_words, running_case
from functions.summarize.parsers.skills.lexicon import load_lexicon
from functions.summarize.planning.attended import NOT_ATTENDED, Attended
from functions.summarize.planning.licence_classes import licence_of_classes
from functions.summarize.planning.memberships import member_of_body
from functions.summarize.planning.records import Variant
from functions.summarize.planning.standings import standing
from functions.summarize.planning.titles import small
from functions.summarize.planning.vocabulary import vocabulary
from functions.summarize.resume import Credential, Evidence, Fact

_STATE = re.compile(
    r"\b(?:registered|certified|qualified|licen[cs]ed|accredited|chartered|approved|cleared|vetted|checked)$",
    re.IGNORECASE,
)
_HELD_AS = {
    "registered": "registration",
    "certified": "certification",
    "accredited": "accreditation",
    "cleared": "clearance",
}
"""What somebody holds who is so."""
_ACRONYM = re.compile(r"^[A-Z][A-Za-z]*[A-Z+][A-Za-z+-]*(?: (?:[IVX]+|\d+))?$")
_BRACKET = re.compile(r"\s*\([^()]*\)")
_PASSIVE = re.compile(
    r"(?:called|admitted|registered|chartered|licensed|certified|trained|sworn) (?:to|with|by|in|as|at)\b",
    re.IGNORECASE,
)
_NAMED_STATE = re.compile(
    r"(?:registered|licensed|certified|chartered|qualified|accredited|admitted|nationally \w+ed|approved) (?=\w)",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"(?:^|\s)(?:\w\.)+$")
_TAIL = re.compile(r":\s.*$|\s+[-–—]\s.*$|,\s.*$|\s*/\s.*$")
_COMMON_STATE = re.compile(
    r"(?:registered|chartered|certified|licen[cs]ed|qualified|accredited|trained|approved|enrolled|general|state"
    r"|public|notary|early|emergency|advanced|senior|clinical|professional|mental|occupational|forensic|lead|master"
    r"|certifying|practi[sc]ing|associate|fellow|member|internal|journeyman|journeyperson|first|private|commercial|flight|mountain)\b",
    re.IGNORECASE,
)
_COURSE_CODE = re.compile(r"^[A-Z]{2,8}\d{3,}[A-Z]? (?=[A-Z])")
"""A number of a register before a name: "HLTAID011 Provide First Aid"."""
_CLASS = re.compile(r"^class (\d[A-Z]?)$", re.IGNORECASE)
"""A class of a licence alone: "Class 1 w/ air"."""
_OF_WHAT = re.compile(
    r"\b(?:exam|member|certif|licen|regist|admi|call|diplom|fellow)"
    r"(?!\w* (?:board|council|authority|commission|association)\b)",
    re.IGNORECASE,
)
"""What is held of a body; its name alone says nothing, be it a "Registration Board"."""
_LONGEST = 9
_INITIALS_UP_TO = 4
"""Letters of a word in capitals that may be initials: CPR, OSHA."""
_HANGING = re.compile(r"(?:[\s,]+(?:in|of|at|from|by|for|and|the|on|to|with|w|de|du|en))+$", re.IGNORECASE)
_PAPERS = (
    r"(?:certificat\w*|zertifikate?|certificados?|licen[cs]es?|permis|permits?|diplom(?:a|as|e|es)|diplômes?|tickets?"
    r"|cards?|registrations?|fahrerlaubnis|führerschein|patente|carnet|rijbewijs)"
)
"""What papers are called, in headings of two languages as well."""
_NOTHING = re.compile(
    r"(?:(?:associate|student|graduate|senior|full|ordinary|active|life|honorary) )?member(?:ship)?|fellow|associate"
    rf"|{_PAPERS}(?:\s*(?:/|&|\band\b)\s*{_PAPERS})*|[A-E](?:(?:, ?| and | & |/| \+ )[A-E])*"
    r"|HR|HC|MC|MR|LR|card|certified|registered|training|courses?|holder|passed finalist|class \w",
    re.IGNORECASE,
)
""" What is no credential without a word for which."""


def credential_variants(
    credential: Credential, *, sure: bool | None = None, course: Attended = NOT_ATTENDED
) -> Iterator[Variant]:
    """The ways to say a credential; none where it is uncertain, refused, lapsed or too long to be said.

    `course` says whether it was but attended, by where it stands.
    """
    name = replace(credential.name, value=_with_rank(credential.name.value))
    sure = is_certain(name) if sure is None else sure
    status = credential.status.value if credential.status else None
    whole = _told_whole(name) if status is None and sure else None
    if whole:
        yield whole
        return
    stated = _NEXT_SENTENCE.split(name.value, maxsplit=1)[0]
    text = _TAIL.sub("", _BRACKET.sub("", stated)).strip(" ;,")
    text = (text if _INITIALS.search(text) else text.strip(".")) or name.value.strip(" .;,()")
    text = re.sub(r"(?i)(licen[cs]e|certificate|permit|card) holder$", r"\1", text.replace(" & ", " and "))
    text = _CLASS.sub(r"class \1 licence", _COURSE_CODE.sub("", whole_name(text)))
    if not sure or not text or len(text.split()) > _LONGEST or _says_nothing(text):
        return
    if status in ("in progress", "expected"):
        yield Variant(f"{text} in progress", "phrase", (*name.evidence, *_places(credential)))
        return
    if status is not None:
        return
    trained = _trained(text, name.value, course)
    if trained:
        yield Variant(trained, "noun phrase", name.evidence)
    else:
        yield from _forms(text, name)


_NEXT_SENTENCE = re.compile(r"(?:(?<=[a-z]{3})|(?<= \d)|(?<=\)))\. (?=[A-Z])")


def _with_rank(name: str) -> str:
    """A rank of members with the lower one that its bracket says: "Fellow of Advance HE (Associate)"."""
    found = _LOWER_RANK.fullmatch(name)
    return f"{found['lower'].capitalize()} {found['rank']}" if found else name


_LOWER_RANK = re.compile(
    r"(?P<rank>(?:Fellow|Member)\b[^()]*?) ?"
    r"\((?P<lower>associate|affiliate|student|probationary|provisional|honorary)\)",
    re.IGNORECASE,
)


def _trained(text: str, stated: str, course: Attended) -> str | None:
    """ "Chemical handling" under "Training" -> "chemical handling training"; nothing of what says itself what it is."""
    if not course.course or (_is_person(text) and (_is_named(stated) or not course.person)):
        return None
    named = _as_words(text)
    event = _EVENT.fullmatch(named)
    if event:
        called = event["what"].istitle() and event["kind"].istitle() and not event["theme"]
        return f"the {named}" if called else _event(named)
    if named.istitle() and vocabulary().learned.fullmatch(named):
        named = named.lower()
    return named if _TAUGHT.search(named) else f"{named} training"


def _event(named: str) -> str:
    """ "Two-day workshop on Lean" -> "a two-day workshop on Lean"."""
    first, _, rest = named.partition(" ")
    plain = first[1:].islower() and first.split("-")[0].lower() in common_words()
    text = f"{first.lower()} {rest}".strip() if plain else named
    return f"{article(text)} {text}"


_TAUGHT = re.compile(
    r"\b(?:trainings?|retraining|courses?|sessions?|orientation|e-learning|webinars?)\b", re.IGNORECASE
)
"""Words of a name after which nobody asks what it was."""


_EVENT = re.compile(
    r"(?P<what>(?:\S+ )*?)(?P<kind>workshop|course|seminar|webinar|congress|conference|symposium|bootcamp|masterclass"
    r"|program|programme)(?P<theme> (?:on|of|in|for|about) .*)?",
    re.IGNORECASE,
)
"""What one takes part in, by its name."""


def _forms(text: str, name: Fact[str]) -> Iterator[Variant]:
    evidence, stated = name.evidence, name.value
    words = vocabulary()
    stands = standing(text)
    if stands:
        yield Variant(*stands, evidence)
    elif text in words.designations:
        yield Variant(text, "person", evidence)
    elif _STATE.search(text):
        *names, state = text.split(" ")
        joint = (
            "-" if len(names) == 1 and names[0].isupper() else " "
        )  # "EMD-certified", but "Gas Safe registered"
        yield Variant(f"{' '.join(names)}{joint}{state.lower()}", "adjective", evidence)
        if state.lower() in _HELD_AS:
            yield Variant(f"{' '.join(names)} {_HELD_AS[state.lower()]}", "noun phrase", evidence)
    elif words.not_certified.match(text) and not _is_person(text):
        yield Variant(_held(text, stated), "noun phrase", evidence)
    elif _ACRONYM.match(text) and not words.exam.search(text) and not _COURSE.search(stated):
        yield Variant(f"{text}-certified", "adjective", evidence)
        yield Variant(text, "noun phrase", evidence)
    elif _PASSIVE.match(text):
        yield Variant(text[:1].lower() + text[1:], "participle", evidence)
    elif _is_person(text):
        yield Variant(text if _is_named(name.value) else _person(text), "person", evidence)
    else:
        yield Variant(_held(text, stated), "noun phrase", evidence)


_COURSE = re.compile(
    r"(?<!\w)\d+[ -]?(?:h|hrs?|hours?|days?|std|stunden|ore|horas|heures|uur)(?!\w)|(?<![^\W\d_])(?:courses?"
    r"|training|seminars?|workshops?|sessions?|awareness|webinars?|updates?|refresher|retraining|orientation|kurse?|schulung|lehrgang|cours"
    r"|stage|formation|cursos?|corsi?|formaci[oó]n|formazione|formação|cursus|opleiding)(?![^\W\d_])",
    re.IGNORECASE,
)
"""What says that somebody attended something, which certifies nobody: "IV Therapy (24 hours)", "IFRS update"."""


def says_attended(told: str) -> bool:
    """Whether a credential is told as what somebody took part in, and not as a paper."""
    return _COURSE.search(told) is not None and not _PAPER_OF_IT.search(told)


_PAPER_OF_IT = re.compile(r"certif|licen[cs]|diplom|award|permit|card", re.IGNORECASE)


def _told_whole(name: Fact[str]) -> Variant | None:
    """A membership or a licence with its classes, which say nothing without what stands behind their comma."""
    spelled = re.fullmatch(r"[A-Z]\S*(?: [A-Z]\S*)? \((?P<rank>[^()]+)\).*", name.value)
    member = member_of_body(spelled["rank"] if spelled else name.value)
    licence = licence_of_classes(name.value)
    if member:
        return Variant(member, "person", name.evidence)
    return Variant(licence, "noun phrase", name.evidence) if licence else None


def _says_nothing(text: str) -> bool:
    """Whether a text names no credential: a word that holds for any, a body alone, or a code that nobody can read."""
    words = vocabulary()
    coded = not re.search(r"[a-z]{3}", text) and re.search(r"\d|/", text) is not None
    return (
        _NOTHING.fullmatch(text) is not None
        or (words.body.fullmatch(text) is not None and not _OF_WHAT.search(text))
        or (coded and not words.readable_code.fullmatch(text))
        or (_SCHOOL.search(text) is not None and not _names_a_paper(text))
    )


_SCHOOL = re.compile(
    r"(?<!\w)(?:\w*(?:skóli|skole|skolan|schule|skolen|koulu|opisto|szkoła|škola|iskola)|schools?|academ(?:y|ia|ie)|akademi\w*"
    r"|college|universit\w+|polytechnic|escuela|écoles?|scuola|escola|lyc[ée]e|cent(?:re|er) (?:for|of))(?!\w)",
    re.IGNORECASE,
)
"""Who teaches: its name alone is not what was learned there."""


def _names_a_paper(text: str) -> bool:
    """Whether a text that names a school says what is held of it: "Police Academy Certificate"."""
    words = vocabulary()
    held = any(word.strip(",").lower() in words.takes_article for word in text.split())
    return held or bool(_OF_WHAT.search(text) or _COURSE.search(text) or words.levelled_award.match(text))


def whole_name(text: str) -> str:
    """A name in capitals with its common words calmed, without the small words that a cut left behind."""
    words = text.split()
    if text.isupper() and len(words) > 1 and any(_is_common(word) for word in words):
        text = " ".join(_calmed(word) for word in words)
    return _SHORT.sub("certificate", _HANGING.sub("", text))


_SHORT = re.compile(r"(?<=[a-z] )cert\.?$", re.IGNORECASE)


def _calmed(word: str) -> str:
    if _is_common(word) or word.lower() in _JOINING:
        return word.lower()
    place = len(word) > _PAIR and vocabulary().place_or_language(word)
    return word.capitalize() if place else word


_PAIR = 2
"""Letters of the code of a state, which keeps its capitals."""
_JOINING = frozenset("of in for and the to with at on by de du".split())


def _is_common(word: str) -> bool:
    lower = word.lower()
    return (len(word) > _INITIALS_UP_TO and lower in common_words()) or lower in vocabulary().takes_article


def _is_named(stated: str) -> bool:
    """Whether its initials stand behind it: "Certified Hospitality Executive (CHE)" is the name of a credential."""
    found = re.match(r"(?P<name>[^()]+) \((?P<letters>[A-Z]{2,})\)$", stated.strip())
    return found is not None and "".join(word[0] for word in found["name"].split()) == found["letters"]


def _is_person(text: str) -> bool:
    """Whether a credential says what someone is ("Lead Auditor") and not what someone holds."""
    words = vocabulary()
    is_person = words.person.search(text) or _NAMED_STATE.match(text)
    return bool(is_person) and not words.thing_held.search(text)


def _person(text: str) -> str:
    """Small letters for what anybody of the trade is called; a scheme that lends its name keeps its capitals."""
    named = text.istitle() and not _COMMON_STATE.match(text)
    if named or re.search(r"[A-Z]{2}|\d", text):
        return text
    who, of, name = _ARTICLE.sub("", text).partition(" of ")
    return f"{small(who)}{of}{name}" if re.search(r"\b[A-ZÀ-Þ]", name) else small(_ARTICLE.sub("", text))


_ARTICLE = re.compile(r"^(?:an?|the) (?=\w)", re.IGNORECASE)


def _held(text: str, stated: str) -> str:
    """ "Workshop on e-Records" -> "a workshop on e-Records"; any other as a paper."""
    event = _EVENT.fullmatch(text)
    if event and not event["what"] and event["theme"]:
        return f"{article(event['kind'].lower())} {event['kind'].lower()}{event['theme']}"
    return _paper(text, stated)


def _paper(text: str, stated: str) -> str:
    """ "Full Irish driving licence" -> "a full Irish driving licence"; names of schemes stand without an article."""
    words = vocabulary()
    text = re.sub(r"(?<=\d) ?(?:h|hrs?|hours?)\b", "-hour", _as_words(text))
    if text.istitle() and words.learned.fullmatch(text) and not re.search(r"\d", text):
        text = text.lower()
    last = re.split(r"\s(?:of|in|for|with)\s|,", text, maxsplit=1)[0].split()[-1].lower()
    named = any(word.strip(",").lower() in words.takes_article for word in text.split()[1:])
    level = words.levelled_award.match(text)
    if words.exam.search(text):
        return text if " " not in text or text.isupper() else f"the {text}"
    if words.learned.fullmatch(text):
        return f"{article(text)} {text} certificate"
    if level or re.search(r"\bNC (?:I|II|III|IV)$", text):
        return f"{article(text)} {_with_subject(text, level)}"
    if last not in words.takes_article and not named:
        scheme = words.scheme_end.search(text) or _is_bare_name(text) or _is_tool(text)
        if scheme:
            return f"{text} {'training' if _COURSE.search(stated) else 'certification'}"
        learned = _small_words(text) if _is_something_learned(text, stated) else None
        return f"{article(learned)} {learned} certificate" if learned else text
    first, *others = text.split()
    plain = first.lower() in words.plain_start
    small = running_case(text) if plain else text
    behind = [word for word in others if word not in _JOINING]
    if first.istitle() and behind and behind[0].islower() and first.lower() in common_words():
        small = f"{first.lower()} {' '.join(others)}"
    return f"{article(small)} {small}"


def _is_something_learned(text: str, stated: str) -> bool:
    """Whether a name is but what was learned: "IV Cannulation", "sea survival"; no paper, no letters and no course."""
    last = re.sub(r"\W+$", "", text.rsplit(maxsplit=1)[-1]).lower()
    english = last in common_words() or last.removesuffix("s") in common_words() or last in _LEARNED_ENDS
    return (
        english
        and len(last) > _PAIR
        and text.lower() != "driving"
        and not (_PAPER.search(text) or _COURSE.search(stated))
    )


_LEARNED_ENDS = frozenset(
    "venepuncture cannulation phlebotomy fundamentals familiarization familiarisation fitness rigging survival".split()
)
_PAPER = re.compile(
    r"\b(?:certif\w*|cert|licen[cs]\w*|regist\w*|membership|books?|cards?|pass|badge|ticket|permit|clearance|status|DBS"
    r"|award|program\w*|congress|examination|exams?|prep|modules?|e-course|orientation|professional|associate|user"
    r"|engineer|salesperson|person|truck|motor|CoC)\b",
    re.IGNORECASE,
)
"""Words of a credential that say what paper it is, or who one is by it."""


def _small_words(text: str) -> str:
    """ "IV Cannulation and Venepuncture" -> "IV cannulation and venepuncture": names and letters keep theirs."""
    plain = all(
        word.lower() in common_words() or word.lower() in _LEARNED_ENDS or word.isupper()
        for word in text.split()
    )
    return " ".join(word if word.isupper() else word.lower() for word in text.split()) if plain else text


def _is_tool(text: str) -> bool:
    """Whether nothing is named but what one was certified in: "Power BI"."""
    known = load_lexicon().lookup(text)
    return known is not None and known.term.kind == "tools"


def _is_bare_name(text: str) -> bool:
    """Whether a name ends in no word for what it is: "Team Teach", "NATE Air Conditioning Service"."""
    words = text.split()
    english = all(word.lower() in common_words() or word.isupper() for word in words)
    return len(words) > 1 and english and words[-1].istitle() and not _HEAD.search(text)


_HEAD = re.compile(
    r"\b(?:certifi\w+|status|training|belt|registr\w+|member\w*|standing|exam\w*)\b", re.IGNORECASE
)


def _with_subject(text: str, level: re.Match[str] | None) -> str:
    """ "NVQ Level 3 Health and Social Care" with its "in"."""
    behind = text[level.end() :].strip(" -–:") if level else ""
    if level is None or not behind or not behind[:1].isupper() or not re.search(r"[a-z]{3}", behind):
        return text
    return f"{level[0]} in {behind}"


def _as_words(text: str) -> str:
    """ "Manual handling" -> "manual handling": written as a sentence begins, a credential is told in small letters."""
    first, *others = text.split(" ")
    plain = first.istitle() and first.lower() in common_words() and others
    return f"{first.lower()} {' '.join(others)}" if plain and all(word.islower() for word in others) else text


def _places(credential: Credential) -> tuple[Evidence, ...]:
    return credential.status.evidence if credential.status else ()
