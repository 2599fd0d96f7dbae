"""Is a text true to its resume, sentence by sentence, and finished? The only judge of what a model writes."""
