"""Markdown of authors: what is code stays as it is, and what is prose is escaped or folded."""

from __future__ import annotations

import pytest

from authoring.markdown_text import block, folded, links, literal, needs_markdown, paragraph_faults

FENCES = "`a`\n```\n`b`\n```\n`c`\n```\n`d`\n```\n`e`"


def test_only_what_is_in_fences_stays_in_a_block() -> None:
    code = {name: f"<code>{name}</code>" for name in "ace"}

    assert block(FENCES) == "{a}\n```\n`b`\n```\n{c}\n```\n`d`\n```\n{e}".format(**code)


@pytest.mark.parametrize("text", ["    indented\n\ntext", "X marks X"])
def test_a_block_loses_only_empty_lines_around_it(text: str) -> None:
    assert block(f"\n{text}\n\n") == text


def test_prose_is_folded_and_code_is_not() -> None:
    assert folded("One  `Two  3` FOUR `Five` Six", str.casefold) == "one `Two 3` four `Five` six"


def test_a_sign_that_is_no_ascii_letter_is_an_entity() -> None:
    assert literal("a_é!") == "a&#95;&#233;&#33;"


def test_signs_in_code_need_no_markdown() -> None:
    assert not needs_markdown("Write `*args*`")
    assert needs_markdown("Write `*args*`, *please*")


def test_the_address_of_an_image_is_no_link() -> None:
    assert list(links("![a](b.png) [c](d.md)")) == [(16, "d.md")]


@pytest.mark.parametrize(("text", "offset"), [("  a\n\nb", 3), ("Xa\n\nb", 2)])
def test_a_second_paragraph_is_told_where_it_starts(text: str, offset: int) -> None:
    assert next(paragraph_faults(text))[0] == offset
