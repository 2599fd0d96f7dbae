"""Whether a text holds contact data, which decides what of a page is read first."""

import re

_CONTACT = re.compile(r"[\w.+-]@[\w-]+\.|(?:\d[ ().-]{0,2}){9}|linkedin\.com|github\.com", re.IGNORECASE)


def holds_contact(text: str) -> bool:
    """Whether there is an e-mail address, a telephone number or a profile link in the text."""
    return _CONTACT.search(text) is not None
