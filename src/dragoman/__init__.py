"""dragoman reads news and official readouts offline and returns records with evidence."""

__version__ = "0.1.0"
