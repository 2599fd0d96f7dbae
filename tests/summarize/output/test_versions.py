"""Alternatives are true, really different, and fewer where a resume has no more to say."""

from dataclasses import replace
from functools import cache
from itertools import combinations

import pytest

from functions.summarize import samples
from functions.summarize.output.composed import composed_versions, plain, versions_of
from functions.summarize.output.versions import Version, differs
from functions.summarize.pipeline import Pipeline, Summary
from functions.summarize.planning.records import ParagraphPlan, SentencePlan, Slot, Variant
from functions.summarize.resume import Evidence
from functions.summarize.sentences import WORDS, Length, Options, Sentence
from tests.builders.resumes import AS_OF, make_resume, options

ASKED = 3


@cache
def pipeline() -> Pipeline:
    return Pipeline()


@cache
def summary(sample: str, options: Options) -> Summary:
    return pipeline().summarise(samples.path(sample).read_bytes(), options)


@cache
def planned(sample: str, length: Length) -> tuple[Version, ...]:
    """The text and its alternatives as the planner says them, without a model."""
    resume = pipeline().parse(samples.path(sample).read_bytes(), Options(AS_OF)).resume
    return composed_versions(resume, Options(AS_OF, length=length), AS_OF, ASKED)[0]


def places(one: Version) -> set[Evidence]:
    return {place for sentence in one.sentences for place in sentence.evidence}


def plan_of(text: str, *facts: str) -> ParagraphPlan:
    slots = tuple(
        Slot("result", one, (Variant(one, "past", (Evidence(0, len(one), one),)),)) for one in facts
    )
    return ParagraphPlan("implied", "medium", "summary", (SentencePlan("present", slots, (), text, ()),))


def version(*texts: str) -> Version:
    return Version(tuple(Sentence(text, "result", "model", ()) for text in texts))


def test_another_order_or_another_article_is_no_difference() -> None:
    one = version("Cut waste by 40%.", "Skilled in Python and Kafka.")

    assert not differs(version("Skilled in Kafka and Python.", "Cut the waste by 40%."), one)


def test_other_facts_are_a_difference() -> None:
    one = version("Cut waste by 40%.", "Skilled in Python and Kafka.")

    assert differs(version("Trained 26 colleagues.", "Brings knowledge of Go and Redis."), one)


def test_one_new_sentence_among_three_is_not_enough() -> None:
    one = version("Cut waste by 40%.", "Trained 26 colleagues.", "Skilled in Python.")

    assert not differs(version("Cut waste by 40%.", "Trained 26 colleagues.", "Opened nine shops."), one)


def test_no_plan_is_written_twice_however_few_a_resume_has() -> None:
    plans: list[ParagraphPlan] = []

    def write(plan: ParagraphPlan) -> tuple[tuple[Sentence, ...], int]:
        plans.append(plan)
        return plain(plan)

    few = replace(make_resume(), roles=(), skills=(), education=(), credentials=(), achievements=())
    composed_versions(few, options(), AS_OF, ASKED, write)

    assert plans
    assert len(plans) == len(set(plans))


@pytest.mark.parametrize("sample", ["charge-nurse", "head-chef", "site-engineer"])
def test_alternatives_differ_from_each_other_and_are_in_range_and_true(sample: str) -> None:
    told = summary(sample, Options(AS_OF, length="short", alternatives=ASKED))
    versions = [Version(told.sentences), *told.alternatives]
    low, high = WORDS["short"]

    assert len(versions) >= ASKED - 1
    assert all(differs(later, earlier) for earlier, later in combinations(versions, 2))
    for one in versions:
        assert low <= len(one.text.split()) <= high
        for place in (place for sentence in one.sentences for place in sentence.evidence):
            assert told.resume.text[place.start : place.end] == place.quote
        assert all(sentence.evidence for sentence in one.sentences)


@pytest.mark.parametrize("length", ["short", "medium"])
@pytest.mark.parametrize("sample", [name for name in samples.names() if name != "truck-driver"])
def test_another_version_of_every_sample_tells_what_the_first_does_not(sample: str, length: Length) -> None:
    first, *others = planned(sample, length)
    _, high = WORDS[length]

    assert others
    for one in others:
        assert places(one) - places(first)
        assert len(one.text.split()) <= high


def test_a_resume_of_which_all_is_told_has_no_other_version() -> None:
    assert len(planned("truck-driver", "medium")) == 1


def test_the_same_facts_in_other_words_are_no_other_version() -> None:
    plans = (
        plan_of("Cut waste by 40% and trained 26 colleagues.", "waste", "colleagues"),
        plan_of("Taught a whole team to lose two fifths less.", "colleagues", "waste"),
        plan_of("Taught a team and opened nine shops.", "colleagues", "shops"),
    )
    versions, _ = versions_of(lambda number: plans[number % 3], lambda one: [plain(one)], ASKED)

    assert [one.text for one in versions] == [plans[0].text, plans[2].text]


def test_the_first_of_several_is_the_only_one_of_one() -> None:
    alone, first = (summary("charge-nurse", Options(AS_OF, alternatives=number)) for number in (1, ASKED))

    assert alone.sentences == first.sentences
    assert alone.alternatives == ()


def test_alternatives_are_the_same_on_a_rerun() -> None:
    options = Options(AS_OF, length="short", alternatives=ASKED)
    again = Pipeline().summarise(samples.path("head-chef").read_bytes(), options)

    assert again.alternatives == summary("head-chef", options).alternatives


def test_fewer_alternatives_than_asked_for_are_said_to_be_fewer() -> None:
    told = summary("truck-driver", Options(AS_OF, length="medium", alternatives=5))

    assert len(told.alternatives) < 4
    assert "fewer-alternatives" in {notice.code for notice in told.notices}


def test_alternatives_of_a_brief_have_other_highlights() -> None:
    told = summary("restaurant-manager", Options(AS_OF, output="brief", alternatives=2))
    fixed, other = (
        [sentence.text for sentence in one if (sentence.slot == "highlights") is highlights]
        for one, highlights in ((told.sentences, False), (told.alternatives[0].sentences, False))
    )

    assert fixed == other
    assert differs(told.alternatives[0], Version(told.sentences))


@pytest.mark.parametrize("sample", samples.names())
def test_a_short_summary_of_every_sample_is_in_range(sample: str) -> None:
    low, high = WORDS["short"]

    assert low <= len(summary(sample, Options(AS_OF, length="short")).text.split()) <= high
