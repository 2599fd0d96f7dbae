"""Dates and periods: what stands in a text, and which of it belongs together."""
