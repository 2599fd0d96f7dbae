from collections.abc import Sequence
from dataclasses import dataclass, field

from functions.summarize.models.card import Card
from functions.summarize.output.write import OTHER_WORDS, SECOND_THOUGHTS, write, write_otherwise
from functions.summarize.planning.plan import make_plan
from functions.summarize.sentences import SentencePlan
from tests.builders.resumes import make_resume, options

CARD = Card("fake", "Fake", "1", "t5", 0, "MIT", "slots", "ctranslate2", "int8", 96)
PLANS = make_plan(make_resume(), options(length="short"))
TRUE = "Senior backend engineer, now at Kestrel Pay, with 11+ years of experience."


@dataclass
class FakeModel:
    """Implements `Model`: says what it is told for the first sentence, and nothing for the others."""

    greedy: str
    beam: Sequence[str] = ()
    card: Card = CARD
    asked: list[tuple[int, int]] = field(default_factory=list)

    def write(self, plans: Sequence[SentencePlan], *, candidates: int) -> list[list[str]]:
        self.asked.append((len(plans), candidates))
        return [
            ([self.greedy] if candidates == 1 else list(self.beam)) if plan.kind == "opening" else []
            for plan in plans
        ]


def test_a_supported_sentence_of_the_model_comes_before_the_plain_one() -> None:
    (opening, *_), rejected = write(PLANS, FakeModel(TRUE))

    assert [(sentence.text, sentence.origin) for sentence in opening.sentences] == [
        (TRUE, "model"),
        (PLANS[0].plain, "plan"),
    ]
    assert rejected == 0


def test_an_invented_fact_never_leaves_the_verifier() -> None:
    (opening, *_), rejected = write(PLANS, FakeModel(TRUE.replace("11+", "15+")))

    assert [sentence.origin for sentence in opening.sentences] == ["plan"]
    assert rejected == 1


def test_only_plans_without_a_supported_sentence_are_thought_over_again() -> None:
    model = FakeModel("Nonsense.", beam=("More nonsense.", TRUE))

    (opening, *_), rejected = write(PLANS, model)

    assert model.asked == [(len(PLANS), 1), (len(PLANS), SECOND_THOUGHTS)]
    assert opening.sentences[0].text == TRUE
    assert rejected == 2


def test_every_sentence_shows_where_its_facts_stand() -> None:
    written, _ = write(PLANS, FakeModel(TRUE))

    assert all(sentence.evidence for each in written for sentence in each.sentences)


def test_what_was_said_comes_last_and_the_plain_sentence_before_a_second_thought() -> None:
    again = TRUE.replace("now", "currently")
    model = FakeModel("", beam=(TRUE, again, "Nonsense."))

    (opening, *others), rejected = write_otherwise(PLANS, model, said={TRUE})

    assert model.asked == [(len(PLANS), OTHER_WORDS)]
    assert [sentence.text for sentence in opening.sentences] == [PLANS[0].plain, again, TRUE]
    assert [len(each.sentences) for each in others] == [1] * len(others)
    assert rejected == 1
