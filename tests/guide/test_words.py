"""People read plain, current American English: the phrases of DESIGN.md's list appear nowhere.

Spelling is `make lint`'s (cspell, with tests/guide/words.txt). This list is what a dictionary of
words cannot see: words that are English, but read as translated or archaic. The labs are left
out: the contracts of their small world say "shall".
"""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
READ_BY_PEOPLE = ("docs/**/*.md", "docs/**/*.yml", "quiz_data/*.yml", "*.md", "overrides/**/*.html")
READ_BY_CONTRIBUTORS = ("hooks/**/*.py", "docs/assets/**/*.mjs", "docs/assets/**/*.js")

PHRASES = {
    r"\b(?:too|so|very|and|but|more|is|are|far too) dear\b|\bdearer\b": "expensive",
    r"\bmanners?\b": "style, way",
    r"\bstands? (?:in|under|beside|for nothing|between|at)\b": "is, appears",
    r"\bhand(?:s|ed|ing)? in\b": "submit",
    r"\bsoundest\b|\bis sound\b": "correct",
    r"\banew\b": "again",
    r"\bshall\b": "should, must",
    r"\brightly\b": "correctly",
    r"\bspeaks? (?:for|against)\b": "support, argue against",
    r"\bthe means (?:of|are)\b": "resources",
    r"\bat home in\b": "fluent in",
    r"\bturn(?:s|ed)? the order round\b": "reverse the order",
    r"\blearned by heart\b": "memorized",
    r"\bNot right\.": "Not quite.",
    r"\bexam hall\b": "on the day",
    r"\bwe know it second-hand\b|\bsecond-hand\b": "leave out what is not confirmed",
}


def places(patterns: tuple[str, ...], phrase: str) -> list[str]:
    matches = []
    for path in sorted(path for pattern in patterns for path in ROOT.glob(pattern)):
        if "vendor" in path.parts or "labs" in path.parts:
            continue
        text = re.sub(r"https?://\S+", "", path.read_text("utf-8"))
        for match in re.finditer(phrase, text, re.IGNORECASE):
            line = text.count("\n", 0, match.start()) + 1
            matches.append(f"{path.relative_to(ROOT)}:{line}: {match[0]}")
    return matches


@pytest.mark.parametrize(("phrase", "instead"), PHRASES.items(), ids=PHRASES.values())
def test_no_phrase_reads_as_translated(phrase: str, instead: str) -> None:
    assert places((*READ_BY_PEOPLE, *READ_BY_CONTRIBUTORS), phrase) == [], f"write: {instead}"
