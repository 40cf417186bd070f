"""The bank in other programs: their readers get every text, and importing again updates."""

from __future__ import annotations

import csv
import html
import io
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from anki.collection import Collection
from hypothesis import example, given, settings
from hypothesis import strategies as st

from engine.export.qti import read_qti
from engine.export.readers import (
    import_deck,
    read_everything,
    read_gift,
    read_moodle,
    text_of,
    visible,
)
from engine.export.sample import EDITION, HARD, bank, with_stem
from export import FORMATS, loss_table
from export.csv import harmless
from export.text import line_html, to_html, to_plain
from quizbank.model import Choice, Item, Match, Number, Order, Recall

ROOT = Path(__file__).parents[2]
WHOLE = bank("plain", *HARD)
ITEMS = list(WHOLE.items.values())

signs = st.text(st.sampled_from("ab ~=#{}:\\'\"`*_[]()<>&%$/|\u200f\u05d0🧪]->"), min_size=1)

"""Signs that some format reads as more than text."""
hard = st.lists(
    st.sampled_from(
        [*"ab\t~=#{}:\\'\"`*_[]()<>&%$/|\u200f\u05d0🧪", "a b", "👩‍🔬", "]]>", "{{", "->", "&amp;"]
    )
).map("".join)
"""The same in any number, with what takes several signs; gift-pegjs makes one space of two."""


def seen(markdown: str) -> str:
    """What a reader sees of *markdown*."""
    return visible(html_of(markdown))


def texts_of(item: Item) -> Iterator[str]:
    """What a reader sees of *item* in every format."""
    yield from map(seen, (item.stem, item.rationale))
    match item.interaction:
        case Choice(options=options):
            yield from (seen(part) for option in options for part in (option.text, option.why))
        case Order(steps=steps, distractors=distractors):
            yield from (seen(step.text) for step in (*steps, *distractors))
        case Match(pairs=pairs, responses=responses):
            yield from (seen(pair.prompt) for pair in pairs)
            yield from responses
        case Recall(answer=answer):
            yield seen(answer)


def html_of(text: str) -> str:
    return line_html(text, EDITION.address)


def on_screen(text: str) -> str:
    """*text* as a browser shows it; gift-pegjs folds the spaces in an answer of a match too."""
    return re.sub(r"[ \t\n]+", " ", text)


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    """An empty collection of Anki's."""
    opened = Collection(str(tmp_path / "collection.anki2"))
    yield opened
    opened.close()


@pytest.mark.parametrize("name", FORMATS)
def test_every_item_is_in_the_file_or_named(name: str) -> None:
    export = FORMATS[name].write(WHOLE, EDITION)

    assert sum(export.counts.values()) + len(export.left_out) == len(ITEMS)
    assert export.left_out == ()


def test_the_bytes_depend_on_nothing_but_bank_and_edition() -> None:
    script = (
        "import hashlib; from engine.export.sample import *; from export import *\n"
        "whole = bank('plain', *HARD)\n"
        "files = {name: each.data for name, each in export_all(whole, EDITION).items()}\n"
        "for name, data in (files | daily_files(whole, EDITION)).items():\n"
        "    print(name, hashlib.sha256(data).hexdigest())"
    )
    answers = [
        subprocess.run(
            [sys.executable, "-c", script],
            env={"PYTHONPATH": "hooks:tests", "PYTHONHASHSEED": seed, "TZ": zone},
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        ).stdout.splitlines()
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    ]

    assert answers[0] == answers[1]
    assert len(answers[0]) == len(FORMATS) + 2


def test_anki_reads_every_field(collection: Collection, tmp_path: Path) -> None:
    deck = tmp_path / "deck.apkg"
    deck.write_bytes(FORMATS["anki"].write(WHOLE, EDITION).data)

    log = import_deck(collection, deck)

    assert len(log.new) == collection.note_count() == collection.card_count() == len(ITEMS)
    for _, item in ITEMS:
        (found,) = collection.find_notes(f'Id:"{item.id}"')
        note = collection.get_note(found)
        assert html_of(item.stem) in note["Question"]
        assert html_of(item.rationale.strip()) in note["Reasons"]
        assert f"#{item.id}" in note["Links"]
        assert f"kind::{item.interaction.name}" in note.tags
        if isinstance(item.interaction, Number):
            assert note["Answer"] == "4,800.5 tokens (± 0.1)"
        assert collection.decks.name(note.cards()[0].did) == "A/B guide::3.3.2"


def test_gift_reads_every_text() -> None:
    read = read_gift(FORMATS["gift"].write(WHOLE, EDITION).data)

    assert [each["id"] for each in read] == [item.id for _, item in ITEMS]
    kinds = [each["type"] for each in read[:7]]
    assert kinds == ["MC", "MC", "Matching", "Matching", "Matching", "Numerical", "Essay"]
    for each, (_, item) in zip(read, ITEMS, strict=True):
        assert html_of(item.stem) in each["stem"]["text"]
        assert html_of(item.rationale) in each["globalFeedback"]["text"]
    for text, several, steps, match in zip(
        ("plain", *HARD), read[1::7], read[3::7], read[4::7], strict=True
    ):
        assert [c["text"]["text"] for c in several["choices"]] == [
            html_of(f"{text} {id}") for id in "abc"
        ]
        assert [c["weight"] for c in several["choices"]] == [50, -100, 50]
        assert [pair["subanswer"] for pair in steps["matchPairs"]] == ["1", "2", "3", "not used"]
        assert [pair["subanswer"] for pair in match["matchPairs"]] == [
            *(f"r {text} {n}" for n in range(3)),
            f"{text} extra",
        ]


def test_moodle_reads_every_text() -> None:
    read = read_moodle(FORMATS["moodle"].write(WHOLE, EDITION).data)

    assert [each.findtext("idnumber") for each in read] == [item.id for _, item in ITEMS]
    kinds = ["multichoice", "multichoice", "ordering", "matching", "matching", "numerical", "essay"]
    assert [each.get("type") for each in read[:7]] == kinds
    for each, (_, item) in zip(read, ITEMS, strict=True):
        assert html_of(item.stem) in text_of(each, "questiontext")
        assert html_of(item.rationale) in text_of(each, "generalfeedback")
        assert text_of(each, "hint") == html_of(item.hints[0])
        tags = [tag.findtext("text") for tag in each.iter("tag")]
        assert f"kind::{item.interaction.name}" in tags
    for text, single, order, match in zip(
        ("plain", *HARD), read[::7], read[2::7], read[4::7], strict=True
    ):
        assert [answer.get("fraction") for answer in single.iter("answer")] == ["0", "100", "0"]
        assert [text_of(answer, "feedback") for answer in single.iter("answer")] == [
            html_of(f"{text} why {id}") for id in "abc"
        ]
        steps = [answer.findtext("text") for answer in order.iter("answer")]
        assert steps == [html_of(f"{text} {n}") for n in range(1, 4)]
        assert [text_of(sub, "answer") for sub in match.iter("subquestion")] == [
            *(f"r {text} {n}" for n in range(3)),
            f"{text} extra",
        ]


def test_an_item_that_moodle_cannot_hold_is_named() -> None:
    export = FORMATS["moodle"].write(with_stem(bank("plain"), "item-0-0", "a\x01b"), EDITION)

    assert [item.id for item in export.left_out] == ["item-0-0"]
    assert len(read_moodle(export.data)) == 6
    gift = FORMATS["gift"].write(with_stem(bank("plain"), "item-0-0", "a\x01b"), EDITION)
    table = loss_table(FORMATS, {"gift": gift, "moodle": export})
    assert "- Moodle XML: `item-0-0`. XML cannot hold the character U+0001." in table
    assert "Moodle XML</th><td>Multiple choice with a reason for each option (1 of 2)</td>" in table


@pytest.mark.parametrize("name", ["qti30", "qti21"])
def test_qti_reads_every_text(name: str) -> None:
    package = read_qti(FORMATS[name].write(WHOLE, EDITION).data)

    assert list(package.items) == [f"item-{item.id}" for _, item in ITEMS]
    assert package.tests == {"objective-3.3.2": list(package.items)}
    kinds = ["choice", "choice", "order", "order", "match", "textEntry", "extendedText"]
    read = list(package.items.values())
    assert [each.kind for each in read[:7]] == [f"{kind}Interaction" for kind in kinds]
    for each, (_, item) in zip(read, ITEMS, strict=True):
        assert seen(item.stem) in each.text("itemBody")[0]
        assert seen(item.rationale) in each.answered(["0"])[1]
    for text, single, order, match, recall in zip(
        ("plain", *HARD), read[::7], read[3::7], read[4::7], read[6::7], strict=True
    ):
        assert single.text(".//simpleChoice") == [seen(f"{text} {id}") for id in "abc"]
        assert sorted(order.text(".//simpleChoice")) == sorted(
            seen(f"{text} {end}") for end in (1, 2, 3, "extra")
        )
        prompts, responses = match.root.iter("simpleMatchSet")
        assert ["".join(each.itertext()) for each in prompts] == [
            seen(f"{text} {n}") for n in range(3)
        ]
        assert sorted("".join(each.itertext()) for each in responses) == sorted(
            [*(f"r {text} {n}" for n in range(3)), f"{text} extra"]
        )
        assert recall.text(".//rubricBlock") == [seen(text)]


@pytest.mark.parametrize("name", ["qti30", "qti21"])
def test_qti_scores_the_key_and_shows_the_reason_of_what_was_chosen(name: str) -> None:
    items = read_qti(FORMATS[name].write(bank("plain"), EDITION).data).items
    single, several, order, _, match, number, recall = items.values()

    assert single.answered(["option-b"])[0] == 1
    score, feedback = single.answered(["option-a"])
    assert score == 0
    assert "plain why a" in feedback
    assert "plain why b" not in feedback
    assert several.answered(["option-c", "option-a"])[0] == 1
    assert several.answered(["option-a"])[0] == several.answered(["option-b"])[0] == 0
    assert order.answered(order.key)[0] == 1
    assert order.answered(order.key[::-1])[0] == 0
    assert match.answered(match.key[::-1])[0] == 1
    assert match.answered(["prompt-1 response-2", *match.key[1:]])[0] == 0
    assert number.answered(["4800.6"])[0] == 1
    assert number.answered(["4800.61"])[0] == 0
    assert recall.answered(["anything"])[0] == 0
    assert recall.key == []


def test_csv_reads_every_row() -> None:
    data = FORMATS["csv"].write(WHOLE, EDITION).data

    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))

    assert [row["id"] for row in rows] == [item.id for _, item in ITEMS]
    for row, (_, item) in zip(rows, ITEMS, strict=True):
        assert row["question"].startswith(harmless(to_plain(item.stem)))
        assert to_plain(item.rationale) in row["explanation"]
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row.values())
    assert rows[0]["answer"] == "b) plain b"
    assert rows[2]["answer"] == "1. plain 1\n2. plain 2\n3. plain 3"


@pytest.mark.parametrize("name", FORMATS)
@example(["\t\t"] * 8)
@given(st.lists(hard, min_size=8, max_size=12))
@settings(max_examples=4, deadline=None)
def test_any_text_is_whole_in_every_format(name: str, texts: list[str]) -> None:
    whole = bank(*(f"x{text}x" for text in texts))

    read = read_everything(name, FORMATS[name].write(whole, EDITION).data)

    assert read.keys() == whole.items.keys()
    for id, (_, item) in whole.items.items():
        for text in texts_of(item):
            assert on_screen(text) in on_screen(read[id])


@given(signs)
def test_escaped_signs_are_what_readers_see(text: str) -> None:
    markdown = re.sub(r"[!-/:-@\[-`{-~]", r"\\\g<0>", text)

    assert html.unescape(html_of(markdown)) == text
    assert to_plain(markdown) == text


def test_markdown_becomes_html() -> None:
    assert to_html("See [the `a<b`](/x.md#y), **bold** and *thin*.", EDITION.address) == (
        '<p>See <a href="https://guide.example/x.md#y">the <code>a&lt;b</code></a>, '
        "<strong>bold</strong> and <em>thin</em>.</p>"
    )
    assert to_html("One:\n- a\n  more\n- b\n\nEnd &lt;", EDITION.address) == (
        "<p>One:</p><ul><li>a\nmore</li><li>b</li></ul><p>End &lt;</p>"
    )
    assert to_html("```py\n*x* < 1\n```", EDITION.address) == "<pre><code>*x* &lt; 1\n</code></pre>"
