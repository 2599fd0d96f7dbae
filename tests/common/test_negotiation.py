import pytest

from functions.common.negotiation import prefers_text


@pytest.mark.parametrize(
    ("accept", "text"),
    [
        ("text/plain", True),
        ("TEXT/PLAIN; charset=utf-8", True),
        ("text/*", True),
        ("application/json;q=0.1, text/plain;q=0.2", True),
        ("text/plain, */*", True),
        ("", False),
        ("*/*", False),
        ("application/json, text/plain, */*", False),
        ("text/plain;q=0", False),
        ("text/plain;q=much", False),
        ("text/html, application/xhtml+xml, */*;q=0.8", False),
    ],
)
def test_text_is_sent_only_to_those_who_prefer_it(accept: str, text: bool) -> None:
    assert prefers_text(accept) is text
