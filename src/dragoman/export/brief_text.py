"""The brief for a terminal or a plain file.

On a terminal evidence is underlined; in a plain file it stands between underscores, as is the custom there.
Text from documents never reaches the terminal's control functions: control characters are dropped.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from dragoman.export.arrange import build_brief
from dragoman.export.brief import Brief, Fact, Line, Person, Point, Speaker, Statement, Word
from dragoman.export.evidence import Piece
from dragoman.export.sink import ByteSink
from dragoman.records import Coded

PLAIN_WIDTH = 100
"""Columns of a brief that is written to a file."""
INDENT = 2

STYLES = {
    "engagement": "blue",
    "deed": "red",
    "word": "bright_black",
    "pledge": "green",
    "position": "magenta",
    "assessment": "cyan",
    "request": "yellow",
    "accusation": "red",
    "report": "bright_black",
}
"""Colour of each kind of record; the page uses the same hues."""

# C0 and C1 controls, and the marks that reorder what a terminal shows; a tab or line end becomes a space.
_UNSAFE = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_SAFE = {**_UNSAFE, 0x09: " ", 0x0A: " ", 0x0D: " "}


def export_brief(coded: Iterable[Coded], stream: ByteSink) -> None:
    """Write the briefs of documents as plain UTF-8 text, 100 columns wide, one after the other.

    Args:
        coded: Documents' records; each is written and flushed before the next is asked for.
        stream: Where to write.
    """
    for one in coded:
        text = io.StringIO()
        console = Console(
            file=text, width=PLAIN_WIDTH, color_system=None, force_terminal=False, legacy_windows=False
        )
        console.print(_Page(styled=False).brief(build_brief(one)))
        lines = (line.rstrip() for line in text.getvalue().splitlines())
        stream.write("".join(f"{line}\n" for line in lines).encode())
        stream.flush()


def print_brief(coded: Iterable[Coded], console: Console) -> None:
    """Print the briefs of documents to a terminal, in its width and colours."""
    for one in coded:
        console.print(_Page(styled=True).brief(build_brief(one)))


class _Page:
    """Turns the parts of a brief into what Rich prints."""

    def __init__(self, *, styled: bool) -> None:
        self.styled = styled

    def brief(self, brief: Brief) -> RenderableType:
        return Group(*self.parts(brief), Text())

    def parts(self, brief: Brief) -> Iterator[RenderableType]:
        yield Rule(characters="━", style="bright_black")
        yield Text(_safe(brief.title), style="bold")
        yield self.text(*_head(brief.head), style="bright_black")
        for warning in brief.warnings:
            yield Text(f"Warning: {_safe(warning)}", style="yellow")
        yield from self.section("Who met whom", [self.line(line) for line in brief.engagements])
        yield from self.section("Who said what", [self.speaker(speaker) for speaker in brief.speakers])
        yield from self.section("What else happened", [self.line(line) for line in brief.deeds])
        yield from self.section("People", [self.person(person) for person in brief.people])
        named = [self.text((f"{group}: ", "bold"), _safe(_plain(words))) for group, words in brief.others]
        yield from self.section("Also named", named)

    def section(self, heading: str, blocks: Sequence[RenderableType]) -> Iterator[RenderableType]:
        if blocks:
            yield Text()
            yield Text(heading.upper(), style="bold bright_black")
            yield from (_indented(block) for block in blocks)

    def line(self, line: Line) -> RenderableType:
        style = STYLES[line.kind]
        head = self.text(("● ", style), *self.words(line.words), *self.tags(line.tags))
        code = (f"{line.code} · confidence {line.confidence:.2f}", "bright_black")
        below = [
            self.text(*self.facts(line.facts), code),
            self.excerpt(line.excerpt),
            *(self.line(child) for child in line.children),
        ]
        return Group(head, *(_indented(block) for block in below))

    def speaker(self, speaker: Speaker) -> RenderableType:
        head = self.text(*self.words(speaker.words, style="bold"))
        if speaker.roles:
            head.append_text(self.text((f" · {_safe('; '.join(speaker.roles))}", "bright_black")))
        acts = [
            self.text(("→ ", "bright_black"), *self.words(act.words), (f"  {act.code}", "bright_black"))
            for act in speaker.acts
        ]
        return Group(head, *(_indented(block) for block in (*map(self.statement, speaker.statements), *acts)))

    def statement(self, statement: Statement) -> RenderableType:
        head = self.text(
            (statement.kind, STYLES[statement.kind]),
            " ",
            *self.words(statement.words),
            *self.tags(statement.tags),
            "  ",
            *self.facts(statement.facts),
        )
        below = [*(self.point(point) for point in statement.points), self.excerpt(statement.excerpt)]
        return Group(head, *(_indented(block) for block in below))

    def point(self, point: Point) -> RenderableType:
        about = [_plain(aspect.about) for aspect in point.aspects if aspect.about]
        if point.words is None:
            return self.text("– ", _safe(" · ".join(about)))
        text = self.text("– ", _safe(point.words))
        if about:
            text.append_text(self.text((f"  [{_safe(' · '.join(about))}]", "bright_black")))
        return text

    def person(self, person: Person) -> RenderableType:
        text = self.text((_safe(person.name), "bold"))
        if person.country:
            text.append(f" · {_safe(person.country)}", style="bright_black")
        return Group(text, *(_indented(Text(_safe(office))) for office in person.offices))

    def facts(self, facts: Sequence[Fact]) -> Iterator[str | tuple[str, str]]:
        for fact in facts:
            if fact.label != "when":
                yield (f"{fact.label} ", "bright_black")
            yield _safe(fact.value)
            yield (f" ({_safe(fact.note)}) · " if fact.note else " · ", "bright_black")

    def excerpt(self, pieces: Sequence[Piece]) -> RenderableType:
        text = Text(style="italic" if self.styled else "")
        for piece in pieces:
            if not piece.marked:
                text.append(_safe(piece.text))
            elif self.styled:
                text.append(_safe(piece.text), style="underline not italic")
            else:
                text.append(f"_{_safe(piece.text)}_")
        return text

    def words(self, words: Sequence[Word], style: str = "") -> Iterator[str | tuple[str, str]]:
        for word in words:
            yield (_safe(word.text), style or ("bold" if word.entity else ""))
            if word.country:
                yield (f" ({word.country})", "bright_black")

    def tags(self, tags: Sequence[str]) -> Iterator[str | tuple[str, str]]:
        for tag in tags:
            yield "  "
            yield (f" {tag} ", "reverse") if self.styled else f"({tag})"

    def text(self, *parts: str | tuple[str, str], style: str = "") -> Text:
        return Text.assemble(*parts, style=style)


def _head(facts: Sequence[Fact]) -> Iterator[str]:
    for number, fact in enumerate(facts):
        note = f" ({_safe(fact.note)})" if fact.note else ""
        yield f"{' · ' if number else ''}{fact.label} {_safe(fact.value)}{note}"


def _plain(words: Sequence[Word]) -> str:
    return ", ".join(word.text for word in words)


def _indented(block: RenderableType) -> RenderableType:
    return Padding(block, (0, 0, 0, INDENT))


def _safe(text: str) -> str:
    return text.translate(_SAFE)
