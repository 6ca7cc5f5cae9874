"""Bytes → text: which encoding, and is it text at all?

UTF-8 first, for a valid multi-byte UTF-8 text is hardly ever anything else; then a byte order mark; then
UTF-16 without one, told by where its zero bytes fall; then charset-normalizer's guess; then Windows-1252,
which reads almost any byte. Everything but UTF-8 is named in a warning.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from charset_normalizer import from_bytes

from dragoman.errors import UnreadableDocumentError


class Decoded(NamedTuple):
    """A text as read, byte order mark gone, and what was odd about its bytes."""

    text: str
    warnings: tuple[str, ...]


MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive (or an Office document)"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an XZ archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"\x7fELF", "an ELF program"),
    (b"MZ\x90\x00", "a Windows program"),
    (b"\xca\xfe\xba\xbe", "a Java or Mach-O program"),
    (b"\xcf\xfa\xed\xfe", "a Mach-O program"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"PAR1", "a Parquet file"),
    (b"ID3", "an MP3 recording"),
    (b"OggS", "an Ogg recording"),
    (b"{\\rtf", "a Rich Text document"),
)
"""First bytes of formats that people take for text, with what to call them."""

BYTE_ORDER_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""UTF-32 stands before UTF-16, whose little-endian mark is its beginning."""

SAMPLE_BYTES = 64 * 1024
"""How much is looked at to guess an encoding or to tell binary from text."""

MAX_CONTROL_SHARE = 0.1
"""A text holds hardly any control characters; a compiled or packed file about one in eight and more."""

MAX_ACCENT_SHARE = 0.1
"""English has accents, dashes and quotation marks in one byte of a hundred; where more than a tenth of the
bytes are past ASCII another script is likely, and worth a guess."""

_HIGH_BYTES = bytes(range(128, 256))
_CONTROL_BYTES = bytes(set(range(32)) - {0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1B}) + b"\x7f"
_META_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE
)


def decode(data: bytes, uri: str) -> Decoded:
    """Read bytes as text.

    Args:
        data: The file's bytes; empty gives an empty text.
        uri: What to call it in an error.

    Returns:
        The text, without its byte order mark and with its line ends as they were, and the warnings: one for
        any encoding but UTF-8, one for undecodable bytes (they stand as U+FFFD).

    Raises:
        UnreadableDocumentError: If the bytes are a known binary format or too rich in control bytes.
    """
    for magic, name in MAGIC:
        if data.startswith(magic):
            raise UnreadableDocumentError(uri, f"it is {name}, not text")
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], encoding)
    wide = _unmarked_wide(data)
    if wide is not None:
        return Decoded(data.decode(wide, "replace"), (f"read as {wide}, which its zero bytes suggest",))
    if _control_share(data) > MAX_CONTROL_SHARE:
        raise UnreadableDocumentError(uri, "it holds too many control characters to be text")
    try:
        return Decoded(data.decode("utf-8"), ())
    except UnicodeDecodeError as error:
        return _legacy(data, error)


def _marked(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    warnings = [f"byte order mark dropped (read as {encoding})"]
    if "\ufffd" in text:
        warnings.append(f"some bytes are not valid {encoding} and stand as U+FFFD")
    return Decoded(text, tuple(warnings))


def _unmarked_wide(data: bytes) -> str | None:
    """UTF-16 without a mark: in English, every other byte is zero and hardly any of the rest."""
    sample = data[:SAMPLE_BYTES]
    sample = sample[: len(sample) - len(sample) % 2]
    if len(sample) < 8:
        return None
    half = len(sample) // 2
    high, low = sample[0::2].count(0), sample[1::2].count(0)
    if low > 0.7 * half and high < 0.05 * half:
        return "utf-16-le"
    if high > 0.7 * half and low < 0.05 * half:
        return "utf-16-be"
    return None


def _control_share(data: bytes) -> float:
    """Share of control bytes, in the first, middle and last part of the data, whichever has most."""
    shares = []
    for start in (0, max(0, len(data) // 2 - SAMPLE_BYTES // 2), max(0, len(data) - SAMPLE_BYTES)):
        sample = data[start : start + SAMPLE_BYTES]
        kept = sample.translate(None, _CONTROL_BYTES)
        shares.append((len(sample) - len(kept)) / max(1, len(sample)))
    return max(shares)


def _legacy(data: bytes, error: UnicodeDecodeError) -> Decoded:
    """Neither marked nor valid UTF-8."""
    text = data.decode("utf-8", "replace")
    n_bad = text.count("\ufffd")
    n_good = sum(1 for char in text[:SAMPLE_BYTES] if ord(char) > 127) - text[:SAMPLE_BYTES].count("\ufffd")
    if n_good > 10 * n_bad:  # a UTF-8 file with a damaged spot, not another encoding
        return Decoded(text, (f"bytes that are not valid UTF-8 (first at {error.start}) stand as U+FFFD",))
    encoding = _guess(data, error.start)
    text = data.decode(encoding, "replace")
    return Decoded(text, (f"not valid UTF-8; read as {encoding}, which is a guess",))


def _guess(data: bytes, first_bad: int) -> str:
    """Name an old encoding: the page's own word, else Windows-1252, else a guess from a sample."""
    declared = _META_CHARSET.search(data[:4096])
    if declared is not None:
        name = _codec(declared.group(1).decode("ascii"))
        if name is not None and name != "utf-8":
            return name
    start = max(0, first_bad - SAMPLE_BYTES // 4)
    sample = data[start : start + SAMPLE_BYTES // 2]
    if len(sample.translate(None, _HIGH_BYTES)) >= (1 - MAX_ACCENT_SHARE) * len(sample):
        return "cp1252"
    best = from_bytes(sample).best()
    found = _codec(best.encoding) if best is not None else None
    return found if found is not None and found not in {"utf-8", "ascii"} else "cp1252"


def _codec(name: str) -> str | None:
    """Python's name of a text encoding, or None if it has none."""
    try:
        codec = codecs.lookup(name)
    except LookupError:
        return None
    return codec.name if getattr(codec, "_is_text_encoding", True) else None
