"""A preview says where in docs/ a fault of a built page was written."""

from __future__ import annotations

from pathlib import Path

import pytest

from authoring.problems import Problem
from built.notice import NOTICE
from built.preview import Source, problems_of, show_problems

OPENING = '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">\n</head><body>\n'
FAULTS = {
    "a tag": ("<p style='x'>", "Text.\n\n<p style='x'>\n", "docs/a.md:3:1: attribute 'style'"),
    "an attribute list": ('<p onclick="x()">', "Text.\n{: onclick=x() }\n", "docs/a.md:2:12: "),
    "a link": ('<a href="gone.md">', "`gone.md` and [it](gone.md)\n", "docs/a.md:1:20: 'gone.md'"),
    "an anchor": ('<a href="../b/#no">', "See [it](b.md#no).\n", "docs/a.md:1:14: '../b/#no'"),
    "the theme": ("<base>", "Text.\n", "site/a/index.html:4:1: <base> is refused"),
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of three pages."""
    for name in ("index.html", "a/index.html", "b/index.html"):
        page = tmp_path / "site" / name
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(f"{OPENING}{NOTICE}", "utf-8")
    return tmp_path / "site"


@pytest.mark.parametrize(("tag", "markdown", "start"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_told_where_it_was_written(
    site: Path, tag: str, markdown: str, start: str
) -> None:
    (site / "a" / "index.html").write_text(f"{OPENING}{tag}", "utf-8")

    problems = problems_of(site, {"a/index.html": Source("docs/a.md", markdown)}, ())

    assert [str(problem)[: len(start)] for problem in problems] == [start]


def test_a_link_into_an_unfinished_page_is_no_fault(site: Path) -> None:
    (site / "a" / "index.html").write_text(f'{OPENING}<a href="../b/#later">', "utf-8")

    assert problems_of(site, {}, {"b/index.html"}) == []


def test_every_page_names_the_problems(site: Path) -> None:
    (site / "a" / "index.html").write_text(f"{OPENING}{NOTICE}<base>", "utf-8")

    show_problems(site, problems_of(site, {}, ()))

    for page in site.rglob("*.html"):
        assert "Problems: 1. " in page.read_text("utf-8")
        assert "site/a/index.html:4:" in page.read_text("utf-8")


def test_a_problem_that_is_solved_is_no_longer_named(site: Path) -> None:
    before = (site / "index.html").read_text("utf-8")
    show_problems(site, [Problem("docs/a.md", 1, 1, "a problem")])

    show_problems(site, problems_of(site, {}, ()))

    assert (site / "index.html").read_text("utf-8") == before
