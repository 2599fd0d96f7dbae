"""The version of the product, as `pyproject.toml` states it (a test holds the two together)."""

VERSION = "0.1.0"
