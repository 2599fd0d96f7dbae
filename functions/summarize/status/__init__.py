"""What a resume says beside a fact that changes what may be said of it: not completed, expired, never used, basic."""

from functions.summarize.status.answers import Box, answer_of, box_at
from functions.summarize.status.dates import status_of_period
from functions.summarize.status.words import FoundStatus, Kind, status_of

__all__ = ["Box", "FoundStatus", "Kind", "answer_of", "box_at", "status_of", "status_of_period"]
