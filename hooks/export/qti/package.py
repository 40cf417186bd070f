"""A content package: a file for each question, a test for each objective, and the manifest."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Mapping, Sequence

from export.archive import packed
from export.content import objective_groups
from export.edition import Edition, Export, Format, Ledger
from export.qti.dialect import V2_1, V3_0, Dialect
from export.qti.item import item_id, item_xml
from export.xml import DECLARATION, element
from quizbank.model import Bank


def write_qti(dialect: Dialect, bank: Bank, edition: Edition) -> Export:
    """The bank as a zip, in the words of *dialect*."""
    ledger = Ledger()
    written = ledger.each(bank, lambda quiz, item: item_xml(quiz, item, edition, dialect))
    items: dict[str, str] = {}
    tests: dict[str, Sequence[str]] = {}
    for objective, entries in objective_groups(written).items():
        tests[f"objective-{objective}"] = [item_id(item) for _, item, _ in entries]
        items |= {item_id(item): xml for _, item, xml in entries}
    files = {
        "imsmanifest.xml": _manifest(items, tests, edition, dialect),
        **{_test_file(id): _test(id, of, edition, dialect) for id, of in tests.items()},
        **{_item_file(id): xml for id, xml in items.items()},
    }
    return ledger.close(packed({name: xml.encode() for name, xml in files.items()}))


def _manifest(
    items: Mapping[str, str],
    tests: Mapping[str, Sequence[str]],
    edition: Edition,
    dialect: Dialect,
) -> str:
    test_type, item_type = (f"imsqti_{what}_{dialect.resource}" for what in ("test", "item"))
    resources = [
        *(_resource(id, _test_file(id), test_type, of) for id, of in tests.items()),
        *(_resource(id, _item_file(id), item_type, ()) for id in items),
    ]
    schema = element("schema", dialect.schema)
    version = element("schemaversion", dialect.schema_version)
    whole = element(
        "manifest",
        element("metadata", schema, version),
        element("organizations"),
        element("resources", *resources),
        xmlns=dialect.package_namespace,
        identifier=f"manifest-{hashlib.sha256(edition.name.encode()).hexdigest()[:12]}",
    )
    return f"{DECLARATION}{whole}\n"


def _resource(id: str, file: str, type: str, depends_on: Sequence[str]) -> str:
    needed = (element("dependency", identifierref=each) for each in depends_on)
    whole = element("file", href=file)
    return element("resource", whole, *needed, identifier=id, type=type, href=file)


def _test(id: str, items: Sequence[str], edition: Edition, dialect: Dialect) -> str:
    q = dialect.element
    references = (
        q("assessmentItemRef", identifier=each, href=f"../{_item_file(each)}") for each in items
    )
    title = f"{edition.name}: {id.removeprefix('objective-')}"
    section = q("assessmentSection", *references, identifier="section", title=title, visible="true")
    part = {"navigationMode": "nonlinear", "submissionMode": "individual"}
    whole = q(
        "assessmentTest",
        q("testPart", section, identifier="part", **part),
        xmlns=dialect.namespace,
        identifier=id,
        title=title,
    )
    return f"{DECLARATION}{whole}\n"


def _item_file(id: str) -> str:
    return f"items/{id}.xml"


def _test_file(id: str) -> str:
    return f"tests/{id}.xml"


def _format(dialect: Dialect) -> Format:
    return Format(
        title=f"QTI {dialect.version}",
        file=f"qti-{dialect.version}.zip",
        keeps={
            "choice": "Multiple choice with a reason for each option",
            "order": "Ordering, extra steps included; reasons move to the feedback",
            "match": "Matching; reasons move to the feedback",
            "number": "Numerical with its tolerance and unit",
            "recall": "Essay; the model answer is for the grader and in the feedback",
        },
        loses="Hints, sources, misconceptions, tags.",
        write=functools.partial(write_qti, dialect),
    )


QTI_3_0, QTI_2_1 = _format(V3_0), _format(V2_1)
