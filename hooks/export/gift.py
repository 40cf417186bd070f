"""GIFT, Moodle's text format, which many other programs read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from export.content import general_feedback, objective_groups, positions, question, tags
from export.edition import Edition, Export, Format, Ledger
from export.text import line_html
from quizbank.model import Bank, Choice, Item, Match, Number, Order, Quiz, Recall

_CONTROL = re.compile(r"[~=#{}:\\]")


def write_gift(bank: Bank, edition: Edition) -> Export:
    """The bank as GIFT in UTF-8; a category for each objective."""
    ledger = Ledger()
    written = ledger.each(bank, lambda quiz, item: _question(quiz, item, edition))
    parts: list[str] = []
    for objective, entries in objective_groups(written).items():
        category = f"{edition.name.replace('/', '//')}/{objective}"
        parts += [f"$CATEGORY: $course$/top/{category}", *(text for _, _, text in entries)]
    return ledger.close(("\n\n".join(parts) + "\n").encode())


def escaped(text: str) -> str:
    """*text* on one line, with every sign escaped that means something in GIFT."""
    return _CONTROL.sub(r"\\\g<0>", text).replace("\n", r"\n").replace("\r", "")


def _question(quiz: Quiz, item: Item, edition: Edition) -> str:
    filed = " ".join(f"[tag:{tag}]" for tag in tags(quiz, item))
    head = f"// [id:{item.id}] {filed}\n::{escaped(item.id)}::[html]"
    stem = escaped(question(item, edition))
    body = "\n".join(
        [*_answers(item, edition), f"####{escaped(general_feedback(quiz, item, edition))}"]
    )
    return f"{head}{stem}{{{body}\n}}"


def _answers(item: Item, edition: Edition) -> Iterator[str]:
    def rich(markdown: str) -> str:
        return escaped(line_html(markdown, edition.address))

    match item.interaction:
        case Choice() as choice:
            for option in choice.options:
                sign = _sign(choice, option.id)
                yield f"{sign}{rich(option.text)}#{rich(option.why)}"
        case Order() as order:
            yield from (f"={rich(text)} -> {where}" for text, where in positions(order))
        case Match(pairs=pairs, distractors=distractors):
            yield from (f"={rich(pair.prompt)} -> {escaped(pair.response)}" for pair in pairs)
            yield from (f"= -> {escaped(step.text)}" for step in distractors)
        case Number(value=value, tolerance=tolerance):
            yield f"#{value}:{tolerance}"
        case Recall():
            return


def _sign(choice: Choice, option: str) -> str:
    """How many points an option gives: several right ones share them, a wrong one takes all."""
    right = option in choice.key
    if len(choice.key) == 1:
        return "=" if right else "~"
    return f"~%{100 / len(choice.key):.5f}%" if right else "~%-100%"


FORMAT = Format(
    title="GIFT",
    file="questions.gift",
    keeps={
        "choice": "Multiple choice with a reason for each option",
        "order": "Matching with numbers: GIFT has no ordering",
        "match": "Matching; reasons move to the feedback",
        "number": "Numerical with its tolerance; the unit moves into the question",
        "recall": "Essay; the model answer moves to the feedback",
    },
    loses="Hints, sources, misconceptions.",
    write=write_gift,
)
