import tomllib

from functions.summarize.lines.salience import WEIGHTS_FILE, LinePlace, salience

NOW = LinePlace("Operations Manager", role=0, current=True)
LONG_AGO = LinePlace("Warehouse Operative", role=3, current=False)


def ordered(*lines: str, place: LinePlace = NOW, target: str = "") -> list[str]:
    return sorted(lines, key=lambda line: -salience(line, place, target))


def test_a_result_with_its_figures_comes_before_a_routine_duty() -> None:
    result = "Cut picking errors from 4% to 0.6% across three sites"
    assert ordered("Rotas, filing, meetings", result)[0] == result


def test_money_comes_before_a_bare_list_of_tasks() -> None:
    assert ordered("Orders, invoices and emails", "Renegotiated freight, saving $1.2M a year")[0].startswith(
        "Renegotiated"
    )


def test_of_equal_lines_the_one_of_the_present_job_comes_first() -> None:
    line = "Led a team of 12 and cut overtime by 30%"
    assert salience(line, NOW) > salience(line, LONG_AGO)


def test_a_line_that_shares_words_with_the_target_gains() -> None:
    lines = ("Ran the Kubernetes platform for 40 services", "Ran the payroll platform for 40 clients")
    assert ordered(*lines, target="We look for an engineer who knows Kubernetes services")[0] == lines[0]


def test_the_order_agrees_with_the_writer_on_records_kept_out() -> None:
    figures = tomllib.loads(WEIGHTS_FILE.read_text(encoding="utf-8"))["left_out"]
    assert figures["two_of_four_best_in_four"] >= 0.9
    assert figures["pairs"] >= 0.8


def test_a_very_long_line_costs_no_more_than_a_long_one() -> None:
    assert salience("cut costs by 9% " * 20_000, NOW) == salience("cut costs by 9% " * 25, NOW)
