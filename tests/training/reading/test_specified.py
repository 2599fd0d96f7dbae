"""The labelled set as labelled pages."""

from dataclasses import replace

from tests.builders.specification import Layout, specifications
from training.reading.specified import page_of


def _labels_without_headings(name: str) -> dict[str, str]:
    spec = next(each for each in specifications() if each.name == name)
    page = page_of(replace(spec, layout=replace(Layout(), headings="none")))
    return dict(zip((line.text for line in page.document.lines), page.labels, strict=True))


def test_what_follows_the_skills_of_a_resume_without_headings_is_labelled_for_what_it_is() -> None:
    labels = _labels_without_headings("graphic-designer")
    assert labels["Papelaria Prize for Packaging, 2022"] == "awards.body"
    assert labels["Branding, Typography, Adobe Illustrator, InDesign, Figma, Packaging"] == "skills.body"


def test_no_publication_of_a_resume_without_headings_is_labelled_a_job() -> None:
    labels = _labels_without_headings("professor")
    jobs = [text for text, label in labels.items() if label == "work.head"]
    assert jobs == [
        "Professor of Aquatic Science\t2018–present",
        "Marlow University",
        "Senior Lecturer\t2013–2018",
        "Postdoctoral Researcher\t2009–2013",
        "Norsk Fjordinstitutt, Bergen, Norway",
    ]
    assert labels["Mud budgets made simple, Estuary Days, Porto, 2025"] == "publications.body"
