import threading
from datetime import date
from threading import Event

from tests.builders.waiting import PATIENCE
from tests.ui.fakes import PROTECTED, FakeServices
from ui.asking import AT_ONCE, ask_all
from ui.records import Options, Summary
from ui.session import Document

OPTIONS = Options(as_of=date(2026, 1, 31))
WANTED = [(Document(f"{number}.docx", b"%d" % number), OPTIONS) for number in range(6)]


def test_all_are_answered_and_one_that_fails_stops_nobody() -> None:
    answers = [answer for batch in ask_all(FakeServices(summaries=[PROTECTED]), WANTED) for answer in batch]
    assert sorted(name for (name, _, _), _ in answers) == [f"{number}.docx" for number in range(6)]
    assert [outcome for _, outcome in answers if not isinstance(outcome, Summary)] == [PROTECTED]
    assert all(outcome.seconds > 0 for _, outcome in answers if isinstance(outcome, Summary))


def test_left_early_no_further_one_is_begun() -> None:
    class Slow(FakeServices):
        def summarise(self, name: str, data: bytes, options: Options, corrected: str = "") -> Summary:
            go.wait(PATIENCE)
            return super().summarise(name, data, options)

    go = Event()
    services = Slow()
    for answered in ask_all(services, WANTED):
        assert answered == []
        break
    go.set()
    for thread in threading.enumerate():
        if thread.name.startswith("ThreadPoolExecutor"):
            thread.join(PATIENCE)
    assert len(services.summarised) <= AT_ONCE
