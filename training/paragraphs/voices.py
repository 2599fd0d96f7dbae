"""An implied sentence in the first or the third person: a subject before its verb, and verbs that agree.

What has no verb of its own gets "am" or "is"; a sentence that cannot be turned by these rules is not turned.
"""

from collections.abc import Sequence

from functions.summarize.planning.records import Slot
from functions.summarize.prompts.alphabet import GIVEN, NAME
from functions.summarize.sentences import Voice

_BASE = {
    "holds": "hold", "brings": "bring", "speaks": "speak", "works": "work", "serves": "serve", "has": "have",
    "covers": "cover", "combines": "combine",
}  # fmt: skip
_PAST = frozenset(
    "worked served began started spent held was brought trained qualified graduated studied".split()
)
_ACTS = frozenset({".past", ".present", ".perfect"})
_PERSONS = frozenset({"title", "earlier title"})
_ASIDES = frozenset("at earlier previously formerly before that as also later now for".split())
Item = str | tuple[int, str]


def in_voice(
    tokens: Sequence[Item], slots: Sequence[Slot], voice: Voice, *, first: bool
) -> tuple[Item, ...] | None:
    """The sentence in a voice; None where the rules do not reach. `first` says that it opens the text."""
    if voice == "implied":
        return tuple(tokens)
    subject = "I" if voice == "first" else NAME if first else GIVEN
    be = "am" if voice == "first" else "is"
    start = _start(tokens, slots)
    if start is None:
        return None
    lead = [*tokens[:start]]
    rest = [_agreeing(item, voice) for item in tokens[start:]]
    head = tokens[start]
    if _is_verb(head):
        return (*lead, subject, *rest)
    if first and start == 0:
        return (subject, be, *([] if head in ("a", "an") else ["a"]), *rest)
    return None


def _start(tokens: Sequence[Item], slots: Sequence[Slot]) -> int | None:
    """Where the subject goes: before the verb, after what comes ahead of it ("Earlier, at X,")."""
    head = tokens[0]
    if _is_verb(head) or _is_person(head, slots):
        return 0
    if head in ("a", "an") and len(tokens) > 1 and _is_person(tokens[1], slots):
        return 0
    if not isinstance(head, str) or head not in _ASIDES:
        return None
    for at, item in enumerate(tokens):
        if at and _is_verb(item) and (tokens[at - 1] == "," or at == 1 or tokens[at - 1] in _ASIDES):
            return at
    return None


def _is_verb(item: Item) -> bool:
    if isinstance(item, tuple):
        return item[1].rstrip("0123456789") in _ACTS
    return item in _BASE or item in _PAST


def _is_person(item: Item, slots: Sequence[Slot]) -> bool:
    """A title, or a credential before one."""
    if not isinstance(item, tuple):
        return False
    return slots[item[0]].kind in _PERSONS or item[1] in (".person", ".adjective")


def _agreeing(item: Item, voice: Voice) -> Item:
    return _BASE.get(item, item) if voice == "first" and isinstance(item, str) else item
