"""What kind of phrase an option is: a name, a command, a sentence."""

from __future__ import annotations

import re

NOUN = "a noun"

_CLAUSE = re.compile(r"(?:it|they|he|she|there|because|since|that) ", re.IGNORECASE)
_INFINITIVE = re.compile(r"to [a-z]", re.IGNORECASE)
_PREPOSITION = re.compile(r"(?:by|in|on|at|with|from|for|before|after|during) ", re.IGNORECASE)
_VERB = re.compile(
    r"(?:use|add|ask|build|buy|choose|clean|collect|count|delete|deploy|distill|double|encrypt|gather"
    r"|give|have|index|keep|label|lower|let|make|merge|move|put|raise|rank|record|remove|replace"
    r"|reset|retrieve|run|send|skip|stop|store|switch|take|tell|(?:[a-z]+-)?t(?:rain|une)|write"
    r"|continue|agree|decline|freeze|drop|mask|rewrite|filter|host|judge|show"
    r"|shrink|improve|read|set|stay|check) ",
    re.IGNORECASE,
)
_STARTS = {
    "a clause": _CLAUSE,
    "'to'": _INFINITIVE,
    "a preposition": _PREPOSITION,
    "a verb": _VERB,
}
_FINITE = re.compile(
    r"\S+\s(?:is|are|was|were|has|have|had|does|do|did|will|would|can|could|should|must|needs?)\b",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(
    r"\b(?:that|which|who|whose|whom|where|when|while|what|how|why|if|whether|as|than|once|until"
    r"|after|before|because|since)\b",
    re.IGNORECASE,
)
_CODE = re.compile(r"`[^`]*`")
_REASON = re.compile(r"\b(?:because|so that|since|so as to|in order to)\b", re.IGNORECASE)


def start_of(text: str) -> str:
    """What *text* starts with, as far as its first word tells."""
    return next((name for name, shape in _STARTS.items() if shape.match(text)), NOUN)


def is_sentence(text: str) -> bool:
    """Whether *text* has a subject and its verb: 'A model was adapted', not 'A model that was'."""
    plain = _CODE.sub("", text)
    verb = _FINITE.search(plain)
    return bool(verb and not _SUBORDINATE.search(plain, 0, verb.end()))


def is_noun_phrase(text: str) -> bool:
    """Whether *text* names something; it is neither a sentence nor a command."""
    return start_of(text) == NOUN and not is_sentence(text)


def reason_in(text: str) -> str:
    """The words with which *text* starts to give a reason, or ''."""
    reason = _REASON.search(text)
    return reason[0] if reason else ""
