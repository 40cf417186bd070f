"""Every page can be read by a person new to the field, and no section is a wall of text.

What is measured is prose: paragraphs, list items and definitions. Code, tables, pictures, forms,
headings and the list of sources are left out, and so are names: `grade` drops those of products,
and this file the text of links that leave the guide, which name a paper or a page of AWS.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

import pytest
from markdown import markdown as convert
from mkdocs.utils.meta import get_data

from conftest import ROOT
from quizbank.lint.reading import grade

HARDEST = 12
"""The school grade, as Flesch and Kincaid count it, that a page and a section may reach."""
FEWEST_WORDS = 30
"""A shorter section is too little to grade by itself; it counts towards its page."""
MOST_WORDS = 300
"""Of prose, in a section that has nothing to look at."""

MOST_OF_A_PAGE = 2500
"""Words in prose and tables, outside the folds for readers who want to go deeper."""

DOCS = ROOT / "docs"
PAGES = sorted(path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md"))
EXTENSIONS = ["admonition", "attr_list", "def_list", "md_in_html", "tables"]
EXTENSIONS += ["pymdownx.details", "pymdownx.superfences"]

METHODS = ["instruction-tuning", "domain-adaptation", "transfer-learning"]
METHODS += ["continued-pre-training", "rlhf", "peft"]
OF_A_METHOD = ["How it works", "A worked example"]
OF_A_METHOD += ["What changes in the model", "Benefits", "Limits and costs", "Use cases", "On AWS"]
OF_A_METHOD += ["In the exam", "Do not confuse with", "Check yourself", "Sources"]

HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
TO_LOOK_AT = {"table", "pre", "figure", "img", "form", "dl"}
"""The terms of a definition list are looked up, as the rows of a table are."""
NOT_PROSE = {"table", "pre", "figure", "form", "code", "dt", "summary"}
BLOCKS = HEADINGS | NOT_PROSE - {"code"} | {"p", "li", "dd"}
NOT_READ_THROUGH = {"pre", "code", "figure", "form"}
DEEPER = re.compile(r'^\?\?\? \w+ "Go deeper.*\n(?:(?: {4}.*)?\n)*', re.MULTILINE)
LOOKED_UP = {"exam/glossary.md"}
"""Nobody reads it from the first word to the last."""
MARKER = re.compile(r"\s*(?:quiz|diagram|chooser):")
ENDED = re.compile(r"[.?!:][\"')]*$")


@dataclass
class Section:
    """What stands between two headings: its blocks of prose, and whether anything breaks it up."""

    heading: str = ""
    blocks: list[str] = field(default_factory=lambda: [""])
    is_broken_up: bool = False

    @property
    def prose(self) -> str:
        """The blocks as sentences."""
        texts = (" ".join(block.split()) for block in self.blocks)
        return " ".join(text if ENDED.search(text) else f"{text}." for text in texts if text)

    @property
    def words(self) -> int:
        return len(self.prose.split())


class Page(HTMLParser):
    """The sections of a page that is written in Markdown."""

    def __init__(self, markdown: str) -> None:
        super().__init__()
        self.sections = [Section()]
        self._silent = 0
        self._is_heading = self._is_citation = self._is_title = False
        self.feed(convert(get_data(markdown)[0], extensions=EXTENSIONS))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        kinds = given.get("class", "").split()
        if tag in HEADINGS:
            self.sections.append(Section())
            self._is_heading = True
        if tag in TO_LOOK_AT or {"admonition", "example"} <= {*kinds}:
            self.sections[-1].is_broken_up = True
        if tag in BLOCKS:
            self.sections[-1].blocks.append("")
            self._is_title = "admonition-title" in kinds
        if tag == "a":
            self._is_citation = given.get("href", "").startswith("http")
        self._silent += tag in NOT_PROSE

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS:
            self.sections[-1].blocks.append("")
            self._is_heading = self._is_title = False
        if tag == "a":
            self._is_citation = False
        self._silent -= tag in NOT_PROSE

    def handle_data(self, data: str) -> None:
        if self._is_heading:
            self.sections[-1].heading += data
        elif not (self._silent or self._is_citation or self._is_title):
            self.sections[-1].blocks[-1] += data

    def handle_comment(self, data: str) -> None:
        self.sections[-1].is_broken_up |= bool(MARKER.match(data))


class Text(HTMLParser):
    """Counts the words that a reader of the whole page reads."""

    def __init__(self, markdown: str) -> None:
        super().__init__()
        self.words = self._silent = 0
        shown = DEEPER.sub("", get_data(markdown)[0])
        self.feed(convert(shown, extensions=EXTENSIONS))

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in NOT_READ_THROUGH

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in NOT_READ_THROUGH

    def handle_data(self, data: str) -> None:
        self.words += 0 if self._silent else len(re.findall(r"\S*\w\S*", data))


def faults(markdown: str) -> Iterator[str]:
    """A sentence for each thing that makes the page hard to read."""
    sections = [each for each in Page(markdown).sections if each.heading != "Sources"]
    if (level := grade(" ".join(each.prose for each in sections))) > HARDEST:
        yield f"the page reads at grade {level:.1f}"
    for each in sections:
        if each.words >= FEWEST_WORDS and (level := grade(each.prose)) > HARDEST:
            yield f"{each.heading!r} reads at grade {level:.1f}"
        if each.words > MOST_WORDS and not each.is_broken_up:
            yield f"{each.heading!r} has {each.words} words and nothing to look at"


@pytest.mark.parametrize("page", PAGES)
def test_a_newcomer_can_read_the_page(page: str) -> None:
    assert list(faults((DOCS / page).read_text("utf-8"))) == []


@pytest.mark.parametrize("page", [page for page in PAGES if page not in LOOKED_UP])
def test_a_page_can_be_read_in_one_sitting(page: str) -> None:
    assert Text((DOCS / page).read_text("utf-8")).words <= MOST_OF_A_PAGE


def test_what_is_folded_under_go_deeper_or_is_code_does_not_count() -> None:
    deeper = '??? note "Go deeper: why"\n\n    Five more words are here.\n\n    And three more.\n\n'
    plain = '??? note "In numbers"\n\n    Two words.\n'

    assert Text(f"One two.\n\n{deeper}Three `code`.\n\n```\ncode\n```\n").words == 3
    assert Text(f"{TABLE}\n\n{plain}").words == 6


@pytest.mark.parametrize("name", METHODS)
def test_a_method_page_keeps_the_order_of_its_headings(name: str) -> None:
    page = Page((DOCS / "methods" / f"{name}.md").read_text("utf-8"))

    assert [each.heading for each in page.sections if each.heading in OF_A_METHOD] == OF_A_METHOD


EASY = "The cat sat on the mat. " * 10
HARD = (
    "Organisations contemplating computationally expensive customisation of generative "
    "architectures should systematically evaluate alternatives requiring considerably fewer "
    "specialised infrastructural investments before authorising additional experimentation, "
    "notwithstanding countervailing organisational considerations. "
) * 2
WALL = EASY * 6  # 360 words
TABLE = "| a |\n| --- |\n| b |"


def test_hard_prose_is_told_with_its_section() -> None:
    told = list(faults(f"# Page\n\n{TABLE}\n\n{EASY * 20}\n\n## Costs\n\n{HARD}"))

    assert [re.sub(r"\d+\.\d", "N", each) for each in told] == ["'Costs' reads at grade N"]


def test_a_page_may_be_too_hard_though_its_sections_are_short() -> None:
    short = HARD.split(". ")[0]
    told = list(faults(f"# Page\n\n## One\n\n{short}\n\n## Two\n\n{short}"))

    assert [each.partition(" grade ")[0] for each in told] == ["the page reads at"]


def test_a_list_without_full_stops_is_not_one_long_sentence() -> None:
    assert list(faults("## Jobs\n\n" + "- tuning the settings of a run\n" * 20)) == []


@pytest.mark.parametrize(
    "text",
    [
        f"    {HARD}",
        f"```\n{HARD}\n```",
        f"`{HARD}`",
        f"| Name |\n| --- |\n| {HARD} |",
        f"[{HARD}](https://arxiv.org/abs/1)",
        f"<figure><svg><title>{HARD}</title></svg></figure>",
        f"---\ntitle: {HARD}\n---\n",
        f"## Sources\n\n- {HARD}",
    ],
    ids=["code block", "fence", "code", "table", "paper", "picture", "front matter", "sources"],
)
def test_what_is_no_prose_is_not_graded(text: str) -> None:
    assert list(faults(text)) == []


@pytest.mark.parametrize(
    "text",
    [f"- {HARD}", f"> {HARD}", f"!!! note\n\n    {HARD}", f"Term\n:   {HARD}", f"[{HARD}](a.md)"],
    ids=["list", "quotation", "box", "definition", "link within the guide"],
)
def test_all_that_is_prose_is_graded(text: str) -> None:
    assert list(faults(text))


def test_a_wall_of_text_is_told() -> None:
    assert list(faults(f"## Long\n\n{WALL}\n\n## Short\n\n{EASY}")) == [
        "'Long' has 360 words and nothing to look at"
    ]


@pytest.mark.parametrize(
    "thing",
    [
        TABLE,
        "```json\n{}\n```",
        "<!-- quiz: peft-definition -->",
        "<!-- diagram: peft-lora -->",
        "<!-- chooser: rules -->",
        '!!! example "One"\n\n    Two.',
    ],
)
def test_something_to_look_at_breaks_a_wall(thing: str) -> None:
    assert list(faults(f"## Long\n\n{WALL}\n\n{thing}")) == []


@pytest.mark.parametrize("text", ["### Part\n\nText.", "<!-- note -->", "!!! note\n\n    Text."])
def test_nothing_else_breaks_a_wall(text: str) -> None:
    assert len(list(faults(f"## Long\n\n{WALL}\n\n{text}"))) == 1
