"""What there is to answer, for practice in the browser: one JSON file beside the quizzes."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping

from guide.glossary import Term
from quizbank.model import OBJECTIVES, Bank, Choice, Item, Match, Order, Quiz

INDEX_URI = "quizzes/index.json"


def index(bank: Bank, terms: Iterable[Term], blueprint: Mapping[str, int]) -> str:
    """JSON of what there is to answer, for practice: slugs, ids, objectives; no text, no key."""
    shared = _shared_facts(bank)
    quizzes = [_index_entry(quiz, shared) for quiz in bank.quizzes]
    cards = [{"id": t.id, "anchor": t.anchor, "revision": t.revision} for t in terms]
    whole = {
        "quizzes": quizzes,
        "terms": cards,
        "blueprint": dict(blueprint),
        "objectives": {name: OBJECTIVES[name] for name in blueprint},
    }
    return json.dumps(whole, indent=1) + "\n"


def _shared_facts(bank: Bank) -> dict[tuple[str, str], int]:
    """A number for each fact that several items ask: what a page's items share is one fact."""
    counts = Counter(
        (quiz.page, fact) for quiz in bank.quizzes for item in quiz.items for fact in _facts(item)
    )
    shared = [fact for fact, count in counts.items() if count > 1]
    return {fact: number for number, fact in enumerate(shared)}


def _facts(item: Item) -> list[str]:
    """What an item is about: its scenario, and the mistakes behind its distractors."""
    match item.interaction:
        case Choice(options=steps):
            pass
        case Order(distractors=steps) | Match(distractors=steps):
            pass
        case _:
            steps = ()
    return list(dict.fromkeys(filter(None, [item.scenario, *(s.misconception for s in steps)])))


def _index_entry(quiz: Quiz, shared: Mapping[tuple[str, str], int]) -> dict[str, object]:
    items = [
        {
            "id": item.id,
            "objective": item.objective,
            "interaction": item.interaction.name,
            "revision": item.revision,
            "facts": [shared[quiz.page, f] for f in _facts(item) if (quiz.page, f) in shared],
        }
        for item in quiz.items
    ]
    page = quiz.page.removesuffix("index.md").removesuffix(".md").rstrip("/") + "/"
    return {"slug": quiz.slug, "title": quiz.title, "page": page, "items": items}
