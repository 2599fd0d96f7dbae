"""What is mended of the labels that the model gives the words of a course."""

import pytest

from functions.summarize.docx.document import document_of
from functions.summarize.parsers.course_corrections import whole_courses
from functions.summarize.parsers.features import line_features
from functions.summarize.parsers.field_lines import field_runs
from functions.summarize.parsers.labels import Label

NAMES = {"D": "degree", "S": "subject", "I": "institution", "O": "other"}


def _mended(text: str, letters: str) -> str:
    """The letters of the labels of a line's words and marks, before and after."""
    ((line,),) = field_runs(line_features(document_of(text)), [Label("education", "head")])
    marked = [(token, NAMES[letter], 0.9) for token, letter in zip(line.tokens, letters, strict=True)]
    return "".join(name[0].upper() for _, name, _ in whole_courses(line, marked))


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("Máster en Gestión de Residuos", "DDDDD", "DOSSS"),
        ("Máster en Gestión de Residuos", "DODOS", "DOSSS"),
        ("Lehre als Tischlerin EFZ", "DDDD", "DOSS"),
        ("Diploma in progress", "DOO", "DOO"),
        ("Máster en la Universidad de Murcia", "DOOIII", "DOOIII"),
        ("Laurea in Chimica per il restauro", "DOSOOO", "DOSSSS"),
        ("MSc Acoustics in Buildings", "DSOS", "DSSS"),
        ("MSc Acoustics with distinction", "DSOO", "DSOO"),
        ("Bachelor Voeding en diëtetiek", "DDOO", "DSSS"),
        ("Diplom-Ingenieur (FH), Elektrotechnik", "DODOOS", "DDDDOS"),
        ("Bachiller (BA), Historia", "DOSOOS", "DDDDOS"),
        ("MA Law, Open University (BA)", "DSOIIODO", "DSOIIOOO"),
        ("Licence Droit, parcours Notariat", "DSOOS", "DSOOO"),
        ("Master of Information Studies", "DDSS", "DDDD"),
        ("Bachelor of Laws in Private Law", "DDSOSS", "DDDOSS"),
        ("Bachelor of Arts, Philosophy of Law", "DDDOSSS", "DDDOSSS"),
    ],
)
def test_degrees_and_subjects_are_whole(text: str, before: str, after: str) -> None:
    assert _mended(text, before) == after
