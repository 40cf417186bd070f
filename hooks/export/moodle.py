"""Moodle XML, with what Moodle's own importer reads (4.4 or later, for ordering)."""

from __future__ import annotations

from collections.abc import Iterator

from export.content import (
    NOT_USED,
    general_feedback,
    objective_groups,
    positions,
    question,
    tags,
)
from export.edition import Edition, Export, Format, Ledger
from export.text import line_html, to_html
from export.xml import escape, fit
from quizbank.model import Bank, Choice, Item, Match, Number, Order, Quiz, Recall


def write_moodle(bank: Bank, edition: Edition) -> Export:
    """The bank as Moodle XML; a category for each objective."""
    ledger = Ledger()
    written = ledger.each(bank, lambda quiz, item: _question(quiz, item, edition))
    parts = ['<?xml version="1.0" encoding="UTF-8"?>', "<quiz>"]
    for objective, entries in objective_groups(written).items():
        category = f"$course$/top/{edition.name.replace('/', '//')}/{objective}"
        parts.append(f'<question type="category">{_text("category", category)}</question>')
        parts += [text for _, _, text in entries]
    return ledger.close("\n".join([*parts, "</quiz>", ""]).encode())


def _question(quiz: Quiz, item: Item, edition: Edition) -> str:
    hints = (_rich("hint", line_html(hint, edition.address)) for hint in item.hints)
    lines = [
        f'<question type="{_type(item)}">',
        _text("name", item.id),
        _rich("questiontext", question(item, edition)),
        _rich("generalfeedback", general_feedback(quiz, item, edition)),
        "<defaultgrade>1</defaultgrade>",
        "<penalty>0.3333333</penalty>",
        "<hidden>0</hidden>",
        f"<idnumber>{escape(item.id)}</idnumber>",
        *_answers(item, edition),
        *hints,
        f"<tags>{''.join(_text('tag', tag) for tag in tags(quiz, item))}</tags>",
        "</question>",
    ]
    return fit("\n".join(lines))


def _type(item: Item) -> str:
    match item.interaction:
        case Choice():
            return "multichoice"
        case Order(distractors=()):
            return "ordering"
        case Order() | Match():
            return "matching"
        case Number():
            return "numerical"
        case Recall():
            return "essay"


def _answers(item: Item, edition: Edition) -> Iterator[str]:
    match item.interaction:
        case Choice() as choice:
            yield from _options(choice, edition)
        case Order(steps=steps, distractors=()):
            yield from _ORDERING
            for number, step in enumerate(steps, 1):
                yield _answer(str(number), line_html(step.text, edition.address), "", rich=True)
        case Order() as order:
            yield "<shuffleanswers>true</shuffleanswers>"
            for text, where in positions(order):
                yield _subquestion(line_html(text, edition.address), where)
        case Match(pairs=pairs, distractors=distractors):
            yield "<shuffleanswers>true</shuffleanswers>"
            for pair in pairs:
                yield _subquestion(line_html(pair.prompt, edition.address), pair.response)
            yield from (_subquestion("", step.text) for step in distractors)
        case Number(value=value, tolerance=tolerance):
            within = f"<tolerance>{escape(tolerance)}</tolerance>"
            yield _answer("100", value, "", within, rich=False)
            yield "<unitgradingtype>0</unitgradingtype>\n<showunits>3</showunits>"
        case Recall(answer=answer):
            yield from _ESSAY
            yield _rich("graderinfo", to_html(answer, edition.address))


def _options(choice: Choice, edition: Edition) -> Iterator[str]:
    """Each option with its share of the points; where several are right, a wrong one takes all."""
    several = len(choice.key) > 1
    share = f"{100 / len(choice.key):.5f}".rstrip("0").rstrip(".")
    yield f"<single>{str(not several).lower()}</single>"
    yield "<shuffleanswers>true</shuffleanswers>\n<answernumbering>abc</answernumbering>"
    for option in choice.options:
        wrong = "-100" if several else "0"
        fraction = share if option.id in choice.key else wrong
        text, why = (line_html(part, edition.address) for part in (option.text, option.why))
        yield _answer(fraction, text, why, rich=True)


_ORDERING = (
    "<layouttype>VERTICAL</layouttype>",
    "<selecttype>ALL</selecttype>",
    "<selectcount>0</selectcount>",
    "<gradingtype>ALL_OR_NOTHING</gradingtype>",
    "<showgrading>SHOW</showgrading>",
    "<numberingstyle>none</numberingstyle>",
)
_ESSAY = (
    "<responseformat>editor</responseformat>",
    "<responserequired>1</responserequired>",
    "<responsefieldlines>10</responsefieldlines>",
    "<attachments>0</attachments>",
    "<attachmentsrequired>0</attachmentsrequired>",
)


def _answer(fraction: str, text: str, feedback: str, more: str = "", *, rich: bool) -> str:
    format_name = "html" if rich else "plain_text"
    inner = f"<text>{escape(text)}</text>{_rich('feedback', feedback)}{more}"
    return f'<answer fraction="{fraction}" format="{format_name}">{inner}</answer>'


def _subquestion(prompt: str, response: str) -> str:
    answer = _text("answer", response)
    return f'<subquestion format="html"><text>{escape(prompt)}</text>{answer}</subquestion>'


def _rich(tag: str, html: str) -> str:
    return f'<{tag} format="html"><text>{escape(html)}</text></{tag}>'


def _text(tag: str, text: str) -> str:
    return f"<{tag}><text>{escape(text)}</text></{tag}>"


FORMAT = Format(
    title="Moodle XML",
    file="moodle.xml",
    keeps={
        "choice": "Multiple choice with a reason for each option",
        "order": f"Ordering; with extra steps, matching with numbers or “{NOT_USED}”",
        "match": "Matching; reasons move to the feedback",
        "number": "Numerical with its tolerance; the unit moves into the question",
        "recall": "Essay; the model answer is for the grader and in the feedback",
    },
    loses="Sources, misconceptions.",
    write=write_moodle,
)
