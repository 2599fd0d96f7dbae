import pytest

from functions.common.errors import RequestRefused, UploadTooLarge
from functions.summarize.docx import Limits, read
from tests.builders.hostile import Hostile, hostile
from tests.builders.package import Related, complex_field, package, paragraph
from tests.builders.work import steps


@pytest.mark.parametrize("file", hostile(), ids=lambda file: file.name)
def test_a_hostile_file_is_refused_with_the_code_of_its_rule(file: Hostile) -> None:
    with pytest.raises(RequestRefused) as refusal:
        read(file.data)

    assert refusal.value.code == file.code


def test_a_refusal_names_the_real_format_and_what_to_do() -> None:
    with pytest.raises(RequestRefused) as refusal:
        read(b"%PDF-1.7\n")

    assert (
        str(refusal.value)
        == "The file is a PDF, not a DOCX. Open it in a word processor and save it as .docx."
    )


def test_an_upload_over_the_limit_is_too_large() -> None:
    with pytest.raises(UploadTooLarge, match=r"The file has 10\.0 MB; at most 10 MB are taken\."):
        read(b"PK\x03\x04" + bytes(10_000_000))


@pytest.mark.parametrize(
    "target",
    [
        "file:///C:\\Users\\ann\\Templates\\Resume.dotx",
        "file:////Users/ann/Library/Containers/com.microsoft.Word/Data/tf16402488_win32.dotx",
        "https://example.org/templates/resume.dotx",
        "file://server/share/Resume.dotm",
        "\\\\server\\share\\Resume.dotm",
    ],
)
def test_an_attached_template_is_never_fetched_and_no_reason_to_refuse(target: str) -> None:
    attached = Related("t", "attachedTemplate", target)
    document = read(package(paragraph("Ann Example"), attached))

    assert document.text == "Ann Example"
    assert [notice.code for notice in document.notices] == ["external-content"]


def test_words_that_begin_like_a_dde_field_are_not_one() -> None:
    document = read(package(paragraph(complex_field(" DDESERVER ", "Ann Example"))))

    assert document.text == "Ann Example"


@pytest.mark.parametrize(
    ("limits", "body", "code"),
    [
        (Limits(upload=100), "", "upload-too-large"),
        (Limits(parts=3), "", "too-many-parts"),
        (Limits(unpacked=1_000), "", "zip-bomb"),
        (Limits(part=500), "", "zip-bomb"),
        (Limits(ratio=2, ratio_from=100), "<w:p/>" * 100, "zip-bomb"),
        (Limits(elements=20), "<w:p/>" * 20, "too-many-elements"),
        (Limits(depth=4), "", "too-deep"),
        (Limits(characters=10), "", "too-much-text"),
        (Limits(lines=0), "", "too-much-text"),
        (Limits(attributes=30), '<w:p w:rsidR="1" w:rsidP="2"/>' * 9, "too-many-attributes"),
    ],
    ids=lambda value: value if isinstance(value, str) and "-" in value else "",
)
def test_every_budget_is_a_setting(limits: Limits, body: str, code: str) -> None:
    data = package(paragraph("Ann Example") + body)

    assert read(data).text == "Ann Example"
    with pytest.raises(RequestRefused) as refusal:
        read(data, limits)
    assert refusal.value.code == code


def test_a_budget_that_is_just_enough_is_enough() -> None:
    data = package(paragraph("Ann Example"))

    assert read(data, Limits(upload=len(data), parts=4, characters=11)).text == "Ann Example"


def test_six_hundred_thousand_paragraphs_are_refused_before_they_are_parsed() -> None:
    bomb = next(file for file in hostile() if file.name == "600,000 tiny paragraphs")

    def refuse() -> None:
        with pytest.raises(RequestRefused):
            read(bomb.data)

    assert steps(refuse) < 10_000, "nothing is done for each paragraph"
