"""What search engines and shared links are told about the pages, and that it is true."""

from __future__ import annotations

import json
import re
import struct
import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import urlsplit

import pytest
from jinja2 import Environment, FileSystemLoader

from conftest import ROOT, SUB_PATH

CARD = "assets/site/card.png"
TOLD = {"@context", "@type", "name", "description", "url", "inLanguage"}
TOLD |= {"isAccessibleForFree", "license"}


class Head(HTMLParser):
    """What a machine reads of a page: title, meta, links, headings, data, anchors."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.meta: dict[str, str] = {}
        self.links: dict[str, str] = {}
        self.anchors: list[str] = []
        self.texts: dict[str, list[str]] = {"title": [], "h1": [], "script": []}
        self._open = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "meta":
            self.meta[given.get("name") or given.get("property", "")] = given.get("content", "")
        if tag == "link":
            self.links[given["rel"]] = given["href"]
        if tag == "a" and "href" in given:
            self.anchors.append(given["href"])
        is_data = given.get("type") == "application/ld+json"
        self._open = tag if tag in ("title", "h1") or (tag == "script" and is_data) else self._open
        if self._open == tag and not (tag == "title" and "id" in given):
            self.texts[tag].append("")

    def handle_endtag(self, tag: str) -> None:
        self._open = "" if tag == self._open else self._open

    def handle_data(self, data: str) -> None:
        if self._open and self.texts[self._open]:
            self.texts[self._open][-1] += data


def in_the_head(html: str) -> str:
    """The page up to its body, and its headings: pictures have titles too."""
    head, _, body = html.partition("</head>")
    return head + "".join(re.findall(r"<h1.*?</h1>|<a [^>]*>", body, re.DOTALL))


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, Head]:
    """Every built page except the one for unknown addresses, by its address."""
    found = sorted(
        path for path in site.rglob("*.html") if path.name not in ("404.html", "offline.html")
    )
    return {
        path.relative_to(site).as_posix().removesuffix("index.html"): Head(
            in_the_head(path.read_text("utf-8"))
        )
        for path in found
    }


def test_every_page_has_one_heading_a_title_and_a_description(pages: dict[str, Head]) -> None:
    assert len(pages) > 30
    for address, page in pages.items():
        assert len(page.texts["h1"]) == 1, address
        assert len(page.texts["title"]) == 1, address
        assert len(page.meta["description"]) >= 20, address


def test_no_two_pages_share_a_title_or_a_description(pages: dict[str, Head]) -> None:
    titles = {page.texts["title"][0] for page in pages.values()}
    descriptions = {page.meta["description"] for page in pages.values()}

    assert len(titles) == len(descriptions) == len(pages)


def test_a_shared_link_shows_what_the_page_is(pages: dict[str, Head], site_url: str) -> None:
    for address, page in pages.items():
        assert page.links["canonical"] == page.meta["og:url"] == site_url + address
        assert page.texts["title"][0].startswith(page.meta["og:title"])
        assert page.meta["og:description"] == page.meta["description"]
        assert page.meta["og:type"] == ("article" if address else "website")
        assert page.meta["og:image"] == site_url + CARD
        assert page.meta["twitter:card"] == "summary_large_image"


def test_the_card_is_as_large_as_it_says_and_light(site: Path, pages: dict[str, Head]) -> None:
    card = (site / CARD).read_bytes()
    home = pages[""].meta

    assert card.startswith(b"\x89PNG\r\n")
    assert struct.unpack(">II", card[16:24]) == (1200, 630)
    assert (home["og:image:width"], home["og:image:height"]) == ("1200", "630")
    assert len(card) < 80_000


def test_the_data_about_a_page_is_true_and_holds_no_answer(
    pages: dict[str, Head], site_url: str
) -> None:
    for address, page in pages.items():
        if address.startswith("practice/"):
            assert page.texts["script"] == []
            continue
        data = json.loads(page.texts["script"][0])
        is_quiz = address.startswith("quizzes/")

        assert data["@type"] == ("Quiz" if is_quiz else "LearningResource")
        assert data["url"] == site_url + address
        assert data["name"] == page.meta["og:title"]
        assert data["description"] == page.meta["description"]
        assert set(data) == TOLD | ({"about"} if is_quiz else set())
        assert not is_quiz or data["about"]["name"] == data["name"].removeprefix("Quiz: ")


def test_no_text_ends_the_data_or_an_attribute() -> None:
    hostile = '</script><img src=x onerror="alert(1)">&amp;\'"'
    page = SimpleNamespace(
        is_homepage=False,
        meta={"title": 'Quiz: 1 < 2 & "3"', "description": hostile},
        url="quizzes/hostile/",
        canonical_url="https://example.org/quizzes/hostile/",
    )
    config = SimpleNamespace(site_name=hostile, site_url="https://example.org/")
    template = Environment(loader=FileSystemLoader(ROOT / "overrides"), autoescape=False)

    html = template.get_template("partials/share.html").render(
        page=page, config=config, content="<quiz-run></quiz-run>"
    )

    told = Head(html)
    assert html.count("<script") == html.count("</script") == 1
    assert "<img" not in html
    assert told.meta["og:description"] == hostile
    assert json.loads(told.texts["script"][0])["description"] == hostile
    assert json.loads(told.texts["script"][0])["about"]["name"] == '1 < 2 & "3"'


def test_the_sitemap_lists_every_page_and_nothing_else(
    site: Path, pages: dict[str, Head], site_url: str
) -> None:
    tree = ET.parse(site / "sitemap.xml")
    listed = [place.text for place in tree.iterfind(".//{*}loc")]

    assert sorted(listed) == sorted(site_url + address for address in pages)


def test_an_unknown_address_leads_back_into_the_guide(site: Path) -> None:
    html = (site / "404.html").read_text("utf-8")
    page = Head(in_the_head(html))
    inside = [urlsplit(href).path for href in page.anchors if not href.startswith("#")]

    assert page.meta["robots"] == "noindex"
    assert "canonical" not in page.links
    assert page.texts["h1"] == ["Page not found"]
    assert len(inside) > 30
    for path in inside:  # absolute, since the page is shown at any depth
        assert path.startswith(SUB_PATH)
        assert (site / path.removeprefix(SUB_PATH) / "index.html").is_file(), path
