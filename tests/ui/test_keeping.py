from tests.ui.fakes import BRIEF, SUMMARY, place
from ui.keeping import Kept, with_kept
from ui.records import Sentence, Version
from ui.result.alternatives import version_html

OPENING, TEAM = SUMMARY.sentences
OTHER = Sentence(text="A charge nurse.", origin="plan", evidence=OPENING.evidence)
NEW = Sentence(text="Ada is *bold*.", origin="model", evidence=(place("Ada Obi"),))


def version(*sentences: Sentence) -> Version:
    return Version(summary="", sentences=sentences, model_share=0)


def test_a_kept_sentence_takes_the_place_of_what_says_the_same() -> None:
    kept = with_kept(version(OTHER, NEW), [Kept(0, OPENING)])
    assert kept.sentences == (OPENING, NEW)
    assert (kept.summary, kept.model_share) == ("Charge nurse at Elm. Ada is *bold*.", 1)


def test_what_another_version_does_not_tell_stands_where_it_stood() -> None:
    assert with_kept(version(OTHER, NEW), [Kept(1, TEAM)]).sentences == (OTHER, TEAM, NEW)
    assert with_kept(version(OTHER), [Kept(5, TEAM)]).sentences == (OTHER, TEAM)


def test_several_stay_in_their_order() -> None:
    kept = [Kept(1, TEAM), Kept(0, OPENING)]
    assert with_kept(version(NEW), kept).sentences == (OPENING, TEAM, NEW)


def test_a_kept_sentence_of_a_brief_stays_in_its_line() -> None:
    now, led, missing = BRIEF.sentences
    cut = led.model_copy(update={"text": "Cut waits.", "evidence": ()})
    kept = with_kept(version(now, cut, missing), [Kept(0, led)])
    assert kept.sentences == (now, led, cut, missing)
    assert (
        kept.summary == "Now: Charge nurse, Elm\nHighlights: Led a team of 12. Cut waits.\nNot stated: dates"
    )
    assert kept.model_share == 1  # of what a model could have written
    assert with_kept(version(now, missing), [Kept(1, led)]).sentences == (now, missing, led)


def test_a_version_marks_what_the_taken_one_does_not_tell() -> None:
    marked = version_html(version(OTHER, NEW), version(OPENING, TEAM))
    assert marked == "A charge nurse. <mark>Ada is *bold*.</mark>"
    assert "<mark>" not in version_html(version(OPENING, TEAM), version(TEAM, OPENING))
