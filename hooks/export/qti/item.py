"""One question as an assessment item of QTI."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from export.content import general_feedback
from export.edition import Edition
from export.qti.answers import FEEDBACK, RESPONSE, Answering, Writer
from export.qti.dialect import Dialect
from export.text import to_html
from export.xml import DECLARATION, escape, fit
from quizbank.model import Item, Quiz

SHOWN = "shown"
EXPLANATION = "EXPLANATION"
"""Set to SHOWN by any answer: then the explanation appears."""


def item_id(item: Item) -> str:
    """What an item is called in QTI, where a name starts with a letter."""
    return f"item-{item.id}"


def item_xml(quiz: Quiz, item: Item, edition: Edition, dialect: Dialect) -> str:
    """The item as a whole file. Raises UnfitError where XML cannot hold it."""
    answering = Writer(item, edition, dialect).answering()
    q = dialect.element
    scenario = to_html(item.scenario, edition.address)
    whole = q(
        "assessmentItem",
        _response(answering, dialect),
        *_outcomes(answering, dialect),
        q("itemBody", scenario, answering.body, _for_graders(item, edition, dialect)),
        q("responseProcessing", *_processing(answering, dialect)),
        q(
            "modalFeedback",
            dialect.blocks(general_feedback(quiz, item, edition)),
            outcomeIdentifier=EXPLANATION,
            identifier=SHOWN,
            showHide="show",
        ),
        xmlns=dialect.namespace,
        identifier=item_id(item),
        title=item.id,
        adaptive="false",
        timeDependent="false",
        **{"xml:lang": "en-US"},
    )
    return fit(f"{DECLARATION}{whole}\n")


def _response(answering: Answering, dialect: Dialect) -> str:
    q = dialect.element
    values = [q("value", escape(value)) for value in answering.key]
    return q(
        "responseDeclaration",
        q("correctResponse", *values) if values else "",
        identifier=RESPONSE,
        cardinality=answering.cardinality,
        baseType=answering.base_type,
    )


def _outcomes(answering: Answering, dialect: Dialect) -> Iterator[str]:
    """The score, then what decides which feedback appears."""
    q = dialect.element
    by_person = {"externalScored": "human"} if dialect.kebab and not answering.key else {}
    yield q(
        "outcomeDeclaration",
        q("defaultValue", q("value", "0")),
        identifier="SCORE",
        cardinality="single",
        baseType="float",
        normalMaximum="1",
        normalMinimum="0",
        **by_person,
    )
    shown = {EXPLANATION: "single"}
    if answering.reasons_inside:
        shown[FEEDBACK] = answering.cardinality
    for id, cardinality in shown.items():
        yield q("outcomeDeclaration", identifier=id, cardinality=cardinality, baseType="identifier")


def _processing(answering: Answering, dialect: Dialect) -> Iterator[str]:
    """Full marks for the key and nothing else, then the feedback."""
    q = dialect.element

    def outcome(identifier: str, value: str) -> str:
        return q("setOutcomeValue", value, identifier=identifier)

    if answering.key:
        full, none = (outcome("SCORE", q("baseValue", n, baseType="float")) for n in "10")
        right = q("responseIf", _is_right(answering, dialect), full)
        yield q("responseCondition", right, q("responseElse", none))
    if answering.reasons_inside:
        yield outcome(FEEDBACK, q("variable", identifier=RESPONSE))
    yield outcome(EXPLANATION, q("baseValue", SHOWN, baseType="identifier"))


def _is_right(answering: Answering, dialect: Dialect) -> str:
    q = dialect.element
    both = (q("variable", identifier=RESPONSE), q("correct", identifier=RESPONSE))
    if answering.base_type != "float":
        return q("match", *both)
    if Decimal(answering.tolerance) == 0:
        return q("equal", *both, toleranceMode="exact")
    around = f"{answering.tolerance} {answering.tolerance}"
    return q("equal", *both, toleranceMode="absolute", tolerance=around)


def _for_graders(item: Item, edition: Edition, dialect: Dialect) -> str:
    """The model answer, if there is one, for whoever grades."""
    if not (answer := to_html(item.interaction.model_answer, edition.address)):
        return ""
    use = {"use": "scoring"} if dialect.kebab else {}
    return dialect.element("rubricBlock", dialect.blocks(answer), **use, view="scorer")
