"""The measuring instruments of the evaluation, on values whose scores are known."""

from dataclasses import replace
from pathlib import Path

import pytest

from functions.summarize.pipeline import Pipeline
from functions.summarize.planning.paragraph import plan_paragraph
from functions.summarize.resume import Experience, Fact, PartialDate, Period, Resume, Role, Skill
from functions.summarize.sentences import Options
from tests.builders.gold import AS_OF, Gold, GoldRole
from tests.builders.plans import Parrot
from tests.builders.specification import specifications
from training import aloud
from training.evaluate import main, regressions
from training.evaluation.bars import Bar, reading_bars, writing_bars
from training.evaluation.cases import LAYOUTS, Case, case_of, layout_cases, own_cases
from training.evaluation.fields import Counts, add, close, compare, same, same_digits, score
from training.evaluation.lints import Lint, ours, why_not
from training.evaluation.plots import plot
from training.evaluation.reading import FieldTable
from training.evaluation.report import Report, as_json, as_markdown
from training.evaluation.rouge import rouge
from training.evaluation.verifying import Trial, try_out
from training.evaluation.writing import Judged, figures_of, judge, told, worst

GOLD = Gold(
    name="Ada Okafor",
    email="ada@example.com",
    phone="+44 (0)161 496 0385",
    roles=(GoldRole("Head Chef", "The Copper Lantern", PartialDate(2018, 5), None, current=True),),
    months=92,
    courses=(),
    credentials=(),
    skills=("Excel", "HACCP"),
    languages=(),
    quantified=(),
    reference="",
)
PERIOD = Fact(Period(PartialDate(2018, 5), None, current=True), ())
RIGHT = Resume(
    text="",
    name=Fact("ADA OKAFOR", ()),
    roles=(Role(Fact("Head chef", ()), Fact("The Copper Lantern", ()), period=PERIOD),),
    skills=(Skill("Excel", ()), Skill("HACCP", ()), Skill("Kafka", (), listed=False)),
    experience=Experience(93, AS_OF, "union", ()),
)


def nurse() -> Case:
    return case_of(next(spec for spec in specifications() if spec.name == "charge-nurse"))


def judged(model: Parrot) -> Judged:
    found = judge(nurse(), Options(AS_OF), Pipeline(lambda _: model), model)
    assert found is not None
    return found


def test_a_right_resume_is_right_in_every_field_it_has() -> None:
    found = {name: each.counts for name, each in score(RIGHT, GOLD).items()}
    assert found["name"] == found["titles"] == found["employers"] == found["start dates"] == Counts(right=1)
    assert found["roles together"] == found["end dates"] == found["years within a month"] == Counts(right=1)
    assert found["skills"] == Counts(right=2)
    assert found["email"] == found["phone"] == Counts(missed=1)
    assert found["degrees"] == Counts()


def test_a_title_with_the_wrong_employer_is_no_role() -> None:
    swapped = replace(RIGHT, roles=(replace(RIGHT.roles[0], employer=Fact("Porto Azzurro", ())),))
    found = score(swapped, GOLD)
    assert found["titles"].counts == Counts(right=1)
    assert found["roles together"].counts == Counts(wrong=1, missed=1)


def test_two_months_too_many_are_wrong() -> None:
    late = replace(RIGHT, experience=Experience(94, AS_OF, "union", ()))
    assert score(late, GOLD)["years within a month"].counts == Counts(wrong=1, missed=1)


def test_a_value_found_twice_counts_once() -> None:
    assert compare(["a", "a", ""], ["a", "b"], same).counts == Counts(right=1, wrong=1, missed=1)


def test_precision_and_recall_of_counts() -> None:
    counts = Counts(right=3, wrong=1, missed=2)
    assert (counts.precision, counts.recall) == (0.75, 0.6)
    assert counts.f1 == pytest.approx(2 / 3)
    assert add({"name": counts}, {}) == {}


def test_values_agree_but_for_spelling() -> None:
    assert same("Siobhán Ní Dhomhnaill", "SIOBHAN NI DHOMHNAILL")
    assert not same("C++", "C")
    assert close("Registered Nurse (RN)", "Registered Nurse")
    assert not close("University", "University of the West Country")
    assert same_digits("+44 (0)161 496-0385", "+44 161 496 0385")


def test_rouge_of_a_known_pair() -> None:
    assert rouge("the cat sat", "the cat sat") == {"rouge1": 1.0, "rouge2": 1.0, "rougeL": 1.0}
    assert rouge("the cat sat down", "the dog sat") == {
        "rouge1": pytest.approx(4 / 7),
        "rouge2": 0.0,
        "rougeL": pytest.approx(4 / 7),
    }


def test_every_resume_is_a_case_in_its_own_layout_and_in_all() -> None:
    assert len({spec.name for spec in specifications()}) == len(specifications()) >= 60
    assert next(own_cases()) == case_of(specifications()[0])
    assert next(layout_cases()).layout == next(iter(LAYOUTS))


def test_a_bar_is_met_from_its_own_side() -> None:
    assert Bar("clean", 1.0, 1.0).met
    assert not Bar("unsupported", 1, 0, at_most=True).met
    assert [bar.name for bar in reading_bars({"name": Counts(right=99, missed=1)}) if not bar.met] == []
    assert [bar.name for bar in reading_bars({"name": Counts(right=95, missed=5)}) if not bar.met] == ["name"]


def test_a_figure_that_fell_is_a_regression() -> None:
    before = {
        "reading": {"ats": {"name": {"f1": 1.0}}},
        "writing": {"t5": {"coverage": {"title": 0.9}, "words": 60}},
    }
    after = {
        "reading": {"ats": {"name": {"f1": 0.98}}},
        "writing": {"t5": {"coverage": {"title": 0.95}, "words": 50}},
    }
    assert regressions(before, after) == ["/reading/ats/name/f1: 1.0 before, 0.98 now"]
    assert regressions(before, before) == []


def test_a_quick_run_is_not_compared_with_a_whole_one(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--check", "--quick"])
    assert "--check needs the whole evaluation" in capsys.readouterr().err


def test_a_report_shows_what_is_missed() -> None:
    table = FieldTable(
        fields={"name": Counts(right=1, missed=1)}, misses=["nurse: found nothing"], milliseconds=[1.0]
    )
    report = Report(reading={"ats": table}, hostile=[("bomb", ""), ("macro", "was read")])
    shown = as_markdown(report)
    assert "| reading, ats | 0 of 1 | name 0.667 (bar 0.99) |" in shown
    assert "| name | 100.0 | 50.0 | 66.7 | 2 |" in shown
    assert "| macro | was read |" in shown
    assert "- nurse: found nothing" in shown
    assert '"f1": 0.6667' in as_json(report)


def test_what_the_verifier_rejects_shows_only_in_the_unverified_figures() -> None:
    honest, inventive = figures_of([judged(Parrot())], 0), figures_of([judged(Parrot("in Ulan Bator"))], 0)
    assert honest.clean == honest.clean_unverified == honest.model_share == honest.repeatable == 1.0
    assert (inventive.clean, inventive.clean_unverified) == (1.0, 0.0)
    assert inventive.unsupported == 0
    assert inventive.coverage == {"title": 1.0, "years": 1.0, "result": 1.0, "skills": 1.0}


def test_the_gallery_starts_with_the_worst() -> None:
    good = judged(Parrot())
    bad = replace(good, case=replace(good.case, name="other"), faults=("support: figure '9'",))
    assert [each.case.name for each in worst([good, bad, good], 5)] == ["other", "charge-nurse"]


def test_more_years_than_the_gold_facts_give_are_counted() -> None:
    assert figures_of([judged(Parrot())], 0).overclaimed_years == 0
    older = replace(nurse(), gold=replace(nurse().gold, months=100))
    found = judge(older, Options(AS_OF), Pipeline(lambda _: Parrot()), Parrot())
    assert found is not None
    assert found.overclaimed


def test_a_document_that_is_refused_is_not_judged() -> None:
    case = replace(nurse(), data=b"no document")
    assert judge(case, Options(AS_OF), Pipeline(lambda _: Parrot()), Parrot()) is None


def test_a_lint_is_ours_unless_the_resume_has_the_words() -> None:
    summary, resume = "Works as a engineer. Uses Kubernetez for a A&P job.", "Kubernetez for a A&P job"
    lints = [
        Lint("Miscellaneous", "article", 9, 10),
        Lint("Spelling", "spelling", 26, 36),
        Lint("Miscellaneous", "article", summary.index("A&P"), summary.index("A&P") + 1),
    ]

    assert ours(lints, summary, resume) == (lints[0],)


def test_where_there_is_no_checker_it_is_said_how_to_get_it(tmp_path: Path) -> None:
    reason = why_not(tmp_path) or ""

    assert "node is not installed" in reason or f"npm install --prefix {tmp_path} harper.js" in reason


def test_a_trial_counts_what_is_rejected_and_what_slips_through() -> None:
    resume = judged(Parrot()).summary.resume
    plan = plan_paragraph(resume, Options(AS_OF), AS_OF)

    honest, inventive = (try_out([(resume, plan)], model) for model in (Parrot(), Parrot("in Ulan Bator")))

    assert (honest.greedy, honest.unreadable, honest.rejected) == (len(plan.sentences), 0, 0)
    assert (honest.plain_rejected, honest.passed) == (0, ())
    assert honest.mutants > 5 * len(plan.sentences)
    assert (inventive.rejected, inventive.mutants) == (len(plan.sentences), 0)


def test_of_a_brief_only_the_highlights_are_judged() -> None:
    found = judge(nurse(), Options(AS_OF, output="brief"), Pipeline(lambda _: Parrot()), Parrot())
    assert found is not None

    assert found.faults == ()
    assert told(found.summary) in found.summary.text
    assert [bar.name for bar in writing_bars(figures_of([found], 0), brief=True) if not bar.met] == []


def test_lints_are_a_bar_where_they_were_counted() -> None:
    figures = figures_of([judged(Parrot())], 0, [3])

    assert figures.lints == 3.0
    assert [bar.name for bar in writing_bars(figures) if not bar.met] == [
        "grammar lints a summary",
        "commonest opening",
    ]


def test_the_report_of_summaries_has_the_facts_beside_the_worst_and_a_picture(tmp_path: Path) -> None:
    found = judged(Parrot())
    report = Report(
        writing={("t5", "ats", "summary", "medium", "implied"): figures_of([found], 0)},
        trials={"t5": Trial(4, 1, 1, 0, 9, ("A mutant.",))},
        gallery=[found],
    )

    shown = as_markdown(report)
    plot(report.writing, tmp_path / "evaluation.png")

    assert "| t5 | 4 | 1 | 1 | 0 | 9 | 1 |" in shown
    assert "- facts: roles: Charge Nurse, " in shown
    assert "| t5 | ats | summary | medium | implied | 1 | 100.0 |" in shown
    assert (tmp_path / "evaluation.png").stat().st_size > 1000


def test_thirty_summaries_stand_beside_their_facts_and_remarks() -> None:
    page = "\n\n".join(aloud.write(Pipeline(lambda _: Parrot())))

    assert page.count("\n\n## ") == 2 + len(aloud.cases()) == 12
    assert all(page.count(f"**{model}**: ") == 10 for model in ("gpt2", "t5", "bart"))
    assert page.count("\n\nFacts: roles: ") == page.count("\n\nRemarks: ") == 10
