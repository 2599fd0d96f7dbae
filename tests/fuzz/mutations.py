"""Ways to damage a DOCX: its bytes, its entries, the XML of a part, and the words on its page.

A mutation takes the bytes and a source of randomness and gives other bytes; where it does not apply it gives the
same ones back.
"""

import io
import random
import zipfile
import zlib
from collections.abc import Callable

from tests.builders.package import zipped
from tests.fuzz import text, tree

Mutation = Callable[[bytes, random.Random], bytes]
_DOCUMENT = "word/document.xml"
_NAMES = (
    "../evil.xml", "word/document.xml/", "WORD/document.xml", "word/vbaProject.bin", "a" * 300, "é\u202e.xml", "",
    "word/header1.xml", "word/styles.xml", "word/footnotes.xml", "word/_rels/document.xml.rels", "[Content_Types].xml",
)  # fmt: skip


def flip(data: bytes, dice: random.Random) -> bytes:
    """Change a few bytes of the archive."""
    changed = bytearray(data)
    for _ in range(dice.randint(1, 6)):
        if changed:
            changed[dice.randrange(len(changed))] = dice.randrange(256)
    return bytes(changed)


def cut(data: bytes, dice: random.Random) -> bytes:
    """Leave out a stretch of the archive."""
    start, end = sorted(dice.randrange(len(data) + 1) for _ in range(2))
    return data[:start] + data[end:]


def repeat(data: bytes, dice: random.Random) -> bytes:
    """Say a stretch of the archive twice."""
    start, end = sorted(dice.randrange(len(data) + 1) for _ in range(2))
    return data[:end] + data[start:]


def rename_entry(data: bytes, dice: random.Random) -> bytes:
    """Give one entry another name."""
    entries = _entries(data)
    if not entries:
        return data
    old = dice.choice(sorted(entries))
    content = entries.pop(old)
    return _packed({**entries, dice.choice(_NAMES): content})


def swap_entries(data: bytes, dice: random.Random) -> bytes:
    """Put the content of one entry under the name of another."""
    entries = _entries(data)
    if len(entries) < 2:
        return data
    one, other = dice.sample(sorted(entries), 2)
    entries[one] = entries[other]
    return _packed(entries)


def drop_entry(data: bytes, dice: random.Random) -> bytes:
    """Leave an entry out."""
    entries = _entries(data)
    if entries:
        del entries[dice.choice(sorted(entries))]
    return _packed(entries) if entries else data


def splice_markup(data: bytes, dice: random.Random) -> bytes:
    """Write scraps of markup over the text of a part."""
    return _edit_entry(data, dice, lambda content: tree.spliced(content, dice))


def edit_tree(data: bytes, dice: random.Random) -> bytes:
    """Move, repeat, nest, rename or re-attribute elements of a part."""
    return _edit_entry(data, dice, lambda content: tree.edited(content, dice))


def edit_words(data: bytes, dice: random.Random) -> bytes:
    """Change the words on the page: what the parsers, not the reader, must survive."""
    return _edit_main(data, lambda content: text.edited(content, dice))


def new_page(data: bytes, dice: random.Random) -> bytes:
    """Another page altogether, of lines of the written pages and of noise."""
    return _edit_main(data, lambda _: text.new_page(dice))


MUTATIONS: dict[str, Mutation] = {
    "flip": flip,
    "cut": cut,
    "repeat": repeat,
    "rename-entry": rename_entry,
    "swap-entries": swap_entries,
    "drop-entry": drop_entry,
    "splice-markup": splice_markup,
    "edit-tree": edit_tree,
    "edit-words": edit_words,
    "new-page": new_page,
}
WEIGHTS = (1, 1, 1, 1, 1, 1, 3, 8, 6, 4)
"""How often each is drawn: most damage to the container is refused at once and teaches little."""


def _entries(data: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return {
                item.filename: archive.read(item) for item in archive.infolist() if item.file_size < 1_000_000
            }
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, RuntimeError, NotImplementedError, EOFError):
        return {}


def _packed(entries: dict[str, bytes]) -> bytes:
    try:
        return zipped(entries)
    except (ValueError, UnicodeError):
        return b""


def _edit_entry(data: bytes, dice: random.Random, edit: Callable[[bytes], bytes]) -> bytes:
    entries = _entries(data)
    if not entries:
        return data
    name = _DOCUMENT if _DOCUMENT in entries and dice.random() < 0.7 else dice.choice(sorted(entries))
    return _packed({**entries, name: edit(entries[name])})


def _edit_main(data: bytes, edit: Callable[[bytes], bytes]) -> bytes:
    entries = _entries(data)
    if _DOCUMENT not in entries:
        return data
    return _packed({**entries, _DOCUMENT: edit(entries[_DOCUMENT])})
