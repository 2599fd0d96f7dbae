import os
import subprocess
import sys
import time
from pathlib import Path

from functions.common.coldstart import StartSeconds, process_age, run_phases
from functions.common.metrics import HttpMetrics


def samples(metrics: HttpMetrics, name: str) -> dict[str, str]:
    lines = metrics.exposition().decode().splitlines()
    return dict(line.removeprefix(name).split(" ") for line in lines if line.startswith(name + "{"))


def test_each_phase_takes_the_time_until_the_next() -> None:
    ages, done = iter((0.75, 1.0, 3.0)), []

    took = run_phases(lambda: done.append("load"), lambda: done.append("warm up"), lambda: next(ages))

    assert took == StartSeconds(imports=0.75, weights=0.25, warm_up=2.0)
    assert took.total == 3.0
    assert took.rounded() == {"imports": 0.75, "weights": 0.25, "warm_up": 2.0, "total": 3.0}
    assert done == ["load", "warm up"]


def test_a_process_is_as_old_as_the_operating_system_says() -> None:
    """The interpreter's own start counts: it is older than its first statement."""
    program = "from functions.common.coldstart import process_age; print(process_age())"
    began = time.monotonic()
    printed = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)

    assert 0 < float(printed.stdout) <= time.monotonic() - began + 0.01  # the kernel counts in ticks of 10 ms


def test_the_name_of_a_program_does_not_shift_the_fields(tmp_path: Path) -> None:
    stat = tmp_path / "stat"
    after_the_name = ["S", *("0" for _ in range(18)), "100", "0"]
    stat.write_text(f"7 (a) b (c)) {' '.join(after_the_name)}\n")
    started = 100 / os.sysconf("SC_CLK_TCK")

    before = time.clock_gettime(time.CLOCK_BOOTTIME)
    age = process_age(stat)
    after = time.clock_gettime(time.CLOCK_BOOTTIME)
    assert before <= age + started <= after


def test_without_proc_the_clock_starts_with_the_module(tmp_path: Path) -> None:
    assert 0 < process_age(tmp_path / "none") < time.monotonic()


def test_the_start_is_absent_from_the_metrics_until_it_is_over() -> None:
    metrics = HttpMetrics()
    before = samples(metrics, "resume_summary_start_to_ready_seconds")
    metrics.ready(StartSeconds(imports=0.5, weights=0.25, warm_up=0.25))

    assert before == {}
    assert samples(metrics, "resume_summary_start_to_ready_seconds") == {
        '{phase="imports"}': "0.5",
        '{phase="weights"}': "0.25",
        '{phase="warm_up"}': "0.25",
        '{phase="total"}': "1.0",
    }


def test_the_first_request_is_the_first_that_a_caller_got_an_answer_from() -> None:
    metrics = HttpMetrics()
    metrics.observe("/readyz", "GET", 200, 9.0, None)
    metrics.observe("/parse/", "POST", 503, 8.0, "not-ready")
    metrics.observe("/parse/", "POST", 200, 0.5, None)
    metrics.observe("/parse/", "POST", 200, 0.1, None)
    metrics.observe("/verify/", "POST", 200, 0.2, None)

    assert samples(metrics, "resume_summary_first_request_seconds") == {
        '{route="/parse/"}': "0.5",
        '{route="/verify/"}': "0.2",
    }
