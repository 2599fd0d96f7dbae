"""An HTTP request in each of the shapes that a Lambda function gets it in, and its answer back.

After what API Gateway, function URLs and load balancers send: docs.aws.amazon.com/apigateway (payload format 1.0 and
2.0), docs.aws.amazon.com/lambda (urls-invocation) and docs.aws.amazon.com/elasticloadbalancing (lambda-functions).
"""

import base64
from collections import defaultdict
from collections.abc import Callable
from typing import Any

import httpx

Payload = dict[str, Any]
Shape = Callable[[httpx.Request], Payload]


def function_url(request: httpx.Request) -> Payload:
    """Payload format 2.0, as a function URL sends it."""
    return {
        "version": "2.0",
        "routeKey": "$default",
        "rawPath": request.url.path,
        "rawQueryString": request.url.query.decode(),
        "headers": dict(request.headers),
        "requestContext": {
            "accountId": "anonymous",
            "apiId": "abcdefghij",
            "domainName": "abcdefghij.lambda-url.eu-west-1.on.aws",
            "domainPrefix": "abcdefghij",
            "http": {
                "method": request.method,
                "path": request.url.path,
                "protocol": "HTTP/1.1",
                "sourceIp": "192.0.2.1",
                "userAgent": "test",
            },
            "requestId": "id",
            "routeKey": "$default",
            "stage": "$default",
            "time": "31/Jan/2026:08:00:00 +0000",
            "timeEpoch": 1769846400000,
        },
        **_body(request),
    }


def http_api(request: httpx.Request) -> Payload:
    """Payload format 2.0, as an HTTP API of API Gateway sends it: the query twice, the route with its method."""
    payload = function_url(request)
    query = {name: ",".join(values) for name, values in _query(request).items()}
    route = f"{request.method} /{{proxy+}}"
    context = payload["requestContext"] | {
        "routeKey": route,
        "apiId": "abcdefghij",
        "accountId": "111122223333",
    }
    parameters = {"pathParameters": {"proxy": request.url.path[1:]}}
    return (
        payload
        | {"routeKey": route, "requestContext": context, **parameters}
        | ({"queryStringParameters": query} if query else {})
    )


def rest_api(request: httpx.Request) -> Payload:
    """Payload format 1.0, as a REST API of API Gateway sends it."""
    query = _query(request)
    return {
        "resource": "/{proxy+}",
        "path": request.url.path,
        "httpMethod": request.method,
        "headers": dict(request.headers),
        "multiValueHeaders": {name: [value] for name, value in request.headers.items()},
        "queryStringParameters": {name: values[-1] for name, values in query.items()} or None,
        "multiValueQueryStringParameters": query or None,
        "pathParameters": {"proxy": request.url.path[1:]},
        "stageVariables": None,
        "requestContext": {
            "resourceId": "abc123",
            "resourcePath": "/{proxy+}",
            "httpMethod": request.method,
            "path": f"/prod{request.url.path}",
            "stage": "prod",
            "requestId": "id",
            "identity": {"sourceIp": "192.0.2.1", "userAgent": "test"},
        },
        **_body(request),
    }


def load_balancer(request: httpx.Request) -> Payload:
    """What a load balancer sends; it leaves the encoding of a query as it was."""
    raw = [pair.partition("=") for pair in request.url.query.decode().split("&") if pair]
    return {
        "requestContext": {
            "elb": {"targetGroupArn": "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/x/1"}
        },
        "httpMethod": request.method,
        "path": request.url.path,
        "queryStringParameters": {name: value for name, _, value in raw},
        "headers": {**dict(request.headers), "x-forwarded-for": "192.0.2.1", "x-forwarded-proto": "https"},
        **_body(request),
    }


def load_balancer_with_many_values(request: httpx.Request) -> Payload:
    """The same with multi-value headers switched on at the target group."""
    payload = load_balancer(request)
    headers, query = payload.pop("headers"), payload.pop("queryStringParameters")
    return payload | {
        "multiValueHeaders": {name: [value] for name, value in headers.items()},
        "multiValueQueryStringParameters": {name: [value] for name, value in query.items()},
    }


SHAPES: tuple[Shape, ...] = (
    function_url,
    http_api,
    rest_api,
    load_balancer,
    load_balancer_with_many_values,
)


def answer_of(answer: Payload) -> httpx.Response:
    """The function's answer as the client sees it; a header is given once, or among those with many values."""
    content = answer["body"].encode()
    if answer["isBase64Encoded"]:
        content = base64.b64decode(content)
    many = answer.get("multiValueHeaders") or {}
    single = {name: [value] for name, value in answer.get("headers", {}).items() if name not in many}
    headers = [(name, value) for name, values in {**single, **many}.items() for value in values]
    return httpx.Response(answer["statusCode"], headers=headers, content=content)


def _body(request: httpx.Request) -> Payload:
    content = request.read()
    if not content:
        return {"body": None, "isBase64Encoded": False}
    return {"body": base64.b64encode(content).decode(), "isBase64Encoded": True}


def _query(request: httpx.Request) -> dict[str, list[str]]:
    query = defaultdict(list)
    for name, value in request.url.params.multi_items():
        query[name].append(value)
    return dict(query)
