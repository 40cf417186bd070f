"""What the policy refuses, where it says so, and what it writes."""

from pathlib import Path

import pytest

from built.__main__ import main as finish
from built.policy import PolicyError, apply
from built.policy.header import digest
from built.tables import align_by_class

OPENING = (
    '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">\n<title>t</title></head><body>\n'
)
OWN = "<script>first()</script>"
"""What the build itself has written into a page."""
STYLE = "<style>p{margin:0}</style>"


def site_with(folder: Path, body: str, name: str = "index.html", opening: str = OPENING) -> Path:
    site = folder / "site"
    page = site / name
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_bytes(f"{opening}{body}".encode())
    return site


def problems(site: Path) -> list[str]:
    with pytest.raises(PolicyError) as told:
        apply(site)
    return str(told.value).splitlines()


ALIGNMENT = {
    "right": ('<td style="text-align: right;">1</td>', '<td class="align-right">1</td>'),
    "head": ('<th style="text-align: center;">1</th>', '<th class="align-center">1</th>'),
    "left": ('<td style="text-align: left;">1</td>', '<td class="align-left">1</td>'),
    "class after": (
        '<td style="text-align: right;" class="a b">1</td>',
        '<td class="align-right a b">1</td>',
    ),
    "class before": ('<td class="a" style="text-align: left;">', '<td class="align-left a">'),
    "another style": ('<td style="color: red;">', '<td style="color: red;">'),
    "another element": ('<p style="text-align: right;">', '<p style="text-align: right;">'),
    "code": (
        "<code>&lt;td style=&quot;text-align: right;&quot;&gt;</code>",
        "<code>&lt;td style=&quot;text-align: right;&quot;&gt;</code>",
    ),
}


@pytest.mark.parametrize(("written", "aligned"), ALIGNMENT.values(), ids=ALIGNMENT)
def test_a_cell_is_aligned_by_class(written: str, aligned: str) -> None:
    assert align_by_class(written) == aligned


HOSTILE = {
    "inline script": ("<script>alert(1)</script>", "an inline script"),
    "script in capitals": ("<SCRIPT>alert(1)</SCRIPT>", "an inline script"),
    "script with a type": ('<script type="module">x()</script>', "an inline script"),
    "script said to be data twice": (
        '<script type="text/javascript" type="application/json">x()</script>',
        "stands twice",
    ),
    "import map": ('<script type="importmap">{"imports":{}}</script>', "an inline script"),
    "script in comment": ("<!-- <script>alert(1)</script> -->", "an inline script"),
    "comment closed by --!>": ("<!-- --!><script>x()</script> -->", "an inline script"),
    "comment that is none": ("<!--><script>x()</script>-->", "an inline script"),
    "script behind textarea": (
        "<textarea><!-- </textarea><script>x()</script> --></textarea>",
        "an inline script",
    ),
    "script behind title": ('<p title="</title><script>x()</script>">', "not written plainly"),
    "script behind noscript": (
        '<noscript><p title="</noscript><img src=x onerror=x()>"></noscript>',
        "not written plainly",
    ),
    "script in CDATA": ("<svg><![CDATA[<script>x()</script>]]></svg>", "an inline script"),
    "script without end": ("<script>x()", "does not end"),
    "double escaped": ("<script><!-- <script></script>x()</script>", "does not end"),
    "script in svg": ("<svg><script>&#120;()</script></svg>", "an inline script"),
    "prefixed script": ('<x:script xmlns:x="u"></x:script>', "write a script as"),
    "remote script": ('<script src="https://x.test/a.js"></script>', "asks another host"),
    "scheme-relative": ("<script src=//x.test/a.js></script>", "asks another host"),
    "backslashes": ('<script src="\\\\x.test/a.js"></script>', "asks another host"),
    "entity in address": ('<script src="&#x2f;/x.test/a.js"></script>', "asks another host"),
    "tab in address": ('<script src="/\t/x.test/a.js"></script>', "asks another host"),
    "script by data": ('<script src="data:text/javascript,1"></script>', "asks another host"),
    "text beside src": ('<script src="a.js">x()</script>', "holds text as well"),
    "handler": ('<img src="a.png" onerror="x()">', "'onerror' of <img> is a script"),
    "handler in capitals": ("<IMG SRC=a ONERROR=x()>", "'onerror' of <img> is a script"),
    "handler over lines": ('<p\n  onclick\n = "x()">', "'onclick' of <p> is a script"),
    "handler unquoted": ("<p onclick=x()>", "'onclick' of <p> is a script"),
    "handler with form feed": ("<p\fonclick=x()>", "'onclick' of <p> is a script"),
    "handler behind a slash": ("<img/src=x/onerror=x()>", "not written plainly"),
    "handler behind a quote": ('<p title="a"onclick="x()">', "not written plainly"),
    "handler behind open quote": ('<p title="a\n<b onclick=x()>', "not written plainly"),
    "tag in a tag": ("<p <img src=x onerror=x()>", "not written plainly"),
    "tag without end": ("<img src=x onerror=x() ", "not written plainly"),
    "no-break space": ("<p\u00a0onclick=x()>", "not written plainly"),
    "svg onload": ("<svg onload=x()>", "'onload' of <svg> is a script"),
    "svg style": ("<svg><style>@import 'x'</style></svg>", "<style> is refused"),
    "svg animation": ('<svg><set attributeName="href" to="#"/></svg>', "<set> is refused"),
    "svg use": ('<svg><use href="https://x.test/a.svg#a"/></svg>', "asks another host"),
    "svg paint": ('<path fill="url(https://x.test/a#b)"/>', "outside the page"),
    "javascript address": ('<a href="javascript:x()">', "is a script: 'javascript:x()'"),
    "in capitals with spaces": ('<a href=" JaVa\tScRipT:x()">', "is a script"),
    "by entities": ('<a href="java&#115;cript&colon;x()">', "is a script"),
    "by entity without semicolon": ('<a href="&#106avascript:x()">', "is a script"),
    "by line break entity": ('<a href="java&NewLine;script:x()">', "is a script"),
    "vbscript": ('<a href="vbscript:x">', "is a script"),
    "in xlink:href": ('<svg><a xlink:href="javascript:x()"/></svg>', "is a script"),
    "in a list of values": ('<g values="a;javascript:x()"/>', "is a script"),
    "in formaction": ('<button formaction="javascript:x()">', "is a script"),
    "data page": ('<a href="data:text/html,x">', "a page of its own"),
    "form elsewhere": ('<form action="https://x.test/">', "asks another host"),
    "style attribute": ('<p style="color: red">', "'style' of <p> is refused"),
    "style unquoted": ("<p STYLE=color:red>", "'style' of <p> is refused"),
    "style element": ("<style>p{}</style>", "<style> is refused"),
    "remote style sheet": ('<link rel="stylesheet" href="https://x.test/a.css">', "another host"),
    "preconnect": ('<link rel="preconnect" href="https://x.test">', "asks another host"),
    "mixed relations": ('<link rel="canonical preload" href="https://x.test/">', "another host"),
    "remote picture": ('<img src="https://x.test/a.png" alt="">', "asks another host"),
    "remote srcset": ('<img srcset="a.png 1x, https://x.test/b.png 2x">', "asks another host"),
    "html as picture": ('<img src="data:text/html,x" alt="">', "asks another host"),
    "frame": ('<iframe src="a.html"></iframe>', "<iframe> is refused"),
    "srcdoc": ('<p srcdoc="x">', "'srcdoc' of <p> is refused"),
    "object": ('<object data="a.svg"></object>', "<object> is refused"),
    "base": ('<base href="/x/">', "<base> is refused"),
    "refresh": ('<meta http-equiv="refresh" content="0;url=x">', "'http-equiv' of <meta>"),
    "second policy": (
        '<meta http-equiv="Content-Security-Policy" content="default-src *">',
        "'http-equiv' of <meta>",
    ),
    "ping": ('<a href="a" ping="https://x.test/">', "'ping' of <a> is refused"),
    "NUL": ("<p>a\0b</p>", "a NUL character"),
}


@pytest.mark.parametrize(("body", "sentence"), HOSTILE.values(), ids=HOSTILE)
def test_what_could_run_is_refused_with_its_place(tmp_path: Path, body: str, sentence: str) -> None:
    site = site_with(tmp_path, f"<p>ok</p>\n  {body}\n")
    before = (site / "index.html").read_bytes()

    told = problems(site)

    assert any(sentence in problem for problem in told)
    assert all(problem.startswith("site/index.html:") for problem in told)
    assert (site / "index.html").read_bytes() == before


def test_the_place_is_the_tag(tmp_path: Path) -> None:
    site = site_with(tmp_path, '<p>ok</p>\n  <b>x</b> <a href="javascript:x()">y</a>\n')

    told = problems(site)

    sentence = "attribute 'href' of <a> is a script: 'javascript:x()'"
    assert told == [f"site/index.html:5:12: {sentence}"]


def test_every_problem_of_every_page_is_told_at_once(tmp_path: Path) -> None:
    site_with(tmp_path, "<style></style>\n<p onclick=x()>\n", "b/index.html")
    site = site_with(tmp_path, "<base>", "a/index.html")

    told = problems(site)

    assert [problem.split(": ")[0] for problem in told] == [
        "site/a/index.html:4:1",
        "site/b/index.html:4:1",
        "site/b/index.html:5:1",
    ]


HARMLESS = {
    "links": '<a href="https://x.test/?a=1&amp;b=2" title="see: javascript in code">x</a>',
    "mail": '<a href="mailto:a@x.test">x</a>',
    "canonical": '<link rel="canonical" href="https://x.test/">',
    "own files": '<script src="../a.js"></script><img src="a.png" alt="a > b">',
    "data picture": '<img src="data:image/png;base64,AA==" alt="">',
    "data block": '<script id="c" type="application/json">{"base": "a\\u003cb", "x": 1}</script>',
    "text": "<p>1 < 2, a&lt;b, &lt;script&gt;, 3 <3</p>",
    "self-closing": "<br/><input disabled value=x><circle r='1' fill=\"url(#a)\"/>",
    "comment": "<!-- a note with <b>tags</b> -->",
}


@pytest.mark.parametrize("body", HARMLESS.values(), ids=HARMLESS)
def test_what_cannot_run_is_let_pass(tmp_path: Path, body: str) -> None:
    site = site_with(tmp_path, body)

    apply(site)

    assert (site / "index.html").read_text("utf-8").endswith(body)


def test_the_policy_stands_right_after_the_charset(tmp_path: Path) -> None:
    site = site_with(tmp_path, f"{OWN}{STYLE}")

    apply(site, [OWN, STYLE])

    page = (site / "index.html").read_text("utf-8")
    head = page.partition('<meta charset="utf-8">')[2]
    assert head.startswith(
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\''
    )
    script, style = digest("first()"), digest("p{margin:0}")
    assert f"script-src 'self' {script}; style-src 'self' {style};" in head


def test_a_page_allows_only_what_is_in_it(tmp_path: Path) -> None:
    site_with(tmp_path, OWN)
    site = site_with(tmp_path, "<p>plain</p>", "a/index.html")

    apply(site, [OWN, STYLE])

    assert "script-src 'self'; style-src 'self';" in (site / "a/index.html").read_text("utf-8")
    assert digest("p{margin:0}") not in (site / "index.html").read_text("utf-8")


def test_a_page_that_parses_another_allows_its_style(tmp_path: Path) -> None:
    site_with(tmp_path, f"{OWN}{STYLE}", "quiz/index.html")
    site = site_with(tmp_path, "<p>plain</p>")

    apply(site, [OWN, STYLE], {"index.html": ["quiz/index.html"]})

    policy = (site / "index.html").read_text("utf-8")
    assert f"script-src 'self'; style-src 'self' {digest('p{margin:0}')};" in policy


@pytest.mark.parametrize(
    "body",
    ["<script>first();more()</script>", "<style>p{margin:1px}</style>", "<style >p{margin:0}"],
)
def test_what_only_resembles_our_own_is_refused(tmp_path: Path, body: str) -> None:
    with pytest.raises(PolicyError):
        apply(site_with(tmp_path, body), [OWN, STYLE])


def test_line_ends_do_not_change_a_hash() -> None:
    # printf 'a\nb' | openssl dgst -sha256 -binary | base64
    expected = "'sha256-fhj3NzEbLcOy8mndeDlrA1HxT7Zu+oefdoyyMYGIPHg='"

    assert {digest("a\nb"), digest("a\r\nb"), digest("a\rb")} == {expected}


def test_applied_twice_it_changes_nothing_more(tmp_path: Path) -> None:
    site = site_with(tmp_path, f"{OWN}\r\n")
    apply(site, [OWN])
    once = (site / "index.html").read_bytes()

    apply(site, [OWN])

    assert (site / "index.html").read_bytes() == once
    assert once.endswith(b"</script>\r\n")


def test_a_finished_site_is_refused_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = site_with(tmp_path, "")
    apply(site)

    with pytest.raises(SystemExit):
        finish([str(site)])

    assert f"{site} is finished already: build it again first" in capsys.readouterr().err


@pytest.mark.parametrize(
    "opening",
    [
        '<!doctype html><html><head><title>t</title><meta charset="utf-8">',
        '<!doctype html><html><head><script src="a.js"></script><meta charset="utf-8">',
        '<!doctype html><html><body><meta charset="utf-8">',
        '<!doctype html><html><head><meta charset="iso-2022-jp">',
        "<p>",
    ],
)
def test_a_page_where_the_policy_would_come_too_late_is_refused(
    tmp_path: Path, opening: str
) -> None:
    assert "does not open with" in problems(site_with(tmp_path, "x", opening=opening))[0]


SVG = {
    "script": "<svg><script>x()</script></svg>",
    "handler": "<svg onload='x()'/>",
    "doctype": "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>",
    "names by another letter": "<svg><_:a xmlns:_='u'/></svg>",
    "style sheet": "<?xml-stylesheet href='a.css'?><svg/>",
}


@pytest.mark.parametrize("text", SVG.values(), ids=SVG)
def test_an_svg_that_does_something_is_refused(tmp_path: Path, text: str) -> None:
    site = site_with(tmp_path, text, "a.svg", opening="")

    assert problems(site)[0].startswith("site/a.svg:1:")


def test_an_svg_that_only_draws_is_let_pass(tmp_path: Path) -> None:
    drawing = '<?xml version="1.0" encoding="UTF-8"?>\n<!-- a --><svg><path d="M0 0"/></svg>'

    apply(site_with(tmp_path, drawing, "a.svg", opening=""))


def test_other_kinds_of_page_and_other_encodings_are_refused(tmp_path: Path) -> None:
    site = site_with(tmp_path, "", "a.xhtml")
    (site / "b.html").write_bytes(b"\xff\xfe<")

    told = problems(site)

    assert told[0] == "site/a.xhtml:1:1: a page may not end in '.xhtml': only .html gets the policy"
    assert told[1] == "site/b.html:1:1: not UTF-8 at byte 0"
