"""The whole guide as Markdown: prose with what its markers ask for, and the quiz pages."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from authoring.problems import BankError, FileReport, Problem, Report
from authoring.prose import check_front_matter, check_letters
from export import FORMATS, Edition, Export, daily_files, export_all
from guide.changes import item_times
from guide.chooser import CHOOSER, Chooser, read_chooser
from guide.errata import ERRATA, Erratum, read_errata
from guide.facts import check_facts, with_facts
from guide.first_use import link_terms
from guide.glossary import Term, read_glossary
from guide.index import INDEX_URI, index
from guide.markers import Inserts, check_markers, expand
from quizbank.lint.bank import check_bank
from quizbank.lint.items import check_items
from quizbank.model import Bank
from quizbank.parse.links import check_link, quiz_uri, targets
from quizbank.parse.quiz import check_names, quiz_paths, read_bank
from quizbank.parse.retired import read_retired
from quizbank.parse.settings import check_settings, read_settings
from quizbank.render import quiz_pages
from quizbank.settings import Settings

_NOT_THE_BANK = frozenset({CHOOSER, ERRATA})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """The files that people wrote."""

    files: Mapping[str, bytes]
    """Everything in quiz_data/, as `{path: bytes}`."""
    prose: Mapping[str, str]
    """The pages of docs/, as `{uri: Markdown}`."""
    diagrams: Mapping[str, str]
    """SVG, as `{name: text}`."""
    today: datetime.date = datetime.date.max
    """The day on which they are read; an item reviewed later has a mistake."""
    history: str = ""
    """What git answers to `changes.LOG`, or ''."""

    @property
    def bank(self) -> dict[str, bytes]:
        """The files that make the bank: all but those that only the guide reads."""
        return bank_files(self.files)


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """The files that people wrote, parsed and checked."""

    sources: Sources
    settings: Settings
    bank: Bank
    terms: tuple[Term, ...]
    chooser: Chooser | None
    errata: tuple[Erratum, ...]
    problems: tuple[Problem, ...]


def build_guide(
    files: Mapping[str, bytes],
    prose: Mapping[str, str],
    diagrams: Mapping[str, str],
    repository: str = "",
) -> dict[str, str]:
    """Every page that quizzes or terms make or change, as `{uri: text}`, and the index of both.

    The parameters are those of Sources; *repository* is the guide's address on GitHub or ''.
    Raises BankError with every problem of all of them.
    """
    guide = read_guide(Sources(files=files, prose=prose, diagrams=diagrams))
    if guide.problems:
        raise BankError(guide.problems)
    return write_guide(guide, repository, address_of)


def read_guide(sources: Sources) -> Guide:
    """Read everything and gather every problem. Quizzes that do not parse are left out."""
    report = Report()
    files, prose = sources.files, sources.prose
    paths = quiz_paths(sources.bank)
    if not paths:
        report.on("quiz_data").add((1, 1), "there is no quiz file in this folder")
    for uri, markdown in prose.items():
        check_front_matter(markdown, report.on(f"docs/{uri}"))
        check_letters(markdown, report.on(f"docs/{uri}"))
    check_names(files, report)
    settings = read_settings(sources.bank, report)
    bank = read_bank(sources.bank, prose, settings, report, sources.today)
    chooser = read_chooser(files, report)
    faulty = {problem.path for problem in report.problems}
    check_items(_without(bank, faulty), settings, report)
    errata: tuple[Erratum, ...] = ()
    if not faulty:
        check_bank(bank, prose, settings, report)
        check_settings(settings, bank, report)
        errata = read_errata(files, bank, read_retired(sources.bank, bank, report), report)
    for target, place in chooser.links if chooser else ():
        check_link(target, place, targets(prose, bank.quizzes), report.on(CHOOSER))
    items = bank.items if len(bank.quizzes) == len(paths) else None
    for uri, markdown in prose.items():
        page = report.on(f"docs/{uri}")
        check_markers(markdown, items, sources.diagrams, page)
        check_facts(markdown, prose, bank, page)
    terms = read_glossary(prose, report)
    return Guide(
        sources=sources,
        settings=settings,
        bank=bank,
        terms=terms,
        chooser=chooser,
        errata=errata,
        problems=tuple(sorted(set(report.problems))),
    )


def write_guide(
    guide: Guide,
    repository: str,
    address: Callable[[str], str],
    exports: Mapping[str, Export] = MappingProxyType({}),
) -> dict[str, str]:
    """Every page that quizzes or terms make or change, as `{uri: text}`, and the index of both.

    *address* is where the site generator puts the page at a URI, from the site's root; *exports*
    are those of `export_guide`. Without the pages that a problem touches: the rest can be shown.
    """
    prose, touched = guide.sources.prose, touched_pages(guide)
    bank = _without(guide.bank, {problem.path for problem in guide.problems})
    inserts = Inserts(
        bank=bank,
        diagrams=guide.sources.diagrams,
        chooser=guide.chooser,
        errata=guide.errata,
        exports=exports,
        repository=repository,
    )
    linked = link_terms(prose, guide.terms)
    pages = {
        uri: expand(
            uri, with_facts(uri, linked[uri], prose, bank, guide.terms, guide.settings), inserts
        )
        for uri in prose
        if uri not in touched
    }
    changed = {uri: text for uri, text in pages.items() if text != prose[uri]}
    contents = index(bank, guide.terms, guide.settings, address)
    return {**changed, **quiz_pages(bank, repository), INDEX_URI: contents}


def edition_of(guide: Guide, address: Callable[[str], str], timestamp: int) -> Edition:
    """What the exports of *guide* need besides its bank; the parameters are as in Edition."""
    return Edition(
        name=guide.settings.name,
        address=address,
        timestamp=timestamp,
        changed=item_times(guide.sources.history, guide.bank),
    )


def export_guide(guide: Guide, edition: Edition) -> dict[str, Export]:
    """The bank for other programs, by format; nothing while the guide has problems."""
    return {} if guide.problems else export_all(guide.bank, edition)


def downloads(guide: Guide, edition: Edition, exports: Mapping[str, Export]) -> dict[str, bytes]:
    """The *exports* and a question a day, as `{uri: bytes}`; nothing while there are problems."""
    files = {FORMATS[name].file: export.data for name, export in exports.items()}
    daily = {} if guide.problems else daily_files(guide.bank, edition)
    return {f"downloads/{name}": data for name, data in (files | daily).items()}


def touched_pages(guide: Guide) -> frozenset[str]:
    """The URIs of the pages that cannot be shown as they should be, because of some problem."""
    faulty = {problem.path for problem in guide.problems}
    quizzes = {quiz_uri(path) for path in quiz_paths(guide.sources.bank) if path in faulty}
    whole = _without(guide.bank, faulty).items
    items = None if len(whole) == len(guide.bank.items) else whole
    prose: set[str] = set()
    for uri, markdown in guide.sources.prose.items():
        report = FileReport(f"docs/{uri}")
        check_markers(markdown, items, guide.sources.diagrams, report)
        asks_for_chooser = CHOOSER in faulty and "<!-- chooser:" in markdown
        if report.path in faulty or report.problems or asks_for_chooser:
            prose.add(uri)
    return frozenset(quizzes | prose)


def address_of(uri: str) -> str:
    """Where most site generators put the page at *uri*, from the site's root."""
    return (uri.removesuffix("index.md").removesuffix(".md").rstrip("/") + "/").lstrip("/")


def quiz_uris(files: Mapping[str, bytes]) -> list[str]:
    """Where the page of each quiz file is under docs/."""
    return [quiz_uri(path) for path in quiz_paths(bank_files(files))]


def bank_files(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """What in quiz_data/ makes the bank, as `{path: bytes}`; the rest only the guide reads."""
    return {path: data for path, data in files.items() if path not in _NOT_THE_BANK}


def _without(bank: Bank, faulty: set[str]) -> Bank:
    quizzes = tuple(quiz for quiz in bank.quizzes if quiz.path not in faulty)
    return bank if len(quizzes) == len(bank.quizzes) else replace(bank, quizzes=quizzes)
