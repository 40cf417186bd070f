"""What there is to answer, for practice in the browser: one JSON file beside the quizzes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from guide.glossary import Term
from quizbank.model import OBJECTIVES, Bank, Quiz

INDEX_URI = "quizzes/index.json"


def index(bank: Bank, terms: Iterable[Term], blueprint: Mapping[str, int]) -> str:
    """JSON of what there is to answer, for practice: slugs, ids, objectives; no text, no key."""
    quizzes = [_index_entry(quiz) for quiz in bank.quizzes]
    cards = [{"id": t.id, "anchor": t.anchor, "revision": t.revision} for t in terms]
    whole = {
        "quizzes": quizzes,
        "terms": cards,
        "blueprint": dict(blueprint),
        "objectives": {name: OBJECTIVES[name] for name in blueprint},
    }
    return json.dumps(whole, indent=1) + "\n"


def _index_entry(quiz: Quiz) -> dict[str, object]:
    items = [
        {
            "id": item.id,
            "objective": item.objective,
            "interaction": item.interaction.name,
            "revision": item.revision,
        }
        for item in quiz.items
    ]
    page = quiz.page.removesuffix("index.md").removesuffix(".md").rstrip("/") + "/"
    return {"slug": quiz.slug, "title": quiz.title, "page": page, "items": items}
