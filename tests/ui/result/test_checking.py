from tests.ui.fakes import BRIEF, SUMMARY, FakeServices
from ui.records import Checked, Sentence, Verdicts
from ui.result.checking import checked


def passed(sentence: Sentence) -> Sentence:
    return sentence.model_copy(update={"passed": True})


def test_a_sentence_left_as_it_was_keeps_its_author_and_its_sources() -> None:
    version = checked(FakeServices(), SUMMARY, " Charge nurse at Elm. Led 99. ", "implied")
    assert version.sentences == (
        passed(SUMMARY.sentences[0]),
        Sentence(text="Led 99.", origin="person", problems=("number: 99",)),
    )
    assert (version.summary, version.model_share, version.unsupported) == (
        "Charge nurse at Elm. Led 99.",
        0.5,
        1,
    )


def test_a_sentence_left_as_it_was_that_the_check_does_not_bear_out_is_no_fault_and_has_not_passed() -> None:
    doubted = Checked(text="Led a team of 12.", supported=False, problems=("word: team",))
    borne = Checked(text="Charge nurse at Elm.", supported=True)
    services = FakeServices(verdicts=[Verdicts(sentences=(borne, doubted), supported=False)])
    version = checked(services, SUMMARY, SUMMARY.summary, "implied")
    assert version.sentences == (passed(SUMMARY.sentences[0]), SUMMARY.sentences[1])


def test_what_a_person_wrote_and_the_resume_says_has_passed_with_the_line_that_says_just_this() -> None:
    other, line = checked(FakeServices(), SUMMARY, "Heads a team. charge nurse  AT Elm.", "implied").sentences
    assert other == Sentence(text="Heads a team.", origin="person", passed=True)
    assert line.passed
    assert [(each.quote, each.section) for each in line.evidence] == [
        ("Charge Nurse at Elm", "The same words in the resume")
    ]


def test_the_lines_of_a_brief_are_checked_without_their_labels_and_only_where_they_changed() -> None:
    services = FakeServices()
    version = checked(
        services, BRIEF, "Now: Charge nurse, Elm\nHighlights: Led 99\n\nNot stated: dates", "third"
    )
    assert services.verified == [(BRIEF.resume, "Led 99", None)]
    assert version.sentences == (
        BRIEF.sentences[0],
        Sentence(text="Led 99.", origin="person", slot="highlights", problems=("number: 99",)),
        BRIEF.sentences[2],
    )


def test_of_a_line_that_changed_the_sentences_left_as_they_were_keep_their_author_and_their_sources() -> None:
    line = "Highlights: Led a team of 12. Led 99."
    assert checked(FakeServices(), BRIEF, line, "third").sentences == (
        passed(BRIEF.sentences[1]),
        Sentence(text="Led 99.", origin="person", slot="highlights", problems=("number: 99",)),
    )


def test_a_sentence_of_a_brief_counts_for_the_line_that_it_was_put_into() -> None:
    [sentence] = checked(FakeServices(), BRIEF, "Before: Led a team of 12.", "third").sentences
    assert sentence == passed(BRIEF.sentences[1].model_copy(update={"slot": "before"}))


def test_what_a_person_says_is_not_stated_cannot_be_checked() -> None:
    services = FakeServices()
    version = checked(services, BRIEF, "Not stated: a driving licence", "implied")
    assert services.verified == []
    assert version.sentences == (
        Sentence(text="a driving licence", origin="person", slot="not_stated", problems=("unchecked",)),
    )


def test_a_line_without_a_label_is_checked_as_it_stands() -> None:
    services = FakeServices()
    [sentence] = checked(services, BRIEF, "Note: works well", "implied").sentences
    assert services.verified == [(BRIEF.resume, "Note: works well", None)]
    assert (sentence.slot, sentence.text) == (None, "Note: works well.")
