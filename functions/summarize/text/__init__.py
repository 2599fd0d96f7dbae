"""Text as text: folding, words, phrases. Pure functions that know nothing about resumes; everybody uses them."""
