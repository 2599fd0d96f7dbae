"""A paragraph's plan as a prompt, and a model's output as the sentences of the plan. Pure; knows no model.

    [implied] [medium] [opening] <title1> ! :s +person <years1> ! :s +phrase [present] <employer1> ! :s +noun ...

The output is for each sentence its part, then slots, each with the form it is told in, and words of a closed
vocabulary; sentences of one part stand in the order of the plan:

    [opening] <title1> .person with <years1> .phrase . [present] at <employer1> .noun , <result1> .past .
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import get_args

from functions.summarize.language.surface import article, tidy
from functions.summarize.planning.draft import put_together
from functions.summarize.planning.records import ParagraphPlan, SentencePlan, Slot, Variant
from functions.summarize.prompts.alphabet import (
    GIVEN,
    MUST,
    NAME,
    PAST_JOB,
    all_tokens,
    choice_token,
    choices,
    connecting_words,
    header,
    offer_token,
    size_token,
    slot_token,
)
from functions.summarize.resume import Evidence
from functions.summarize.sentences import Part

_CHOICES = frozenset(token for token in all_tokens() if token.startswith(".") and len(token) > 1)
_SPOKEN = {"I": "I", "my": "I", "am": "I", NAME: NAME, GIVEN: NAME}
"""Words of one voice only."""
_LINES = ("<scope", "<result", "<duty", "<earlier_line")
_CLAUSE_WORDS = 17
"""Words of a line that a sentence still holds beside another."""
_THINGS = ("noun phrase", "clause")
_ACTS = (".past", ".present", ".perfect")
_PREPOSITIONS = frozenset("on in with of at for by from to through over across within under".split())
_INTRODUCING = frozenset("as including includes include included a an the is are was were be been".split())
_HOLDING = frozenset("holds hold held".split())
_WORKING = frozenset("work works worked working".split())
_SAYING = frozenset(
    "is are was were am has have had hold holds held includes include included covers cover works work worked"
    " serves serve served began started brings bring brought spent speaks combines trained studied graduated".split()
)
"""Verbs among the words of the vocabulary: one of them says what the things of a job are to the person."""
_PAPERS = ("<credential", "<degree", "<award")
_SPEAKING = frozenset("speaks speak works work".split())
_COVERING = frozenset("covers cover covered".split())
_GOING_ON = frozenset("includes covers works serves is are has".split())
_GIVING = frozenset("includes include with".split())
_NO_OBJECT = frozenset(", ; : . and or but before after also earlier previously".split())
_BEFORE_A_FIELD = frozenset("in of across for and , to".split())
_TURNS = {".phrase": "after", ".person": "as", ".noun-phrase": "including"}
"""The word before a turn of the career: years in another trade, where it began, training among the years."""
_TIGHT = re.compile(r"^(?:[,;:)]|\.(?!\w)|['’]s\b)")


@dataclass(frozen=True, slots=True)
class Offer:
    """One sentence of a prompt: its part, what each slot and form stand for, and the slots that must be told.

    `ended` are the slots of lines of a job that is no longer held; `tail` is what is said behind them, whatever the
    words before.
    """

    part: str
    told: dict[tuple[str, str], Variant]
    musts: frozenset[str]
    ended: frozenset[str] = frozenset()
    tail: tuple[str, tuple[Evidence, ...]] = ("", ())


@dataclass(frozen=True, slots=True)
class ParagraphPrompt:
    """What a model reads, and what its tokens stand for, sentence by sentence."""

    text: str
    offers: tuple[Offer, ...]
    names: dict[str, str]

    def forbidden(self) -> tuple[tuple[str, ...], ...]:
        """What no answer may hold: slots and parts that the plan has not, forms not offered, another voice's words."""
        parts = {offer.part for offer in self.offers}
        offered = {pair for offer in self.offers for pair in offer.told}
        slots = {slot for slot, _ in offered}
        voice = "I" if self.text.startswith(header("first")) else NAME if self.names else ""
        strange = [token for token in all_tokens() if token.startswith("<") and token not in slots]
        strange += [header(part) for part in get_args(Part) if header(part) not in parts]
        strange += [word for word in _SPOKEN if _SPOKEN[word] != voice]
        pairs = [
            (slot, form) for slot in sorted(slots) for form in sorted(_CHOICES) if (slot, form) not in offered
        ]
        return (*((token,) for token in strange), *pairs)


@dataclass(frozen=True, slots=True)
class WrittenSentence:
    """A sentence that a model wrote for one sentence of the plan, and where the facts stand that it tells."""

    text: str
    evidence: tuple[Evidence, ...]


Draft = tuple[WrittenSentence | None, ...]
"""What a model wrote for each sentence of a plan; None where nothing of it can be used."""


def encode(plan: ParagraphPlan) -> ParagraphPrompt:
    """The prompt of a plan."""
    tokens = [header(plan.voice), header(plan.length)]
    offers = []
    for planned in plan.sentences:
        sentence, tail = _without_tail(planned)
        names = slot_tokens(sentence.slots)
        tokens.append(header(sentence.part))
        told: dict[tuple[str, str], Variant] = {}
        for at, (name, slot) in enumerate(zip(names, _acting(fullest(sentence)), strict=True)):
            offered = choices(slot.variants)
            tokens += [name, *_marks(slot, must=at in sentence.must)]
            tokens += [offer_token(form, nth) for form, nth, _ in offered]
            told |= {(name, choice_token(form, nth)): variant for form, nth, variant in offered}
        musts = frozenset(names[at] for at in sentence.must)
        ended = frozenset(name for name, slot in zip(names, sentence.slots, strict=True) if not slot.current)
        offers.append(Offer(header(sentence.part), told, musts, ended, tail))
    called = {NAME: plan.name, GIVEN: plan.given} if plan.voice == "third" else {}
    return ParagraphPrompt(" ".join(tokens), tuple(offers), called)


def _without_tail(sentence: SentencePlan) -> tuple[SentencePlan, tuple[str, tuple[Evidence, ...]]]:
    """A sentence as it is offered, and what is said behind it as the plan has it."""
    if sentence.tail is None:
        return sentence, ("", ())
    head, tail = sentence.plain[: sentence.tail], sentence.plain[sentence.tail :]
    slots = len({piece.slot for piece in head if piece.slot is not None})
    evidence = (place for slot in sentence.slots[slots:] for one in slot.variants for place in one.evidence)
    must = tuple(at for at in sentence.must if at < slots)
    left = replace(sentence, slots=sentence.slots[:slots], plain=head, must=must, tail=None)
    return left, (put_together(tail), tuple(evidence))


def fullest(sentence: SentencePlan) -> Iterator[Slot]:
    """The slots with what the plan itself would say first, then the fullest that a sentence holds."""
    planned = {piece.slot: piece.variant for piece in sentence.plain if piece.slot is not None}
    for at, slot in enumerate(sentence.slots):
        own = slot.variants[planned.get(at) or 0] if slot.variants else None
        rest = sorted((one for one in slot.variants if one != own), key=lambda one: _emptiness(one.text))
        yield replace(slot, variants=(own, *rest)) if own else slot


def _emptiness(text: str) -> tuple[bool, int]:
    words = len(text.split())
    return words > _CLAUSE_WORDS, -words


def _acting(slots: Iterable[Slot]) -> Iterator[Slot]:
    """The slots of a sentence; the first line that tells an act is offered as one and not as a thing."""
    acting = False
    for slot in slots:
        acts = tuple(variant for variant in slot.variants if variant.form not in _THINGS)
        is_act = any(f".{variant.form}" in _ACTS for variant in acts)
        yield replace(slot, variants=acts) if is_act and not acting else slot
        acting = acting or is_act


def slot_tokens(slots: Sequence[Slot]) -> tuple[str, ...]:
    """The token of each slot of one sentence."""
    kinds = [slot.kind for slot in slots]
    return tuple(slot_token(kind, kinds[:at].count(kind)) for at, kind in enumerate(kinds))


def _marks(slot: Slot, *, must: bool) -> list[str]:
    marks = [MUST] if must else []
    marks += [] if slot.current else [PAST_JOB]
    return [*marks, size_token(slot.variants[0].text)]


def decode(output: str, prompt: ParagraphPrompt) -> Draft:
    """What an output says for each sentence of the plan; None where it says nothing that can be used.

    A sentence is used when all its slots are of its sentence of the plan, none stands twice, all that must be told
    are, each in a form that was offered, and every other word is of the closed vocabulary.
    """
    found: dict[int, WrittenSentence] = {}
    open_offers = dict(enumerate(prompt.offers))
    for part, *words in _sentences(output.split()):
        number = next((number for number, offer in open_offers.items() if offer.part == part), None)
        if number is None:
            continue
        offer = open_offers.pop(number)
        slots = [word for word in words if word.startswith("<")]
        told = _spelled(words, offer, prompt.names) if offer.musts <= set(slots) else None
        broken = _hangs(words) or _stumbles(words) or _lacks_verb(words) or _misfits(words, offer)
        if (
            broken
            or _ends_badly(words, offer)
            or _names_acts(words, offer)
            or _turns_wrongly(words, offer)
            or _is_over(words, offer)
        ):
            told = None
        if told is not None and slots and len(set(slots)) == len(slots):
            found[number] = _with_tail(told, offer)
    return tuple(found.get(number) for number in range(len(prompt.offers)))


def _with_tail(told: WrittenSentence, offer: Offer) -> WrittenSentence:
    tail, evidence = offer.tail
    if not tail:
        return told
    return WrittenSentence(
        f"{told.text.removesuffix('.')}{tail}.", tuple(sorted({*told.evidence, *evidence}))
    )


def _names_acts(words: Sequence[str], offer: Offer) -> bool:
    """Whether only things are told where acts are offered: "works on evenings organised" for "organised evenings"."""
    told = [(slot, form) for slot, form in pairwise(words) if slot.startswith(_LINES) and form in _CHOICES]
    acts = [form for _, form in told if form.startswith(_ACTS)]
    return not acts and any((slot, act) in offer.told for slot, _ in told for act in _ACTS)


def _is_over(words: Sequence[str], offer: Offer) -> bool:
    """Whether what a past job was is told as going on: "the work also includes" of a job that ended."""
    lines = [word for word in words if word.startswith(_LINES)]
    return bool(lines) and offer.ended.issuperset(lines) and not _GOING_ON.isdisjoint(words)


def _lacks_verb(words: Sequence[str]) -> bool:
    """Whether things of a job are told and nothing is said of them ("also minutes and exhibits"), or "works on" is."""
    lines = [
        at for at, word in enumerate(words[:-1]) if word.startswith(_LINES) and words[at + 1] in _CHOICES
    ]
    if any(words[at - 1] == "on" and words[at - 2] in _WORKING for at in lines if at > 1):
        return True
    things = bool(lines) and all(words[at + 1].startswith(".noun-phrase") for at in lines)
    return things and not _SAYING & set(words)


def _hangs(words: Sequence[str]) -> bool:
    """Whether an act stands where a thing must ("works on led a team"), or nothing is said of a thing ("in a team")."""
    if words and words[0] in _PREPOSITIONS and words[1:2] and words[1].startswith(_LINES):
        return True
    return any(
        (before in _PREPOSITIONS | _INTRODUCING and after.startswith(_ACTS))
        or (before != "before" and (word, after) == ("that", ","))  # "at that, runs a team"
        for before, word, after in zip(words, words[1:], words[2:], strict=False)
    )


def _stumbles(words: Sequence[str]) -> bool:
    """Whether small words follow each other as nobody puts them: "with in retail", "years in experience"."""
    for word, after in pairwise([*words, "."]):
        if word in _PREPOSITIONS and (after in _PREPOSITIONS or after in _NO_OBJECT):
            return True
        if after == "experience" and word != "of" and not word.startswith((".", "<")):
            return True
        if after.startswith("<field") and word not in _BEFORE_A_FIELD:
            return True
    return False


def _misfits(words: Sequence[str], offer: Offer) -> bool:
    """Whether a form stands where it cannot: "with studying for", a prize that is somebody, "covers 92% of cases"."""
    slots = [
        (at, slot, form) for at, (slot, form) in enumerate(pairwise(words)) if (slot, form) in offer.told
    ]
    acts = [at for at, slot, form in slots if slot.startswith(_LINES) and form.startswith(_ACTS)]
    bare = not acts and len(words) <= len(slots) * 2
    if bare or (slots and slots[0][1].startswith("<award") and slots[0][0] <= 1):
        return True
    held = False
    for at, slot, form in slots:
        before = words[at - 1] if at else ""
        variant = offer.told[slot, form]
        held = before not in _GIVING and (held or before in _HOLDING)
        if before in _HOLDING | {"with"} and (form == ".gerund" or _is_somebody(form, variant.text)):
            return True
        if slot.startswith("<award") and (held or before in _HOLDING):
            return True
        if before in _COVERING and slot.startswith(_LINES) and "%" in variant.text:
            return True
    things = [at for at, slot, form in slots if slot.startswith(_LINES) and form.startswith(".noun-phrase")]
    if acts and things[:1] == [0]:  # "a void rate under 2%, and raised the yield"
        return True
    return any(words[act + 2 : thing] in ([",", "and"], ["and"], [","]) for act in acts for thing in things)


def _ends_badly(words: Sequence[str], offer: Offer) -> bool:
    """Whether an ending lets a paper be somebody, or hangs it on the wrong verb.

    "An HMS card who speaks", "a licence with a prize"; "holds a card and speaks Welsh, and a BSc".
    """
    if offer.part != header("close"):
        return False
    somebody, governing, finite = False, "", False
    for before, word, form in zip(["", *words], words, [*words[1:], ""], strict=False):
        if word in _GIVING | _SAYING | _SPEAKING:
            if before == "and" and word not in _GIVING and somebody and not finite:
                return True
            governing, finite = word, finite or word not in _GIVING
        elif word == "who":
            if not somebody:
                return True
            finite = True
        elif word.startswith(_PAPERS) and (word, form) in offer.told:
            is_thing = form.startswith(".noun-phrase")
            if governing in _SPEAKING or (is_thing and not governing and not somebody):
                return True
            somebody = somebody or not is_thing
        elif word.startswith("<language") and governing in _HOLDING:
            return True
        finite = finite or word in _SPOKEN
    return False


def _is_somebody(form: str, text: str) -> bool:
    """Whether a form says what a person is, in words: letters after a name can be held."""
    return form.startswith(".person") and re.search(r"[a-z]{3}", text) is not None


def _turns_wrongly(words: Sequence[str], offer: Offer) -> bool:
    """Whether a turn of the career is told as what it is not: "after a teller" for "after two years of teaching"."""
    for at, (slot, form) in enumerate(pairwise(words)):
        if slot.startswith("<change") and (slot, form) in offer.told:
            before = [word for word in words[max(0, at - 2) : at] if word not in ("a", "an")][-1:]
            if before != [_TURNS.get(form.rstrip("0123456789"), "")]:
                return True
    return False


def _sentences(words: list[str]) -> list[list[str]]:
    """The words between full stops; what does not end is no sentence."""
    sentences: list[list[str]] = [[]]
    for word in words:
        if word == ".":
            sentences.append([])
        else:
            sentences[-1].append(word)
    return [sentence for sentence in sentences[:-1] if sentence]


def _spelled(words: list[str], offer: Offer, names: dict[str, str]) -> WrittenSentence | None:
    pieces: list[str] = []
    evidence: dict[Evidence, None] = {}
    known = connecting_words()
    following = iter([*words[1:], ""])
    for word in words:
        after = next(following)
        if (word, after) in offer.told:
            variant = offer.told[word, after]
            pieces.append(variant.text)
            evidence |= dict.fromkeys(variant.evidence)
        elif word in known or word in names:
            pieces.append(names.get(word, word))
        elif word not in _CHOICES:
            return None
    told = sum(word.startswith("<") for word in words) == sum(word in _CHOICES for word in words)
    return WrittenSentence(joined(pieces), tuple(sorted(evidence))) if told else None


def joined(pieces: list[str]) -> str:
    """Pieces as a sentence: the article that fits what follows, no space before a mark, a capital, a full stop."""
    text = ""
    for at, piece in enumerate(pieces):
        following = pieces[at + 1] if at + 1 < len(pieces) else ""
        word = article(following) if piece in ("a", "an") and following else piece
        text += word if not text or _TIGHT.match(word) else f" {word}"
    return tidy(text)


def plain_tokens(sentence: SentencePlan, names: dict[str, str]) -> list[str] | None:
    """The sentence made by rule as tokens; None where it has words of its own."""
    slots, offered = slot_tokens(sentence.slots), tuple(fullest(sentence))
    known = connecting_words()
    tokens: list[str] = []
    for piece in sentence.plain:
        if piece.slot is not None and piece.variant is not None:
            slot = sentence.slots[piece.slot]
            chosen = next(
                (
                    choice_token(f, n)
                    for f, n, v in choices(offered[piece.slot].variants)
                    if v == slot.variants[piece.variant]
                ),
                None,
            )
            if chosen is None:
                return None
            tokens += [slots[piece.slot], chosen]
        else:
            words = re.findall(r"[^\s,;:]+|[,;:]", _with_tokens(piece.text, names))
            small = [word if word == "I" or word in names else word.lower() for word in words]
            if not set(small) <= known | set(names):
                return None
            tokens += small
    return [*tokens, "."]


def _with_tokens(text: str, names: dict[str, str]) -> str:
    """The words with a name in them replaced by its token, the full name before the given one."""
    for token, name in names.items():
        if name:
            text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", token, text)
    return text
