import pytest

from functions.common.errors import UnusableDocument
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


def test_comments_and_processing_instructions_are_left_out() -> None:
    root = parse(b"<a>b<!-- c -->d<?e f?>g</a>", Budget(Limits()))

    assert (root.text, len(root)) == ("bdg", 0)


def test_elements_are_counted_over_all_parts() -> None:
    budget = Budget(Limits(elements=5))
    parse(b"<a><b/><c></c></a>", budget)

    with pytest.raises(UnusableDocument, match="more than 5 XML elements"):
        parse(b"<a><b/><c></c></a>", budget)
