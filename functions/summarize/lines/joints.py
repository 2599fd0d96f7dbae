"""How what stands behind a comma goes on with what is before it, and where a line begins another note."""

import re
from collections.abc import Sequence
from itertools import takewhile

from functions.summarize.lines.lexicon import word_classes
from functions.summarize.lines.nouns import head_noun, is_plural
from functions.summarize.lines.rules import mass_nouns
from functions.summarize.lines.verbs import verb_form

_GOING_ON = re.compile(
    r"^(?:\w+ing|which|that|who|with|w/|without|so|despite|now|at|through|in|on|all|both|each|taken|adopted|ranked|"
    r"used|under|over|ahead|within|by|as|a|an|the|including|incl\.?|still|then|later|since|safe|"
    r"\w+ of (?:whom|which))\b",
    re.IGNORECASE,
)
_STAYS = re.compile(
    r"^(?:(?:live|first|second|third|best|highest|largest|later|since|previously|once|twice|down|up|from|to|for|among|"
    r"across|after|before|until|between|per|about|mainly|mostly|partly|each|one|whose|where|when|while|often|always)\b"
    r"|(?:19|20)\d\d\b|[A-Z])"
)
"""What says when, where, how or how good behind a comma, or a name."""
_COUNTS = re.compile(
    r"^(?:(?:around|about|over|more than|nearly|some) )?(?:[A-Z]{0,3}[$£€¥₹₦₱]?\s?\d|(?:two|three|four|five|six|seven|"
    r"eight|nine|ten|twelve) )"
)
_SIGNED = re.compile(r"(?<![\w.])[-−+]\d")
_NUMBER_WORD = re.compile(r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve)\b")
_NOTE = re.compile(r";\s|\s[-–—]\s|\.\s(?=[A-Z])|,\s(?=\D)|,\s(?=\d+ )")
_LIMITED = re.compile(
    r"\b(?:but|except|not|never|until|failed|although|though|only)\b|\bunder (?:supervision|guidance|an? |the )",
    re.IGNORECASE,
)
_SHARED = re.compile(
    r"(?:(?:all|mostly|partly|mainly|then|later|as|an?|on|but) )*(?:jointly|together|teamwork"
    r"|team (?:effort|work|project|result|success|achievement)|(?:as|in|part of) (?:an? |the )?team(?! of)"
    r"|co-(?!op|ordinat|work|pay)[a-z]+(?:er|or|lead|head|chair)s?(?=[\s.)]*$| (?:with|of)\b)"
    r"|(?:unpaid|part-time|temporary|temporarily|voluntary|voluntarily|honorary)"
    r"(?=[\s.)]*$| (?:work|role|post|position|basis|cover|for|in|until|while|during)\b)|pending)\b",
    re.IGNORECASE,
)
"""A note that says that an act was not the person's alone, or was no full work."""
_UNDONE = re.compile(
    r"\b(?:jointly|unsuccessful\w*"
    r"|none(?! (?:of \w+ )?(?:lost|late|injured|hurt|missed|failed|returned|rejected|overdue))"
    r"|(?:lost|cancell?ed|postponed|rejected|refused|withdrawn|abandoned|interrupted|collapsed|reversed|declined)"
    r"(?=[\s.)]*$|[,;]| (?:after|before|in|on|at|due|because|for|later|then|since|when|owing|half\w*|midway|again"
    r"|by (?!\S*\d)|(?:19|20)\d\d)\b))",
    re.IGNORECASE,
)
"""What became of an act that came to nothing."""
_SHORT_NOTE = 6
"""Words of a note about the act before it; a longer one is a statement of its own."""


def _limit(note: str) -> str | None:
    """The words of a note that take something back from what is said before it."""
    if note.lower().startswith(("no ", "none lost", "without ", "zero ")):
        return None
    found = _SHARED.match(note) or (_UNDONE.search(note) if len(note.split()) <= _SHORT_NOTE else None)
    return found[0] if found else None


def _is_limited(notes: str) -> bool:
    return _LIMITED.search(notes) is not None or any(map(_limit, _BEHIND.split(notes)))


def goes_on(words: str) -> bool:
    """Whether words behind a comma go on by themselves: "now in use at five sites", not "no capex"."""
    return _GOING_ON.match(words) is not None


_BEHIND = re.compile(r";\s|\s[-–—]\s|\.\s(?=[A-Z])|,\s|\s\(")


def keeps_limits(line: str, told: str) -> bool:
    """Whether what is told of a line has every note that limits it: "designed the bar, team effort"."""
    _, *notes = _BEHIND.split(line)
    limits = [re.escape(limit) for note in notes if (limit := _limit(note))]
    joined = r"(?:, |\bbut |\()(?:(?!and )\S+ ){0,5}"
    last = r"\b(?! \w+(?:ed|en)$)"
    return all(re.search(joined + limit + last, told, re.IGNORECASE) for limit in limits)


_RANK = re.compile(
    r"\b(?:finish(?:ed|ing)?|came|placed|ranked|won|was|were|stood|scored|got)\s+(?:joint |the )?"
    r"(?:\d{1,3}(?:st|nd|rd|th)|first|second|third|fourth|fifth|top|best|runner-up|highest)\b[^,;.(–]*",
    re.IGNORECASE,
)
"""A rank with what it was a rank in."""


def keeps_rank(line: str, told: str) -> bool:
    """Whether what is told of a rank says in what: not "finished 4th in the state" of "... for the theory exam"."""
    found = _RANK.search(line)
    if found is None or not re.search(
        r"\d(?:st|nd|rd|th)\b|first|second|third|fourth|fifth|top|best|runner-up|highest", told
    ):
        return True
    return all(word in told for word in re.findall(r"[^\W\d_]{4,}", found[0].partition(" ")[2]))


def without_note(line: str) -> str:
    """A line up to where it begins another note: "Built a dashboard[, 6,200 customers on payment plans]".

    The whole line where the note is a part of a series, goes on, or limits what is said before it.
    """
    for found in _NOTE.finditer(line):
        before, note = line[: found.start()], line[found.end() :]
        if found[0] == ", " and (goes_on(note) or re.search(r"\band\b|, ", note) or " and " in before):
            continue
        return line if _is_limited(note) or len(before.split()) < _LEAST else before
    return line


def up_to_semicolon(line: str) -> str:
    """A line up to a semicolon, where what stands behind is no further act of the person and limits nothing.

    "Investigated thefts; seven direct reports" says two things, of which the second has another verb, or none.
    """
    before, mark, behind = line.partition("; ")
    words = behind.split()
    verb, first = (verb_form(text.split()[0].lower()) if text.split() else None for text in (behind, before))
    alike = verb is not None and first is not None and bool(verb.forms & first.forms)
    acts = alike and verb is not None and ("past" in verb.forms or "N" not in verb.kinds)
    goes = _BECAME_SO.search(behind) or re.match(r"[a-z]+ (?:a|an|the|all|both) ", behind)
    whole = acts or goes or len(before.split()) < _LEAST or _is_limited(behind) or _NARROWED.search(behind)
    return line if not mark or not words or whole else before


def came_to_nothing(line: str) -> bool:
    """Whether a line says behind a semicolon that what it tells was undone: "Won the tender; later overturned"."""
    return _OVERTURNED.search(line) is not None


_OVERTURNED = re.compile(
    r"; [^;]*\b(?:overturned|refused|rejected|declined|withdrawn|reversed|said no)\b", re.IGNORECASE
)
_NARROWED = re.compile(
    r"^(?:as|with|under|acting|assist\w*|later|student|trainee|volunteer\w*|unpaid|mate|second|deputy|shared|together"
    r"|jointly|part of)\b|\b(?:trainee|not)\b",
    re.IGNORECASE,
)
"""What says as whom, with whom or with what end something was done: it is never left out."""
_BECAME_SO = re.compile(r"\bfrom \S*\d.* to \S*\d|\b(?:up|down)\b.*\d|\d\S* to \S*\d")
"""What became of something in figures, which goes with the act before it."""


_LEAST = 3
"""Words that an act has at least: its verb and what was done, to what."""


_FEW = 3
"""Words of a member of a series; a longer one is a note."""


_WHEN = re.compile(r"(?:,| and) (\w+ed) ((?:19|20)\d\d)$")
"""When it was done, which is no act of its own: "negotiated a protocol, signed 2021"."""


def joined_notes(told: str, line: str = "") -> str:
    """What the person does or did, its notes joined: "launched a bug bounty, 118 valid reports" with its "with".

    What never happened and what is counted follows "with", things of one kind make a series, what goes on stays; any
    other note is left out, unless it limits what is told. `line` is what the resume says: a "with" that is ours and a
    further thing that its line only names are told apart by it.
    """
    first, *notes = _WHEN.sub(r", \1 in \2", told).split(", ")
    notes = [one for one in notes if one.strip()]
    first = first.rstrip(" ,")
    told = ", ".join((first, *notes))
    if not notes or _is_limited(", ".join(notes)) or any(re.search(r"\b(?:and|or)\b", one) for one in notes):
        return told
    if any(is_list(first, notes) for is_list in (_is_of_names, _is_of_counts, _is_series, _is_of_things)):
        return " and ".join((", ".join((first, *notes[:-1])), notes[-1]))
    including = next((at for at, note in enumerate(notes) if _INCLUDING.match(note)), len(notes))
    if len(notes) - including > 1 and all(map(_is_short_thing, notes[including + 1 :])):
        kept = (*_kept(first, notes[:including]), *notes[including:-1])
        return " and ".join((", ".join((first, *kept)), notes[-1]))
    things = list(takewhile(_is_short_thing, notes))
    if len(things) > 1 and _TO_THING.search(first):  # the end of a series that goes on with something longer
        series = f"{', '.join((first, *things[:-1]))} and {things[-1]}"
        return ", ".join((series, *_kept(first, notes[len(things) :])))
    tied: list[str] = []
    for note in _kept(first, notes):
        if not _hangs(note, ", ".join((first, *tied))) and not _is_odd(note, line):
            tied.append(note)
    return ", ".join((first, *tied))


def _hangs(note: str, before: str) -> bool:
    """Whether a note stands bare behind an act, with nothing that ties it to it: ", CSAT 88%", ", an average of 60".

    A name goes on where one stands before it ("in Leith, Edinburgh"), a thing where it says what the act was.
    """
    if _HANGING.match(note) or (note.endswith("ing") and " " not in note):
        return True
    if re.match(r"(?:an?|the) ", note):
        return _OF_THE_ACT.match(note) is None
    if re.match(r"[A-Z]", note):
        goes = _NAME.match(note) or _TO_NAME.search(before) or re.search(r"\b(?:19|20)\d\d$", note)
        return goes is None
    return _COUNTS.match(note) is not None


def _is_odd(note: str, line: str) -> bool:
    """Whether a note is a rate behind a "with" of ours, or one more thing of a line that only names things.

    Of 24 such rates that editors judged 6 could be sent: "writes credit memos, with 8-10 monthly". "Loading of lorries,
    picking by scanner" names two kinds of work; "loads lorries, picking by scanner" makes one a part of the other.
    """
    ours = note.startswith("with ") and note not in line and not note.startswith("with no ")
    named = _NAMED_WORK.match(line) is not None and re.match(r"\w+ing\b", note) is not None
    _, found, behind = line.lower().partition(note.removeprefix("with ").lower())
    cut = ours and bool(found) and _EACH.match(behind) is not None
    return (ours and (_RATE.search(note) is not None or _BARE_MONEY.match(note) is not None)) or cut or named


_NAMED_WORK = re.compile(r"\w+ing (?:(?:and|&) \w+ing )?of ", re.IGNORECASE)
_RATE = re.compile(
    r"\b(?:per|each|every|an? (?:day|week|month|quarter|year|hour|shift|night|season)"
    r"|(?:dai|week|month|quarter|year|annual)ly|hours?|days?|weeks?|months?|years?|km|pct|percent)\b"
    r"|\d\S*/|\d ?[A-Z]{2,}\b"
)
_EACH = re.compile(r" (?:an?|per|each|every) \w")
_BARE_MONEY = re.compile(r"with [$£€¥₹₱]\S+(?: (?:with|at|from|in|by|for|over)\b|$)")
"""An amount that does not say of what: "closed the deal, $780K with a grocer"."""
_HANGING = re.compile(r"(?:an? |the )?(?:average|mean|total|maximum|minimum|max|min|approx\w*)\b")
"""A size of something that the note does not tie to the act."""
_OF_THE_ACT = re.compile(
    r"(?:an?|the) (?:\S+ ){0,2}?(?:first|second|third|last|only|best|largest|biggest|highest|lowest|fastest|smallest"
    r"|most|least|record|\w+est)\b|(?:an?|the) (?:\S+ ){1,3}?(?:of|in|for|that|which|at|by|on|from|with|to)\b"
)
"""What says of an act what it was: "the first in town", "a saving of 3%"."""


def _is_series(first: str, notes: Sequence[str]) -> bool:
    """Whether every note is a thing like the object before it, or another act: no note in figures, no long one."""
    if any(
        _is_limited(one) or len(one.split()) > _FEW or re.search(r"\d", one) or _is_joined(one)
        for one in notes
    ):
        return False
    if all(_is_act(one) for one in notes):
        return True
    things = not any(_is_act(one) for one in notes) and not re.search(r"\band\b|\d", first)
    last = head_noun(notes[-1]).lower()
    return (
        things
        and is_plural(first)
        and all(map(is_plural, notes[:-1]))
        and (is_plural(last) or len(notes) > 1)
    )


_TO_NAME = re.compile(r" (?:in|at|across|for|from|of|with|to) (?:the )?[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)*$")
_NAME = re.compile(r"(?:the )?[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,2}$")


def _is_of_names(first: str, notes: Sequence[str]) -> bool:
    """Whether names follow a name: "hotels in Peru, Bolivia, Chile"."""
    return len(notes) > 1 and _TO_NAME.search(first) is not None and all(map(_NAME.match, notes))


_INCLUDING = re.compile(r"(?:including|such as|like|from) \w")
_TO_THING = re.compile(
    r" (?:in|with|on|responsible for|including) (?:\S+ ){0,2}\S+$|^\S+ the (?:\S+ )?\S+$|^\S+ [A-Z][A-Z/&]{1,5}s?$"
)


def _is_of_things(first: str, notes: Sequence[str]) -> bool:
    """Whether short things follow one behind a preposition, or "the" things one: "assists in CPR, suturing, triage"."""
    if not _TO_THING.search(first) or not all(map(_is_short_thing, notes)):
        return False
    articles = {one.startswith("the ") for one in notes}
    return articles == {" the " in first} if True in articles or len(notes) == 1 else True


def _is_short_thing(note: str) -> bool:
    """Whether a note is a word or three for one thing more: no figure, no act, nothing said of what stands before."""
    words = note.split()
    opens = words[0].lower() if words else ""
    known = word_classes().get(opens) in ("preposition", "adverb", "pronoun", "bag", "be", "finite")
    single = note.endswith("ing") and len(words) <= _FEW
    return (
        0 < len(words) <= _FEW
        and not re.search(r"\d", note)
        and not known
        and opens not in _BESIDE
        and opens not in ("without", "nights", "days", "request")
        and not _is_act(note)
        and not _STAYS_SMALL.match(note)
        and (single or not _is_joined(note) or note.isupper() or note.startswith("the "))
    )


_STAYS_SMALL = re.compile(_STAYS.pattern.replace("|[A-Z])", ")"))


_SO_MANY = re.compile(
    r"(?:(?:around|about|more than|over|up to) )?(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten) "
    r"[a-z][a-z' -]*$"
)


def _is_of_counts(first: str, notes: Sequence[str]) -> bool:
    """Whether so many of one thing follow so many of another: "leads two assistants, 1 intern"."""
    verb, _, what = first.partition(" ")
    counts = _SO_MANY.match(what) and all(map(_SO_MANY.match, notes)) and not _PER.search(" ".join(notes))
    return verb in _IN_CHARGE and bool(counts)


_IN_CHARGE = frozenset(
    "lead leads led oversee oversees oversaw supervise supervises supervised manage manages managed".split()
)
_PER = re.compile(
    r"\b(?:a|per|each|every) (?:day|week|month|year|shift|season|night)\b|\b(?:daily|weekly|monthly|yearly)\b"
)


def in_series(things: str) -> str:
    """Things behind commas with an "and" before the last: "hoovering, bins, meeting rooms"; any other text as it is."""
    *members, last = things.split(", ")
    if not all(one.strip() for one in (*members, last)):
        return things
    opens = last.split(maxsplit=1)[0].lower() if last else ""
    known = word_classes().get(opens) in ("preposition", "adverb", "pronoun", "bag", "be", "finite")
    counted = [_COUNTS.match(one) is not None for one in (*members, last)]
    if (
        not 1 <= len(members) < _MOST_MEMBERS
        or (not last[:1].isalpha() and not all(counted))
        or known
        or any(one.split()[0].lower() in _BESIDE for one in (*members, last) if one)
        or _says_of(opens)
        or not _is_member(last, members)
        or (_NAME.match(last) and not last.isupper() and not all(map(_NAME.match, members)))
        or re.search(r"\b(?:and|or)\b", last)
        or any(len(one.split()) > _MEMBER for one in (*members, last))
        or not all(one[:1].isalnum() for one in members)
        or counted[0] != counted[-1]
        or (goes_on(last) and not last.split()[0].endswith("ing"))
        or _is_limited(things)
    ):
        return things
    comma = "," if re.search(r"\b(?:and|or)\b", " ".join(members)) else ""
    return f"{', '.join(members)}{comma} and {last}"


def _says_of(word: str) -> bool:
    """Whether a word says something of what stands before it: "funded", "belongs"."""
    verb = verb_form(word)
    if verb is None:
        return word.endswith("ed")
    return verb.forms <= {"past", "participle"} or ("third" in verb.forms and "N" not in verb.kinds)


def _is_member(last: str, members: Sequence[str]) -> bool:
    """Whether the last words are one more thing: several, or work, and no figure or size of what stands before."""
    head = head_noun(last).lower()
    several = is_plural(last) or head.endswith("ing") or head in mass_nouns() or last.isupper()
    figured = bool(re.search(r"\d", last)), bool(re.search(r"\d", " ".join(members)))
    counted = _COUNTS.match(last) is not None or re.search(r"\b(?:of|for|to|in|with) \S*\d", last) is not None
    if figured[0] and not counted and last != last.upper():
        return False
    return (several or len(members) > 1) and not (
        figured[1] and not figured[0] and len(members) == 1 and not several
    )


_MOST_MEMBERS, _MEMBER = 6, 6
"""Members of a series, and words of one."""
_BESIDE = frozenset(
    "e.g. i.e. once also sometimes mainly mostly partly then later now still no not zero all both each every own half"
    " daily weekly monthly off seasonal value up to reporting including such largest best highest first second third"
    " founded located based open".split()
)


def _is_act(words: str) -> bool:
    opens = words.split(maxsplit=1)
    verb = verb_form(opens[0]) if opens else None
    return verb is not None and "past" in verb.forms and "N" not in verb.kinds


def _is_joined(note: str) -> bool:
    """Whether a note goes on by itself, as what became of the thing does, too: "fixed within two days"."""
    word, _, rest = note.partition(" ")
    verb = verb_form(word)
    if re.match(r"[A-Z]\S* (?:\S+ )?[a-z]+s$", note) and is_plural(note):  # "Cabinet notes"
        return False
    became = verb is not None and "participle" in verb.forms and "base" not in verb.forms
    governs = word_classes().get(rest.split(" ")[0].lower()) == "preposition"
    return goes_on(note) or _STAYS.match(note) is not None or (became and governs)


def _kept(first: str, notes: Sequence[str]) -> list[str]:
    """The notes that stay; of two in a row that follow "with" the second shares it."""
    with_one = re.search(r"\bwith\b", first) is not None
    counted = _NUMBER_WORD.search(" ".join(first.split()[1:3])) is not None
    kept: list[str] = []
    for note in notes:
        behind = note.startswith(("no ", "with "))
        if not behind and (_SIGNED.search(note) or _AMOUNT.search(note)):
            continue
        goes = _is_joined(note) or (_COUNTS.match(note) is not None and counted)
        behind = behind or (not goes and _COUNTS.match(note) is not None and not with_one)
        if behind and kept and kept[-1].startswith("with "):
            kept[-1] = f"{kept[-1]} and {note.removeprefix('with ')}"
        elif behind:
            kept.append(f"with {note.removeprefix('with ')}")
        elif goes:
            kept.append(note)
    return kept


_AMOUNT = re.compile(r"\d\S* to \W{0,3}\d|^\D{0,4}\d\S*(?: (?:a|per) \w+)?$")
"""A change that lacks its thing, and a bare amount."""
