import subprocess
import sys
import time

import pytest

from functions.common.errors import DeadlineExceeded, RequestRefused, UnusableDocument
from functions.summarize.docx.limits import Budget, Limits
from functions.summarize.docx.xml import parse


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_document_type_never_reaches_the_parser(encoding: str) -> None:
    with pytest.raises(UnusableDocument) as refusal:
        parse("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>".encode(encoding), Budget(Limits()))

    assert refusal.value.code == "xml-dtd"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_encoding_that_packages_may_use_is_read(encoding: str) -> None:
    assert parse("<a>é</a>".encode(encoding), Budget(Limits())).text == "é"


@pytest.mark.parametrize(("data", "named"), [(b"<a>\xff</a>", "UTF-8"), (b"\xff\xfe<\x00\x00\xd8", "UTF-16")])
def test_a_part_that_cannot_be_decoded_is_damaged_and_names_its_encoding(data: bytes, named: str) -> None:
    with pytest.raises(UnusableDocument, match=rf"not valid {named}\."):
        parse(data, Budget(Limits()))


@pytest.mark.parametrize("encoding", ["utf-32", "utf-32-le", "utf-32-be", "utf-7"])
def test_an_encoding_that_packages_may_not_use_is_named_as_the_reason(encoding: str) -> None:
    part = '<?xml version="1.0" encoding="UTF-7"?><a>é</a>' if encoding == "utf-7" else "<a>é</a>"
    with pytest.raises(UnusableDocument, match="encoding that the format does not allow"):
        parse(part.encode("utf-8" if encoding == "utf-7" else encoding), Budget(Limits()))


def test_comments_and_processing_instructions_are_left_out() -> None:
    root = parse(b"<a>b<!-- c -->d<?e f?>g</a>", Budget(Limits()))

    assert (root.text, len(root)) == ("bdg", 0)


def test_elements_are_counted_over_all_parts() -> None:
    budget = Budget(Limits(elements=5))
    parse(b"<a><b/><c></c></a>", budget)

    with pytest.raises(UnusableDocument, match="more than 5 XML elements"):
        parse(b"<a><b/><c></c></a>", budget)


def test_a_pause_while_a_document_is_read_costs_it_nothing() -> None:
    """What a paused container or a busy machine does to a good resume: a batch keeps what was refused for good."""
    budget = Budget(Limits(seconds=0.05))
    time.sleep(0.2)
    for _ in range(1000):
        budget.check_time()


def spend(budget: Budget) -> None:
    while True:
        budget.check_time()


def test_a_read_that_uses_up_its_processor_time_is_stopped_and_may_be_tried_again() -> None:
    budget = Budget(Limits(seconds=0.05))
    with pytest.raises(DeadlineExceeded) as stopped:
        spend(budget)

    assert not isinstance(stopped.value, RequestRefused)  # which a batch would keep


_IN_LITTLE_MEMORY = """
import resource
from functions.common.processes.memory import address_space
from functions.summarize.docx.limits import Budget, Limits
from functions.summarize.docx.xml import parse

data = b"<a>" + b"<b/>" * 250_000 + b"</a>"
for mebibytes in range(2, 64, 2):
    resource.setrlimit(resource.RLIMIT_AS, (address_space() + mebibytes * 2**20, resource.RLIM_INFINITY))
    try:
        outcome = parse(data, Budget(Limits())).tag
    except Exception as error:
        outcome = type(error).__name__
    resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    print(outcome)
"""


def test_want_of_memory_is_never_told_as_damage() -> None:
    """A worker that ends for want of memory is told apart; a damaged document would be refused for good."""
    told = subprocess.run(
        [sys.executable, "-c", _IN_LITTLE_MEMORY], check=True, capture_output=True, text=True
    ).stdout.split()

    assert set(told) == {"MemoryError", "a"}
