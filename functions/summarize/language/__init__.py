"""Words, numbers, verbs and the surface of sentences: pure rules of language, with their word lists in `data/`."""
