"""From plans to the text that is given out: written, verified, arranged. The model is asked here only."""
