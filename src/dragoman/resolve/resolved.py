"""What resolving adds to the parse: who, where and when each token speaks of."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.knowledge.gazetteer import Entry
from dragoman.parse.tree import Tree
from dragoman.records import Date, Document, Entity, MentionForm, Span


@dataclass(slots=True)
class TokenMention:
    """A mention as tokens `[first, last)`.

    `head` is the token through which the parse governs the mention; `entities` are indices into
    `Resolved.entities`, several for a plural. `sector` overrides the entity's: "Israeli troops" is
    Israel with sector MIL. `group` marks people who act for a country without a name ("senior
    Israeli officials").
    """

    first: int
    last: int
    head: int
    form: MentionForm
    entities: tuple[int, ...]
    sector: str | None = None
    group: bool = False
    entry: Entry | None = None
    """The table entry it was found by, where one was."""
    office: str | None = None
    """The title written with this mention."""
    confidence: float = 1.0
    """How sure it is that the table's entry is the one meant, where several share the form."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A time expression: where it stands (code points and tokens `[first, last)`) and what it means."""

    span: Span
    first: int
    last: int
    date: Date


@dataclass(slots=True)
class Resolved:
    """A parsed document with its entities, mentions and dates.

    `mention_at[i]` is the number of the mention that covers token i, or -1; mentions don't overlap.
    `date_at` is the same for dates. `by_head` finds a mention by the token that governs it.
    """

    document: Document
    tree: Tree
    entities: list[Entity]
    mentions: list[TokenMention]
    dates: list[DateMention]
    mention_at: list[int] = field(init=False)
    date_at: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.mention_at = [-1] * len(self.tree)
        for number, mention in enumerate(self.mentions):
            for i in range(mention.first, mention.last):
                self.mention_at[i] = number
        self.date_at = [-1] * len(self.tree)
        for number, found in enumerate(self.dates):
            for i in range(found.first, found.last):
                self.date_at[i] = number

    def words(self, first: int, last: int) -> str:
        """The text of a token range, as written."""
        return self.document.text[self.tree.start[first] : self.tree.end[last - 1]]

    def sentence(self, number: int) -> str:
        """The text of a sentence, as written."""
        return self.words(*self.tree.sents[number])

    def mention(self, i: int) -> TokenMention | None:
        """The mention that covers token `i`."""
        number = self.mention_at[i]
        return self.mentions[number] if number >= 0 else None
