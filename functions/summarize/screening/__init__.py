"""What must be known of a document before it is read as a resume: whose it is, whether it is one, whom it addresses."""

from functions.summarize.screening.addressed import is_addressed
from functions.summarize.screening.screen import refuse_what_is_no_resume
from functions.summarize.screening.withhold import withhold

__all__ = ["is_addressed", "refuse_what_is_no_resume", "withhold"]
