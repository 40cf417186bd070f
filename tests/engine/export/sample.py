"""A bank with an item of every kind, and texts that are hard to keep."""

from __future__ import annotations

from dataclasses import replace

from export import Edition
from quizbank.model import (
    Bank,
    Choice,
    Interaction,
    Item,
    Match,
    Number,
    Option,
    Order,
    Pair,
    Quiz,
    Recall,
    Step,
)

EDITION = Edition(
    name="A/B guide", address=lambda uri: f"https://guide.example/{uri}", timestamp=1_700_000_000
)

HARD = (
    "~ = # { } : and \\ and \\n",
    "=1+1 looks like a formula",
    "\"double\", 'single', and `code = {x}`",
    "tab\there, R&D, a < b > c, -> and ####",
    "]]> ends what XML calls CDATA, and {{c1::this}} is Anki's",
    "emoji 🧪👩‍🔬, עברית, العربية, 中文",
    "$CATEGORY: x // no comment ::no title:: [html] %50%",
    "long " + "words " * 1700 + "end",
)


def interactions(text: str) -> list[Interaction]:
    """One of every kind, with *text* in each place that holds any."""
    extra = Step(text=f"{text} extra", why=text)
    steps = tuple(Step(text=f"{text} {n}", why=text) for n in range(1, 4))
    pairs = tuple(Pair(prompt=f"{text} {n}", response=f"r {text} {n}", why=text) for n in range(3))
    options = tuple(
        Option(id=id, text=f"{text} {id}", why=f"{text} why {id}", misconception="") for id in "abc"
    )
    return [
        Choice(options=options, key=frozenset("b")),
        Choice(options=options, key=frozenset("ac")),
        Order(steps=steps, distractors=()),
        Order(steps=steps, distractors=(extra,)),
        Match(pairs=pairs, distractors=(extra,)),
        Number(value="4800.5", tolerance="0.1", unit="tokens"),
        Recall(answer=text),
    ]


def item(id: str, interaction: Interaction, text: str) -> Item:
    """An item with *text* wherever it may hold any."""
    return Item(
        id=id,
        scenario="",
        stem=text,
        interaction=interaction,
        difficulty="apply",
        objective="3.3.2",
        rationale=text,
        hints=(text,),
        sources=(),
        reviewed="2026-11-30",
        status_note="",
        line=1,
        column=1,
    )


def bank(*texts: str) -> Bank:
    """A bank with every kind of item for each text."""
    items = [
        item(f"item-{number}-{kind}", interaction, text)
        for number, text in enumerate(texts)
        for kind, interaction in enumerate(interactions(text))
    ]
    quiz = Quiz(
        path="quiz_data/peft.yml",
        slug="peft",
        title="PEFT",
        page="methods/peft.md",
        items=tuple(items),
    )
    return Bank(quizzes=(quiz,))


def with_stem(whole: Bank, id: str, stem: str) -> Bank:
    """*whole* with another stem in one item."""
    (quiz,) = whole.quizzes
    items = tuple(replace(each, stem=stem) if each.id == id else each for each in quiz.items)
    return replace(whole, quizzes=(replace(quiz, items=items),))
