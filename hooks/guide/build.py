"""The whole guide as Markdown: prose with its items and diagrams set in, and the quiz pages."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from authoring.markdown_text import relink, without_code
from authoring.problems import Report
from authoring.prose import check_front_matter, check_letters
from guide.facts import check_facts, with_facts
from guide.first_use import link_terms
from guide.glossary import read_glossary
from guide.index import INDEX_URI, index
from quizbank.lint.bank import check_bank
from quizbank.lint.items import check_items
from quizbank.model import Bank
from quizbank.parse.blueprint import read_blueprint
from quizbank.parse.links import quiz_uri
from quizbank.parse.quiz import quiz_paths, read_bank
from quizbank.render import quiz_pages, render_item

_MARKER = re.compile(r"^<!--[ ]*(quiz|diagram):[ ]*(.*?)[ ]*-->[ ]*$", re.MULTILINE)
_NEARLY_MARKER = re.compile(r"<!--\s*(?:quiz|diagram)\w*[\s:=]+[\w-]*\s*-->", re.IGNORECASE)


def build_guide(
    sources: Mapping[str, bytes],
    prose: Mapping[str, str],
    diagrams: Mapping[str, str],
    repository: str = "",
) -> dict[str, str]:
    """Every page that quizzes or terms make or change, as `{uri: text}`, and the index of both.

    *sources* are quiz files `{path: bytes}`, *prose* the pages of docs/ `{uri: Markdown}`,
    *diagrams* SVG `{name: text}`, *repository* the guide's address on GitHub or ''. Raises
    BankError with every problem of all of them.
    """
    report = Report()
    quizzes = quiz_paths(sources)
    if not quizzes:
        report.add("quiz_data", (1, 1), "there is no quiz file in this folder")
    for uri, markdown in prose.items():
        check_front_matter(f"docs/{uri}", markdown, report)
        check_letters(f"docs/{uri}", markdown, report)
    bank = read_bank(sources, prose, report)
    faulty = {problem.path for problem in report.problems}
    sound = Bank(quizzes=tuple(quiz for quiz in bank.quizzes if quiz.path not in faulty))
    check_items(sound, report)
    if not faulty:
        check_bank(bank, prose, report)
    items = bank.items() if len(bank.quizzes) == len(quizzes) else None
    for uri, markdown in prose.items():
        check_markers(f"docs/{uri}", markdown, items, diagrams, report)
        check_facts(f"docs/{uri}", markdown, prose, report)
    terms = read_glossary(prose, report)
    blueprint = read_blueprint(sources, None if faulty else bank, report)
    report.raise_if_any()
    linked = link_terms(prose, terms)
    told = {uri: with_facts(uri, text, prose, bank, terms) for uri, text in linked.items()}
    pages = {uri: expand(uri, text, bank, diagrams, repository) for uri, text in told.items()}
    changed = {uri: text for uri, text in pages.items() if text != prose[uri]}
    return {**changed, **quiz_pages(bank, repository), INDEX_URI: index(bank, terms, blueprint)}


def quiz_uris(sources: Mapping[str, bytes]) -> list[str]:
    """Where the page of each quiz file stands under docs/."""
    return [quiz_uri(path) for path in quiz_paths(sources)]


def check_markers(
    path: str,
    markdown: str,
    items: Collection[str] | None,
    diagrams: Collection[str],
    report: Report,
) -> None:
    """Report each marker of the page at *path* that asks for what is not there.

    *items* are the ids that there are, or None where some file of the bank could not be read.
    """
    asked: set[str] = set()
    whole: set[int] = set()
    for marker in _markers(markdown):
        kind, name = marker.groups()
        whole.add(marker.start())
        place = _place(markdown, marker.start())
        if kind == "quiz" and items is not None and name not in items:
            report.add(path, place, f"there is no item {name!r} in the bank")
        elif kind == "diagram" and name not in diagrams:
            report.add(path, place, f"there is no diagram 'docs/assets/diagrams/{name}.svg'")
        elif name in asked:
            report.add(path, place, f"{name!r} is already on this page")
        asked.add(name)
    for near in _NEARLY_MARKER.finditer(without_code(markdown)):
        if near.start() not in whole:
            sentence = (
                f"{near[0]!r} stands for nothing; write '<!-- quiz: ID -->' alone on its line"
            )
            report.add(path, _place(markdown, near.start()), sentence)


def expand(
    uri: str, markdown: str, bank: Bank, diagrams: Mapping[str, str], repository: str
) -> str:
    """*markdown* of the page at *uri* with the items and diagrams that its markers ask for."""
    items = bank.items()
    parts: list[str] = []
    end = 0
    for marker in _markers(markdown):
        kind, name = marker.groups()
        if kind == "diagram":
            content = f'<figure class="diagram">\n{diagrams[name].strip()}\n</figure>'
        else:
            quiz, item = items[name]
            content = relink(render_item(item, quiz, bank, repository), uri)
        parts += [markdown[end : marker.start()], content]
        end = marker.end()
    return "".join([*parts, markdown[end:]])


def _markers(markdown: str) -> Iterator[re.Match[str]]:
    """Each marker that does not stand in code."""
    code_is_blank = without_code(markdown)
    for marker in _MARKER.finditer(markdown):
        if code_is_blank[marker.start()] == "<":
            yield marker


def _place(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1
