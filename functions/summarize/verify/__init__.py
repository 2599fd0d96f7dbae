"""Is a sentence supported? Every check reads a candidate against the only facts it may use.

A sentence passes when every number, name and content word stands in its facts, nothing is joined that the resume
does not join, and its form is that of a finished sentence in the voice asked for. When in doubt it does not pass:
a rejected sentence costs a duller wording, an accepted invention costs the reader's trust.
"""

import re
from collections.abc import Iterator

from functions.summarize.language.numbers import numbers_in
from functions.summarize.language.words import fold, stems_in
from functions.summarize.resume import Evidence
from functions.summarize.sentences import Field, Kind, PlanFact, SentencePlan, Verdict
from functions.summarize.verify.form import FIRST_PERSON, malformed, stilted
from functions.summarize.verify.support import Source, content_stems, core_name, unsupported

_PERSON = re.compile(
    r"(?!.*\b(?i:licen[cs]e|certificat\w*|certification|registration|status|diploma|award|card|ticket)\b)"
    r"(?:(?:registered|certified|chartered|licensed|qualified|member|fellow|associate|accredited|approved)\b"
    r"|.*\b[A-Z]?[a-z]+(?:er|or|ist|ian|nurse|assistant)(?: \([^)]*\))?$)",
)
_PRESENT_CLAIM = re.compile(r"\b(currently|now|presently|today)\b", re.IGNORECASE)
_PAST_CLAIM = re.compile(r"\b(earlier|previously|formerly|most recently)\b", re.IGNORECASE)
# What only sentences of another kind may claim: one holds a certificate, one is not skilled in it.
_OUT_OF_PLACE: dict[Kind, re.Pattern[str]] = {
    "skills": re.compile(
        r"\b(holds?|holding|credentials?|qualifications?|degree|studied|earned)\b", re.IGNORECASE
    ),
    "credential": re.compile(
        r"\b(skilled|skills?|experienced|experience|versed|practised|works? with|studied|uses?)\b",
        re.IGNORECASE,
    ),
    "education": re.compile(
        r"\b(skilled|skills?|experienced|versed|practised|credentials?)\b", re.IGNORECASE
    ),
}
# How many facts of a field a sentence of a kind must name, where the plan has them.
_MUST_NAME: dict[Kind, tuple[tuple[Field, int], ...]] = {
    "opening": (("title", 1), ("years", 1)),
    "result": (),
    "scope": (),
    "skills": (("skill", 3),),
    "credential": (("credential", 1),),
    "education": (("degree", 1), ("institution", 1)),
}


def verify(sentence: str, plan: SentencePlan) -> Verdict:
    """The verdict on a candidate for a plan: its facts, its form, and what a sentence of its kind must say."""
    source = Source(plan.facts)
    problems = (
        *malformed(sentence, plan.voice, source.text),
        *(stilted(sentence) if sentence != plan.plain else ()),
        *unsupported(sentence, source, scope=plan.kind == "scope"),
        *_omissions(sentence, plan),
        *_tense_problems(sentence, plan),
        *_out_of_place(sentence, plan, source),
        *_held_titles(sentence, plan),
    )
    return Verdict(not problems, problems, () if problems else _evidence(sentence, source))


def evidence_of(sentence: str, plan: SentencePlan) -> tuple[Evidence, ...]:
    """Where the facts stand that a sentence known to be supported uses, without checking it again."""
    return _evidence(sentence, Source(plan.facts))


def _omissions(sentence: str, plan: SentencePlan) -> Iterator[str]:
    """What a sentence of a kind must say when the plan has it, so that a summary never loses its core."""
    folded = fold(sentence)
    for field, least in _MUST_NAME[plan.kind]:
        texts = plan.texts(field)
        if sum(fold(text) in folded for text in texts) < min(least, len(texts)):
            yield f"omits: {field}"
    if plan.kind == "result" and not _tells_a_figure(sentence, plan):
        yield "omits: figure"
    if plan.voice == "third" and fold(plan.text("name") or "") not in folded:
        yield "omits: name"
    if plan.voice == "first" and not FIRST_PERSON.search(sentence):
        yield "omits: I"


def _tells_a_figure(sentence: str, plan: SentencePlan) -> bool:
    figures = {number.meaning for text in plan.texts("bullet") for number in numbers_in(text)}
    return not figures or bool(figures & {number.meaning for number in numbers_in(sentence)})


def _tense_problems(sentence: str, plan: SentencePlan) -> Iterator[str]:
    """ "Now" needs a present role; "earlier" needs one that is over, and a result of it names its employer."""
    if plan.kind == "education":
        return
    over = not plan.current and (plan.kind != "result" or plan.text("employer") is not None)
    for claim, holds in ((_PRESENT_CLAIM, plan.current), (_PAST_CLAIM, over)):
        found = claim.search(sentence)
        if found and not holds and not any(found.group() in fact.text for fact in plan.facts):
            yield f"tense: {found.group()}"


def _out_of_place(sentence: str, plan: SentencePlan, source: Source) -> Iterator[str]:
    pattern = _OUT_OF_PLACE.get(plan.kind)
    for found in pattern.finditer(sentence) if pattern else ():
        if found.group().lower() not in source.text.lower():
            yield f"out of place: {found.group()}"


def _held_titles(sentence: str, plan: SentencePlan) -> Iterator[str]:
    """One holds a licence, but is a registered nurse: a credential that names a person is not held."""
    if re.search(r"\b([Hh]old(s|ing)?|[Ee]arned|[Cc]ompleted)\b", sentence):
        yield from (
            f"held: {text}" for text in plan.texts("credential") if _PERSON.match(text[:1].lower() + text[1:])
        )


def _evidence(sentence: str, source: Source) -> tuple[Evidence, ...]:
    """Where the facts that the sentence uses stand, in the order of the resume, each once."""
    used = [fact for fact in source.facts if _uses(sentence, fact)]
    return tuple(sorted({place for fact in used for place in fact.evidence}))


def _uses(sentence: str, fact: PlanFact) -> bool:
    if fact.field == "bullet":
        figures = {number.meaning for number in numbers_in(fact.text)}
        content = set(content_stems(fact.text))
        shared = content & stems_in(sentence)
        return (
            bool(figures & {number.meaning for number in numbers_in(sentence)})
            or 2 * len(shared) >= len(content) > 0
        )
    core = core_name(fact.text)
    return bool(re.search(rf"(?<!\w){re.escape(core)}(?!\w)", fold(sentence)))
