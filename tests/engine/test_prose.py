"""The anchors that quizbank sees in a page are those that the site generator gives it."""

from __future__ import annotations

import re

import pytest
from markdown import markdown as convert

from authoring.problems import Report
from authoring.prose import anchors, check_front_matter, section_titles

PAGES = {
    "## How it works": {"how-it-works"},
    "# One\n\n###### Six": {"one", "six"},
    "## LoRA {#lora}": {"lora"},
    "## LoRA { .wide #lora }": {"lora"},
    "## `r` and *rank* in **LoRA**": {"r-and-rank-in-lora"},
    "## See [the paper](https://arxiv.org/abs/2106.09685)": {"see-the-paper"},
    "## Café, naïve — “quoted”": {"cafe-naive-quoted"},
    "## Closed ##": {"closed"},
    "## snake_case and 3.3.2": {"snake_case-and-332"},
    "## <em>Marked</em> up": {"marked-up"},
    "## Twice\n\n## Twice\n\n## Twice": {"twice", "twice_1", "twice_2"},
    "## Given {#twice}\n\n## Behind": {"twice", "behind"},
    "<a id=\"raw\"></a>\n\n<b id='single'>x</b>": {"raw", "single"},
    "**Term** { #term }\n:   its meaning": {"term"},
    "```\n## code\n```\n\n## Prose": {"prose"},
    "    ## indented": set(),
    "#No space": {"no-space"},
    "####### Seven": {"seven"},
}


@pytest.mark.parametrize("markdown", PAGES, ids=lambda markdown: markdown.splitlines()[0])
def test_anchors_of_a_page(markdown: str) -> None:
    assert anchors(markdown) == PAGES[markdown]


TOC = [page for page in PAGES if page.startswith("#") and "`" not in page]


@pytest.mark.parametrize("markdown", TOC, ids=lambda markdown: markdown.splitlines()[0])
def test_python_markdown_gives_the_same(markdown: str) -> None:
    html = convert(markdown, extensions=["toc", "attr_list", "md_in_html"])

    assert set(re.findall(r'<h\d[^>]* id="([^"]+)"', html)) == PAGES[markdown]


def test_the_title_of_a_page_is_no_title_of_a_section() -> None:
    assert section_titles("# Page\n\n## LoRA {#lora}") == {"lora": "LoRA"}


@pytest.mark.parametrize("markdown", ["---\n---\n# Page", "---\ntitle: Page\n---\n"])
def test_front_matter_may_be_empty(markdown: str) -> None:
    report = Report()

    check_front_matter(markdown, report.on("page.md"))

    assert report.problems == []
