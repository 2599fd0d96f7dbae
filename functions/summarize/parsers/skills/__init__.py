"""Skills: the lexicon, those that a resume lists, and those that its text names."""
