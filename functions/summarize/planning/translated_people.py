"""Who the person is, in another language than English: the title and the house, else what the profile says."""

import re
from collections.abc import Iterator

from functions.summarize.confidence import is_certain
from functions.summarize.planning.employers import spoken_employer
from functions.summarize.planning.employment import is_aside, is_pocket_money, is_training
from functions.summarize.planning.person import Person
from functions.summarize.planning.records import SentencePlan
from functions.summarize.planning.roots import roots_in
from functions.summarize.planning.trades import is_trade
from functions.summarize.planning.translated_words import Told, Words
from functions.summarize.planning.unread_jobs import leaves_present_unread
from functions.summarize.planning.years import years_of
from functions.summarize.resume import Education, Evidence, Fact, Resume, Role
from functions.summarize.text.folding import fold
from functions.summarize.text.sentence_ends import split_sentences

_MOST_OF_A_HEADLINE, _MOST_OF_A_PROFILE = 8, 26
"""Words of a line below the name that says who somebody is, and of a profile's first sentence."""
_SHORT = 5
"""Letters up to which a word in capitals may be initials."""
_SCHOOL, _TITLE = 0.8, 0.7
"""How sure a school that is attended must be, and the title of any job where nothing else says who somebody is: of 73
and of 39 that were no surer than that, 70 and 36 were true.
"""
_LEGAL_FIRST = re.compile(
    r"^(?:SAS|SARL|SELARL|SCP|SPRL|SA|EURL|SASU|SCOP|ETS|Ets|Éts|STÉ|Sté|Soc|Ditta)\.?\s+(?!Institute|Airlines)(?=\w)"
)
"""A legal form, or the word for a firm, before the name: "Sté Arvor Pesage"."""
_ON_BEHALF = re.compile(
    r"^(?!(?i:fundaci[oó]n|institut\w*|stiftung|asociaci[oó]n|association|fondation|fondazione|stichting|verein)\b)"
    r".{1,80}?\s(?:für (?:den (?:Träger|Verein)|die Firma|das Unternehmen)"
    r"|pour (?:le compte de|la société|l['’]association)"
    r"|para (?:la (?:empresa|entidad|asociación)|a (?:empresa|entidade))"
    r"|per (?:conto (?:di|della)|la ditta)|voor (?:de |het )?(?:firma|stichting|bedrijf))\s+(?=[A-ZÀ-Þ])"
)
"""What is done before who pays for it: "Systemische Familienhilfe für den Träger Lichtung"."""
_POST = re.compile(r"[^\W\d_]{4,}(?: [^\W\d_]+)*")
_STEM = 4
"""Letters that two forms of one word share."""
_CUT_OFF = r"[\s,;/&+–-]+(?:{words})$"
_TERMS = re.compile(r"[\s,–-]+(?:CD[ID]\b|\d[ -]?Schicht\b|\d[ -]ploegen).*$")
"""On what terms somebody works, behind a title: "Aide-soignante CDI 4/5 temps"."""
_SOLE_QUOTE = re.compile(r'^[^"“”„«»]*["“”„«»][^"“”„«»]*$')
_DURATION = re.compile(
    r"\s*\(?\b(?:\d+|ein\w*|une?|una?|um|uma|een)[ -]?(?:tag|tage|woche|wochen|monat|monate|jours?|semaines?|mois|días?"
    r"|semanas?|mes|meses|mês|giorn[oi]|settiman[ae]|mes[ei]|dias?|dag|dagen|we?ek|weken|maand|maanden)\b\)?",
    re.IGNORECASE,
)
"""How long something was, inside its title: "Praktikum 1 Woche"."""


def opening(resume: Resume, role: Role | None, person: Person, words: Words) -> Iterator[SentencePlan]:
    """The first sentence: the post and the years; else what the person calls himself; else where he works."""
    beside = role is None or is_aside(role) or is_pocket_money(role) or is_training(role)
    learning = _under_way(resume) if beside else None
    if learning:
        named = is_certain(learning.degree)
        yield from words.sentence("opening", "learning" if named else "school", **_course(learning))
    title = title_of(role, words) if role else None
    employer = employer_of(role, words) if role else None
    house = words.house(employer)
    here = _here(house, person, words)
    if title and role and (is_pocket_money(role) or (is_aside(role) and _is_learning(resume))):
        yield from words.sentence("opening", "aside", title=title, house=house)
        return
    if title and words.says("activity", title[0]):
        yield from words.sentence("opening", "activity_now", title=title, house=here)
        return
    if title is None or (words.says("rank", title[0]) and _is_alone(title[0])):
        called = _called(resume, words)
        if called:
            yield from words.sentence("opening", "profile", profile=called)
            return
    title = title or calm_title(_stated(resume.headline), words) or _headline(resume, words)
    yield from _post(resume, role, title, person, words, attended=learning is not None)


def _post(
    resume: Resume, role: Role | None, title: Told | None, person: Person, words: Words, *, attended: bool
) -> Iterator[SentencePlan]:
    """The post and the years, else where somebody works, else what the profile says."""
    house = words.house(employer_of(role, words) if role else None)
    here = _here(house, person, words)
    unnamed = title is not None and role is not None and role.title is None  # years may be of another trade
    years = worked_years(person, words) if not unnamed else None
    there = _time_there(person, words) if person.is_current and years is None else None
    held = role is not None and role.title is not None and _begins_now(words).match(role.title.value)
    over = not held and years is None and _is_over(resume, person)
    if title and role and over and title == title_of(role, words):
        yield from words.sentence("opening", "formerly", title=words.small(title), house=house)
        return
    if title and there and (person.stay or not unnamed):
        phrase = "opening_here" if house else "opening_since"
        yield from words.sentence("opening", phrase, title=title, years=there, house=house)
    elif title:
        yield from words.sentence("opening", "opening", title=title, years=years, house=here)
    elif house and person.is_current:
        yield from words.sentence("opening", "at_work", house=house, years=years)
    elif not attended and (called := _called(resume, words, within=None)):
        yield from words.sentence("opening", "profile", profile=called)


def _time_there(person: Person, words: Words) -> Told | None:
    """How long with the present employer, else in the present post."""
    post = () if person.latest is None else (person.latest,)
    years = person.stay or years_of(person.resume, post, person.as_of)
    return words.years(years) if years else None


def _is_over(resume: Resume, person: Person) -> bool:
    """Whether the last job read ended long ago, or seems to have been followed by one that was not read."""
    return person.has_left or (person.has_ended and leaves_present_unread(resume))


def likely_title(role: Role, words: Words) -> Told | None:
    """A title that is but likely, of a job that says what somebody is: where nothing surer does."""
    if role.kind != "employment" or role.title is None or is_pocket_money(role) or is_aside(role):
        return None
    if role.title.confidence < _TITLE or words.says("activity", role.title.value):
        return None
    return calm_title(
        (re.sub(r"^(?:als|comme|como|come) ", "", role.title.value), role.title.evidence), words
    )


def _begins_now(words: Words) -> re.Pattern[str]:
    """A word before a title that says that it is held: "aujourd'hui Second de cuisine"."""
    return re.compile(rf"(?:{words.table['today']})[\s:,]+(?=\w)", re.IGNORECASE)


def _here(house: Told | None, person: Person, words: Words) -> Told | None:
    """Where one works, with the word for now or for last; neither of a job without dates."""
    title = person.resume.roles[person.latest].title if person.latest is not None else None
    if title and _begins_now(words).match(title.value):
        return words.here(house, "now")
    if not (person.is_current or person.has_ended):
        return house
    return words.here(house, "now" if person.is_current else "last")


def title_of(role: Role, words: Words) -> Told | None:
    """The title, without remarks and shouting."""
    told = calm_title(_stated(role.title) or _first_line(role, words), words)
    if told is None:
        return None
    text = re.sub(r"\s*\([^)]*\)|(?<=\w)\*+(?!\w)", "", words.spelled(told[0]))  # no remark, no footnote
    text = _begins_now(words).sub("", text)
    text = text if text == told[0] else text[:1].upper() + text[1:]
    text = re.sub(r"\s*(?:→|->|⇒)\s*", f", {words.table['then']} ".replace("  ", " "), text)
    text = _TERMS.sub("", text)
    text = re.sub(r"[\s,]+(?:[1-9][05]|100) ?%?$", "", text)  # how much of the week: "Sachbearbeiterin HR 80"
    text = _whole(re.sub(r" (?:avec|mit|con|com|met|bei|chez|presso|als)$", "", text), words)
    text = words.calm(_joined(text, words))
    posts = text.split(", ")
    if len(posts) > 1 and all(map(is_trade, posts)):
        text = f"{', '.join(posts[:-1])} {words.and_before(posts[-1])} {words.inside(posts[-1])}"
    if words.table["small"] and (then := words.table["then"]):
        text = re.sub(rf"(?<=\b{then} )(?:[A-ZÀ-Ý])(?=[a-zà-ÿ])", lambda first: first[0].lower(), text)
    return (_DURATION.sub("", text).strip(" ,") if words.says("activity", text) else text), told[1]


def _whole(title: str, words: Words) -> str:
    """A title without the small words at which a line was cut off: "cajera y los"."""
    small = "|".join([*words.table["function_words"].split(), words.table["and"], words.table["then"]])
    cut = re.compile(_CUT_OFF.format(words=small))
    while small.strip("|,") and (shorter := cut.sub("", title)) != title:
        title = shorter
    return title


def _joined(title: str, words: Words) -> str:
    """Two posts in one, joined by a word: "Instandhalter / Schichtführer" -> "Instandhalter und Schichtführer"."""
    one, mark, other = title.partition(" / ")
    of_one_stem = fold(one)[:_STEM] == fold(other)[:_STEM]  # "Verkäufer / Verkäuferin" is one
    if not mark or of_one_stem or "/" in one + other or not (_POST.fullmatch(one) and _POST.fullmatch(other)):
        return title
    return f"{one} {words.and_before(other)} {words.inside(other)}" if words.table["and"].isalpha() else title


def _first_line(role: Role, words: Words) -> Told | None:
    """The first line of a job without a title where it is nothing but the name of a trade."""
    line = role.bullets[0] if role.bullets and role.title is None else None
    text = words.spelled(line.value.strip(" .;:•-–")) if line is not None and is_certain(line) else ""
    return (text, line.evidence) if line is not None and is_trade(text) else None


def worked_years(person: Person, words: Words) -> Told | None:
    """The years of work in the trade of the title, without learning and service in an army."""
    return words.years(person.experience) if person.experience else None


def employer_of(role: Role, words: Words) -> Told | None:
    """The employer's name; none that speaks of the writer: "Malergeschäft meines Mannes"."""
    stated = role.employer.value if role.employer and is_certain(role.employer) else ""
    name = spoken_employer(_LEGAL_FIRST.sub("", _ON_BEHALF.sub("", stated)))
    if name is None or role.employer is None or re.search(rf"(?<=\s)(?:{words.table['writer']})\b", name):
        return None
    if _SOLE_QUOTE.match(name):
        name = re.sub(r'\s*["“”„«»]\s*', " ", name).strip()
    return name, role.employer.evidence


def calm_title(told: Told | None, words: Words) -> Told | None:
    """ "MAÇON COFFREUR" -> "Maçon coffreur", its initials kept: "SOLDADOR TIG 1A" -> "Soldador TIG 1A"."""
    if told is None or not told[0].isupper() or (" " not in told[0] and len(told[0]) <= _SHORT):
        return told
    small = set(words.table["function_words"].split())
    first, *others = (_calm_word(word, small, words) for word in told[0].split(" "))
    return " ".join([first[:1].upper() + first[1:], *others]), told[1]


def _calm_word(word: str, small: set[str], words: Words) -> str:
    lower = word.lower()
    letters = re.sub(r"[\W\d]", "", word)
    if lower.strip(",;:") in small:
        return lower
    if re.search(r"\d", word) or len(letters) < _SHORT - 1 or not re.search(r"[AEIOUYÀ-Ý]", word):
        return word
    return lower if words.table["small"] else "-".join(part.capitalize() for part in word.split("-"))


def _is_alone(title: str) -> bool:
    """Whether a title is one word: "Titolare" does not say of what."""
    return " " not in title


def _under_way(resume: Resume) -> Education | None:
    """The course that goes on, where its name is certain."""
    return next(
        (
            one
            for one in resume.education
            if _goes_on(one) and (_is_sure_school(one) or (is_certain(one.degree) and is_certain(one.field)))
        ),
        None,
    )


def _is_learning(resume: Resume) -> bool:
    """Whether some course goes on, be its name certain or not."""
    return any(map(_goes_on, resume.education))


def _goes_on(course: Education) -> bool:
    status = course.status.value if course.status else None
    current = course.period is not None and course.period.value.current
    return status in ("in progress", "expected") or (status is None and current)


def _is_sure_school(course: Education) -> bool:
    return course.institution is not None and course.institution.confidence >= _SCHOOL


def _course(course: Education) -> dict[str, Told | None]:
    told = {name: _stated(getattr(course, name)) for name in ("degree", "field")}
    place = course.institution if _is_sure_school(course) else None
    return {**told, "institution": (place.value, place.evidence) if place else None}


def _headline(resume: Resume, words: Words) -> Told | None:
    """The line below the name where it names what jobs or courses name, too: "Bauleiter / Projektleiter Tiefbau"."""
    place = resume.summary.evidence[0] if resume.summary and resume.summary.evidence else None
    line = place.quote.strip() if place else ""
    if place is None or "\n" in line or not 0 < len(line.split()) <= _MOST_OF_A_HEADLINE:
        return None
    if re.search(r"[.!?:@\d]", line) or _speaks(line, words) or not roots_in(line) & _known(resume):
        return None
    return calm_title((line, (place,)), words)


def _called(resume: Resume, words: Words, within: int | None = 3) -> Told | None:
    """The first sentence of a profile that says within so many words what somebody is, in no first person."""
    for place in resume.summary.evidence if resume.summary else ():
        for line in place.quote.split("\n")[:2]:
            sentence = next(iter(split_sentences(line.strip())), "").rstrip(".")
            if _says_who(sentence, resume, words, within):
                return sentence, (_within(place, sentence),)
    return None


def _says_who(sentence: str, resume: Resume, words: Words, within: int | None) -> bool:
    count = len(sentence.split())
    if not _MOST_OF_A_HEADLINE // 2 <= count <= _MOST_OF_A_PROFILE or _speaks(sentence, words):
        return False
    begins = " ".join(sentence.split()[:within])
    return sentence[:1].isupper() and bool(roots_in(begins) & _known(resume))


def _within(place: Evidence, text: str) -> Evidence:
    at = place.start + place.quote.index(text)
    return Evidence(at, at + len(text), text, place.section, place.source)


def _speaks(text: str, words: Words) -> bool:
    """Whether somebody speaks of himself in a text, or of what he looks for."""
    said = rf"\b(?:{words.table['writer']}|{words.table['seeks']})\b"
    first = rf"(?:{words.table['first_person']})(?!\w)"
    return bool(re.search(said, text, re.IGNORECASE) or re.match(first, text, re.IGNORECASE))


def _known(resume: Resume) -> frozenset[str]:
    """The roots of what the jobs and courses are called."""
    facts = [role.title for role in resume.roles]
    facts += [fact for one in resume.education for fact in (one.degree, one.field)]
    return roots_in(" ".join(fact.value for fact in facts if fact))


def _stated(fact: Fact[str] | None) -> Told | None:
    return (fact.value, fact.evidence) if fact is not None and is_certain(fact) else None
