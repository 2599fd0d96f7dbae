import pytest

from ui.files.names import distinct, file_name


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Ada Obi CV.docx", "Ada-Obi-CV-summary.txt"),
        ("../../etc/passwd", "resume-summary.txt"),
        ('a"b\r\nc.docx', "a-b-c-summary.txt"),
        ("Zoë Müller.docx", "Zoë-Müller-summary.txt"),
        (".docx", "resume-summary.txt"),
        ("x" * 300 + ".docx", "x" * 80 + "-summary.txt"),
    ],
)
def test_a_download_is_named_after_the_resume_and_nothing_else(source: str, name: str) -> None:
    assert file_name(source, "summary.txt") == name


def test_names_that_a_file_system_takes_for_the_same_get_numbers() -> None:
    assert distinct(["cv", "CV", "ada", "cv", "cv-2"]) == ["cv", "CV-2", "ada", "cv-3", "cv-2-2"]
