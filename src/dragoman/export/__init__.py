"""Records → what people and other programs read: JSON Lines, the brief as text, the brief as a page.

Every exporter takes documents' records as they come and a binary stream, and holds no more than one document.
"""

from dragoman.export.brief_html import export_html
from dragoman.export.brief_text import export_brief, print_brief
from dragoman.export.jsonl import export_jsonl
from dragoman.export.sink import ByteSink

__all__ = ["ByteSink", "export_brief", "export_html", "export_jsonl", "print_brief"]
