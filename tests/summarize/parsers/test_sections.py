"""Which lines stand under which heading."""

import pytest

from functions.summarize.parsers.headings import section_named
from functions.summarize.parsers.reading import read_document
from tests.builders.pages import page


def _sections(text: str) -> list[tuple[str, str | None, list[str]]]:
    return [
        (span.section, span.heading.text if span.heading else None, [line.line.text for line in span.lines])
        for span in read_document(page(text)).spans
    ]


@pytest.mark.parametrize(
    ("words", "section"),
    [
        ("EXPERIENCE", "experience"),
        ("E X P E R I E N C E", "experience"),
        ("P R O F I L E", "summary"),
        ("2. Work experience:", "experience"),
        ("Where I’ve worked", "experience"),
        ("Professional Experience (continued)", "experience"),
        ("Berufserfahrung", "experience"),
        ("Expériences professionnelles", "experience"),
        ("EDUCACION", "education"),
        ("Formação acadêmica", "education"),
        ("Istruzione e formazione", "education"),
        ("Education & Certifications", "education"),
        ("Licenses and Certifications", "certifications"),
        ("Kenntnisse", "skills"),
        ("Honors & Awards", "awards"),
        ("Chef de cuisine", None),
        ("Acme Ltd", None),
    ],
)
def test_headings_are_known_by_their_words(words: str, section: str | None) -> None:
    assert section_named(words, styled=False) == section


def test_the_head_has_no_heading() -> None:
    assert _sections("Ada Byron\nada@example.org\nExperience\nNurse, 2019 - 2021") == [
        ("contact", None, ["Ada Byron", "ada@example.org"]),
        ("experience", "Experience", ["Nurse, 2019 - 2021"]),
    ]


def test_a_label_is_heading_and_line() -> None:
    assert _sections("Ada Byron\nSkills: Python, R\nLanguages: English, French")[1:] == [
        ("skills", "Skills: Python, R", ["Python, R"]),
        ("languages", "Languages: English, French", ["English, French"]),
    ]


def test_programming_languages_are_no_languages_section() -> None:
    assert _sections("*Skills\nLanguages: Python, Java\n*Education\nBA History") == [
        ("skills", "Skills", ["Languages: Python, Java"]),
        ("education", "Education", ["BA History"]),
    ]


def test_a_heading_of_unknown_wording_is_known_by_its_look() -> None:
    text = "#1 Experience\nNurse, 2019 - 2021\n#1 The books on my desk\nUlysses\n#1 Education\nBA History"
    assert [section for section, _, _ in _sections(text)] == ["experience", "other", "education"]


def test_a_job_title_that_looks_like_a_heading_opens_no_section() -> None:
    text = "*Ada Byron\n*Experience\n*Lead Welder\nIronside Repair Co.\n2017 - 2019\n*Education\nBA History"
    assert [section for section, _, _ in _sections(text)] == ["contact", "experience", "education"]


def test_achievements_of_a_role_stay_with_the_role() -> None:
    text = "#1 Experience\nNurse, 2019 - 2021\nKey achievements:\n- Cut falls by a third\n#1 Education\nBA History"
    assert _sections(text)[0] == (
        "experience",
        "Experience",
        ["Nurse, 2019 - 2021", "Key achievements:", "Cut falls by a third"],
    )


def test_a_text_box_does_not_interrupt_the_body() -> None:
    text = "*Experience\nNurse, 2019 - 2021\n{textbox}*Skills\n{textbox}Python\n- Cut falls by a third"
    assert [(section, lines) for section, _, lines in _sections(text)] == [
        ("experience", ["Nurse, 2019 - 2021", "Cut falls by a third"]),
        ("skills", ["Python"]),
    ]


def test_a_second_column_begins_without_the_heading_of_the_first() -> None:
    text = "[0,0,0]*Skills\n[0,0,0]Python\n[0,0,1]Ada Byron\n[0,0,1]*Experience\n[0,0,1]Nurse, 2019 - 2021"
    assert [(section, lines) for section, _, lines in _sections(text)] == [
        ("skills", ["Python"]),
        ("contact", ["Ada Byron"]),
        ("experience", ["Nurse, 2019 - 2021"]),
    ]


def test_a_resume_without_headings_is_cut_where_its_content_changes() -> None:
    text = (
        "Ada Byron\nada@example.org\nNurse, City Hospital, Leeds, 2019 - 2021\nCared for four patients.\n"
        "BSc Nursing, Lakeview University, 2018\nEnglish, French (fluent)"
    )
    assert [(section, len(lines)) for section, _, lines in _sections(text)] == [
        ("contact", 2),
        ("experience", 2),
        ("education", 1),
        ("languages", 1),
    ]


def test_every_line_is_in_one_section() -> None:
    text = "Ada Byron\n*Experience\nNurse, 2019 - 2021\n*Skills\nPython\nLanguages: English"
    document = page(text)
    taken = [line.line for span in read_document(document).spans for line in span.lines]
    assert len({(line.block.index, line.start) for line in taken}) == len(taken)


def test_a_list_with_dates_may_stand_under_a_heading_of_unknown_wording() -> None:
    text = "*EXPERIENCE\nCook, Savoy, 2019 - 2021\n- Cooked\n*EXTRA COURSES TAKEN\n- Hygiene – 2019"
    assert _sections(text)[-1] == ("certifications", "EXTRA COURSES TAKEN", ["Hygiene – 2019"])


def test_the_first_line_is_a_title_though_it_speaks_of_employment() -> None:
    text = "*APPLICATION FOR SEA EMPLOYMENT\nAnn Example\nann@example.org\n*SKILLS\nKnots"
    assert [section for section, _, _ in _sections(text)] == ["contact", "skills"]


def test_a_joint_heading_of_few_words_is_called_by_its_first_part() -> None:
    text = "*Experience\nCook, Savoy, 2019 - 2021\n*Certifications\nGas Safe\n*Tools & Trades\nSoldering, Brazing"
    assert _sections(text)[-1] == ("skills", "Tools & Trades", ["Soldering, Brazing"])


def test_a_box_without_headings_may_list_languages_and_skills_below_the_contact_data() -> None:
    text = "Ann Example\nYoga Teacher\nann@example.org\nSpanish, Basque, English\nReformer, Mat work, Breath work"
    assert _sections(text) == [
        ("contact", None, ["Ann Example", "Yoga Teacher", "ann@example.org"]),
        ("languages", None, ["Spanish, Basque, English"]),
        ("skills", None, ["Reformer, Mat work, Breath work"]),
    ]


def test_a_body_beside_a_box_may_begin_with_a_title() -> None:
    text = "{textbox}Ann Example\n{textbox}ann@example.org\nLead Teacher\nEstudio Ría, Bilbao\nJan 2019 - now"
    assert _sections(text)[-1] == (
        "experience",
        None,
        ["Lead Teacher", "Estudio Ría, Bilbao", "Jan 2019 - now"],
    )


def test_a_title_of_unknown_wording_above_an_employer_is_a_role_without_headings() -> None:
    text = (
        "Ann Example\nann@example.org\nPurser⇥Nov 2018 - Present\nAndaman Air, Bangkok\n"
        "Flight Attendant⇥2014 - 2018\nAndaman Air, Bangkok"
    )
    assert _sections(text)[-1][:2] == ("experience", None)
    assert _sections(text)[-1][2][0] == "Purser\tNov 2018 - Present"


def test_fields_in_bold_are_no_headings_and_hide_none() -> None:
    text = (
        "Ann Example\n*Profile\nI finish what others began.\n*Hired Out To\n"
        "*Client: Acme Ltd\n*Role: Cook\n*Period: 2019 - 2021\n- Cooked\n*Client: Beta Ltd\n*Role: Chef\n"
        "*Period: 2015 - 2019\n- Baked"
    )
    assert [(section, heading) for section, heading, _ in _sections(text)] == [
        ("contact", None),
        ("summary", "Profile"),
        ("experience", "Hired Out To"),
    ]


def test_what_stands_beside_a_label_is_no_heading() -> None:
    text = (
        "*Personal details\n[0,0,0]Name\n[0,0,1]*Ewa Nowak\n[0,1,0]City\n[0,1,1]Łódź\n"
        "*Work experience\nCook, Savoy Hotel, 2019 - 2021"
    )
    assert [heading for _, heading, _ in _sections(text)] == ["Personal details", "Work experience"]


def test_a_title_below_a_side_column_begins_the_head() -> None:
    text = "*Contact\nann@example.org\n*Top Skills\nBaking\n#0 Ann Example\nCook\n*Experience\nCook, Savoy, 2019 - 2021"
    assert _sections(text)[2] == ("contact", None, ["Ann Example", "Cook"])


def test_credentials_and_lists_below_courses_need_no_headings() -> None:
    text = (
        "Ann Example\nann@example.org\nCook⇥2015 - 2019\nSavoy Hotel, London\nMade soup for the whole house.\n"
        "BSc Chemistry, University of Leeds, 2014\n- ServSafe Manager, 2023\n- Registered Pharmacist\n"
        "Data: PostgreSQL, Kafka\nEnglish, Greek"
    )
    assert [(section, lines[0]) for section, _, lines in _sections(text)] == [
        ("contact", "Ann Example"),
        ("experience", "Cook\t2015 - 2019"),
        ("education", "BSc Chemistry, University of Leeds, 2014"),
        ("certifications", "ServSafe Manager, 2023"),
        ("skills", "Data: PostgreSQL, Kafka"),
        ("languages", "English, Greek"),
    ]


@pytest.mark.parametrize(
    "job",
    [
        "Técnico Electrónico⇥03/2018 a actualidad\nAutomatismos Nervión S.L., Bilbao",
        "Staff Nurse⇥Aug 2015 - Feb 2019\nHarrow Point Hospital, Bethesda, MD",
    ],
)
def test_a_job_that_sounds_like_a_degree_needs_no_heading(job: str) -> None:
    sections = _sections(f"Ann Example\nann@example.org\n{job}\nMade it work every day for years.")
    assert [(section, lines[0]) for section, _, lines in sections] == [
        ("contact", "Ann Example"),
        ("experience", job.split("\n", maxsplit=1)[0].replace("⇥", "\t")),
    ]
