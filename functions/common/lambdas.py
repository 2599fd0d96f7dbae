"""Apps as AWS Lambda handlers."""

from mangum import Mangum

from functions.common.app import BaseApp

TEXT = ["text/", "application/json", "+json"]
"""Media types sent as text; without "+json" Mangum would send problem details in base64."""


def lambda_handler(app: BaseApp) -> Mangum:
    """A handler for function URLs, API Gateway (v1 and v2) and load balancers.

    Mangum would run the lifespan around every invocation (mangum#342), so it is off; a model is loaded by the
    first call that needs it and kept by the process.
    """
    return Mangum(app, lifespan="off", text_mime_types=TEXT)
