"""The event classifier: a small sentence encoder with its card, answering on a plain CPU."""

from dragoman.models.classifier import Classification, EventClassifier, Hint, Question, load_classifier

__all__ = ["Classification", "EventClassifier", "Hint", "Question", "load_classifier"]
