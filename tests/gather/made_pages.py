"""Made-up pages and articles for the tests of this room: a harbour board and its ferry."""

from __future__ import annotations

from toolkit.model import Article, fingerprint

SENTENCES = (
    "The harbour board voted on Tuesday to keep the small ferry running through the winter.",
    "“We will sail as long as anybody waits on the quay,” said Marta Oller, who chairs the board.",
    "The board had been told in the autumn that the boat lost money on every crossing.",
    "Oller said that the figures left out the schoolchildren, who travel without a ticket.",
    "Two members voted against, and asked for their reasons to be written into the minutes.",
    "The next timetable will be printed in green and sold at the ticket window from Friday.",
)


def page_of(
    *paragraphs: str, title: str = "Ferry to run all winter", head: str = "", lang: str = "en"
) -> bytes:
    """A plain page with an article of the given paragraphs, or of the usual ones."""
    body = "".join(f"<p>{p}</p>" for p in (paragraphs or SENTENCES))
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>'
        f"{head}</head><body><nav><a href='/'>Home</a></nav><article><h1>{title}</h1>{body}"
        "</article></body></html>"
    ).encode()


def article_of(article_id: str = "tide-000001", **changed: object) -> Article:
    """An article, with some of its values changed."""
    text = str(changed.get("text", "\n\n".join(SENTENCES)))
    values: dict[str, object] = {
        "article_id": article_id,
        "outlet": "tide",
        "url": f"http://weeklytide.example/{article_id}",
        "requested": f"http://weeklytide.example/{article_id}?utm_source=mail",
        "title": "Ferry to run all winter",
        "text": text,
        "language": "en",
        "text_sha256": fingerprint(text),
        "authors": ("Bea Thornley",),
        "published": "2025-04-04T08:00:00+01:00",
    }
    return Article(**{**values, **changed})  # type: ignore[arg-type]
