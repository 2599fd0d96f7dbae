from functions.common.events import Event, new_event
from functions.common.events.types import BATCH_COMPLETED, BATCH_REQUESTED
from functions.tracker.figures import report_all
from functions.tracker.report import Report
from tests.builders.event_data import completed, failed, ready

NOON = 1_763_899_200.0


def batch(id_: str, documents: int) -> Event:
    data = {"batch": "b", "documents": documents, "completed": documents - 1, "failed": 1}
    return new_event(BATCH_COMPLETED, id=id_, source="/services/summarize", data=data)


def test_a_minute_of_a_revision_is_one_report() -> None:
    events = [
        completed("1"),
        completed("2", seconds=0.5, words=70, model_share=0.25, rejected=0, warnings=[]),
        completed("3", seconds=13.0, model={"id": "bart", "version": "1", "sha256": "0" * 64}),
        failed("4"),
        failed("5", code="encrypted"),
        failed("6"),
        ready("7"),
    ]

    assert report_all(events, NOON) == (
        Report(
            task="summarize-00007 2025-11-23",
            moment=NOON,
            tags=("summarize", "summarize-00007"),
            scalars={
                "events": {"revision.ready": 1, "summary.completed": 3, "summary.failed": 3},
                "seconds": {"median": 0.5, "95 %": 13.0, "slowest": 13.0},
                "milliseconds by stage": {"read": 2.0, "write": 100.0},
                "seconds by model": {"bart": 13.0, "t5": 0.4},
                "summary": {"model share": 0.5833, "sentences": 4.0, "words": 63.3333},
                "document": {"bytes": 20_000, "characters": 3_000},
                "sentences rejected": {"sum": 2},
                "warnings by code": {"hidden-text": 2},
                "errors by code": {"encrypted": 1, "not-a-docx": 2},
                "cold start seconds": {"imports": 0.5, "weights": 0.2, "warm_up": 0.3, "total": 1.0},
            },
            histograms={
                "seconds": (
                    ["<= 0.1", "<= 0.2", "<= 0.4", "<= 0.8", "<= 1.5", "<= 3", "<= 6", "<= 12", "> 12"],
                    [0, 0, 1, 1, 0, 0, 0, 0, 1],
                ),
                "words": (
                    ["<= 25", "<= 40", "<= 45", "<= 60", "<= 75", "<= 90", "<= 110", "<= 130", "> 130"],
                    [0, 0, 0, 2, 1, 0, 0, 0, 0],
                ),
            },
            tables={
                "summaries by options": [
                    ["model", "parser", "output", "length", "voice", "summaries"],
                    ["bart", "ats", "summary", "medium", "implied", "1"],
                    ["t5", "ats", "summary", "medium", "implied", "2"],
                ]
            },
        ),
    )


def test_each_revision_has_a_report_of_its_own() -> None:
    events = [completed("1"), completed("2", revision="summarize-00008"), completed("3", revision="")]

    assert [report.task for report in report_all(events, NOON)] == [
        "summarize 2025-11-23",
        "summarize-00007 2025-11-23",
        "summarize-00008 2025-11-23",
    ]


def test_failures_alone_have_no_histograms() -> None:
    (report,) = report_all([failed()], NOON)

    assert (report.histograms, report.tables) == ({}, {})
    assert report.scalars == {"events": {"summary.failed": 1}, "errors by code": {"not-a-docx": 1}}


def test_batches_are_added_up() -> None:
    (report,) = report_all([batch("1", 5), batch("2", 7)], NOON)

    assert report.scalars["batches"] == {"documents": 12, "completed": 10, "failed": 2}


def test_what_is_not_followed_leaves_only_its_count() -> None:
    event = new_event(BATCH_REQUESTED, id="1", source="/services/summarize", data={"input": "file:///secret"})

    assert [report.scalars for report in report_all([event], NOON)] == [{"events": {"batch.requested": 1}}]


def test_nothing_is_no_report() -> None:
    assert report_all([], NOON) == ()


def test_a_report_is_a_line() -> None:
    (report,) = report_all([completed()], NOON)
    again = Report.from_json(report.to_json())

    assert "\n" not in report.to_json()
    assert again.to_json() == report.to_json()


def test_iterations_are_minutes_of_the_utc_day() -> None:
    assert [Report("t", NOON + seconds).iteration for seconds in (0, 59, 60, 12 * 3600)] == [720, 720, 721, 0]
