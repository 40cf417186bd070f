"""Reads minified CSS as rules, and keeps of them what a page with certain words can show.

A rule is left out only where a name of its selector cannot occur: a class, an id, an element, or a
value of `dir` or of the theme's attributes that is in no tag of the page and in no script. What is
in `:not()`, `:is()`, and the like leaves nothing out. Names that scripts put together
(`dot--${state}`, `${block}__row`) count as present by their beginning or end.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

_STRING = r'"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)*\''
_BLOCK = re.compile(rf"(?P<prelude>(?:{_STRING}|\\.|[^{{}};\"'\\])*)(?P<end>[{{}};])", re.DOTALL)
_BRACE = re.compile(rf"{_STRING}|\\.|[{{}}]", re.DOTALL)
_FUNCTION = re.compile(r":(?:not|is|where|has|dir|lang|host|nth-[\w-]+)\([^()]*\)")
_NAME = re.compile(r"[.#]((?:[\w-]|\\.|[^\x00-\x7f])+)")
_VALUE = re.compile(r"\[(?:dir|data-md-[\w-]+)[~|^$*]?=\"?([\w-]+)")
_ELEMENT = re.compile(r"(?:^|[\s>+~])([a-z][\w-]*)")
_GROUPS = re.compile(r"@(?:media|supports|layer|container)\b")
_MARK = re.compile(rf"({_STRING}|\\.|[,;()\[\]])", re.DOTALL)
_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")
_ALWAYS = frozenset({"html", "body", "from", "to"})


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule, or a group of rules in a media query, a layer, or the like."""

    prelude: str
    body: str = ""
    rules: tuple["Rule", ...] = ()
    selectors: tuple[tuple[str, frozenset[str]], ...] = ()
    """Each selector and the words without which it matches nothing."""


@dataclass(slots=True)
class Words:
    """The names that a page can show."""

    whole: set[str] = field(default_factory=set)
    pieces: set[str] = field(default_factory=set)
    """What scripts put names together from; each begins or ends with a hyphen or an underscore."""

    def hold(self, names: frozenset[str]) -> bool:
        """Whether each of *names* can be there."""
        return all(name in self.whole or self._joins(name) for name in names)

    def _joins(self, name: str) -> bool:
        return any(
            name.startswith(piece) if piece[-1] in "-_" else name.endswith(piece)
            for piece in self.pieces
        )


def parse(css: str) -> tuple[Rule, ...]:
    """The rules of *css*, in their order."""
    return tuple(_rules(css))


def prune(rules: tuple[Rule, ...], words: Words) -> str:
    """The CSS of what can match where *words* are, and of the custom properties that it needs."""
    kept = tuple(_kept(rules, words))
    return "".join(_written(kept, _variables(kept)))


def _rules(css: str) -> Iterator[Rule]:
    at = 0
    while match := _BLOCK.match(css, at):
        at = match.end()
        if match["end"] != "{":
            if match["prelude"].strip():
                yield Rule(match["prelude"])
            continue
        end = _end(css, at)
        yield _rule(match["prelude"], css[at:end])
        at = end + 1


def _end(css: str, start: int) -> int:
    """Where the block that begins at *start* ends."""
    depth = 1
    for brace in _BRACE.finditer(css, start):
        depth += {"{": 1, "}": -1}.get(brace[0], 0)
        if depth == 0:
            return brace.start()
    return len(css)


def _rule(prelude: str, body: str) -> Rule:
    if _GROUPS.match(prelude):
        return Rule(prelude, rules=parse(body))
    if prelude.startswith("@"):
        return Rule(prelude, body)
    return Rule(prelude, body, selectors=tuple((one, _needed(one)) for one in _split(prelude, ",")))


def _split(css: str, mark: str) -> list[str]:
    """The parts of *css* between marks; a mark inside brackets or a string parts nothing."""
    parts, depth = [""], 0
    for piece in _MARK.split(css):
        depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(piece, 0)
        if piece == mark and depth == 0:
            parts.append("")
        else:
            parts[-1] += piece
    return parts


def _needed(selector: str) -> frozenset[str]:
    plain, before = _FUNCTION.sub("", selector), selector
    while plain != before:
        plain, before = _FUNCTION.sub("", plain), plain
    names = [name.replace("\\", "") for name in _NAME.findall(plain)]
    elements = _ELEMENT.findall(re.sub(r"\[[^\]]*\]", "", plain))
    return frozenset([*names, *_VALUE.findall(plain), *elements]) - _ALWAYS


def _kept(rules: tuple[Rule, ...], words: Words) -> Iterator[Rule]:
    for rule in rules:
        if rule.rules:
            if inner := tuple(_kept(rule.rules, words)):
                yield Rule(rule.prelude, rules=inner)
        elif not rule.selectors:
            yield rule
        elif shown := [one for one, needed in rule.selectors if words.hold(needed)]:
            yield Rule(",".join(shown), rule.body, selectors=rule.selectors)


@cache
def _declarations(body: str) -> tuple[str, ...]:
    return () if "{" in body else tuple(part for part in _split(body, ";") if part.strip())


def _variables(rules: tuple[Rule, ...]) -> frozenset[str]:
    """The custom properties that something else uses, directly or by way of others."""
    used: set[str] = set()
    behind: dict[str, set[str]] = {}
    for rule in _flat(rules):
        for declaration in _declarations(rule.body) or [rule.body]:
            names = set(_VARIABLE.findall(declaration))
            if declaration.startswith("--"):
                behind.setdefault(declaration.partition(":")[0], set()).update(names)
            else:
                used |= names
    waiting = list(used)
    while waiting:
        new = behind.get(waiting.pop(), set()) - used
        used |= new
        waiting += new
    return frozenset(used)


def _flat(rules: tuple[Rule, ...]) -> Iterator[Rule]:
    for rule in rules:
        yield from _flat(rule.rules) if rule.rules else (rule,)


def _written(rules: tuple[Rule, ...], variables: frozenset[str]) -> Iterator[str]:
    for rule in rules:
        if rule.rules:
            if inner := "".join(_written(rule.rules, variables)):
                yield f"{rule.prelude}{{{inner}}}"
        elif rule.prelude.startswith("@") and not rule.body:
            yield f"{rule.prelude};"
        elif body := _body(rule.body, variables):
            yield f"{rule.prelude}{{{body}}}"


def _body(body: str, variables: frozenset[str]) -> str:
    if "--" not in body or "{" in body:
        return body
    return ";".join(
        one
        for one in _declarations(body)
        if not one.startswith("--") or one.partition(":")[0] in variables
    )
