"""The tracker over HTTP: figures of events to ClearML, and the store of dead letters."""

from functools import partial

from fastapi import APIRouter, Request, Response

from functions.common import errors
from functions.common.app import About, BaseApp, create_base_app
from functions.common.events import (
    PING,
    Envelope,
    Event,
    Handler,
    Signer,
    Sink,
    choose_signer,
    choose_sink,
    event_routes,
    open_envelope,
    read_envelope,
)
from functions.common.events.routes import DOCUMENTED, explain, read_body
from functions.common.objects import open_objects
from functions.common.problems import responses
from functions.common.settings import read_settings
from functions.common.workers import Workers
from functions.tracker.dead_letters import DeadLetters
from functions.tracker.exporter import Exporter, choose_exporter
from functions.tracker.feeder import Feeder
from functions.tracker.figures import FOLLOWED
from functions.tracker.metrics import TrackerMetrics
from functions.tracker.schemas import LettersBody, ReplayedBody
from functions.tracker.settings import TrackerSettings
from functions.tracker.spool import Spool

DESCRIPTION = "Takes events: their figures go to ClearML, and those that nobody could handle are kept."
THREADS, QUEUE, DEADLINE = 4, 256, 30
REPLAY = "replay-dead-letters"
"""The task that a ping may ask for: `{"task": "replay-dead-letters"}`."""
UNSERVED = (errors.Saturated, errors.DeadlineExceeded, errors.StorageUnavailable)


def create_app(
    settings: TrackerSettings | None = None, *, exporter: Exporter | None = None, sink: Sink | None = None
) -> BaseApp:
    """The app. Settings come from the environment unless given; reporting begins when the server starts."""
    settings = settings or read_settings(TrackerSettings)
    sink = sink or choose_sink(settings)
    spool = Spool(settings.spool_folder, settings.spool_limit, settings.report_every)
    metrics = TrackerMetrics()
    metrics.watch_sink(sink)
    metrics.watch_spool(lambda: spool.size)
    feeder = Feeder(
        spool, exporter or choose_exporter(settings), settings.report_every, metrics.observe_report
    )
    workers = Workers(THREADS, QUEUE, DEADLINE)
    letters = DeadLetters(open_objects(settings.dead_letters_url), sink)

    def close() -> None:
        workers.close()
        feeder.close(settings.farewell)
        sink.close(settings.farewell)
        spool.close()

    about = About("Resume Summary: tracker", DESCRIPTION, ())
    app = create_base_app(settings, about, metrics=metrics, load=feeder.start, close=close)
    signer = choose_signer(settings)
    app.serve_events(event_routes(_handlers(spool, letters), workers=workers, metrics=metrics, signer=signer))
    app.serve_events(_deposit(letters, workers, signer))
    app.serve(_dead_letters(letters, workers))
    return app


def _handlers(spool: Spool, letters: DeadLetters) -> dict[str, Handler]:
    def keep(event: Event) -> None:
        spool.append(event)

    def ping(event: Event) -> None:
        if event.data.get("task") == REPLAY:
            letters.replay()

    return {**dict.fromkeys(FOLLOWED, keep), PING: ping}


def _deposit(letters: DeadLetters, workers: Workers, signer: Signer) -> APIRouter:
    router = APIRouter(tags=["dead letters"])

    @router.post(
        "/dead-letters",
        summary="Keep an event that nobody could handle, whatever its data",
        status_code=202,
        response_class=Response,
        openapi_extra=DOCUMENTED,
        responses=responses(
            errors.MalformedRequest,
            errors.UploadTooLarge,
            errors.UnknownEventMode,
            errors.Unauthorised,
            *UNSERVED,
        ),
    )
    async def store(request: Request) -> Response:
        try:
            envelope = read_envelope(request.headers, await read_body(request))
            signer.check(_as_event(envelope))
            await workers.run(partial(letters.store, envelope), request.receive)
        except errors.ResumeSummaryError as error:
            return explain(request, error)
        return Response(status_code=202)

    return router


def _as_event(envelope: Envelope) -> Event:
    """The event in a letter; what cannot be opened is none of ours, and signed by nobody."""
    try:
        return open_envelope(envelope)
    except errors.InvalidEvent:
        return open_envelope(Envelope(envelope.attributes, b""))


def _dead_letters(letters: DeadLetters, workers: Workers) -> APIRouter:
    router = APIRouter(tags=["dead letters"])

    @router.get("/dead-letters", summary="What is kept, without its data", responses=responses(*UNSERVED))
    async def stored(request: Request) -> LettersBody:
        return LettersBody.model_validate(await workers.run(letters.stored, request.receive))

    @router.post(
        "/dead-letters/replay",
        summary="Send what is kept to the broker again, at most a hundred at a time",
        responses=responses(errors.SinkUnavailable, *UNSERVED),
    )
    async def replay(request: Request) -> ReplayedBody:
        return ReplayedBody.model_validate(await workers.run(letters.replay, request.receive))

    return router
