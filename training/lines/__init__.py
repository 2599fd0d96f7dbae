"""How the reader of resume lines and the order of what deserves to be told are trained and measured."""
