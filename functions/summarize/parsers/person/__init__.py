"""Whose resume it is: name, headline and contact data, read from the head of the document."""
