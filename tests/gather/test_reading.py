"""From bytes to an article: what is read, what is chosen, and what every bad page is called."""

import json
import socket

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_pages import SENTENCES, page_of

from toolkit.errors import REASONS, PageError
from toolkit.gather import reading
from toolkit.gather.metadata import clean_authors, strip_site, to_iso
from toolkit.gather.outlets import load_outlets
from toolkit.gather.reading import read_page

URL = "http://weeklytide.example/2025/04/04/ferry/"
TEXT = "\n\n".join(SENTENCES)
SPANISH = (
    "La alcaldesa dijo el martes que el transbordador seguirá en servicio todo el invierno.",
    "«No vamos a dejar a nadie en el muelle», aseguró Marta Oller, que preside la junta.",
    "La junta supo en otoño que el barco pierde dinero en cada travesía, según las cuentas.",
    "El nuevo horario se imprimirá en verde y se venderá en la taquilla desde el viernes.",
)


def head_of(**values: object) -> str:
    node = {"@context": "https://schema.org", "@type": "NewsArticle", **values}
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


def reason(html: bytes, **settings: str) -> str:
    with pytest.raises(PageError) as caught:
        read_page(html, url=URL, **settings)  # type: ignore[arg-type]
    assert caught.value.reason in REASONS
    return caught.value.reason


def test_paragraphs_stand_as_on_the_page_with_a_blank_line_between() -> None:
    article = read_page(page_of(), url=URL)
    assert article.text == TEXT
    assert article.title == "Ferry to run all winter"
    assert article.reader == "newspaper"


def test_an_id_is_the_outlet_and_six_digits_of_the_address() -> None:
    article = read_page(page_of(), url=URL, outlets=load_outlets())
    assert article.outlet == "tide"
    assert article.article_id.startswith("tide-")
    assert len(article.article_id) == len("tide-") + 6
    assert (
        article.article_id
        == read_page(page_of(SENTENCES[0] * 4), url=URL, outlet="tide").article_id
    )


def test_an_address_of_no_known_home_gives_an_unknown_outlet() -> None:
    assert read_page(page_of(), url="http://elsewhere.example/a").outlet == "unknown"


def test_quote_marks_are_never_touched() -> None:
    marks = [
        "“We will sail,” said Oller, ‘come what may’, and “nobody” doubted it that evening.",
        '"We will sail," said Oller, \'come what may\', and "nobody" doubted it that evening.',
        "«No vamos a parar», dijo Oller —“nunca”, añadió—, y nadie lo puso en duda esa tarde.",
        "—No vamos a parar —dijo Oller, y nadie lo puso en duda en toda la tarde del martes.",
        "„Wir fahren“, said Oller in German, and ‹nous partons›, in French, to the guests there.",
    ]
    assert read_page(page_of(*marks), url=URL).text == "\n\n".join(marks)


def test_the_second_reader_is_taken_when_it_holds_a_quotation_that_the_first_lost(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    short = "\n".join(s for s in SENTENCES if "“" not in s)
    assert len(short.split()) > reading.SHARE * len(TEXT.split())
    readers = {"newspaper": lambda *_: short, "trafilatura": lambda *_: "\n".join(SENTENCES)}
    monkeypatch.setattr(reading, "READERS", readers)
    article = read_page(page_of(), url=URL)
    assert (article.reader, article.text) == ("trafilatura", TEXT)


def test_the_second_reader_is_taken_when_the_first_has_too_few_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = "\n".join(SENTENCES[:4])
    readers = {"newspaper": lambda *_: first, "trafilatura": lambda *_: "\n".join(SENTENCES)}
    monkeypatch.setattr(reading, "READERS", readers)
    assert read_page(page_of(), url=URL).reader == "trafilatura"


def test_a_reader_that_breaks_leaves_the_other_and_a_flag(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: str) -> str:
        raise ZeroDivisionError("odd page")

    monkeypatch.setattr(reading, "READERS", {**reading.READERS, "newspaper": broken})
    article = read_page(page_of(), url=URL)
    assert (article.text, article.reader) == (TEXT, "trafilatura")
    assert article.flags[0] == "newspaper_failed:ZeroDivisionError: odd page"


def test_reading_never_touches_the_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    head = (
        '<meta http-equiv="refresh" content="0; url=http://elsewhere.example/">'
        '<meta property="og:image" content="http://elsewhere.example/a.png">'
    )
    html = page_of(*SENTENCES, "<img src='http://elsewhere.example/b.png'>", head=head)
    assert read_page(html, url=URL).text == TEXT


def test_the_readers_print_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    read_page(page_of(), url=URL)
    with pytest.raises(PageError):
        read_page(b"<html><body><p>x</p></body></html>", url=URL)
    assert capfd.readouterr() == ("", "")


# --- what a page says about itself ---


def test_json_ld_is_asked_first() -> None:
    head = head_of(
        headline="Ferry &amp; crew",
        author=[{"@type": "Person", "name": "Bea Thornley"}, {"name": "Colm Astley"}],
        datePublished="2025-04-04T08:00:00+0100",
        articleSection="Harbour",
    )
    head += '<meta name="author" content="Somebody Else"><meta property="og:title" content="x">'
    article = read_page(page_of(head=head), url=URL)
    assert article.title == "Ferry & crew"
    assert article.authors == ("Bea Thornley", "Colm Astley")
    assert article.published == "2025-04-04T08:00:00+01:00"
    assert article.kind == "news"


def test_authors_of_a_graph_are_looked_up_by_their_id() -> None:
    graph = [
        {"@type": "NewsArticle", "headline": "x", "author": {"@id": "#bea"}},
        {"@type": "Person", "@id": "#bea", "name": "Bea Thornley"},
    ]
    head = f'<script type="application/ld+json">{json.dumps({"@graph": graph})}</script>'
    assert read_page(page_of(head=head), url=URL).authors == ("Bea Thornley",)


def test_broken_json_ld_leaves_the_meta_tags() -> None:
    head = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": </script>'
    head += '<meta name="author" content="By Bea Thornley"><meta name="date" content="2025-04-04">'
    article = read_page(page_of(head=head), url=URL)
    assert (article.authors, article.published) == (("Bea Thornley",), "2025-04-04")


def test_a_page_that_says_nothing_gets_no_invented_date() -> None:
    article = read_page(
        page_of(*SENTENCES, "The boat has sailed since 1995."), url="http://a.example/x"
    )
    assert (article.published, article.authors) == (None, ())


@pytest.mark.parametrize(
    ("title", "sites", "wanted"),
    [
        ("Works to close | The Alder Courier", ["The Alder Courier"], "Works to close"),
        ("The Alder Courier - Works to close", ["the alder courier"], "Works to close"),
        ("Works to close - News - Ledger", ["Ledger", "news"], "Works to close"),
        ("Strike – day two | talks fail", ["Ledger"], "Strike – day two | talks fail"),
        ("Works to close", ["Works to close"], "Works to close"),
    ],
)
def test_the_name_of_the_site_is_no_part_of_a_title(
    title: str, sites: list[str], wanted: str
) -> None:
    assert strip_site(title, sites) == wanted


def test_a_title_loses_the_name_of_the_host_even_where_the_page_does_not_say_it() -> None:
    html = page_of(title="Ferry to run | Weekly Tide").replace(b"<h1>", b"<h2>")
    assert read_page(html, url=URL).title == "Ferry to run"


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("2025-03-28T06:00:00Z", "2025-03-28T06:00:00+00:00"),
        ("2025-03-28T06:00:00.000+01:00", "2025-03-28T06:00:00+01:00"),
        ("Fri, 28 Mar 2025 06:00:00 +0100", "2025-03-28T06:00:00+01:00"),
        ("2025-03-28T06:00", "2025-03-28"),
        ("2025-03-28", "2025-03-28"),
        ("0001-01-01T00:00:00Z", None),
        ("9999-01-01", None),
        ("yesterday", None),
        ("", None),
        (None, None),
    ],
)
def test_a_date_is_a_moment_with_its_zone_or_a_day(said: str | None, wanted: str | None) -> None:
    assert to_iso(said) == wanted


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        (["By Bea Thornley and Colm Astley"], ("Bea Thornley", "Colm Astley")),
        (["Por Iker Beltza; Pilar Osuna"], ("Iker Beltza", "Pilar Osuna")),
        (["José Ortega y Gasset"], ("José Ortega y Gasset",)),
        (["Bea Thornley, Colm Astley", "bea thornley"], ("Bea Thornley", "Colm Astley")),
        (["https://a.example/staff/bea", "@bea", ""], ()),
    ],
)
def test_authors_are_names_one_by_one(said: list[str], wanted: tuple[str, ...]) -> None:
    assert clean_authors(said) == wanted


@pytest.mark.parametrize(
    ("named", "wanted"),
    [
        ("http://weeklytide.example/ferry?utm_source=mail#top", "http://weeklytide.example/ferry"),
        ("/ferry", "http://weeklytide.example/ferry"),
        ("http://www.weeklytide.example/ferry", "http://www.weeklytide.example/ferry"),
        ("http://dailylantern.example/ferry", URL),
        ("http://weeklytide.example/", URL),
        ("http://[broken", URL),
        ("file:///etc/hostname", URL),
    ],
)
def test_the_canonical_address_is_believed_on_the_same_site_only(named: str, wanted: str) -> None:
    html = page_of(head=f'<link rel="canonical" href="{named}">')
    assert read_page(html, url=URL + "?fbclid=1", requested="http://t.example/1").url == wanted


@pytest.mark.parametrize(
    ("named", "flag"),
    [
        ("http://www.dailylantern.example/ferry", "original_at:dailylantern.example"),
        ("http://weeklytide.example/ferry", None),
        ("http://m.weeklytide.example/ferry", None),
        ("http://dailylantern.example/", None),
        ("/ferry", None),
        ("http://[broken", None),
        ("ftp://dailylantern.example/ferry", None),
    ],
)
def test_a_page_that_names_an_original_at_another_site_is_flagged(
    named: str, flag: str | None
) -> None:
    article = read_page(page_of(head=f'<link rel="canonical" href="{named}">'), url=URL)
    assert [f for f in article.flags if f.startswith("original_at")] == ([flag] if flag else [])


@pytest.mark.parametrize(
    ("url", "head", "first", "wanted"),
    [
        ("http://a.example/x", "", "", "unknown"),
        ("http://a.example/opinion/x", "", "", "opinion"),
        ("http://a.example/x", head_of(**{"@type": "OpinionNewsArticle"}), "", "opinion"),
        ("http://a.example/x", '<meta property="og:section" content="Opinión">', "", "opinion"),
        ("http://a.example/x", '<meta property="article:section" content="News">', "", "news"),
        ("http://a.example/2025/04/04/x", "", "", "news"),
        ("http://a.example/x", '<meta name="author" content="Reuters">', "", "wire"),
        ("http://a.example/x", "", "PORT ALDER, April 4 (Crosswire) - ", "wire"),
        ("http://a.example/x", "", "Bogotá, 7 abr (EFE).- ", "wire"),
        ("http://a.example/x", "", "The board (founded in 1911) met. ", "unknown"),
    ],
)
def test_the_kind_is_read_from_the_signs_that_the_outlet_put_up(
    url: str, head: str, first: str, wanted: str
) -> None:
    assert (
        read_page(page_of(first + SENTENCES[0], *SENTENCES[1:], head=head), url=url).kind == wanted
    )


def test_copy_signed_by_an_agency_of_outlets_yaml_is_wire() -> None:
    html = page_of(head='<meta name="author" content="Crosswire">')
    assert read_page(html, url="http://a.example/x", outlets=load_outlets()).kind == "wire"


def test_the_language_is_that_of_the_page_or_of_its_words() -> None:
    assert read_page(page_of(*SPANISH, lang="es-CO"), url=URL).language == "es"
    assert read_page(page_of(*SPANISH, lang=""), url=URL).language == "es"
    wrong = read_page(page_of(*SPANISH * 2, lang="en-US"), url="http://a.example/x")
    assert (wrong.language, wrong.flags) == ("es", ("declared_language:en",))


def test_a_date_that_only_the_address_gives_is_flagged_as_a_guess() -> None:
    article = read_page(page_of(), url=URL)
    assert (article.published, article.flags) == ("2025-04-04", ("guessed:published",))


def test_captions_and_the_title_are_no_paragraphs() -> None:
    figure = (
        "</p><figure><img src=a.png><figcaption>The quay. Photo: A. Nyberg</figcaption></figure><p>"
    )
    html = page_of(*SENTENCES[:3], figure, *SENTENCES[3:])
    assert read_page(html, url=URL).text == TEXT


def test_paragraphs_of_an_old_table_with_line_breaks_stay_apart() -> None:
    body = "<br><br>".join(SENTENCES)
    html = f"<html lang=en><title>x</title><table><tr><td>{body}</td></tr></table></html>"
    assert read_page(html.encode(), url=URL).text == TEXT


# --- encodings ---


def encoded(encoding: str, declared: str) -> bytes:
    return page_of(*SPANISH, lang="es").decode().replace("utf-8", declared).encode(encoding)


@pytest.mark.parametrize(
    ("encoding", "declared", "charset"),
    [
        ("utf-8", "utf-8", "iso-8859-1"),
        ("cp1252", "iso-8859-1", None),
        ("cp1252", "utf-8", "ISO-8859-1"),
        ("cp1252", "utf-8", "utf-8"),
        ("utf-16", "utf-8", None),
        ("utf-16-le", "utf-8", None),
        ("utf-8-sig", "iso-8859-1", None),
        ("utf-8", "utf-16", None),
        ("utf-8", "no-such-charset", "zlib"),
    ],
)
def test_a_page_is_read_whatever_it_says_about_its_encoding(
    encoding: str, declared: str, charset: str | None
) -> None:
    article = read_page(encoded(encoding, declared), url=URL, charset=charset)
    assert article.text == "\n\n".join(SPANISH)


def test_nul_bytes_are_left_out() -> None:
    assert read_page(page_of().replace(b"harbour", b"har\0bour"), url=URL).text == TEXT


# --- bad input ---

SHELL = b"<html><head><script src=a.js></script></head><body><div id=app></div></body></html>"


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        (b"", "empty"),
        (b" \n\0\0", "empty"),
        (b"<!-- nothing -->", "empty"),
        (b"%PDF-1.7 \x00\x01", "not_html"),
        (b"\x89PNG\r\n\x1a\n\0\0", "not_html"),
        (b'{"title": "x", "html": "<p>y</p>"}', "not_html"),
        (b"[" * 100_000, "not_html"),
        (b"<?xml version='1.0'?><rss version='2.0'><channel/></rss>", "not_html"),
        (b"Words of a plain text file. " * 50, "not_html"),
        (bytes(range(256)) * 40, "bad_encoding"),
        (SHELL, "script_only"),
        (
            b"<html><body><noscript>Please enable JavaScript.</noscript></body></html>",
            "script_only",
        ),
        (b"<html><body><p>Hello.</p></body></html>", "not_an_article"),
        (b"<html><body>" + b"<li><a href=/x>A short headline</a></li>" * 40, "not_an_article"),
        (b"<title>Page not found</title><h1>404</h1><p>It has gone.</p>", "soft_404"),
        ("<h1>Página no encontrada</h1><p>La página no existe.</p>".encode(), "soft_404"),
        (b"<h1>Before you continue</h1><p>Accept all cookies?</p>", "consent"),
        (
            b"<h1>We value your privacy</h1><p>We and our partners store data on a device. You may "
            b"click to consent to our processing. Accept all. Manage options.</p>",
            "consent",
        ),
        (b"<p>This content is not available in your region.</p>", "geo_block"),
    ],
)
def test_a_page_without_an_article_has_a_reason(html: bytes, wanted: str) -> None:
    assert reason(html) == wanted


def test_a_front_page_of_teasers_is_no_article() -> None:
    teaser = f"<p><a href='/a'>{SENTENCES[0]}</a></p>"
    assert reason(f"<html><body>{teaser * 12}</body></html>".encode()) == "not_an_article"


def test_a_text_that_stands_in_json_ld_alone_is_read_from_there() -> None:
    html = SHELL.replace(b"</head>", head_of(headline="x", articleBody=TEXT).encode() + b"</head>")
    assert read_page(html, url=URL).text == TEXT


@pytest.mark.parametrize("tag", ["div", "b", "span"])
@pytest.mark.parametrize("depth", [300, 20_000])
def test_markup_that_is_nested_thousands_deep_still_gives_its_article(tag: str, depth: int) -> None:
    html = page_of().replace(b"<article>", f"<article>{f'<{tag}>' * depth}".encode())
    assert read_page(html, url=URL).text == TEXT


def test_nested_json_ld_and_entities_do_no_harm() -> None:
    bomb = '<script type="application/ld+json">' + "[" * 100_000 + "</script>"
    assert read_page(page_of(head=bomb), url=URL).text == TEXT
    outside = b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]>' + page_of(
        "&x;", *SENTENCES
    )
    assert read_page(outside, url=URL).text.endswith(TEXT)


@pytest.mark.slow
def test_an_article_of_200_000_words_is_read_whole() -> None:
    paragraphs = [f"Line {n}: {SENTENCES[n % 6]}" for n in range(14_000)]
    article = read_page(page_of(*paragraphs), url=URL)
    assert article.words > 200_000
    assert article.text == "\n\n".join(paragraphs)


FEW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def read_or_reason(html: bytes, charset: str | None = None) -> None:
    try:
        article = read_page(html, url=URL, charset=charset)
    except PageError as error:
        assert error.reason in REASONS
    else:
        assert article.text.strip()


@FEW
@given(html=st.binary(max_size=600), charset=st.none() | st.text(max_size=12))
def test_no_bytes_raise_anything_but_a_page_error(html: bytes, charset: str | None) -> None:
    read_or_reason(html, charset)


MARKUP = st.sampled_from(
    ["<p>", "</p>", "<div>", "</article>", "<table>", "<!--", "-->", "<script>", "<![CDATA[", "]]>",
     "&", "&#0;", "&#xD800;", "<br/>", "<svg>", "<math>", "“", '"', "\0", "\ud800", "<title>",
     "<base href='http://[x'>", "<a href='http://[x'>", "<link rel=canonical href='//[x'>",
     '<script type="application/ld+json">{"@type":["NewsArticle",3],"author":[[{}],7,null],'
     '"headline":{"a":1},"datePublished":7,"@graph":[[[]]]}</script>', "<meta name=date content=x>"]
)  # fmt: skip


@FEW
@given(cuts=st.lists(st.tuples(st.integers(0, 900), st.integers(0, 300), MARKUP), max_size=6))
def test_no_damaged_page_raises_anything_but_a_page_error(
    cuts: list[tuple[int, int, str]],
) -> None:
    html = page_of(head=head_of(headline="x"))
    for start, length, piece in cuts:
        html = html[:start] + piece.encode("utf8", "surrogatepass") + html[start + length :]
    read_or_reason(html)
