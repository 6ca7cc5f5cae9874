"""The event classifier: a small sentence encoder with its card, answering on a plain CPU."""

from dragoman.models.classifier import Classification, EventClassifier, Hint, Question, load_classifier
from dragoman.models.roles import Parties, RoleReader

__all__ = [
    "Classification",
    "EventClassifier",
    "Hint",
    "Parties",
    "Question",
    "RoleReader",
    "load_classifier",
]
