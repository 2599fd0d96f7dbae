import io
import zipfile
from typing import Any
from xml.sax.saxutils import escape

import docx
import pytest
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from functions.summarize import samples
from functions.summarize.docx import read
from functions.summarize.jsonresume import to_json_resume
from functions.summarize.understand import understand
from tests.builders.libreoffice import SOFFICE, flat, html, written_by_libreoffice
from tests.builders.package import (
    cell,
    control,
    header,
    package,
    paragraph,
    row,
    rows_of,
    run,
    styles,
    text_box,
    vml_box,
)
from tests.builders.resumes import options
from tests.ui.fakes import SUMMARY
from ui.files.own import with_summary
from ui.files.paragraphs import NoPlaceError
from ui.records import Summary

SUMMARY_TEXT = "Charge nurse at R&D <Elm>."
LINE = "Led the night shift of a busy emergency ward with twelve nurses and four porters."


def written(*lines: str, profile: str = "") -> tuple[bytes, Summary]:
    data = package("".join(paragraph(run(line)) for line in lines))
    basics = {"email": "ada@example.org", **({"summary": profile} if profile else {})}
    return data, SUMMARY.model_copy(update={"resume": {"basics": basics}, "summary": SUMMARY_TEXT})


def texts(data: bytes) -> list[str]:
    return [each.text for each in docx.Document(io.BytesIO(data)).paragraphs]


def profiled(profile: str) -> Summary:
    return written(profile=profile)[1]


def main_part(data: bytes) -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()


def paragraphs_in(data: bytes) -> list[Any]:
    """Every paragraph, wherever it stands, as python-docx knows it."""
    document = docx.Document(io.BytesIO(data))
    found = document.element.body.iter(qn("w:p"))
    return [Paragraph(each, document._body) for each in found]


def every_text(data: bytes) -> list[str]:
    """The texts in the order of the document, those in tables, controls and text boxes too; twins once."""
    body = docx.Document(io.BytesIO(data)).element.body
    found = []
    for each in body.iter(qn("w:p")):
        if not any(above.tag.endswith("}Fallback") for above in each.iterancestors()):
            own = (text for text in each.iter(qn("w:t")) if next(text.iterancestors(qn("w:p"))) is each)
            found.append("".join(text.text or "" for text in own))
    return [text for text in found if text.strip()]


def changed_parts(before: bytes, after: bytes) -> list[str]:
    """The parts that differ; their names and their order are the same."""
    old, new = (zipfile.ZipFile(io.BytesIO(each)) for each in (before, after))
    assert new.testzip() is None
    entries = [[(each.filename, each.compress_type) for each in zipped.infolist()] for zipped in (old, new)]
    assert entries[0] == entries[1]
    return [name for name in old.namelist() if old.read(name) != new.read(name)]


def json_resume_of(name: str) -> dict[str, Any]:
    return to_json_resume(understand(read(samples.path(name).read_bytes()), options()).resume)


def test_the_summary_takes_the_place_of_the_profile() -> None:
    data, summary = written(
        "Ada",
        "ada@example.org",
        "Profile",
        "Hard worker.",
        "Team player!",
        "Work",
        LINE,
        profile="Hard worker. Team player!",
    )
    assert texts(with_summary(data, summary)) == [
        "Ada", "ada@example.org", "Profile", SUMMARY_TEXT, "Work", LINE,
    ]  # fmt: skip


def test_without_a_profile_it_stands_under_the_contact_data() -> None:
    data, summary = written("Ada", "ada@example.org | Leeds", "Work", LINE)
    assert texts(with_summary(data, summary)) == [
        "Ada", "ada@example.org | Leeds", SUMMARY_TEXT, "Work", LINE,
    ]  # fmt: skip


def test_a_profile_of_which_a_headline_stands_apart_is_replaced_where_most_of_it_stands() -> None:
    data, summary = written(
        "Ada", "Nurse", "Contact", "ada@example.org", "Leeds", "About me", "Calm and quick,", "", "at work.", "Work",
        profile="Nurse Calm and quick, at work.",
    )  # fmt: skip
    assert texts(with_summary(data, summary)) == [
        "Ada", "Nurse", "Contact", "ada@example.org", "Leeds", "About me", SUMMARY_TEXT, "", "Work",
    ]  # fmt: skip


def test_it_does_not_part_the_contact_data() -> None:
    data, summary = written(
        "Ada", "ada@example.org", "12 Elm Road, Leeds", "linkedin.com/in/ada", LINE, "Leeds"
    )
    beside = {"location": {"city": "Leeds"}, "profiles": [{"url": "linkedin.com/in/ada"}]}
    basics = {**summary.resume["basics"], **beside}
    summary = summary.model_copy(update={"resume": {"basics": basics}})
    assert texts(with_summary(data, summary))[2:5] == [
        "12 Elm Road, Leeds", "linkedin.com/in/ada", SUMMARY_TEXT,
    ]  # fmt: skip


def test_everything_else_stays_byte_for_byte_as_it_was() -> None:
    data = package(
        "".join(paragraph(run(line)) for line in ("Ada", "ada@example.org", LINE)),
        header(paragraph(run("Page"))),
    )
    summary = written()[1]
    before, after = (zipfile.ZipFile(io.BytesIO(each)) for each in (data, with_summary(data, summary)))
    assert before.namelist() == after.namelist()
    changed = [name for name in before.namelist() if before.read(name) != after.read(name)]
    assert changed == ["word/document.xml"]
    old, new = before.read("word/document.xml"), after.read("word/document.xml")
    put_in = next(at for at, byte in enumerate(old) if new[at] != byte)
    assert new.endswith(old[put_in:])
    assert len(old) < len(new)


def test_it_is_written_in_the_style_of_the_text() -> None:
    bold = paragraph(run(LINE, '<w:i/><w:sz w:val="19"/>'), '<w:jc w:val="both"/>')
    data = package(paragraph(run("ada@example.org")) + bold)
    made = docx.Document(io.BytesIO(with_summary(data, written()[1]))).paragraphs[1]
    assert (made.runs[0].italic, made.runs[0].font.size.pt, made.alignment) == (True, 9.5, 3)


@pytest.mark.parametrize("lines", [(), ("", " ")])
def test_a_document_without_a_word_has_no_place(lines: tuple[str, ...]) -> None:
    with pytest.raises(NoPlaceError, match="neither a profile nor a name or contact data"):
        with_summary(*written(*lines))


def test_a_document_of_which_nothing_is_known_has_no_place() -> None:
    data, summary = written("Ada", LINE)
    with pytest.raises(NoPlaceError, match="neither a profile nor a name or contact data"):
        with_summary(data, summary.model_copy(update={"resume": {"basics": {}}}))


def test_without_a_text_in_it_the_summary_is_a_plain_paragraph() -> None:
    data, summary = written("Ada", "ada@example.org", "Work")
    assert texts(with_summary(data, summary)) == ["Ada", "ada@example.org", SUMMARY_TEXT, "Work"]


def test_contact_data_in_the_header_of_the_page_leave_the_name_or_the_top_of_the_page() -> None:
    data, summary = written("Ada Obi", "Nurse", "Work", LINE)
    for basics, at in (({"name": "ADA OBI", "label": "Nurse"}, 2), ({}, 0)):
        known = {**summary.resume["basics"], **basics}
        made = with_summary(data, summary.model_copy(update={"resume": {"basics": known}}))
        assert texts(made).index(SUMMARY_TEXT) == at


@pytest.mark.parametrize("before", ["Nurse", "Ward nurse wanted"])
def test_a_headline_that_was_read_as_the_profile_stays(before: str) -> None:
    data, summary = written("Ada", before, "ada@example.org", "Work", LINE, profile=before)
    assert texts(with_summary(data, summary)) == [
        "Ada",
        before,
        "ada@example.org",
        SUMMARY_TEXT,
        "Work",
        LINE,
    ]


@pytest.mark.parametrize("read", ["Profile: Calm and quick, at work.", "Calm and quick, at work."])
def test_the_label_of_a_profile_on_its_own_line_stays_as_it_is_written(read: str) -> None:
    labelled = run("Profile:", "<w:b/>") + run(" Calm and quick, at work.")
    broken = run("About me", "<w:b/>") + "<w:r><w:br/></w:r>" + run("Calm and quick, at work.")
    for content, label in ((labelled, "Profile: "), (broken, "About me\n")):
        made = docx.Document(
            io.BytesIO(with_summary(package(paragraph(content)), profiled(read)))
        ).paragraphs[0]
        assert made.text == label + SUMMARY_TEXT
        assert [bool(each.bold) for each in made.runs if each.text.strip()] == [True, False]


def test_what_is_no_text_stays_where_the_profile_goes() -> None:
    """A picture beside the profile, a page that ends behind it, a section that ends with it."""
    picture = text_box(paragraph(run("Photo")))
    data = package(
        paragraph(picture + run("Calm and quick."))
        + paragraph(run("Good with") + '<w:r><w:br w:type="page"/></w:r>')
        + paragraph(run("people."), '<w:sectPr><w:cols w:num="2"/></w:sectPr>')
        + paragraph(run(LINE))
    )
    made = main_part(with_summary(data, profiled("Calm and quick. Good with people.")))
    kept = (picture, '<w:br w:type="page"/>', '<w:sectPr><w:cols w:num="2"/></w:sectPr>')
    assert all(each in made for each in kept)
    assert all(word not in made for word in ("Calm", "Good with", "people."))
    assert made.count(escape(SUMMARY_TEXT)) == 1


def test_a_profile_in_a_text_box_is_replaced_in_its_twin_for_older_programs_too() -> None:
    box = paragraph(run("Calm and quick, at work."))
    twins = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{text_box(box)}</mc:Choice>'
        f"<mc:Fallback>{vml_box(box)}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    made = main_part(
        with_summary(package(paragraph(twins) + paragraph(run(LINE))), profiled("Calm and quick, at work."))
    )
    assert (made.count("Calm"), made.count(escape(SUMMARY_TEXT))) == (0, 2)


def test_a_summary_is_no_item_no_heading_not_bold_and_ends_no_section() -> None:
    listed = styles(
        '<w:style w:styleId="Mark"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="Item"><w:basedOn w:val="Mark"/></w:style>'
        '<w:style w:styleId="Head"><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    )
    text = paragraph(
        run(LINE, "<w:i/>"),
        '<w:pageBreakBefore/><w:jc w:val="both"/><w:sectPr><w:cols w:num="2"/></w:sectPr>',
    )
    longer = LINE + LINE
    others = (
        paragraph(run(longer), '<w:pStyle w:val="Item"/>'),
        paragraph(run(longer), '<w:pStyle w:val="Head"/>'),
        paragraph(run(longer, "<w:b/>")),
        paragraph(run(longer), '<w:numPr><w:numId w:val="1"/></w:numPr><w:ind w:left="700"/>'),
    )
    contact = paragraph(run("ada@example.org"))
    summary = written()[1]
    for body, properties, look in (
        ("".join((contact, *others, text)), '<w:pPr><w:jc w:val="both"/></w:pPr>', "<w:i/>"),
        ("".join((contact, *others)), "<w:pPr></w:pPr>", ""),
        ("".join((contact, *others[:3])), "", ""),
    ):
        made = main_part(with_summary(package(body, listed), summary))
        wanted = (
            f'<w:p>{properties}<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(SUMMARY_TEXT)}'
        )
        assert wanted in made


def side_by_side(left: str, right: str) -> str:
    return rows_of(row(cell(left), cell(right)))


TEXT, MAIL, NAME, WORK = (paragraph(run(each)) for each in (LINE, "ada@example.org", "Ada Obi", "Work"))


@pytest.mark.parametrize(
    ("body", "before", "after"),
    [
        pytest.param(side_by_side(MAIL, WORK + TEXT), "ada@example.org", "Work", id="beside the contact data"),
        pytest.param(side_by_side(MAIL, NAME + WORK + TEXT), "Ada Obi", "Work", id="the name above the text"),
        pytest.param(side_by_side(WORK + TEXT, MAIL), "", "Work", id="the contact data behind the text"),
        pytest.param(
            side_by_side(NAME, MAIL) + WORK + TEXT, "ada@example.org", "Work", id="a table at the head"
        ),
        pytest.param(MAIL + side_by_side(WORK, TEXT), "ada@example.org", "Work", id="the text in a table"),
        pytest.param(
            rows_of(row(cell(NAME + MAIL)), row(cell(WORK + TEXT))), "ada@example.org", "Work", id="a row each"
        ),
        pytest.param(
            paragraph(text_box(MAIL)) + NAME + WORK + TEXT, "Ada Obi", "Work", id="contact data in a text box"
        ),
        pytest.param(
            paragraph(text_box(MAIL) + text_box(WORK + TEXT)), "ada@example.org", "Work", id="all in text boxes"
        ),
        pytest.param(
            control(NAME) + control(MAIL) + control(WORK + TEXT), "ada@example.org", "Work", id="in controls"
        ),
    ],
)  # fmt: skip
def test_it_stands_above_the_text_where_that_is(body: str, before: str, after: str) -> None:
    basics = {"basics": {"email": "ada@example.org", "name": "Ada Obi"}}
    data = package(body)
    made = with_summary(data, written()[1].model_copy(update={"resume": basics}))
    told = every_text(made)
    at = told.index(SUMMARY_TEXT)
    assert (["", *told][at], told[at + 1]) == (before, after)
    assert told[:at] + told[at + 1 :] == every_text(data)
    inserted = paragraph(run(escape(SUMMARY_TEXT)))
    assert main_part(made).replace(inserted, "") == main_part(data)


@pytest.mark.parametrize(
    ("body", "before"),
    [
        (paragraph(text_box(MAIL)) + paragraph(text_box(WORK + TEXT)), "<w:txbxContent>"),
        (control(MAIL) + control(WORK + TEXT), "</w:sdt>"),
        (control(MAIL + WORK + TEXT), MAIL),
    ],
)
def test_it_stands_in_the_box_of_the_text_and_in_no_control_of_another(body: str, before: str) -> None:
    made = main_part(with_summary(package(body), written()[1]))
    assert before + paragraph(run(escape(SUMMARY_TEXT))) in made


PROFILE = "Head chef with seventeen years in busy kitchens. Calm under pressure and careful with costs."
JOBS = """<h2>Experience</h2><p><b>Head Chef, The Copper Lantern, Leeds</b><br>May 2018 - Present</p>
<ul><li>Led a brigade of 14 serving 220 covers a day in a busy city restaurant.</li></ul>
<h2>Education</h2><p>Diploma in Culinary Arts, Leeds City College, 2008</p>"""
HEAD = "<h1>Gia Rossi</h1><p>gia@example.org | +44 113 496 0000</p>"
CONTACT = "<p>gia@example.org</p><p>+44 113 496 0000</p>"
ODT_JOBS = (
    '<text:h text:outline-level="2">Experience</text:h><text:p>Head Chef, The Copper Lantern</text:p>'
    "<text:p>Led a brigade of 14 serving 220 covers a day in a busy city restaurant in Leeds.</text:p>"
)
ODT_BOX = """<text:p><draw:frame draw:name="Contact" text:anchor-type="paragraph" svg:width="6cm" svg:height="3cm">
<draw:text-box><text:p>gia@example.org</text:p><text:p>+44 113 496 0000</text:p></draw:text-box>
</draw:frame></text:p>"""
ODT_STYLES = """<style:style style:name="Two" style:family="section"><style:section-properties>
<style:columns fo:column-count="2"/></style:section-properties></style:style>"""
OFFICE: dict[str, tuple[str, str, bool]] = {
    "heading-and-profile.html": (html(f"{HEAD}<h2>Profile</h2><p>{PROFILE}</p>{JOBS}"), "Profile", True),
    "profile-without-heading.html": (html(f"{HEAD}<p>{PROFILE}</p>{JOBS}"), "+44 113 496 0000", True),
    "profile-in-bold.html": (html(f"{HEAD}<h2>About</h2><p><b>Head chef</b>{PROFILE[9:]}</p>{JOBS}"), "About", True),
    "profile-as-list.html": (
        html(f"{HEAD}<h2>Summary</h2><ul><li>{PROFILE.replace('. ', '.</li><li>')}</li></ul>{JOBS}"),
        "Summary",
        True,
    ),
    "no-profile.html": (html(f"{HEAD}{JOBS}"), "+44 113 496 0000", False),
    "two-columns.html": (
        html(f"<table><tr><td>{CONTACT}</td><td><h1>Gia Rossi</h1><p>Head Chef</p>{JOBS}</td></tr></table>"),
        "Head Chef",
        False,
    ),
    "two-columns-with-profile.html": (
        html(f"<table><tr><td>{HEAD}</td><td><h2>Profile</h2><p>{PROFILE}</p>{JOBS}</td></tr></table>"),
        "Profile",
        True,
    ),
    "table-at-the-head.html": (
        html(f"<table><tr><td><h1>Gia Rossi</h1></td><td>{CONTACT}</td></tr></table>{JOBS}"),
        "+44 113 496 0000",
        False,
    ),
    "text-box.fodt": (
        flat(f'{ODT_BOX}<text:h text:outline-level="1">Gia Rossi</text:h>{ODT_JOBS}'), "Gia Rossi", False
    ),
    "columns-of-newspapers.fodt": (
        flat(
            '<text:h text:outline-level="1">Gia Rossi</text:h><text:p>gia@example.org</text:p>'
            f'<text:section text:style-name="Two" text:name="Two">{ODT_JOBS}</text:section>',
            ODT_STYLES,
        ),
        "gia@example.org",
        False,
    ),
}  # fmt: skip
"""A source for LibreOffice, the end of the line above the summary, and whether there is a profile."""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    if not SOFFICE:
        pytest.skip("LibreOffice is not installed")
    sources = {name: source for name, (source, _, _) in OFFICE.items()}
    return written_by_libreoffice(sources, tmp_path_factory.mktemp("office"))


@pytest.mark.parametrize("name", OFFICE)
def test_a_document_of_libreoffice_differs_by_the_summary_alone(name: str, office: dict[str, bytes]) -> None:
    _, above, profile = OFFICE[name]
    data = office[name.rpartition(".")[0]]
    basics = {
        "name": "Gia Rossi",
        "email": "gia@example.org",
        "phone": "+44 113 496 0000",
        "label": "Head Chef",
    }
    known = {"basics": {**basics, **({"summary": PROFILE} if profile else {})}}
    made = with_summary(data, SUMMARY.model_copy(update={"resume": known, "summary": SUMMARY_TEXT}))
    assert changed_parts(data, made) == ["word/document.xml"]
    told = every_text(made)
    at = told.index(SUMMARY_TEXT)
    assert told[at - 1].endswith(above)
    gone = [each for each in every_text(data) if each in PROFILE]
    assert [*told[:at], *gone, *told[at + 1 :]] == every_text(data)
    assert "".join(gone).replace(" ", "") == (PROFILE.replace(" ", "") if profile else "")

    paragraphs = {each.text: each for each in paragraphs_in(made)}
    assert "Heading" not in paragraphs[SUMMARY_TEXT].style.name
    assert not any(each.bold for each in paragraphs[SUMMARY_TEXT].runs)
    if profile:
        replaced = next(each for each in paragraphs_in(data) if each.text and each.text in PROFILE)
        assert paragraphs[SUMMARY_TEXT].style.name == replaced.style.name


@pytest.mark.parametrize("name", samples.names())
def test_a_sample_differs_by_the_summary_alone(name: str) -> None:
    """In every layout of the builders: tables, a side column, text boxes, controls, contact data in the header."""
    data = samples.path(name).read_bytes()
    resume = json_resume_of(name)
    made = with_summary(data, SUMMARY.model_copy(update={"resume": resume, "summary": SUMMARY_TEXT}))
    assert changed_parts(data, made) == ["word/document.xml"]
    told, before = every_text(made), every_text(data)
    at = told.index(SUMMARY_TEXT)
    gone = len(before) + 1 - len(told)
    assert [*told[:at], *before[at : at + gone], *told[at + 1 :]] == before
    assert bool(gone) is ("summary" in resume["basics"])
    [made_here] = [each for each in paragraphs_in(made) if each.text == SUMMARY_TEXT]
    assert made_here.style.name == "Normal"
    assert not any(each.bold for each in made_here.runs)


def test_many_empty_paragraphs_take_no_time_of_their_own() -> None:
    data, summary = written("ada@example.org", *[""] * 20_000, "Hard worker.", LINE, profile="Hard worker.")
    assert "Hard worker." not in texts(with_summary(data, summary))
