"""The glossary: which sentence each mistake in it gets, and where pages link its terms."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from authoring.problems import Report
from guide import read_prose
from guide.first_use import link_terms
from guide.glossary import GLOSSARY_URI, Term, read_glossary

ROOT = Path(__file__).parents[2]

SMALL = """\
# Glossary

## L {#l}

**LoRA (low-rank adaptation)** { #lora }
:   Two thin matrices. See [LoRA](../methods/peft.md#lora).

**Loss** { #loss }
<!-- forms: loss, losses -->
<!-- not: loss of -->
:   The error that training makes smaller. See [losses](../build/workflow.md#losses).

**Loss mask** { #loss-mask }
:   What counts in the loss. See [how](../methods/instruction-tuning.md#mask).

## P {#p}

**Pre-training** { #pre-training }
:   The first training. See [here](../foundations/training-elements.md#pre-training).
"""

READ = {
    "methods/peft.md": "## LoRA {#lora}",
    "methods/instruction-tuning.md": "## Mask",
    "build/workflow.md": "## Losses",
    "foundations/training-elements.md": "## Pre-training",
}
"""What its entries send readers to."""

MISTAKES = {
    "an anchor used twice": (
        ("{ #loss-mask }", "{ #loss }"),
        "13:1: 'Loss mask': '#loss' is already in line 8",
    ),
    "a term used twice": (
        ("**Loss mask**", "**Loss**"),
        "13:1: 'Loss': 'Loss' is already in line 8",
    ),
    "a form of another term": (
        ("loss, losses", "loss, lora"),
        "8:1: 'Loss': 'lora' is already in line 5",
    ),
    "no definition": (
        (":   What counts in the loss. See [how](../methods/instruction-tuning.md#mask).\n", ""),
        "13:1: 'Loss mask' has no definition; write it behind ':   ' in the next line",
    ),
    "a definition behind an empty line": (
        ("{ #loss-mask }\n", "{ #loss-mask }\n\n"),
        "13:1: 'Loss mask' has no definition; write it behind ':   ' in the next line",
    ),
    "no section to read": (
        (" See [here](../foundations/training-elements.md#pre-training).", ""),
        "18:1: 'Pre-training' names nothing to read; end with 'See [section](page.md#anchor).'",
    ),
    "a page that is not there": (
        ("peft.md", "pfet.md"),
        "5:1: link '/methods/pfet.md#lora': there is no page 'methods/pfet.md' in docs/; "
        "did you mean 'methods/peft.md'?",
    ),
    "a section that is not there": (
        ("#losses", "#lose"),
        "8:1: link '/build/workflow.md#lose': build/workflow.md has no anchor 'lose'; "
        "did you mean 'losses'?",
    ),
    "an anchor in capitals": (
        ("#lora }", "#LoRA }"),
        "5:1: 'LoRA (low-rank adaptation)': 'LoRA' is not an anchor: a-z, 0-9 and single '-'",
    ),
    "an anchor with a space": (
        ("#loss-mask", "#loss mask"),
        "13:1: 'Loss mask': 'loss mask' is not an anchor: a-z, 0-9 and single '-'",
    ),
    "no anchor": (
        ("{ #lora }", "{ lora }"),
        "6:1: ':' follows no term; write '**Term** { #anchor }'",
    ),
    "forms under no term": (
        ("{ #loss }\n", "{ #loss }\n\n"),
        "10:1: '<!-- forms' follows no term; write '**Term** { #anchor }'",
    ),
    "out of order": (("**Loss**", "**Lowest**"), "13:1: 'Loss mask' should stand before 'Lowest'"),
    "under another letter": (
        ("**Pre-training**", "**Adapter**"),
        "18:1: 'Adapter' is under 'P'",
    ),
}

LINKED = {
    "the first use": ("LoRA and LoRA.", "[LoRA] and LoRA."),
    "either form, once": ("Low-rank adaptation (LoRA).", "[Low-rank adaptation] (LoRA)."),
    "several, and at a sentence's start": ("Losses and LoRAs.", "[Losses] and [LoRAs]."),
    "the longest term": ("The loss mask.", "The [loss mask]."),
    "a term of two words over a line's end": ("A loss\nmask.", "A [loss\nmask]."),
    "a term with emphasis": ("A **loss**, *LoRA*.", "A **[loss]**, *[LoRA]*."),
    "a term within an element": ("Its <b>LoRA</b>.", "Its <b>[LoRA]</b>."),
    "a definition": ("LoRA\n:   a loss", "LoRA\n:   a [loss]"),
    "the text of an admonition": ('!!! note "LoRA"\n\n    LoRA', '!!! note "LoRA"\n\n    [LoRA]'),
    "behind code": ("`LoRA`\n\n```\nLoRA\n```\n\nLoRA", "`LoRA`\n\n```\nLoRA\n```\n\n[LoRA]"),
    "behind a stray backtick": ("A ` here.\n\nLoRA `x`", "A ` here.\n\n[LoRA] `x`"),
    "behind HTML": ("<div>\nLoRA\n</div>\n\nLoRA", "<div>\nLoRA\n</div>\n\n[LoRA]"),
    "behind a tag that nothing closes": ("<br>\n\nLoRA", "<br>\n\n[LoRA]"),
    "behind the sources": (
        "## Sources\n\n- LoRA\n\n## Next\n\nLoRA",
        "## Sources\n\n- LoRA\n\n## Next\n\n[LoRA]",
    ),
    "the text behind a table": (
        "| a |\n|---|\n| LoRA |\n\nLoRA",
        "| a |\n|---|\n| LoRA |\n\n[LoRA]",
    ),
    "a table whose section uses it nowhere else": (
        "| LoRA |\n|---|\n| LoRA |\n\n## Next\n\nLoRA",
        "| LoRA |\n|---|\n| [LoRA] |\n\n## Next\n\nLoRA",
    ),
}

LEFT_ALONE = {
    "an acronym in other letters": "Lora, LORA and lora.",
    "a part of a word": "Lossy, LoRA-like, QLoRA, pre-loss.",
    "a phrase that means something else": "A loss of skill.",
    "front matter": "---\ntitle: LoRA\n---\n",
    "a heading": "# LoRA",
    "code in a list": "- x\n\n    ~~~\n    LoRA\n    ~~~\n",
    "links and images": "[LoRA](x.md) ![LoRA](x.svg) [LoRA][x] <a href='#'>LoRA</a>",
    "an address": "https://x.org/LoRA",
    "a marker": "<!-- quiz: loss -->",
    "attributes": "A word{ #loss } or <b title='loss'>two</b>.",
    "a block of HTML": "<div>\n<div>x</div>\n\nLoRA\n\n</div>\n",
    "notes and abbreviations": "[^1]: LoRA\n*[SFT]: LoRA",
    "the head of a table": "| LoRA |\n|---|\n| x |\n",
}


def terms_of(markdown: str) -> tuple[tuple[Term, ...], Report]:
    """The terms of a glossary with this text, and what is wrong with it."""
    report = Report()
    return read_glossary({**READ, GLOSSARY_URI: markdown}, report), report


def linked(pages: dict[str, str], glossary: str = SMALL) -> dict[str, str]:
    """*pages* beside *glossary*, with its terms linked."""
    return link_terms({**pages, GLOSSARY_URI: glossary}, terms_of(glossary)[0])


def without_definitions(markdown: str) -> str:
    """A page up to the definitions that its terms open."""
    return markdown.partition('\n\n<div class="definition"')[0]


@pytest.mark.parametrize(("change", "sentence"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told_with_its_place(change: tuple[str, str], sentence: str) -> None:
    assert SMALL.count(change[0]) == 1

    _, report = terms_of(SMALL.replace(*change))

    assert f"docs/exam/glossary.md:{sentence}" in map(str, report.problems)


def test_a_sound_glossary_has_no_problem() -> None:
    terms, report = terms_of(SMALL)

    assert report.problems == []
    assert [term.anchor for term in terms] == ["lora", "loss", "loss-mask", "pre-training"]


@pytest.mark.parametrize(("before", "after"), LINKED.values(), ids=LINKED)
def test_what_is_linked(before: str, after: str) -> None:
    links = re.compile(r"\[([^]]+)\]\(exam/glossary\.md#[a-z-]+\)\{ \.term \}")

    assert links.sub(r"[\1]", without_definitions(linked({"page.md": before})["page.md"])) == after


@pytest.mark.parametrize("markdown", LEFT_ALONE.values(), ids=LEFT_ALONE)
def test_what_is_left_alone(markdown: str) -> None:
    assert linked({"page.md": markdown})["page.md"] == markdown


def test_a_link_leads_to_the_entry_from_any_folder() -> None:
    pages = linked({"a.md": "LoRA", "b/c.md": "losses", "exam/d.md": "pre-training"})

    assert pages["a.md"].startswith("[LoRA](exam/glossary.md#lora){ .term }")
    assert pages["b/c.md"].startswith("[losses](../exam/glossary.md#loss){ .term }")
    assert pages["exam/d.md"].startswith("[pre-training](glossary.md#pre-training){ .term }")


def test_a_page_holds_the_definition_of_each_term_that_it_links_once() -> None:
    page = linked({"b/c.md": "Losses, LoRA and more losses."})["b/c.md"]

    assert re.findall(r'id="means-([a-z-]+)"', page) == ["loss", "lora"]
    assert "The error that training makes smaller." in page
    assert page.count("Two thin matrices.") == 1


@pytest.mark.parametrize("uri", ["practice/mock-exam.md", "exam/exam-guide.md"])
def test_pages_in_the_exams_own_words_link_no_terms(uri: str) -> None:
    assert linked({uri: "Losses and LoRA."})[uri] == "Losses and LoRA."


def test_the_page_that_explains_a_term_does_not_link_it() -> None:
    pages = linked({"methods/peft.md": "LoRA and pre-training"})

    assert pages["methods/peft.md"].startswith("LoRA and [pre-training](")


def test_the_glossary_shows_no_forms_and_does_not_link_itself() -> None:
    shown = linked({})[GLOSSARY_URI]

    assert "<!--" not in shown
    assert ".term" not in shown


def test_a_revision_changes_with_the_meaning_and_not_with_the_link() -> None:
    revision = terms_of(SMALL)[0][0].revision
    of_others = [
        terms_of(SMALL.replace("thin", "slim"))[0][0].revision,
        terms_of(SMALL.replace("**LoRA (", "**LORA ("))[0][0].revision,
    ]

    assert terms_of(SMALL.replace("peft.md#lora", "peft.md#qlora"))[0][0].revision == revision
    assert revision not in of_others


def test_the_index_names_each_entry_of_the_built_page(site: Path) -> None:
    index = json.loads((site / "quizzes" / "index.json").read_text("utf-8"))
    page = (site / "exam" / "glossary" / "index.html").read_text("utf-8")

    entries = re.findall(r'<h3 id="([^"]+)"', page)
    assert len(entries) > 100
    assert [term["anchor"] for term in index["terms"]] == entries
    assert [term["id"] for term in index["terms"]] == [f"term-{anchor}" for anchor in entries]


def test_the_guide_links_each_term_once_on_a_page() -> None:
    prose = read_prose(ROOT)
    pages = link_terms(prose, read_glossary(prose, Report()))

    of_each_page = [re.findall(r"#([\w-]+)\)\{ \.term \}", text) for text in pages.values()]
    assert all(len(links) == len(set(links)) for links in of_each_page)
    assert sum(map(len, of_each_page)) > 500
