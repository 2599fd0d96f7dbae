"""JSON Resume (https://jsonresume.org/schema): a resume as such a document, and such a document as facts."""

from functions.summarize.jsonresume.document import pointers, to_json_resume
from functions.summarize.jsonresume.facts import resume_of_json
from functions.summarize.jsonresume.statements import facts_of_json_resume

__all__ = ["facts_of_json_resume", "pointers", "resume_of_json", "to_json_resume"]
