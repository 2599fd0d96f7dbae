"""What `python -m training.evaluate` measures, one module a subject."""
