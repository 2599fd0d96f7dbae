"""What to say: which facts, in which order, each with a plain sentence of its own. Pure."""
