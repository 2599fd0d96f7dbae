"""The summarize function over HTTP."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial

from fastapi import APIRouter, Request, Response
from starlette.responses import PlainTextResponse

from functions.common import errors
from functions.common.app import About, BaseApp, create_base_app
from functions.common.coldstart import StartSeconds
from functions.common.events import PING, Event, Sink, choose_signer, choose_sink, event_routes, event_source
from functions.common.negotiation import prefers_text
from functions.common.problems import responses
from functions.common.settings import read_settings
from functions.common.workers import Workers
from functions.summarize.answers import Answer, InProcess, Summariser, SummaryAnswer
from functions.summarize.batch.service import open_batches
from functions.summarize.metrics import SummarizeMetrics
from functions.summarize.openapi import (
    PARSE_ANSWER,
    PARSE_FORM,
    SUMMARY_ANSWER,
    SUMMARY_FORM,
    VERIFY_ANSWER,
    VERIFY_JSON,
)
from functions.summarize.options import NAMES, READING, read_options
from functions.summarize.outcomes import Followed, Outcomes
from functions.summarize.requests import Form, read_form, read_json
from functions.summarize.schemas import (
    ParsedBody,
    SummaryBody,
    VerifiedBody,
    VerifyRequest,
)
from functions.summarize.sentences import Options
from functions.summarize.settings import SummarizeSettings
from functions.summarize.worker_processes import InProcesses, MakePipeline, make_pipeline

DESCRIPTION = (
    "A DOCX resume in, a short professional summary out."
    " Every sentence is supported by the resume and shows where."
)
REFUSED = (errors.MalformedRequest, errors.UploadTooLarge, errors.InvalidOption)
UNREADABLE = (errors.NotADocx, errors.UnusableDocument, errors.TooMuchWork)
LAST_SECONDS = 5
"""How long the last events may take when the process is told to stop."""
UNSERVED = (errors.Saturated, errors.ModelUnavailable, errors.DeadlineExceeded, errors.WorkerLost)


def utc_today() -> date:
    """The day in UTC: what "present" means unless a request says otherwise."""
    return datetime.now(UTC).date()


def create_app(
    settings: SummarizeSettings | None = None,
    *,
    summariser: Summariser | None = None,
    sink: Sink | None = None,
    today: Callable[[], date] = utc_today,
) -> BaseApp:
    """The app. Settings come from the environment unless given; the model loads when the server starts."""
    settings = settings or read_settings(SummarizeSettings)
    summariser = summariser or InProcesses(settings, one_first=True)
    sink = sink or choose_sink(settings)
    workers = Workers(settings.workers, settings.queue, settings.deadline)
    metrics = SummarizeMetrics()
    metrics.watch_places(lambda: workers.taken)
    metrics.watch_replaced(lambda: summariser.replaced)
    metrics.watch_sink(sink)
    source = event_source(settings, "summarize")
    outcomes = Outcomes(sink, source, settings.k_revision)
    answers = Answers(summariser, metrics)
    batches = open_batches(settings, answers.summarise, sink, source=source, today=today)

    def ready(took: StartSeconds) -> None:
        outcomes.ready(took)
        batches.start()

    def close() -> None:
        workers.close()
        batches.close(LAST_SECONDS)
        summariser.close()
        sink.close(LAST_SECONDS)

    app = create_base_app(
        settings,
        About("Resume Summary: summarize", DESCRIPTION, summariser.model_ids),
        metrics=metrics,
        load=summariser.load,
        warm_up=summariser.warm,
        close=close,
        on_ready=ready,
    )
    app.serve(_routes(answers, workers, outcomes, today))
    handlers = {**batches.handlers, PING: _awake}
    signer = choose_signer(settings)
    app.serve_events(event_routes(handlers, workers=workers, metrics=metrics, signer=signer))
    return app


def _awake(_: Event) -> None:
    """A ping is there to start the process, which it has done."""


def default_pipeline(settings: SummarizeSettings) -> Summariser:
    """The pipeline in this process, over the checkpoints that the settings name. Nothing is loaded yet."""
    made = MakePipeline(settings.weights, settings.engine, settings.model)
    return InProcess(make_pipeline(made, threads=settings.workers))


@dataclass(frozen=True)
class Answers:
    """Responses, made from the finished bodies that workers give."""

    summariser: Summariser
    metrics: SummarizeMetrics

    def summarise(self, data: bytes, options: Options, until: float | None = None) -> SummaryAnswer:
        """The summary of a DOCX, whoever asks for it."""
        answer = self.summariser.summarise(data, options, until)
        self.metrics.observe_summary(answer, options)
        return answer

    def summary(
        self, form: Form, options: Options, followed: Followed, until: float, *, plain: bool
    ) -> Response:
        """The summary of a DOCX or of facts, as JSON or as the paragraph alone."""
        if form.resume is None:
            answer = self.summarise(form.data, options, until)
        else:
            answer = self.summariser.summarise_facts(form.resume, options, until)
            self.metrics.observe_summary(answer, options)
        followed.summary = answer
        response = PlainTextResponse(answer.text) if plain else _json(answer)
        response.headers["Vary"] = "Accept"
        return _timed(response, answer.timings)

    def parsed(self, data: bytes, options: Options, until: float) -> Response:
        """What a parser reads in a DOCX."""
        answer = self.summariser.parse(data, options, until)
        self.metrics.observe_stages(answer.timings)
        return _timed(_json(answer), answer.timings)

    def verified(self, asked: VerifyRequest, until: float) -> Response:
        """Which sentences of a text a resume supports."""
        return _json(self.summariser.verify(asked.resume, asked.text, asked.voice, until))


def _json(answer: Answer) -> Response:
    return Response(answer.body, media_type="application/json")


def _timed(response: Response, timings: Mapping[str, float]) -> Response:
    response.headers["Server-Timing"] = ", ".join(f"{stage};dur={ms:.1f}" for stage, ms in timings.items())
    return response


def _routes(answers: Answers, workers: Workers, outcomes: Outcomes, today: Callable[[], date]) -> APIRouter:
    router = APIRouter(tags=["resumes"])

    @router.post(
        "/generate-summary/",
        summary="A DOCX resume in, or its corrected facts, a summary out",
        response_model=SummaryBody,
        openapi_extra=SUMMARY_FORM,
        responses=SUMMARY_ANSWER | responses(*REFUSED, *UNREADABLE, *UNSERVED),
    )
    @router.post("/generate-summary", include_in_schema=False)
    async def generate_summary(request: Request) -> Response:
        plain = prefers_text(request.headers.get("accept", ""))
        with outcomes.follow(request.state.traceparent) as followed:
            form = await read_form(request, NAMES, facts=True)
            followed.size = len(form.data)
            options = read_options(form.options, today())
            work = partial(answers.summary, form, options, followed, workers.until(), plain=plain)
            return await workers.run(work, request.receive)

    @router.post(
        "/parse/",
        summary="A DOCX resume in, its facts out, each with its evidence",
        response_model=ParsedBody,
        openapi_extra=PARSE_FORM,
        responses=PARSE_ANSWER | responses(*REFUSED, *UNREADABLE, *UNSERVED),
    )
    @router.post("/parse", include_in_schema=False)
    async def parse(request: Request) -> Response:
        form = await read_form(request, READING)
        options = read_options(form.options, today())
        return await workers.run(
            partial(answers.parsed, form.data, options, workers.until()), request.receive
        )

    @router.post(
        "/verify/",
        summary="Check each sentence of a text against a JSON Resume",
        response_model=VerifiedBody,
        openapi_extra=VERIFY_JSON,
        responses=VERIFY_ANSWER | responses(*REFUSED, *UNSERVED),
    )
    @router.post("/verify", include_in_schema=False)
    async def verify(request: Request) -> Response:
        asked = await read_json(request, VerifyRequest)
        return await workers.run(partial(answers.verified, asked, workers.until()), request.receive)

    return router
