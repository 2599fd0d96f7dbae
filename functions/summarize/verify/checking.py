"""The verdict on the sentences of a text against all that a resume states."""

from collections.abc import Iterator
from dataclasses import replace

from functions.summarize.sentences import Fault, Verdict, Voice
from functions.summarize.verify import figures, joins, papers, stance, trends, words, years
from functions.summarize.verify.alignment import Alignment, align
from functions.summarize.verify.form import malformed, misshapen
from functions.summarize.verify.index import Index
from functions.summarize.verify.misrelated import misrelated


def check_sentence(sentence: str, index: Index, voice: Voice | None = None) -> Verdict:
    """The verdict on a person's sentence; without a voice any pronoun may stand, and its form is not looked at."""
    faults = faults_of(sentence, index)
    form = tuple(_form(sentence, index, voice)) if voice else ()
    return Verdict(not faults and not form, (*map(str, faults), *form), (), faults)


def _form(sentence: str, index: Index, voice: Voice) -> Iterator[str]:
    if index.function_words.is_english:
        return malformed(sentence, voice, index.text)
    return misshapen(sentence, voice, index.text, index.function_words)


def faults_of(sentence: str, index: Index) -> tuple[Fault, ...]:
    """Everything in a sentence that the resume does not support, in the order of the sentence."""
    parted = index.function_words.parted(sentence)
    faults = (replace(fault, words=sentence[fault.start : fault.end]) for fault in _faults(parted, index))
    found = dict.fromkeys(faults)
    return tuple(sorted(found, key=lambda fault: (fault.start, fault.end, fault.code)))


def _faults(sentence: str, index: Index) -> Iterator[Fault]:
    counted = tuple(years.claims_in(sentence, index))
    for claim in counted:
        length = claim.length
        if not years.holds(claim, index):
            yield Fault("years", sentence[length.start : length.end], length.start, length.end)
    alignment = align(sentence, index, [(claim.length.begin, claim.length.end) for claim in counted])
    yield from _of_alignment(alignment, index)
    yield from words.contacts(sentence)


def _of_alignment(alignment: Alignment, index: Index) -> Iterator[Fault]:
    for check in (
        words.unknown_words, figures.moved_figures, figures.disordered, stance.denied, stance.hedged, stance.tense,
        trends.causes, trends.directions, joins.misjoined, misrelated,
        papers.overstated,
    ):  # fmt: skip
        yield from check(alignment, index)
