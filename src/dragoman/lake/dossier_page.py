"""A dossier as Markdown, as one HTML page that loads nothing, or as JSON."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import re
from importlib import resources

import msgspec
from jinja2 import Environment, PackageLoader, StrictUndefined

from dragoman.lake.deeds import Deed
from dragoman.lake.dossier import Dossier, Statement

_MARKUP = re.compile(r"([\\`*_\[\]<>|#])")

# Controls are no characters of HTML; tabs and line ends are.
_DROPPED = dict.fromkeys([*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0)])


def dossier_json(dossier: Dossier) -> bytes:
    """The dossier as it is, for programs."""
    return msgspec.json.format(msgspec.json.encode(dossier), indent=1) + b"\n"


def dossier_markdown(dossier: Dossier) -> bytes:
    """The dossier as Markdown; words of texts are escaped, so that they cannot be markup."""
    environment = _environment(escaped=False)
    environment.filters["text"] = _escaped
    text = environment.get_template("dossier.md.jinja").render(dossier=dossier)
    return (re.sub(r"\n{3,}", "\n\n", text).strip() + "\n").encode()


def dossier_html(dossier: Dossier) -> bytes:
    """The dossier as one page.

    Its content security policy allows its own style and nothing else, so that no markup in a text could load
    or run anything.
    """
    style = (resources.files("dragoman.lake") / "page" / "dossier.css").read_text("utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    environment = _environment(escaped=True)
    environment.filters["text"] = lambda value: str(value).translate(_DROPPED)
    page = environment.get_template("dossier.html.jinja")
    return page.render(dossier=dossier, style=style, style_hash=f"sha256-{digest}").encode()


def _environment(*, escaped: bool) -> Environment:
    environment = Environment(
        loader=PackageLoader("dragoman.lake", "page"),
        autoescape=escaped,  # noqa: S701  # off for Markdown alone, whose texts `_escaped` escapes
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["when"] = _when
    environment.filters["put"] = _put
    return environment


def _escaped(value: object) -> str:
    return _MARKUP.sub(r"\\\1", " ".join(str(value).translate(_DROPPED).split()))


def _when(one: Deed | Statement) -> str:
    """The day or days of a line."""
    if one.day is None:
        return "undated"
    end: dt.date | None = getattr(one, "end", None)
    days = f"{one.day}" if end is None or end == one.day else f"{one.day} to {end}"
    return f"reported {days}" if one.is_reported else days


def _put(statement: Statement) -> str:
    """How a statement is put: its strength or stance, and its cue."""
    graded = statement.strength or statement.stance or statement.kind
    denied = f"not {graded}" if statement.negated else graded
    return f"{denied}, “{statement.cue}”" if statement.cue else denied
