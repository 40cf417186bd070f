"""The link checker finds each fault at its place, and nothing in a sound site."""

import subprocess
import sys
from pathlib import Path

import pytest

from built.links import Site

HOOKS = Path(__file__).parents[2] / "hooks"
HEAD = '<link rel="canonical" href="https://name.github.io/guide/">\n'
OTHER = '<h2 id="caf\u00e9">Other</h2>\n<svg><symbol id="tick"/></svg>\n'

FAULTS = {
    '<a href="gone/">x</a>': "'gone/' leads to no file: 'gone/index.html' is missing",
    '<a href="other">x</a>': "'other' leads to no file: 'other' is missing",
    '<a href="OTHER/">x</a>': "'OTHER/' leads to no file: 'OTHER/index.html' is missing",
    '<a href="#gone">x</a>': "'#gone' leads to no place: 'index.html' has no id 'gone'",
    '<a href="other/#gone">x</a>': (
        "'other/#gone' leads to no place: 'other/index.html' has no id 'gone'"
    ),
    '<a href="https://name.github.io/guide/gone/">x</a>': (
        "'https://name.github.io/guide/gone/' leads to no file: 'gone/index.html' is missing"
    ),
    '<a href="/other/">x</a>': ("'/other/' leads out of the site, which is served under '/guide/'"),
    '<a href="../../up/">x</a>': (
        "'../../up/' leads out of the site, which is served under '/guide/'"
    ),
    '<a href="javascript:x()">x</a>': "a has 'javascript:x()': 'javascript' is not let in",
    '<a href="http://[x">x</a>': "a has 'http://[x', which is no address",
    '<img src="gone.png">': "'gone.png' leads to no file: 'gone.png' is missing",
    '<img src="">': "img has an empty address",
    '<img srcset="dot.png, gone.png 2x">': "'gone.png' leads to no file: 'gone.png' is missing",
    '<video poster="gone.png"></video>': "'gone.png' leads to no file: 'gone.png' is missing",
    '<img src="https://cdn.example/x.png">': (
        "img asks another host for 'https://cdn.example/x.png'"
    ),
    '<script src="//cdn.example/x.js"></script>': (
        "script asks another host for '//cdn.example/x.js'"
    ),
    '<link rel="preconnect" href="https://cdn.example">': (
        "link asks another host for 'https://cdn.example'"
    ),
    '<link rel="alternate stylesheet" href="//cdn.example/x.css">': (
        "link asks another host for '//cdn.example/x.css'"
    ),
    '<iframe src="data:text/html,x"></iframe>': (
        "iframe has 'data:text/html,x': 'data' is not let in"
    ),
    '<svg><use xlink:href="#gone"/></svg>': (
        "'#gone' leads to no place: 'index.html' has no id 'gone'"
    ),
    '<p id="here">x</p>': "id 'here' is already used in line 2",
}
SOUND = [
    '<a href="other/">x</a>',
    '<a href="./other/index.html?q=1#caf%C3%A9">x</a>',
    '<a href="">x</a> <a href="#">x</a> <a href="#top">x</a> <a href="#here">x</a>',
    '<a href="/guide/other/">x</a>',
    '<a href="https://name.github.io/guide/other/#tick">x</a>',
    '<a href="https://elsewhere.example/gone/#x">x</a> <a href="mailto:a@b.example">x</a>',
    '<link rel="license" href="https://creativecommons.org/licenses/by/4.0/">',
    '<img src="dot.png" srcset="dot.png 1x,\n  dot.png 2x" alt="">',
    '<img src="data:image/png;base64,AA==" alt="">',
    '<script>"<a href=gone>"</script><!-- <a href="gone"> -->',
    '<code>&lt;a href="gone"&gt;</code>',
]


def site(root: Path, body: str) -> Site:
    """A site of two pages and a picture, the home page ending in *body*."""
    (root / "other").mkdir()
    (root / "other/index.html").write_text(OTHER, "utf-8")
    (root / "dot.png").touch()
    (root / "index.html").write_text(f'{HEAD}<i id="here"></i>\n  {body}\n', "utf-8")
    return Site(root)


@pytest.mark.parametrize(("body", "sentence"), FAULTS.items(), ids=FAULTS)
def test_a_fault_is_told_with_its_place(tmp_path: Path, body: str, sentence: str) -> None:
    column = 8 if body.startswith("<svg>") else 3

    problems = site(tmp_path, body).problems()

    assert [str(each) for each in problems] == [f"{tmp_path}/index.html:3:{column}: {sentence}"]


@pytest.mark.parametrize("body", SOUND)
def test_a_sound_page_has_no_problem(tmp_path: Path, body: str) -> None:
    assert site(tmp_path, body).problems() == []


@pytest.mark.parametrize("base", ["my%20guide", "gu%C3%ADa", "%7Eanna/my%20guide"])
def test_a_path_may_hold_escaped_characters(tmp_path: Path, base: str) -> None:
    site(tmp_path, f'<a href="/{base}/other/">x</a> <a href="other/">x</a>')
    home = (tmp_path / "index.html").read_text("utf-8")
    (tmp_path / "index.html").write_text(home.replace("/guide/", f"/{base}/"), "utf-8")

    assert Site(tmp_path).problems() == []


def test_the_base_decides_what_is_inside(tmp_path: Path) -> None:
    site(tmp_path, '<a href="/elsewhere/other/">x</a>')

    told = [each.sentence for each in Site(tmp_path, "/elsewhere").problems()]

    assert told == [
        "'https://name.github.io/guide/' leads out of the site, which is served under '/elsewhere/'"
    ]


def test_without_a_home_address_the_site_is_at_the_root(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text('<a href="/a.html"> <a href="/b.html">', "utf-8")

    assert [each.column for each in Site(tmp_path).problems()] == [20]
    assert Site(tmp_path, "/").problems() == Site(tmp_path).problems()


def test_all_problems_of_all_pages_are_told_in_order(tmp_path: Path) -> None:
    (tmp_path / "b.html").write_text('<a href="x">\n<i id="i"><i id="i">', "utf-8")
    (tmp_path / "a.html").write_text('<a href="y"></a> <a href="z">', "utf-8")

    problems = Site(tmp_path).problems()

    places = [(Path(each.path).name, each.line, each.column) for each in problems]
    assert places == [("a.html", 1, 1), ("a.html", 1, 18), ("b.html", 1, 1), ("b.html", 2, 11)]


def test_a_folder_without_pages_does_not_pass(tmp_path: Path) -> None:
    assert [each.sentence for each in Site(tmp_path).problems()] == [
        "the folder holds no HTML page"
    ]


@pytest.mark.parametrize(("body", "code"), [('<a href="other/">', 0), ('<a href="gone">', 1)])
def test_the_exit_code_says_whether_to_go_on(tmp_path: Path, body: str, code: int) -> None:
    site(tmp_path, body)

    command = [sys.executable, "-m", "built.links", tmp_path]
    run = subprocess.run(command, cwd=HOOKS, capture_output=True, check=False)

    assert run.returncode == code
    assert bool(run.stdout) == bool(code)
    assert run.stderr == b""
