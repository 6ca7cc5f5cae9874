"""Codebooks of one's own: types told by a definition, cue words and examples, read from a YAML file.

How to write one is told in docs/codebooks.md. Contexts may be PLOVER's or one's own; sectors are PLOVER's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import yaml

from dragoman.codebooks.codebook import Codebook, Context, EventType, Mode
from dragoman.codebooks.nodes import Nodes, suggestion

KEYS = ("source", "name", "version", "types", "contexts", "neutral", "people")
PLOVER_KEYS = frozenset({"sectors", "forms", "folds", "cameo"})
"""What only files of PLOVER's layout have: its types are told by the lexicon."""
TYPE_KEYS = ("definition", "cues", "examples", "modes", "mutual", "quad", "goldstein")
MODE_KEYS = ("definition", "cues", "goldstein")
CONTEXT_KEYS = ("definition", "cues", "hints")
FEWEST_EXAMPLES = 5
"""With fewer no threshold can be learned by leaving one out; about twenty are wanted."""
LONGEST_CUE = 4
"""Words."""
LONGEST_EXAMPLE = 80
"""Words: the encoder reads about a hundred pieces of a text."""
RESERVED = frozenset({"NONE"})
"""What `dragoman classify` and the encoder call no event."""
_NAME = re.compile(r"[A-Za-z][\w-]*")
_CUE = re.compile(r"[^\W\d_][\w’'-]*(?: [^\W\d_][\w’'-]*)*")
_MARK = re.compile(r"<(/?)([a-zA-Z]*)>")


def read_own(path: Path, plover: Codebook) -> Codebook | None:
    """Read and check a codebook of one's own.

    Args:
        path: A YAML file.
        plover: Gives the sectors, and the contexts where the file asks for them.

    Returns:
        The codebook; None where the file has PLOVER's layout, which is another's to read.

    Raises:
        CodebookError: If the file is missing or has a slip; it names the line and what to do.
    """
    nodes = Nodes(path.name)
    top = nodes.top(path)
    if isinstance(top, yaml.MappingNode) and any(key.value in PLOVER_KEYS for key, _ in top.value):
        return None
    return _Reader(nodes, plover).read(top)


class _Reader:
    def __init__(self, nodes: Nodes, plover: Codebook) -> None:
        self.nodes = nodes
        self.plover = plover
        self.seen: dict[str, str] = {}
        """Each example's plain text → where it stands."""

    def read(self, top: yaml.Node) -> Codebook:
        nodes = self.nodes
        parts = nodes.mapping(top, "", KEYS)
        for key, hint in (
            ("name", "a short name, as in name: harvest"),
            ("version", 'a version, as in version: "1"'),
            ("types", "types, each with a definition, cues and examples"),
        ):
            if key not in parts:
                nodes.fail(top, "", f"there is no {key}. Give it {hint}.")
        types = nodes.mapping(parts["types"], "types")
        if not types:
            nodes.fail(parts["types"], "types", "there are no types. Give it one at least.")
        self._check_names(parts["types"], types)
        return Codebook(
            name=self._name(parts["name"], "name"),
            version=self._name(parts["version"], "version"),
            types={name: self._type(name, node) for name, node in types.items()},
            contexts=self._contexts(parts["contexts"]) if "contexts" in parts else {},
            sectors=self.plover.sectors,
            forms={},
            folds={},
            exports={},
            neutral=self._examples("neutral", "neutral sentence", parts["neutral"])
            if "neutral" in parts
            else (),
            people=self._people(parts["people"]) if "people" in parts else {},
        )

    def _name(self, node: yaml.Node, what: str) -> str:
        value = self.nodes.text(node, "", what)
        if " " in value:
            self.nodes.fail(node, "", f"the {what} must be one word, not {value!r}. Join its words by _.")
        return value

    def _check_names(self, node: yaml.Node, types: Mapping[str, yaml.Node]) -> None:
        counted = Counter(name.upper() for name in types)
        for key, _ in node.value:
            name = key.value
            if not _NAME.fullmatch(name):
                self.nodes.fail(key, f"type {name}", "a type's name is letters, digits, - and _.")
            if name.upper() in RESERVED:
                self.nodes.fail(key, f"type {name}", "this name means no event. Choose another.")
            if counted[name.upper()] > 1:
                self.nodes.fail(key, f"type {name}", "two types differ in capitals only. Rename one.")

    def _type(self, name: str, node: yaml.Node) -> EventType:
        nodes, part = self.nodes, f"type {name}"
        parts = nodes.mapping(node, part, TYPE_KEYS)
        for key, hint in (("definition", "Say what counts."), ("examples", "Give about twenty.")):
            if key not in parts:
                nodes.fail(node, part, f"there is no {key}. {hint}")
        examples = self._examples(part, "example", parts["examples"])
        if len(examples) < FEWEST_EXAMPLES:
            problem = (
                f"there are only {len(examples)} examples. Give {FEWEST_EXAMPLES} at least, better twenty."
            )
            nodes.fail(parts["examples"], part, problem)
        quad = int(nodes.number(parts["quad"], part, "quad", 1, 4)) if "quad" in parts else None
        if quad is not None and str(quad) != parts["quad"].value:
            nodes.fail(parts["quad"], part, f"quad must be 1, 2, 3 or 4, not {parts['quad'].value}.")
        modes = nodes.mapping(parts["modes"], part) if "modes" in parts else {}
        return EventType(
            definition=nodes.text(parts["definition"], part, "definition"),
            quad=quad,
            goldstein=self._goldstein(part, parts),
            modes={mode: self._mode(f"{part}, mode {mode}", value) for mode, value in modes.items()},
            cues=self._cues(part, parts["cues"]) if "cues" in parts else (),
            examples=examples,
            mutual="mutual" in parts and nodes.switch(parts["mutual"], part, "mutual"),
        )

    def _goldstein(self, part: str, parts: Mapping[str, yaml.Node]) -> float | None:
        if "goldstein" not in parts:
            return None
        return self.nodes.number(parts["goldstein"], part, "goldstein", -10, 10)

    def _mode(self, part: str, node: yaml.Node) -> Mode:
        parts = self.nodes.mapping(node, part, MODE_KEYS)
        for key, hint in (("definition", "Say what it is."), ("cues", "Give words that tell it.")):
            if key not in parts:
                self.nodes.fail(node, part, f"there is no {key}. {hint}")
        return Mode(
            definition=self.nodes.text(parts["definition"], part, "definition"),
            goldstein=self._goldstein(part, parts),
            cues=self._cues(part, parts["cues"]),
        )

    def _cues(self, part: str, node: yaml.Node) -> tuple[str, ...]:
        out: list[str] = []
        for text, one in self.nodes.texts(node, part, "cues"):
            cue = text.lower()
            if not _CUE.fullmatch(cue):
                problem = (
                    f'cue {text!r}: a cue is words, as in "walk out". Take out digits, commas and marks.'
                )
                self.nodes.fail(one, part, problem)
            if len(cue.split()) > LONGEST_CUE:
                problem = (
                    f"cue {text!r} has more than {LONGEST_CUE} words. Shorten it, or make it an example."
                )
                self.nodes.fail(one, part, problem)
            if cue in out:
                self.nodes.fail(one, part, f"cue {text!r} is there twice. Take one away.")
            out.append(cue)
        return tuple(out)

    def _examples(self, part: str, what: str, node: yaml.Node) -> tuple[str, ...]:
        out = []
        for number, (text, one) in enumerate(self.nodes.texts(node, part, f"{what}s"), start=1):
            where = f"{what} {number}"
            problem = marks_problem(text)
            if problem is not None:
                self.nodes.fail(one, part, f"{where}: {problem}")
            plain = _MARK.sub("", text)
            if len(plain.split()) > LONGEST_EXAMPLE:
                hint = f"is longer than {LONGEST_EXAMPLE} words. Give one sentence."
                self.nodes.fail(one, part, f"{where} {hint}")
            first = self.seen.setdefault(plain.casefold(), f"{where} of {part}")
            if first != f"{where} of {part}":
                self.nodes.fail(one, part, f"{where} is the same as {first}. Take one away.")
            out.append(text)
        return tuple(out)

    def _contexts(self, node: yaml.Node) -> Mapping[str, Context]:
        nodes = self.nodes
        if isinstance(node, yaml.ScalarNode) and node.value == self.plover.name:
            return self.plover.contexts
        if isinstance(node, yaml.ScalarNode):
            problem = f"contexts must be {self.plover.name}, or contexts of your own, each with cues."
            nodes.fail(node, "contexts", problem)
        out = {}
        for name, value in nodes.mapping(node, "contexts").items():
            part = f"context {name}"
            parts = nodes.mapping(value, part, CONTEXT_KEYS)
            for key in ("definition", "cues"):
                if key not in parts:
                    nodes.fail(value, part, f"there is no {key}. Give it one.")
            lists = {
                key: [text for text, _ in nodes.texts(parts[key], part, key)] if key in parts else []
                for key in ("cues", "hints")
            }
            twice = [word for word, n in Counter(lists["cues"] + lists["hints"]).items() if n > 1]
            if twice:
                nodes.fail(value, part, f"{twice[0]!r} is there twice. Take one away.")
            definition = nodes.text(parts["definition"], part, "definition")
            out[name] = Context(definition, tuple(lists["cues"]), tuple(lists["hints"]))
        return out

    def _people(self, node: yaml.Node) -> Mapping[str, str]:
        nodes, out = self.nodes, dict[str, str]()
        for key, _ in node.value if isinstance(node, yaml.MappingNode) else ():
            if key.value not in self.plover.sectors:
                hint = suggestion(key.value, self.plover.sectors)
                nodes.fail(key, "people", f"{key.value} is no sector. {hint}")
        for sector, value in nodes.mapping(node, "people").items():
            for text, one in nodes.texts(value, f"people, {sector}", "nouns"):
                if out.setdefault(text.lower(), sector) != sector:
                    problem = f"{text!r} is in {out[text.lower()]} already. Take one away."
                    nodes.fail(one, f"people, {sector}", problem)
        return out


def marks_problem(text: str) -> str | None:
    """What is wrong with the marks of an example; None where nothing is."""
    opened: str | None = None
    done: set[str] = set()
    for closing, side in _MARK.findall(text):
        if side not in {"s", "t"}:
            return (
                f"<{closing}{side}> is no mark. There are <s>…</s> for who acts and <t>…</t> for the other."
            )
        if not closing and opened is not None:
            return f"<{side}> stands inside <{opened}>…</{opened}>. Close that first."
        if closing and opened != side:
            return f"</{side}> closes nothing. Put <{side}> before it."
        if not closing and side in done:
            return f"<{side}> is there twice. Mark one."
        opened = None if closing else side
        done.add(side)
    if opened is not None:
        return f"<{opened}> is not closed. Put </{opened}> behind the words."
    return None if _MARK.sub("", text).strip() else "there are no words in it. Write a sentence."
