"""A page carries the rules that it can show, and no other; what it shows looks the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from built.pack import inline_styles
from built.pack.css import Words, parse, prune

WORDS = Words(whole={"p", "a", "card", "ltr", "dot--done", "data-x"}, pieces={"bar__", "--open"})

RULES = {
    "element": ("p{margin:0}b{margin:0}", "p{margin:0}"),
    "class": (".card,.other{margin:0}", ".card{margin:0}"),
    "all that a selector names": ("p .other{margin:0}", ""),
    "what is not so": ("p:not(.other){margin:0}", "p:not(.other){margin:0}"),
    "one of several": (":is(.other,.card) p{margin:0}", ":is(.other,.card) p{margin:0}"),
    "direction": ("[dir=rtl] p{margin:0}[dir=ltr] p{margin:0}", "[dir=ltr] p{margin:0}"),
    "state": ("p[data-x=y]:hover{margin:0}", "p[data-x=y]:hover{margin:0}"),
    "name put together": (".bar__right{margin:0}.box--open{margin:0}",) * 2,
    "media query": ("@media print{p{margin:0}b{margin:0}}", "@media print{p{margin:0}}"),
    "empty media query": ("@media print{b{margin:0}}", ""),
    "layer": ("@layer theme{.other{margin:0}.card{margin:0}}", "@layer theme{.card{margin:0}}"),
    "order of layers": ("@layer a,b;p{margin:0}", "@layer a,b;p{margin:0}"),
    "animation": ("@keyframes k{0%{top:0}to{top:1px}}",) * 2,
    "family": ("@font-face{font-family:a;src:url(a.woff2)}",) * 2,
    "property that nothing uses": (
        "p{--a:1px;--b:2px;margin:var(--a)}",
        "p{--a:1px;margin:var(--a)}",
    ),
    "property by way of another": (
        "p{--a:var(--b);--b:2px;margin:var(--a)}",
        "p{--a:var(--b);--b:2px;margin:var(--a)}",
    ),
    "string with braces": ('p::before{content:"};{"}b{margin:0}', 'p::before{content:"};{"}'),
    "address with a semicolon": (
        'p{--a:url("data:image/svg+xml;x,<svg>");background:var(--a)}',
        'p{--a:url("data:image/svg+xml;x,<svg>");background:var(--a)}',
    ),
    "functions inside functions": ("p{--a:1px;margin:max(var(--a),calc((1px + (2px*3))/2))}",) * 2,
    "escaped name": (".a\\:b{margin:0}", ""),
}


@pytest.mark.parametrize(("css", "kept"), RULES.values(), ids=RULES)
def test_a_rule_stays_if_the_page_can_show_it(css: str, kept: str) -> None:
    assert prune(parse(css), WORDS) == kept


PAGE = (
    '<html><head><link rel="stylesheet" href="../assets/a.css">'
    '<link rel="stylesheet" media="print" href="../assets/print.css">'
    '<link rel="stylesheet" href="../assets/b/b.css">'
    '<script type="module" src="../assets/pages/x.mjs"></script></head><body><p>x</p></body></html>'
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with a page, its sheets, and a script that makes an element and loads another page."""
    for name, text in {
        "page/index.html": PAGE,
        "parts/index.html": '<p class="from-there">x</p>',
        "assets/a.css": "p { margin: 0 }\nb { margin: 0 }",
        "assets/b/b.css": "i { background: url('i.png') }\n.from-there { margin: 0 }",
        "assets/print.css": "p { color: black }\ntd { color: black }",
        "assets/pages/x.mjs": 'make("i");fetch(`parts/${1}`)',
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path


def test_the_style_of_a_page_is_in_it_with_what_its_scripts_show(site: Path) -> None:
    elements = inline_styles(site).elements

    style = (
        "p{margin:0}@media print{p{color:#000}}"
        "i{background:url(../assets/b/i.png)}.from-there{margin:0}"
    )
    assert elements == [f"<style>{style}</style>"]
    page = (site / "page/index.html").read_text("utf-8")
    assert elements[0] in page
    assert "stylesheet" not in page
    assert list(site.rglob("*.css")) == []


def test_no_page_of_the_guide_waits_for_a_style_sheet(site_pages: dict[str, str]) -> None:
    assert [path for path, page in site_pages.items() if page.count("<style>") != 1] == []
    assert [path for path, page in site_pages.items() if 'rel="stylesheet"' in page] == []


@pytest.fixture
def site_pages(guide: tuple[Path, str]) -> dict[str, str]:
    """Every page of the built guide."""
    folder = guide[0] / "site"
    return {str(path): path.read_text("utf-8") for path in folder.rglob("*.html")}
