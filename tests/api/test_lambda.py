"""What only the Lambda handler can get wrong."""

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest

from functions.common.lambdas import lambda_handler
from tests.api.conftest import MakeApp
from tests.api.fakes import FakePipeline

FUNCTION_URL = {
    "version": "2.0",
    "rawPath": "/nowhere",
    "rawQueryString": "",
    "headers": {"host": "summarize"},
    "requestContext": {
        "http": {"method": "GET", "path": "/nowhere", "protocol": "HTTP/1.1", "sourceIp": "192.0.2.1"},
        "stage": "$default",
    },
    "isBase64Encoded": False,
}
REST_API = {
    "resource": "/{proxy+}",
    "path": "/nowhere",
    "httpMethod": "GET",
    "headers": {"host": "summarize"},
    "multiValueHeaders": {"host": ["summarize"]},
    "queryStringParameters": None,
    "multiValueQueryStringParameters": None,
    "requestContext": {"resourcePath": "/{proxy+}", "httpMethod": "GET"},
    "body": None,
    "isBase64Encoded": False,
}
LOAD_BALANCER = {
    "requestContext": {"elb": {"targetGroupArn": "arn:aws:elasticloadbalancing:x"}},
    "httpMethod": "GET",
    "path": "/nowhere",
    "queryStringParameters": {},
    "headers": {"host": "summarize"},
    "body": "",
    "isBase64Encoded": False,
}


@pytest.fixture(autouse=True)
def _event_loop() -> Iterator[None]:
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    yield
    asyncio.set_event_loop(None)
    loop.close()


@pytest.mark.parametrize(
    "event", [FUNCTION_URL, REST_API, LOAD_BALANCER], ids=["function url", "rest api", "load balancer"]
)
def test_a_problem_is_text_by_every_way_in(make_app: MakeApp, event: dict[str, Any]) -> None:
    answer = lambda_handler(make_app())(event, None)

    assert answer["statusCode"] == 404
    assert answer["isBase64Encoded"] is False
    assert '"code":"not-found"' in answer["body"]


def test_invocations_do_not_load_the_model_again(make_app: MakeApp, pipeline: FakePipeline) -> None:
    handler = lambda_handler(make_app())
    for _ in range(3):
        handler(FUNCTION_URL, None)

    assert pipeline.calls == []
