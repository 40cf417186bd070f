"""Reads QTI 3.0 and 2.1: whether a package is whole, what its items say and how they score.

1EdTech's schemas may not be copied here. `tests/tools/qti.py` checks a package against them; this
reader knows the same rules for the few elements that the guide writes.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from xml.etree.ElementTree import Element, fromstring

NAME = re.compile(r"[A-Za-z_][\w.-]*")
ITEM = {
    "responseDeclaration": "correctResponse?",
    "correctResponse": "value+",
    "outcomeDeclaration": "defaultValue?",
    "defaultValue": "value+",
    "responseProcessing": "(responseCondition|setOutcomeValue)*",
    "responseCondition": "responseIf responseElse?",
    "responseIf": "(match|equal) setOutcomeValue+",
    "responseElse": "setOutcomeValue+",
    "setOutcomeValue": "(baseValue|variable)",
    "match": "variable correct",
    "equal": "variable correct",
    "choiceInteraction": "prompt? simpleChoice+",
    "orderInteraction": "prompt? simpleChoice+",
    "matchInteraction": "prompt? simpleMatchSet simpleMatchSet",
    "simpleMatchSet": "simpleAssociableChoice+",
    "extendedTextInteraction": "prompt?",
    "assessmentItem": "responseDeclaration outcomeDeclaration+ itemBody responseProcessing "
    "modalFeedback",
    "assessmentTest": "testPart",
    "testPart": "assessmentSection",
    "assessmentSection": "assessmentItemRef+",
}
"""What is inside each element, in this order; text and XHTML in those that are not listed."""


@dataclass(frozen=True)
class QtiItem:
    """One item, its names written as in 2.1."""

    root: Element

    @property
    def key(self) -> list[str]:
        """What its response declaration says is right."""
        return [str(value.text) for value in self.root.findall("*/correctResponse/value")]

    @property
    def kind(self) -> str:
        """The name of its one interaction."""
        (kind,) = {each.tag for each in self.root.iter() if each.tag.endswith("Interaction")}
        return kind

    def text(self, path: str) -> list[str]:
        """The text in each element at *path*, feedback inside an option left out."""
        return ["".join(_words(each)) for each in self.root.iterfind(path)]

    def answered(self, response: Sequence[str]) -> tuple[Decimal, str]:
        """The score for *response*, and the feedback that appears."""
        outcomes: dict[str, list[str]] = {"SCORE": ["0"]}
        for rule in self.root.find("responseProcessing") or ():
            self._follow(rule, list(response), outcomes)
        shown = [
            "".join(each.itertext())
            for each in self.root.iter()
            if each.get("identifier") in outcomes.get(each.get("outcomeIdentifier", ""), ())
        ]
        return Decimal(outcomes["SCORE"][0]), "\n".join(shown)

    def _follow(self, rule: Element, response: list[str], outcomes: dict[str, list[str]]) -> None:
        if rule.tag == "setOutcomeValue":
            value = rule[0]
            given = [value.text or ""] if value.tag == "baseValue" else response
            outcomes[rule.attrib["identifier"]] = given
            return
        yes, *no = rule
        steps = yes[1:] if self._holds(yes[0], response) else (no[0] if no else ())
        for step in steps:
            self._follow(step, response, outcomes)

    def _holds(self, test: Element, response: list[str]) -> bool:
        if test.tag == "equal":
            low, high = (Decimal(each) for each in test.get("tolerance", "0 0").split())
            value, key = Decimal(response[0]), Decimal(self.key[0])
            return key - low <= value <= key + high
        declared = self.root.find("responseDeclaration")
        in_order = declared is not None and declared.get("cardinality") == "ordered"
        return response == self.key if in_order else sorted(response) == sorted(self.key)


@dataclass(frozen=True)
class Package:
    """A content package whose files and names fit together."""

    items: Mapping[str, QtiItem]
    tests: Mapping[str, Sequence[str]]
    """The items of each test."""


def read_qti(data: bytes) -> Package:
    """The package in *data*; whatever does not fit together is a failure."""
    archive = zipfile.ZipFile(io.BytesIO(data))
    files = {name: _read(archive.read(name)) for name in archive.namelist()}
    manifest = files.pop("imsmanifest.xml")
    resources = {each.attrib["identifier"]: each for each in manifest.iter("resource")}
    assert len(resources) == len(files) == len(list(manifest.iter("resource")))
    items: dict[str, QtiItem] = {}
    tests: dict[str, Sequence[str]] = {}
    for id, resource in resources.items():
        assert NAME.fullmatch(id)
        href = resource.attrib["href"]
        assert [each.get("href") for each in resource.iter("file")] == [href]
        root = files.pop(href)
        assert root.get("identifier") == id
        _check(root)
        if root.tag == "assessmentItem":
            items[id] = QtiItem(root)
            continue
        needed = [each.attrib["identifierref"] for each in resource.iter("dependency")]
        for reference in root.iter("assessmentItemRef"):
            target = posixpath.normpath(f"{posixpath.dirname(href)}/{reference.get('href')}")
            assert resources[reference.attrib["identifier"]].get("href") == target
        assert [each.get("identifier") for each in root.iter("assessmentItemRef")] == needed
        tests[id] = needed
    return Package(items, tests)


def _read(data: bytes) -> Element:
    """A file with names as in 2.1, without namespaces and without the wrappers of 3.0."""
    root = fromstring(data)
    for each in root.iter():
        each.tag = _camel(each.tag.rpartition("}")[2])
        for key in list(each.attrib):
            each.attrib[_camel(key)] = each.attrib.pop(key)
    return root


def _camel(name: str) -> str:
    return re.sub("-([a-z])", lambda letter: letter[1].upper(), name.removeprefix("qti-"))


def _check(root: Element) -> None:
    """Each element holds what it may, and each identifier in it names one thing."""
    for element in root.iter():
        if rule := ITEM.get(element.tag):
            inside = "".join(f"{each.tag};" for each in element)
            pattern = re.sub(r"\w+", r"(?:\g<0>;)", rule).replace(" ", "")
            assert re.fullmatch(pattern, inside), f"<{element.tag}> holds {inside}"
            assert not (element.text or "").strip()
    choices = {"simpleChoice", "simpleAssociableChoice"}
    options = [each.attrib["identifier"] for each in root.iter() if each.tag in choices]
    assert len(options) == len(set(options))
    assert all(NAME.fullmatch(option) for option in options)


def _words(element: Element) -> list[str]:
    parts = [element.text or ""]
    for child in element:
        if child.tag != "feedbackInline":
            parts += _words(child)
        parts.append(child.tail or "")
    return parts
