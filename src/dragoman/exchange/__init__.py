"""What event data sets exchange: events apart from their documents, foreign codes and foreign layouts.

Exporters make rows from `Report`s, importers make `Report`s from rows; both read the same tables.
"""

from dragoman.exchange.codes import Codes, load_codes
from dragoman.exchange.layouts import LAYOUTS, Layout, check_row, layout_columns
from dragoman.exchange.pairs import CODED_STATUSES, STATUSES, Losses
from dragoman.exchange.reports import Party, Report, Story, iter_reports, report_day

__all__ = [
    "CODED_STATUSES",
    "LAYOUTS",
    "STATUSES",
    "Codes",
    "Layout",
    "Losses",
    "Party",
    "Report",
    "Story",
    "check_row",
    "iter_reports",
    "layout_columns",
    "load_codes",
    "report_day",
]
