import pickle
import re
from datetime import date
from typing import Any

import pytest

from functions.common.errors import MalformedRequest, UnusableDocument
from functions.summarize import samples
from functions.summarize.jsonresume import resume_of_json, to_json_resume
from functions.summarize.pipeline import Pipeline
from functions.summarize.resume import Fact, PartialDate, Period, Resume
from functions.summarize.sentences import ModelName, Options

AS_OF = date(2026, 11, 28)
FACTS: dict[str, Any] = {
    "basics": {"name": "Ada Obi", "label": "Nurse", "email": "ada@example.org", "location": {"city": "Leeds"}},
    "work": [
        {"position": "Ward Sister", "name": "Elm Hospital", "startDate": "2018-03", "highlights": ["Led 12 nurses"]},
        {"position": "Student Nurse", "name": "Oak", "startDate": "2017", "endDate": "2018-02", "type": "internship"},
    ],
    "education": [{"studyType": "MSc", "area": "Nursing", "institution": "Leeds", "status": "in progress"}],
    "certificates": [{"name": "CPR", "date": "2015-04-30", "status": "expired"}],
    "skills": [{"name": "Triage"}, {"name": "Excel", "level": "Beginner"}],
    "languages": [{"language": "Igbo", "fluency": "native"}],
}  # fmt: skip


def test_facts_are_stated_by_the_person_in_a_text_of_their_own() -> None:
    resume = resume_of_json(FACTS, AS_OF)

    latest = resume.roles[0]
    assert latest.title
    assert latest.period
    assert latest.period.value == Period(PartialDate(2018, 3), None, current=True)
    assert resume.experience
    assert resume.experience.months == 8 * 12 + 8  # an internship does not count
    facts: list[Fact[Any] | None] = [resume.name, latest.title, *latest.bullets, resume.credentials[0].status]
    for fact in facts:
        assert fact
        for place in fact.evidence:
            assert place.source == "person"
            assert resume.text[place.start : place.end] == place.quote
    assert resume.text.splitlines()[:3] == ["Ada Obi", "Nurse", "ada@example.org"]


def test_a_status_and_a_level_are_kept() -> None:
    resume = resume_of_json(FACTS, AS_OF)
    stated = (resume.education[0].status, resume.credentials[0].status, resume.skills[1].status)
    assert [fact and fact.value for fact in stated] == ["in progress", "expired", "basic"]


@pytest.mark.parametrize("name", samples.names())
def test_what_parse_gives_comes_back_as_it_was_and_what_a_person_states_is_told_alike(name: str) -> None:
    data = samples.path(name).read_bytes()
    options = Options(AS_OF)
    pipeline = Pipeline()
    parsed = to_json_resume(pipeline.parse(data, options).resume)

    told = pipeline.summarise_facts(parsed, options)

    assert to_json_resume(told.resume) == parsed
    assert told.text == pipeline.summarise_facts(parsed, options).text
    assert pickle.loads(pickle.dumps(told)).text == told.text


def test_a_correction_is_what_is_told() -> None:
    wrong = {**FACTS, "work": [{**FACTS["work"][0], "name": "Elm Hopsital"}]}
    pipeline, options = Pipeline(), Options(AS_OF, voice="third")

    assert "Elm Hopsital" in pipeline.summarise_facts(wrong, options).text
    assert "Elm Hospital" in pipeline.summarise_facts(FACTS, options).text


@pytest.mark.parametrize(
    "options", [Options(AS_OF, output="brief"), Options(AS_OF, blind=True, voice="third")]
)
def test_every_output_is_made_of_facts_and_the_name_is_told_where_it_may_be(options: Options) -> None:
    told = Pipeline().summarise_facts(FACTS, options)
    assert told.text
    assert "Obi" not in told.text
    assert ("Obi" in told.resume.text) is not options.blind


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"work": {}}, "work must be a list"),
        ({"work": [3]}, "work[0] must be a JSON object"),
        ({"work": [{"position": 3}]}, "work[0].position must be text"),
        ({"work": [{"startDate": "Jan 2020"}]}, "work[0].startDate is no date"),
        ({"work": [{"startDate": "2020", "endDate": "2019-12"}]}, "work[0].endDate lies before"),
        ({"basics": "Ada"}, "basics must be a JSON object"),
        ({"basics": {"name": "x" * 10_001}}, "basics.name has 10001 characters"),
        ({"skills": [{"name": "x"}] * 501}, "skills holds 501 entries"),
        ({"education": [{"status": "nearly"}]}, "education[0].status is not known"),
        ({"work": [{"highlights": [["x"]]}]}, "work[0].highlights[0] must be text"),
    ],
)
def test_another_shape_is_refused_with_its_place(facts: dict[str, Any], words: str) -> None:
    with pytest.raises(MalformedRequest, match=re.escape(words)):
        resume_of_json(facts, AS_OF)


@pytest.mark.parametrize("facts", [{}, {"basics": {"name": "Ada Obi"}}, {"work": [], "skills": None}])
def test_facts_that_say_nothing_are_refused(facts: dict[str, Any]) -> None:
    with pytest.raises(UnusableDocument) as refused:
        Pipeline().summarise_facts(facts, Options(AS_OF))
    assert refused.value.code == "nothing-to-say"


def test_odd_letters_do_no_harm() -> None:
    facts = {"basics": {"name": "Ada\x00 \ud800 O\u200bbi\n"}, "skills": [{"name": "Tri\tage"}]}
    resume = resume_of_json(facts, AS_OF)
    assert resume.name
    assert (resume.name.value, resume.skills[0].name) == ("Ada ? Obi", "Tri age")


def test_years_are_as_stated_only_where_no_role_has_dates() -> None:
    meta = {"meta": {"yearsExperience": {"value": 9}}}

    def years(facts: dict[str, Any]) -> int | None:
        resume: Resume = resume_of_json({**facts, **meta}, AS_OF)
        return resume.experience.years if resume.experience else None

    assert years({"work": [{"position": "Nurse"}]}) == 9
    assert years(FACTS) == 8


def test_years_that_a_person_confirms_hold_over_the_dates_and_come_back_as_such() -> None:
    meta = {"yearsExperience": {"value": 12, "rule": "confirmed"}}
    resume = resume_of_json({**FACTS, "meta": meta}, AS_OF)
    assert resume.experience
    assert (resume.experience.months, resume.experience.rule) == (144, "confirmed")
    given = to_json_resume(resume)
    assert given["meta"]["yearsExperience"]["rule"] == "confirmed"
    again = resume_of_json(given, AS_OF).experience
    assert again
    assert again.months == 144
    told = Pipeline().summarise_facts(given, Options(AS_OF, output="brief"))
    assert "Years: 12+ years of experience, as the person confirmed" in told.text
    counted = resume_of_json({**FACTS, "meta": {"yearsExperience": {"value": 12}}}, AS_OF).experience
    assert counted
    assert counted.months == 104


NURSE: dict[str, Any] = {
    "work": [
        {"position": "Head Nurse", "name": "Elm Hospital", "startDate": "2018-01", "highlights": ["Led 12 nurses"]},
        {"position": "Staff Nurse", "name": "Oak Clinic", "startDate": "2012-01", "endDate": "2017-12"},
    ],
    "meta": {"yearsExperience": {"value": 20, "rule": "confirmed"}},
}  # fmt: skip


@pytest.mark.parametrize("model", ["bart", "t5", "gpt2"])
def test_confirmed_years_are_told_where_all_the_work_is_of_one_line(model: ModelName) -> None:
    options = Options(AS_OF, model=model)
    assert "twenty years" in Pipeline().summarise_facts(NURSE, options).text
    teacher = {"position": "Primary Teacher", "name": "Ash", "startDate": "2004-09", "endDate": "2011-12"}
    changed = {**NURSE, "work": [*NURSE["work"], teacher]}
    assert "twenty years" not in Pipeline().summarise_facts(changed, options).text
