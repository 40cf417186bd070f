"""Finds questions that ask for the same fact, so that practice can keep them apart."""

from __future__ import annotations

from collections import Counter

from quizbank.model import Bank, Choice, Item, Match, Order


def shared_facts(bank: Bank) -> dict[str, list[int]]:
    """A number for each fact that several items of a page ask; by the item's id."""
    asked = {
        item.id: [(quiz.page, fact) for fact in _facts(item)]
        for quiz in bank.quizzes
        for item in quiz.items
    }
    counts = Counter(fact for facts in asked.values() for fact in facts)
    shared = [fact for fact, count in counts.items() if count > 1]
    numbers = {fact: number for number, fact in enumerate(shared)}
    return {id: [numbers[f] for f in facts if f in numbers] for id, facts in asked.items()}


def _facts(item: Item) -> list[str]:
    """What an item is about: its scenario, and the mistakes behind its distractors."""
    match item.interaction:
        case Choice(options=steps) | Order(distractors=steps) | Match(distractors=steps):
            mistakes = [step.misconception for step in steps]
        case _:
            mistakes = []
    return list(dict.fromkeys(filter(None, [item.scenario, *mistakes])))
