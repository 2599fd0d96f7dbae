"""ZIP archives of small files."""

import io
import zipfile


def zipped(*files: tuple[str | zipfile.ZipInfo, bytes], packed: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An archive of files by their names, or by entries that say more of them."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", packed) as made:
        for name, content in files:
            made.writestr(name, content)
    return data.getvalue()
