"""What the tracker answers."""

from datetime import datetime

from pydantic import BaseModel, ConfigDict, Field


class LetterBody(BaseModel):
    """An event that nobody could handle, without its data."""

    model_config = ConfigDict(from_attributes=True)

    key: str
    id: str
    source: str
    type: str
    time: datetime | None
    destination: str = Field(description="Who could not handle it.")
    status: str = Field(description="The HTTP status of the last answer.", examples=["422"])
    reason: str = Field(description="The beginning of the last answer, usually a problem detail.")


class LettersBody(BaseModel):
    """Dead letters, at most a hundred."""

    model_config = ConfigDict(from_attributes=True)

    letters: list[LetterBody]
    left: int = Field(description="Letters that are not shown.")


class ReplayedBody(BaseModel):
    """What a replay did."""

    model_config = ConfigDict(from_attributes=True)

    replayed: int = Field(description="Events sent again.")
    refused: int = Field(description="Events that were not taken; they stay.")
    left: int = Field(description="Letters that are still there; ask again.")
