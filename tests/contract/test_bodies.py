"""Bodies as HTTP/1.1 allows them, on real connections."""

import pytest

from tests.builders.pausing import paused_workers
from tests.builders.waiting import until
from tests.contract.conftest import MakePod
from tests.contract.pod import Pod, answer, raw, upload, upload_of

pytestmark = pytest.mark.contract

LIMIT = 10 * 1024 * 1024


def chunks(body: bytes, size: int) -> bytes:
    parts = [body[start : start + size] for start in range(0, len(body), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


def test_a_body_in_chunks_is_as_good_as_one_with_a_length(shared: Pod) -> None:
    asked = upload()
    with raw(shared) as connection:
        connection.sendall(asked.head("Transfer-Encoding: chunked") + chunks(asked.body, 700))
        in_chunks = answer(connection)
    with raw(shared) as connection:
        connection.sendall(asked.head() + asked.body)
        at_once = answer(connection)

    assert in_chunks == at_once
    assert in_chunks[0] == 200


def test_a_caller_that_asks_before_it_sends_is_told_to_go_on(shared: Pod) -> None:
    asked = upload()
    with raw(shared) as connection:
        connection.sendall(asked.head(f"Content-Length: {len(asked.body)}", "Expect: 100-continue"))
        interim = connection.recv(1000)
        connection.sendall(asked.body)
        status, _ = answer(connection)

    assert interim.startswith(b"HTTP/1.1 100 Continue")
    assert status == 200


def test_a_caller_that_asks_before_it_sends_too_much_need_not_send_it(shared: Pod) -> None:
    with raw(shared) as connection:
        connection.sendall(upload().head(f"Content-Length: {LIMIT + 1}", "Expect: 100-continue"))

        assert answer(connection)[0] == 413


@pytest.mark.parametrize("how", ["Content-Length", "Transfer-Encoding"])
def test_too_large_a_body_is_refused_and_its_sender_gets_to_know(shared: Pod, how: str) -> None:
    asked = upload_of(bytes(LIMIT))
    with raw(shared) as connection:
        if how == "Content-Length":
            connection.sendall(asked.head() + asked.body)
        else:
            connection.sendall(asked.head("Transfer-Encoding: chunked") + chunks(asked.body, 65536))
        status, problem = answer(connection)

    assert status == 413
    assert b'"code":"upload-too-large"' in problem


def test_several_requests_share_a_connection(shared: Pod) -> None:
    asked, connection = upload(), shared.connection()
    statuses = []
    for _ in range(3):
        connection.request("POST", "/generate-summary/", asked.body, asked.headers())
        response = connection.getresponse()
        response.read()
        statuses.append((response.status, response.will_close))
    connection.close()

    assert statuses == [(200, False)] * 3


def test_the_work_of_callers_that_left_is_not_done(make_pod: MakePod) -> None:
    """Queue-proxy gives a slot to the next caller as soon as one hangs up."""
    asked = upload(length="long")
    with make_pod(WORKERS="1") as running:
        running.wait_until_ready()
        with paused_workers(running.process.pid):
            connections = [raw(running) for _ in range(12)]
            for connection in connections:
                connection.sendall(asked.head() + asked.body)
            until(lambda: running.metric("resume_summary_places_taken") == 12)
            for connection in connections:
                connection.close()
            until(lambda: running.metric("resume_summary_places_taken") == 1)
        with running.client() as client:
            after = client.post("/generate-summary/", content=asked.body, headers=asked.headers())
        done = running.metric('resume_summary_summaries_total{model="bart",parser="ats"}')

    assert after.status_code == 200
    assert done is not None
    assert done <= 2, "12 left, whose first had been begun, and one stayed"


def test_a_broken_request_leaves_the_service_as_it_was(shared: Pod) -> None:
    for garbage in (
        b"\x16\x03\x01\x02\x00\x01",
        b"GET / HTTP/9.9\r\n\r\n",
        b"POST /generate-summary/ HTTP/1.1\r\n",
    ):
        with raw(shared) as connection:
            connection.sendall(garbage)

    until(shared.ready)
