"""What the parsers derive from the facts to order them by: achievements, scope, level and sector; their reports."""
