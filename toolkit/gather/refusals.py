"""Pages that answer, but hold no article: which kind of nothing it is.

A site that is asked for an article may answer with a consent form, a "not found" page that says it
is fine, a notice that readers from here are not served, a front page, or an empty shell that only
scripts would fill. Each calls for something else from the person, so each has its own reason.
The signs are words, and only count on pages without a proper article text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

#: Fewer words than this are a caption or a teaser, not an article.
FEWEST_WORDS = 30
#: Above this many words a page with such a phrase in it may well be an article about cookies.
NOTICE_WORDS = 150
#: An article has at least one paragraph of this many words.
PARAGRAPH_WORDS = 12
#: More of the text than this in links makes a list of other pages.
LINKED_SHARE = 0.5

NOTICES = {
    "soft_404": re.compile(
        r"\b404\b|(page|article|story|link)[^.]{0,30}(not found|no longer|does(?: not|n['’]t) exist"
        r"|unavailable)|(p[áa]gina|art[íi]culo|nota)[^.]{0,30}no (existe|(fue|ha sido|se ha) "
        r"encontrad|encontrada|est[áa] disponible)|no (se )?(ha )?encontr[a-zó]+ la p[áa]gina",
        re.I,
    ),
    "geo_block": re.compile(
        r"not available in your (country|region|location)|unavailable (in|from) (your|the) "
        r"(country|region|european)|451:? unavailable|no (est[áa] )?disponible en (su|tu) "
        r"(pa[íi]s|regi[óo]n)",
        re.I,
    ),
    "consent": re.compile(
        r"(accept|agree|consent|manage|reject)[^.]{0,60}cookies|cookies[^.]{0,60}(accept|consent"
        r"|preferences)|before you continue|acept[a-zé]+[^.]{0,60}cookies|configurar cookies"
        r"|(value|respect|care about) your privacy|consent to (our|the) (processing|use)"
        r"|(manage|privacy|cookie) (preferences|options|settings)"
        r"|(valoramos|respetamos|nos importa) (tu|su) privacidad|configurar preferencias",
        re.I,
    ),
    "script_only": re.compile(
        r"(enable|activate|requires?|turn on)[^.]{0,30}javascript|javascript[^.]{0,40}(disabled"
        r"|required|enable)|(activ|habilit)[a-zé]+[^.]{0,30}javascript|checking your browser",
        re.I,
    ),
}


def reason_for_no_article(
    text: str, tree: HtmlElement, *, title: str | None
) -> tuple[str, str] | None:
    """Why a page holds no article, as reason and detail; None when it holds one.

    text: what the readers found. tree: the parsed page. title: of the page.
    """
    words = len(text.split())
    if words < NOTICE_WORDS:
        seen = _visible(tree)
        if len(seen.split()) < NOTICE_WORDS + FEWEST_WORDS:
            for reason, sign in NOTICES.items():
                if found := sign.search(f"{title or ''}. {seen}"):
                    return reason, f"the page says '{' '.join(found[0].split())[:60]}'"
    if words < FEWEST_WORDS:
        if _is_shell(tree):
            return "script_only", "the page holds scripts but hardly any words"
        return "not_an_article", f"{words} words were found; an article has {FEWEST_WORDS} or more"
    if max(len(p.split()) for p in text.split("\n\n")) < PARAGRAPH_WORDS:
        return "not_an_article", "only short lines were found, as on a list or a front page"
    if _linked_share(text, tree) > LINKED_SHARE:
        return "not_an_article", "most of the text is links to other pages, as on a front page"
    return None


def _visible(tree: HtmlElement) -> str:
    hidden = "ancestor::script|ancestor::style|ancestor::template|ancestor::head"
    return " ".join(str(t) for t in tree.xpath(f"//text()[not({hidden})]"))


def _is_shell(tree: HtmlElement) -> bool:
    scripts = sum(1 for s in tree.iter("script") if "json" not in (s.get("type") or ""))
    return scripts > 0 and len(_visible(tree).split()) < FEWEST_WORDS


def _linked_share(text: str, tree: HtmlElement) -> float:
    """The share of the text's words that are the words of links."""
    links = (" ".join(a.text_content().split()) for a in tree.iter("a"))
    inside = sum(len(words.split()) for words in links if words and words in text)
    return inside / max(1, len(text.split()))
