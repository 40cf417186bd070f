"""Lists every question for practice in the browser, in one JSON file next to the quizzes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping

from guide.glossary import Term
from guide.siblings import shared_facts
from quizbank.model import Bank, Quiz
from quizbank.settings import Settings

INDEX_URI = "quizzes/index.json"


def index(
    bank: Bank, terms: Iterable[Term], settings: Settings, address: Callable[[str], str]
) -> str:
    """JSON of what there is to answer, for practice: slugs, ids, objectives; no text, no key.

    *address* is where the site generator puts the page at a URI, from the site's root.
    """
    facts = shared_facts(bank)
    quizzes = [_index_entry(quiz, settings, address, facts) for quiz in bank.quizzes]
    cards = [{"id": t.id, "anchor": t.anchor, "revision": t.revision} for t in terms]
    whole = {
        "quizzes": quizzes,
        "terms": cards,
        "blueprint": settings.weights,
        "objectives": {name: settings.objectives[name].title for name in settings.weights},
        "exam": {
            "sizes": settings.exam.sizes,
            "seconds": settings.exam.seconds,
            "scale": settings.exam.scale,
            "goal": settings.exam.goal,
        },
        "confusable": settings.confusable,
    }
    return json.dumps(whole, indent=1) + "\n"


def _index_entry(
    quiz: Quiz,
    settings: Settings,
    address: Callable[[str], str],
    facts: Mapping[str, list[int]],
) -> dict[str, object]:
    items = [
        {
            "id": item.id,
            "objective": settings.task(item.objective),
            "interaction": item.interaction.name,
            "difficulty": item.difficulty,
            "revision": item.revision,
            "facts": facts[item.id],
        }
        for item in quiz.items
    ]
    page = address(quiz.page)
    return {"slug": quiz.slug, "title": quiz.title, "page": page, "items": items}
