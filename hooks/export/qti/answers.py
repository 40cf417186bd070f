"""How an item is answered in QTI: its interaction, the key, and what counts as right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from export.content import shuffled
from export.edition import Edition
from export.qti.dialect import Dialect
from export.text import line_html
from export.xml import escape
from quizbank.model import Choice, Item, Match, Number, Order, Recall

RESPONSE = "RESPONSE"
FEEDBACK = "FEEDBACK"
"""The options that were chosen: each shows its own reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answering:
    """The parts of an item that its interaction decides."""

    body: str
    """The stem with the interaction."""
    cardinality: str
    """How many responses there are: single, multiple or ordered."""
    base_type: str
    key: Sequence[str]
    """What is right; nothing where a person has to decide."""
    tolerance: str = "0"
    reasons_inside: bool = False
    """Whether each option shows its own reason."""


class Writer:
    """Writes the interaction of one item in one dialect."""

    def __init__(self, item: Item, edition: Edition, dialect: Dialect) -> None:
        self._item, self._edition, self._q = item, edition, dialect.element
        self._stem = self._html(item.stem.strip())

    def answering(self) -> Answering:
        """How the item is answered."""
        match self._item.interaction:
            case Choice() as choice:
                return self._choice(choice)
            case Order() as order:
                return self._order(order)
            case Match() as match:
                return self._match(match)
            case Number() as number:
                return self._number(number)
            case Recall():
                return self._recall()

    def _choice(self, choice: Choice) -> Answering:
        options = []
        for option in choice.options:
            name = {"identifier": f"option-{option.id}"}
            shown = {"outcomeIdentifier": FEEDBACK, "showHide": "show", **name}
            why = self._q("feedbackInline", self._html(f" {option.why}"), **shown)
            options.append(self._q("simpleChoice", self._html(option.text), why, **name))
        key = [f"option-{option.id}" for option in choice.options if option.id in choice.key]
        return Answering(
            body=self._interaction("choice", *options, shuffle="true", maxChoices=f"{len(key)}"),
            cardinality="multiple" if len(key) > 1 else "single",
            base_type="identifier",
            key=key,
            reasons_inside=True,
        )

    def _order(self, order: Order) -> Answering:
        """With distractors, it says how many to place."""
        texts = [step.text for step in (*order.steps, *order.distractors)]
        steps = [
            self._q("simpleChoice", self._html(text), identifier=f"step-{number}")
            for number, text in enumerate(texts, 1)
        ]
        count = f"{len(order.steps)}"
        limits = {"minChoices": count, "maxChoices": count} if order.distractors else {}
        mixed = shuffled(self._item.id, steps)
        return Answering(
            body=self._interaction("order", *mixed, shuffle="true", **limits),
            cardinality="ordered",
            base_type="identifier",
            key=[f"step-{number}" for number in range(1, len(order.steps) + 1)],
        )

    def _match(self, match: Match) -> Answering:
        most = f"{len(match.pairs)}"
        numbers = {text: number for number, text in enumerate(match.responses, 1)}
        prompts = [
            self._associable(f"prompt-{number}", self._html(pair.prompt), "1")
            for number, pair in enumerate(match.pairs, 1)
        ]
        responses = [
            self._associable(f"response-{number}", escape(text), most)
            for text, number in numbers.items()
        ]
        mixed = shuffled(self._item.id, responses)
        sets = [self._q("simpleMatchSet", *each) for each in (prompts, mixed)]
        return Answering(
            body=self._interaction("match", *sets, shuffle="true", maxAssociations=most),
            cardinality="multiple",
            base_type="directedPair",
            key=[
                f"prompt-{number} response-{numbers[pair.response]}"
                for number, pair in enumerate(match.pairs, 1)
            ],
        )

    def _number(self, number: Number) -> Answering:
        box = self._q("textEntryInteraction", responseIdentifier=RESPONSE)
        unit = f" {self._html(number.unit)}" if number.unit else ""
        return Answering(
            body=f"<p>{self._stem}</p><p>{box}{unit}</p>",
            cardinality="single",
            base_type="float",
            key=[number.value],
            tolerance=number.tolerance,
        )

    def _recall(self) -> Answering:
        return Answering(
            body=self._interaction("extendedText", expectedLines="5"),
            cardinality="single",
            base_type="string",
            key=[],
        )

    def _interaction(self, kind: str, *content: str, **attributes: str) -> str:
        prompt = self._q("prompt", self._stem)
        named = {"responseIdentifier": RESPONSE, **attributes}
        return self._q(f"{kind}Interaction", prompt, *content, **named)

    def _associable(self, id: str, html: str, most: str) -> str:
        return self._q("simpleAssociableChoice", html, identifier=id, matchMax=most)

    def _html(self, markdown: str) -> str:
        return line_html(markdown, self._edition.address)
