"""Reading GUM: text, gold mentions and chains, and the gold parse as a `Tree`."""

from __future__ import annotations

import csv
import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from dragoman.parse.tree import Tree
from dragoman.records import Document, Segment, Span

BRACKET = re.compile(r"\((?P<open>[^()]+)\)|\((?P<start>[^()]+)|(?P<close>\d+)\)")

RELATIONS = {
    "nsubj:pass": "nsubjpass", "nsubj:outer": "nsubj", "csubj:pass": "csubj", "obj": "dobj", "iobj": "dative",
    "acl:relcl": "relcl", "advcl:relcl": "relcl", "nmod:poss": "poss", "aux:pass": "auxpass",
    "nmod:desc": "compound", "nmod:unmarked": "npadvmod", "obl:unmarked": "npadvmod", "flat": "compound",
    "expl": "nsubj", "discourse": "intj", "obl": "npadvmod", "nmod": "npadvmod", "obl:agent": "npadvmod",
    "det:predet": "predet", "cc:preconj": "preconj", "compound:prt": "prt", "root": "ROOT", "orphan": "dep",
    "list": "dep", "vocative": "npadvmod", "fixed": "pcomp",
}  # fmt: skip
"""Universal Dependencies → the parser's labels, where they differ; pleonastic `expl` hides in `nsubj`."""

CLAUSAL = frozenset(
    {"nsubj", "nsubj:pass", "nsubj:outer", "csubj", "aux", "aux:pass", "advmod", "punct", "mark", "cc",
     "advcl", "ccomp", "parataxis", "discourse", "obl", "obl:unmarked", "expl", "vocative", "dislocated"}
)  # fmt: skip
"""Children that move from a predicate noun or adjective to its copula."""


@dataclass(slots=True)
class GoldMention:
    """A mention as tokens `[first, last)`; `core` are the tokens of its minimal span."""

    first: int
    last: int
    core: frozenset[int]
    chain: int
    kind: str
    named: bool
    pronoun: bool


@dataclass(slots=True)
class GumDocument:
    """One document with its gold layers.

    `split` holds, for the first token and chain of a plural mention, the chains that it sums up.
    """

    name: str
    genre: str
    part: str
    document: Document
    tree: Tree
    mentions: list[GoldMention]
    split: dict[tuple[int, int], frozenset[int]] = field(default_factory=dict)
    speakers: dict[int, str] = field(default_factory=dict)
    """Segment → name of its speaker."""


@dataclass(slots=True)
class _Token:
    word: str
    lemma: str
    upos: str
    tag: str
    head: int
    dep: str
    misc: dict[str, str]
    start: int = 0
    end: int = 0


@dataclass(slots=True)
class _Sentence:
    text: str
    tokens: list[_Token]
    opens_paragraph: bool
    speaker: str | None


def read_gum(folder: Path, part: str) -> Iterator[GumDocument]:
    """Documents of one split, in the order of the file.

    Args:
        folder: `shared/data/gum`.
        part: `train` or `dev`.
    """
    with (folder / "documents.csv").open(encoding="utf-8", newline="") as file:
        genres = {row["doc"]: row["genre"] for row in csv.DictReader(file)}
    with gzip.open(folder / f"gum_{part}.conllu.gz", "rt", encoding="utf-8") as lines:
        name = ""
        sentences: list[_Sentence] = []
        for key, value in _blocks(lines.read()):
            if key == "newdoc":
                if sentences:
                    yield _document(name, genres[name], part, sentences)
                name, sentences = str(value), []
            elif isinstance(value, _Sentence):
                sentences.append(value)
        yield _document(name, genres[name], part, sentences)


def _blocks(content: str) -> Iterator[tuple[str, str | _Sentence]]:
    for block in content.strip().split("\n\n"):
        text, opens, speaker = "", False, None
        tokens = []
        for line in block.splitlines():
            if line.startswith("# newdoc id"):
                yield "newdoc", line.split("= ")[1]
            elif line.startswith("# newpar"):
                opens = True
            elif line.startswith("# text ="):
                text = line.split("= ", 1)[1]
            elif line.startswith("# speaker"):
                speaker = line.split("= ", 1)[1]
            elif not line.startswith("#"):
                fields = line.split("\t")
                if fields[0].isdigit():
                    misc = dict(part.split("=", 1) for part in fields[9].split("|") if "=" in part)
                    tokens.append(
                        _Token(
                            fields[1], fields[2], fields[3], fields[4], int(fields[6]) - 1, fields[7], misc
                        )
                    )
        yield "sentence", _Sentence(text, tokens, opens, speaker)


def _document(name: str, genre: str, part: str, sentences: list[_Sentence]) -> GumDocument:
    text = ""
    segments: list[Segment] = []
    speakers: dict[int, str] = {}
    speaker = None
    in_segment: list[int] = []
    for sentence in sentences:
        turn = sentence.speaker != speaker
        label = None
        if sentence.opens_paragraph or turn or not segments:
            text += "\n\n" if text else ""
            kind = "paragraph" if segments else "title"
            if sentence.speaker and turn:
                words = re.sub(r"(?<=[a-z])(?<!Mc)(?=[A-Z])", " ", sentence.speaker)
                label = Span(len(text), len(text) + len(words))
                text += words + ": "
            elif sentence.speaker:
                label = segments[-1].speaker
            segments.append(Segment(kind, len(text), len(text), label))  # type: ignore[arg-type]
            if sentence.speaker:
                speakers[len(segments) - 1] = sentence.speaker
        else:
            text += " "
        speaker = sentence.speaker
        _locate(sentence, len(text))
        text += sentence.text
        last = segments[-1]
        segments[-1] = Segment(last.kind, last.start, len(text), last.speaker)
        in_segment.append(len(segments) - 1)
    document = Document(
        name, name, None, None, sentences[0].text, (), "en", None, None, text, (), tuple(segments)
    )
    tree = _tree(sentences, in_segment)
    mentions, split = _mentions(sentences)
    return GumDocument(name, genre, part, document, tree, mentions, split, speakers)


def _locate(sentence: _Sentence, offset: int) -> None:
    """Set the tokens' places in the document for a sentence that begins at `offset`."""
    position = 0
    for token in sentence.tokens:
        position = sentence.text.index(token.word, position)
        token.start, token.end = offset + position, offset + position + len(token.word)
        position += len(token.word)


def _mentions(
    sentences: list[_Sentence],
) -> tuple[list[GoldMention], dict[tuple[int, int], frozenset[int]]]:
    tokens = [token for sentence in sentences for token in sentence.tokens]
    open_: dict[int, list[tuple[int, list[str]]]] = {}
    mentions: list[GoldMention] = []
    split: dict[tuple[int, int], set[int]] = {}

    def close(first: int, last: int, parts: list[str]) -> None:
        core = frozenset(first + int(k) - 1 for k in parts[5].split(",") if k.isdigit())
        head_tags = {tokens[i].tag for i in core}
        pronoun = len(core) == 1 and last - first == 1 and tokens[first].upos in {"PRON", "DET", "ADV"}
        named = bool(head_tags & {"NNP", "NNPS"})
        mentions.append(GoldMention(first, last, core, int(parts[0]), parts[1], named, pronoun))

    for i, token in enumerate(tokens):
        for match in BRACKET.finditer(token.misc.get("Entity", "")):
            if match["open"]:
                close(i, i + 1, match["open"].split("-"))
            elif match["start"]:
                parts = match["start"].split("-")
                open_.setdefault(int(parts[0]), []).append((i, parts))
            else:
                first, parts = open_[int(match["close"])].pop()
                close(first, i + 1, parts)
        for link in filter(None, token.misc.get("SplitAnte", "").split(",")):
            source, target = link.split("<")
            split.setdefault((i, int(target)), set()).add(int(source))
    mentions.sort(key=lambda m: (m.first, -m.last))
    return mentions, {key: frozenset(value) for key, value in split.items()}


def _tree(sentences: list[_Sentence], segment: list[int]) -> Tree:
    columns: dict[str, list[str]] = {key: [] for key in ("words", "lemma", "pos", "tag", "dep")}
    head: list[int] = []
    start: list[int] = []
    end: list[int] = []
    sent: list[int] = []
    sents: list[tuple[int, int]] = []
    for number, sentence in enumerate(sentences):
        base = len(head)
        heads, deps = convert(sentence.tokens)
        for i, token in enumerate(sentence.tokens):
            columns["words"].append(token.word)
            columns["lemma"].append(token.lemma.lower())
            columns["pos"].append(token.upos)
            columns["tag"].append(token.tag)
            columns["dep"].append(deps[i])
            head.append(base + heads[i])
            start.append(token.start)
            end.append(token.end)
            sent.append(number)
        sents.append((base, len(head)))
    words = columns["words"]
    return Tree(
        words, [w.lower() for w in words], columns["lemma"], columns["pos"], columns["tag"], columns["dep"],
        head, start, end, sent, sents, segment,
    )  # fmt: skip


def convert(tokens: list[_Token]) -> tuple[list[int], list[str]]:
    """Heads and labels in the parser's manner: prepositions and copulas govern; names end in their head."""
    head = [token.head if token.head >= 0 else i for i, token in enumerate(tokens)]
    dep = [token.dep for token in tokens]
    _name_heads(head, dep)
    _copulas(tokens, head, dep)
    _prepositions(tokens, head, dep)
    return head, [RELATIONS.get(d, d) for d in dep]


def _name_heads(head: list[int], dep: list[str]) -> None:
    for i in range(len(head)):
        flat = [c for c, h in enumerate(head) if h == i and c != i and dep[c] == "flat"]
        if not flat:
            continue
        last = flat[-1]
        root = head[i] == i
        head[last], dep[last] = (last if root else head[i]), dep[i]
        for c, h in enumerate(head):
            if h == i and c not in (i, last):
                head[c] = last
        head[i], dep[i] = last, "compound"


def _copulas(tokens: list[_Token], head: list[int], dep: list[str]) -> None:
    for c, d in enumerate(list(dep)):
        if d != "cop":
            continue
        x = head[c]
        root = head[x] == x
        head[c], dep[c] = (c if root else head[x]), dep[x]
        for k, h in enumerate(list(head)):
            if h == x and k not in (c, x) and dep[k] in CLAUSAL and (dep[k] != "advmod" or k < c):
                head[k] = c
        head[x] = c
        dep[x] = "acomp" if tokens[x].upos == "ADJ" else "attr"


def _prepositions(tokens: list[_Token], head: list[int], dep: list[str]) -> None:
    for n in range(len(head)):
        cases = [c for c, h in enumerate(head) if h == n and dep[c] == "case" and tokens[c].tag != "POS"]
        if not cases:
            continue
        first = cases[0]
        root = head[n] == n
        agent = dep[n] == "obl:agent"
        head[first] = first if root else head[n]
        dep[first] = "root" if root else "agent" if agent else "prep"
        head[n], dep[n] = first, "pobj"
        for other in cases[1:]:
            head[other], dep[other] = first, "prep"
