"""What tells who a person is, and how it is left out."""
