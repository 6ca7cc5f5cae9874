"""Records → what people and other programs read: JSON Lines, the brief, foreign event data, GeoJSON, CSV.

Every exporter takes documents' records as they come and a binary stream, and holds no more than one document.
"""

from dragoman.export.brief_html import export_html
from dragoman.export.brief_text import export_brief, print_brief
from dragoman.export.event_exporters import EVENT_EXPORTERS
from dragoman.export.flat import export_csv
from dragoman.export.ftm import export_ftm
from dragoman.export.gdelt import export_gdelt
from dragoman.export.geojson import export_geojson
from dragoman.export.icews import export_icews
from dragoman.export.jsonl import export_jsonl
from dragoman.export.polecat import export_polecat
from dragoman.export.sink import ByteSink

__all__ = [
    "EVENT_EXPORTERS",
    "ByteSink",
    "export_brief",
    "export_csv",
    "export_ftm",
    "export_gdelt",
    "export_geojson",
    "export_html",
    "export_icews",
    "export_jsonl",
    "export_polecat",
    "print_brief",
]
