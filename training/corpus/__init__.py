"""The training corpus: plans drawn at random, and the sentences a grammar of our own writes for them."""
