import base64
import json
from contextlib import suppress
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.common.errors import InvalidEvent, MalformedRequest, ResumeSummaryError, UnknownEventMode
from functions.common.events import Event, new_event, read_envelope, read_event, write_envelope, write_event
from functions.common.events.envelope import Mode

TYPE = "org.example.thing.done"
HEADERS = {
    "ce-id": "1",
    "ce-source": "/here",
    "ce-type": TYPE,
    "ce-specversion": "1.0",
    "content-type": "application/json",
}
STRUCTURED = {"content-type": "application/cloudevents+json; charset=utf-8"}
MEMBERS = {"id": "1", "source": "/here", "type": TYPE, "specversion": "1.0", "data": {"n": 1}}

text = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30)
names = st.from_regex(r"[a-z0-9]{1,20}", fullmatch=True).filter(
    lambda name: (
        name not in {"id", "source", "type", "specversion", "subject", "time", "data"}
        and name not in {"datacontenttype", "dataschema"}
    )
)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | text,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(text, inner, max_size=3),
    max_leaves=8,
)
events = st.builds(
    Event,
    id=text,
    source=text,
    type=text.filter(lambda name: not name.startswith("dev.")),
    data=st.dictionaries(text, json_values, max_size=4),
    subject=st.none() | text,
    time=st.none() | st.datetimes(timezones=st.just(UTC)),
    extensions=st.dictionaries(names, text, max_size=3),
)


@given(event=events, mode=st.sampled_from(["binary", "structured"]))
def test_an_event_comes_back_as_it_was_sent(event: Event, mode: Mode) -> None:
    headers, body = write_event(event, mode)

    assert read_event(headers, body) == event
    assert all(value.isascii() and value.isprintable() for value in headers.values())


@given(
    headers=st.dictionaries(
        st.sampled_from([*HEADERS, "ce-time", "ce-dataschema", "ce-UPPER", "ce-", "accept"]),
        st.text(max_size=20) | st.sampled_from(["1.0", "application/json", "application/cloudevents+json"]),
    ),
    body=st.binary(max_size=40) | json_values.map(lambda value: json.dumps(value).encode()),
)
def test_whatever_arrives_is_an_event_or_is_refused(headers: dict[str, str], body: bytes) -> None:
    try:
        event = read_event(headers, body)
    except ResumeSummaryError:
        return
    assert event.id
    assert event.source


@given(
    members=st.dictionaries(st.sampled_from([*MEMBERS, "time", "subject", "data_base64", "X"]), json_values)
)
def test_whatever_structured_message_arrives_is_an_event_or_is_refused(members: dict[str, object]) -> None:
    given = {**MEMBERS, **members}
    try:
        event = read_event(STRUCTURED, json.dumps(given).encode())
    except ResumeSummaryError:
        return
    assert (event.id, event.source, event.type) == (given["id"], given["source"], given["type"])


@pytest.mark.parametrize("missing", ["id", "source", "type", "specversion"])
def test_a_required_attribute_is_never_invented(missing: str) -> None:
    headers = {name: value for name, value in HEADERS.items() if name != f"ce-{missing}"}
    members = {name: value for name, value in MEMBERS.items() if name != missing}

    with pytest.raises(MalformedRequest, match=f"The event has no {missing}."):
        read_event(headers, b"{}")
    with pytest.raises(MalformedRequest, match=f"The event has no {missing}."):
        read_event(STRUCTURED, json.dumps(members).encode())


def test_the_time_of_an_event_without_one_is_not_invented() -> None:
    assert read_event(HEADERS, b"{}").time is None
    assert read_event(STRUCTURED, json.dumps(MEMBERS).encode()).time is None


def test_the_mode_is_told_by_the_content_type_not_by_stray_headers() -> None:
    event = read_event({**HEADERS, **STRUCTURED, "ce-id": "stray"}, json.dumps(MEMBERS).encode())

    assert event == Event("1", "/here", TYPE, {"n": 1})


@pytest.mark.parametrize(
    ("headers", "body", "complaint"),
    [
        ({"content-type": "application/cloudevents-batch+json"}, b"[]", "A batch of events"),
        ({"content-type": "application/cloudevents+avro"}, b"", "not taken as application/cloudevents"),
        ({"content-type": "application/json"}, json.dumps(MEMBERS).encode(), "Not a CloudEvent"),
        ({}, b"", "Not a CloudEvent"),
    ],
)
def test_other_modes_are_refused(headers: dict[str, str], body: bytes, complaint: str) -> None:
    with pytest.raises(UnknownEventMode, match=complaint):
        read_event(headers, body)


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"ce-specversion": "0.3"}, "specversion is not 1.0"),
        ({"ce-time": "yesterday"}, "time is not a timestamp"),
        ({"ce-time": "2026-01-01T00:00:00"}, "attribute that is wrong: time"),
        ({"ce-My-Ext": "x"}, "attribute that is wrong: my-ext"),
    ],
)
def test_a_wrong_attribute_is_named(change: dict[str, str], complaint: str) -> None:
    with pytest.raises(MalformedRequest, match=complaint):
        read_event({name.lower(): value for name, value in {**HEADERS, **change}.items()}, b"{}")


@pytest.mark.parametrize(
    ("members", "complaint"),
    [
        ({"id": 5}, "attribute that is wrong: id"),
        ({"subject": ["a"]}, "The attribute subject is not a string"),
        ({"data_base64": "e30="}, "both data and data_base64"),
        ({"data": None, "data_base64": 3}, "both data"),
        ({"id": "\ud800"}, "it is no text"),
    ],
)
def test_a_structured_message_that_contradicts_itself_is_refused(
    members: dict[str, object], complaint: str
) -> None:
    with pytest.raises(MalformedRequest, match=complaint):
        read_event(STRUCTURED, json.dumps({**MEMBERS, **members}).encode())


@pytest.mark.parametrize("body", [b"{", b"[1]", b"\xff", b"[" * 100_000, b'{"n": NaN}'])
def test_a_structured_message_that_is_no_json_object_is_refused(body: bytes) -> None:
    with pytest.raises(MalformedRequest):
        read_event(STRUCTURED, body)


@pytest.mark.parametrize("body", [b"[1]", b'"text"', b"5"])
def test_data_that_is_no_object_is_not_allowed(body: bytes) -> None:
    with pytest.raises(InvalidEvent, match="not a JSON object"):
        read_event(HEADERS, body)


@pytest.mark.parametrize("broken", ["\ud800", "in\udfff", ["\ud800"], {"\udc00": 1}])
@pytest.mark.parametrize("mode", ["binary", "structured"])
def test_half_a_character_is_refused_wherever_it_stands(broken: object, mode: Mode) -> None:
    """No address, file or log can hold it; JSON can, by an escape."""
    data = {"input": broken}
    body = json.dumps(data if mode == "binary" else {**MEMBERS, "data": data}).encode()
    with pytest.raises(MalformedRequest, match="The data holds half of a surrogate pair"):
        read_event(HEADERS if mode == "binary" else STRUCTURED, body)


@pytest.mark.parametrize("mode", ["binary", "structured"])
def test_data_of_any_depth_is_read_or_refused(mode: Mode) -> None:
    for depth in (*range(1, 3000, 7), 100_000):
        nested = '{"a":' * depth + "1" + "}" * depth
        members = json.dumps({**MEMBERS, "data": "HERE"}).replace('"HERE"', nested)
        body = nested if mode == "binary" else members
        with suppress(MalformedRequest):
            read_event(HEADERS if mode == "binary" else STRUCTURED, body.encode())


def test_data_of_another_content_type_is_not_allowed() -> None:
    with pytest.raises(InvalidEvent, match="not declared as JSON"):
        read_event({**HEADERS, "content-type": "text/xml"}, b"<a/>")


def test_data_in_base64_is_decoded() -> None:
    members = {name: value for name, value in MEMBERS.items() if name != "data"}
    body = json.dumps({**members, "data_base64": base64.b64encode(b'{"n": 2}').decode()}).encode()

    assert read_event(STRUCTURED, body).data == {"n": 2}


@pytest.mark.parametrize("body", [b"", b"[1, 2]", b"not json", bytes(range(256))])
@pytest.mark.parametrize("mode", ["binary", "structured"])
def test_an_envelope_keeps_data_that_nobody_understands(body: bytes, mode: Mode) -> None:
    envelope = read_envelope(HEADERS, body)
    again = read_envelope(*write_envelope(envelope, mode))

    assert (again.attributes, again.data) == (envelope.attributes, body)


def test_an_event_of_ours_names_its_schema() -> None:
    event = Event("1", "/here", "dev.resumesummary.revision.ready.v1", {})

    assert write_event(event)[0]["ce-dataschema"] == (
        "urn:resume-summary:schema:dev.resumesummary.revision.ready.v1"
    )


def test_an_event_says_what_caused_it_and_continues_its_trace() -> None:
    first = new_event("a", id="1", source="/x", data={}, extensions={"traceparent": "00-1", "dataref": "d"})
    second = new_event("b", id="2", source="/x", data={}, cause=first)
    third = new_event("c", id="3", source="/x", data={}, cause=second)

    assert second.extensions == {"traceparent": "00-1", "correlationid": "1", "causationid": "1"}
    assert third.extensions == {"traceparent": "00-1", "correlationid": "1", "causationid": "2"}


def test_two_events_do_not_share_what_the_sdk_keeps_of_one() -> None:
    shared = {"seen": "yes"}
    first, second = (Event(id_, "/x", TYPE, {}, extensions=shared) for id_ in "ab")

    assert [write_event(event)[0]["ce-id"] for event in (first, second)] == ["a", "b"]
    assert shared == {"seen": "yes"}


def test_times_in_any_zone_are_the_same_moment() -> None:
    here = datetime(2026, 1, 31, 12, tzinfo=timezone(timedelta(hours=2)))

    assert read_event(*write_event(Event("1", "/x", TYPE, {}, time=here))).time == here
