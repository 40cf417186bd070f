"""The five ways to answer an item. Each knows its texts, its key, its distractors, and its whys.

All have the same properties, so that nothing else needs to ask which interaction it has: `name`,
`texts`, `choices`, `right`, `distractors`, `key_text`, `identity`, and `model_answer`.
"""

from quizbank.interactions.choice import Choice, Option
from quizbank.interactions.choosable import Choosable, Step
from quizbank.interactions.match import Match, Pair
from quizbank.interactions.number import Number
from quizbank.interactions.order import Order
from quizbank.interactions.recall import Recall

Interaction = Choice | Order | Match | Number | Recall
INTERACTION_NAMES = tuple(kind.name for kind in (Choice, Order, Match, Number, Recall))

__all__ = [
    "INTERACTION_NAMES",
    "Choice",
    "Choosable",
    "Interaction",
    "Match",
    "Number",
    "Option",
    "Order",
    "Pair",
    "Recall",
    "Step",
]
