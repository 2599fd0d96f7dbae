"""Whatever is done to a package, reading it ends in a document or in a refusal."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from functions.common.errors import RequestRefused
from functions.summarize.docx import Limits, read
from tests.builders.constructs import constructs
from tests.builders.package import Parts, entries_of, header, paragraph, styles, table, text_box, zipped

_FILES = [construct.data for construct in constructs()]
_ENTRIES = entries_of(
    Parts(
        paragraph("Ann Example") + table(("2019", "Nurse")) + paragraph(text_box(paragraph("Oslo"))),
        (
            header(paragraph("Ann")),
            styles('<w:style w:styleId="a"><w:rPr><w:sz w:val="20"/></w:rPr></w:style>'),
        ),
    )
)
_SCRAPS = (
    *(
        b"<",
        b">",
        b"/",
        b'"',
        b"&",
        b"&#0;",
        b"<w:p>",
        b"</w:p>",
        b"<w:tbl>",
        b"w:val",
        b"-1",
        b"9" * 400,
        b"nan",
    ),
    *(
        b"<!--",
        b"<![CDATA[",
        b"<?x?>",
        b"xmlns=",
        b"mc:Choice",
        b"w:sdt",
        b"w:fldChar",
        b"\xef\xbb\xbf",
        b"\xff",
        b"",
    ),
)
_MARKUP = st.sampled_from(_SCRAPS)
_BOUNDED = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def assert_read_or_refused(data: bytes) -> None:
    try:
        document = read(data, Limits(seconds=10))
    except RequestRefused:
        return
    assert document.text.strip()


@_BOUNDED
@given(
    st.sampled_from(_FILES),
    st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 255)), min_size=1, max_size=8),
)
def test_flipped_bytes(data: bytes, changes: list[tuple[int, int]]) -> None:
    mutated = bytearray(data)
    for position, value in changes:
        mutated[position % len(mutated)] = value
    assert_read_or_refused(bytes(mutated))


@_BOUNDED
@given(st.sampled_from(_FILES), st.integers(0, 5000), st.integers(0, 5000))
def test_cut_and_repeated_bytes(data: bytes, first: int, second: int) -> None:
    start, end = sorted((first % len(data), second % len(data)))
    assert_read_or_refused(data[:start] + data[end:])
    assert_read_or_refused(data[:end] + data[start:])


@_BOUNDED
@given(
    st.sampled_from(sorted(_ENTRIES)),
    st.lists(st.tuples(st.integers(0, 5000), _MARKUP), min_size=1, max_size=5),
)
def test_spliced_markup(name: str, splices: list[tuple[int, bytes]]) -> None:
    content = _ENTRIES[name]
    for position, markup in splices:
        place = position % (len(content) + 1)
        content = content[:place] + markup + content[place + len(markup) // 2 :]
    assert_read_or_refused(zipped({**_ENTRIES, name: content}))


@_BOUNDED
@given(st.binary(max_size=200))
def test_rubbish_after_the_signature(rubbish: bytes) -> None:
    assert_read_or_refused(b"PK\x03\x04" + rubbish)


@_BOUNDED
@given(st.sampled_from(sorted(_ENTRIES)), st.text(max_size=60))
def test_a_part_that_is_any_text(name: str, text: str) -> None:
    assert_read_or_refused(zipped({**_ENTRIES, name: text.encode()}))
