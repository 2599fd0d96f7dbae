"""The AWS Lambda handler: `functions.summarize.aws.handler`."""

from functions.common.lambdas import lambda_handler
from functions.common.logs import configure_logs
from functions.summarize.app import create_app

app = create_app()
configure_logs(app.settings)
handler = lambda_handler(app)
