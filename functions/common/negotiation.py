"""Which of two media types a caller prefers."""


def prefers_text(accept: str) -> bool:
    """Whether an Accept header asks for `text/plain` rather than JSON. Without a preference it is JSON.

    Of equal weights the first listed counts: "application/json, text/plain, */*", which some clients send
    unasked, means JSON.
    """
    best, chosen = 0.0, "application/json"
    for part in accept.lower().split(","):
        media, *parameters = (piece.strip() for piece in part.split(";"))
        weight = next((_weight(item[2:]) for item in parameters if item.startswith("q=")), 1.0)
        if media in {"text/plain", "text/*", "application/json", "application/*", "*/*"} and weight > best:
            best, chosen = weight, media
    return chosen in {"text/plain", "text/*"}


def _weight(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0
