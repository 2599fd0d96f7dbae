from itertools import chain

from functions.summarize.lines import Forms, Telling, read_line, tellings


def told(forms: Forms) -> list[Telling]:
    return [
        telling for telling in (forms.past, forms.present, forms.perfect, forms.gerund, forms.noun) if telling
    ]


def test_a_finished_act_is_told_in_the_past_and_under_the_present_job_in_the_perfect() -> None:
    forms = tellings(read_line("Cut waste costs by 40%", title="Chemist", current=True))
    assert forms.past is not None
    assert forms.past.text == "cut waste costs by 40%"
    assert forms.perfect is not None
    assert forms.perfect.text == "has cut waste costs by 40%"


def test_a_standing_duty_of_the_present_job_is_told_in_the_present() -> None:
    forms = tellings(read_line("Lead a team of nine", title="Head Chef", current=True))
    assert forms.present is not None
    assert forms.present.text == "leads a team of nine"


def test_the_pieces_of_a_telling_are_its_text_and_say_which_words_of_the_line_they_come_from() -> None:
    line = "Lead a team of nine"
    forms = tellings(read_line(line, title="Head Chef", current=True))
    for telling in chain(told(forms.whole), told(forms.half)):
        assert " ".join(piece.text for piece in telling.pieces) == telling.text
        for piece in telling.pieces:
            if piece.rule is None and piece.start is not None:
                assert line[piece.start : piece.end] == piece.text
