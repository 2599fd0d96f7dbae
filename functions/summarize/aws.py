"""The AWS Lambda handler: `functions.summarize.aws.handler`."""

from functions.common.events import Event, event_source
from functions.common.lambdas import lambda_handler
from functions.common.logs import configure_logs
from functions.common.settings import read_settings
from functions.summarize.app import create_app, default_pipeline, utc_today
from functions.summarize.batch.aws_events import Notifications
from functions.summarize.batch.handlers import batch_handlers, make_batches
from functions.summarize.batch.inline import Inline
from functions.summarize.settings import SummarizeSettings

settings = read_settings(SummarizeSettings)
configure_logs(settings)
summariser = default_pipeline(settings)
source = event_source(settings, "summarize")
if settings.aws_lambda_initialization_type in {"snap-start", "provisioned-concurrency"}:
    # Nobody waits yet, and a snapshot keeps what is loaded. It keeps nothing that must not be shared by those who are
    # started from it: no connection is open, no thread runs that sends, and no random number has been drawn.
    summariser.load()
    summariser.warm()


def work(event: Event) -> None:
    """Do all that follows from an event, here and now."""
    inline = Inline()
    batches = make_batches(settings, summariser.summarise, inline.deliver, source=source, today=utc_today)
    inline.deliver(event)
    for _ in inline.run(batch_handlers(batches)):
        pass


handler = lambda_handler(
    create_app(settings, summariser=summariser), Notifications(work, output=settings.batch_output)
)
