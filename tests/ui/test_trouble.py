from ui.client import ServiceError
from ui.trouble import told


def test_an_empty_file_is_told_of_as_a_file_and_not_as_a_request() -> None:
    error = ServiceError("malformed-request", "The request cannot be understood", "The file is empty.")
    title, detail, advice = told(error).split("\n\n")
    assert (title, detail) == ("**The file cannot be read**", r"The file is empty\.")
    assert "save it anew as .docx" in advice
