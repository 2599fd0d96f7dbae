"""The AWS Lambda handler: `functions.catalog.aws.handler`."""

from functions.catalog.app import create_app
from functions.common.lambdas import lambda_handler
from functions.common.logs import configure_logs

app = create_app()
configure_logs(app.settings)
handler = lambda_handler(app)
