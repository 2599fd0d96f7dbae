from tests.ui.fakes import BRIEF, SUMMARY
from ui.reader import reader_data
from ui.records import Fault, Sentence

OPENING = {
    "kind": "sentence",
    "text": "Charge nurse at Elm.",
    "pieces": [{"text": "Charge nurse at Elm.", "fault": False}],
    "kept": False,
    "reword": True,
    "about": "Written by the model, checked against the resume",
    "faults": [],
    "sources": [{"section": "Work experience", "quotes": ["Charge Nurse at Elm"]}],
}
TEAM = {
    "kind": "sentence",
    "text": "Led a team of 12.",
    "pieces": [{"text": "Led a team of 12.", "fault": False}],
    "kept": False,
    "reword": True,
    "about": "Put together by rule from the resume’s own words",
    "faults": [],
    "sources": [{"section": "Work experience", "quotes": ["team of 12"]}],
}


def test_a_summary_is_one_paragraph_of_sentences_with_their_sources() -> None:
    assert reader_data(SUMMARY) == {
        "items": [OPENING, TEAM, {"kind": "warning", "text": "2 pieces of *hidden* text were ignored."}],
        "lines": [{"label": "", "sentences": [0, 1]}],
        "resume": [
            {"look": "heading", "pieces": [{"text": "Ada Obi", "items": (), "place": 0}]},
            {"look": "strong", "pieces": [{"text": "Charge Nurse at Elm", "items": (0,), "place": 1}]},
            {
                "look": "item",
                "pieces": [
                    {"text": "Led a ", "items": (), "place": 2},
                    {"text": "team of 12", "items": (1,), "place": 3},
                ],
            },
            {"look": "text", "pieces": [{"text": "<b>*bold*</b> :smile: $x$", "items": (), "place": 4}]},
        ],
        "name": "Ada Obi",
        "copied": "Charge nurse at Elm. Led a team of 12.",
        "sentences": 2,
        "state": "",
    }


def test_a_brief_has_labelled_lines_and_marks_terms_and_warnings_where_they_stand() -> None:
    data = reader_data(BRIEF)
    assert data["lines"] == [
        {"label": "Now", "sentences": [0]},
        {"label": "Highlights", "sentences": [1]},
        {"label": "Not stated", "sentences": [2]},
    ]
    assert [item["reword"] for item in data["items"][:3]] == [False, True, False]  # rules word the others
    assert data["items"][3:] == [
        {"kind": "stated", "text": "charge nurse"},
        {"kind": "unstated", "text": "ICU"},
        {"kind": "warning", "text": "A section was not read."},
    ]
    assert [line["pieces"][0] for line in data["resume"][:2]] == [
        {"text": "Ada Obi", "items": (5,), "place": 0},
        {"text": "Charge Nurse", "items": (0, 3), "place": 2},
    ]


def test_lines_whose_looks_are_not_known_look_plain() -> None:
    data = reader_data(SUMMARY.model_copy(update={"looks": ("heading",)}))
    assert {line["look"] for line in data["resume"]} == {"text"}


def test_a_persons_sentence_says_what_is_wrong_with_it() -> None:
    own = Sentence(
        text="Led 99.",
        origin="person",
        problems=("number: 99",),
        faults=(Fault(code="number", words="99", start=4, end=6, truth="a team of 12"),),
    )
    [item, _] = reader_data(SUMMARY.model_copy(update={"sentences": (own,)}))["items"]
    assert item == {
        "kind": "sentence",
        "text": "Led 99.",
        "pieces": [
            {"text": "Led ", "fault": False},
            {"text": "99", "fault": True},
            {"text": ".", "fault": False},
        ],
        "kept": False,
        "reword": True,
        "about": "Written by you, checked against the resume",
        "faults": ["The resume does not give the figure “99”. It says: a team of 12."],
        "sources": [],
    }
