from ui.dropzone import missing


def test_parts_that_did_not_arrive_are_told_of_and_given_again() -> None:
    assert missing(["500 files, part 1 of 3.zip", "cv.docx", "500 files, part 3 of 3.zip"]) == [
        (
            "1 of the 3 parts in which the 500 files were sent did not arrive. "
            "Give the same files again: what is here already is not taken twice."
        )
    ]


def test_nothing_is_told_where_all_parts_are_there() -> None:
    assert missing(["12 files, part 2 of 2.zip", "12 files, part 1 of 2.zip", "3 files.zip", "cv.docx"]) == []
