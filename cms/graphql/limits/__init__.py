"""Limits of what one request may ask for, checked before it is validated. Needs nothing but graphql-core.

Three steps, each cheap enough for the worst that the one before lets through: the text (`check_length`), the
parsed document (`reasons_against`), and, once it is valid, what it costs (`OperationCost`).
"""

from .costs import OperationCost
from .documents import reasons_against
from .numbers import Limits
from .refusals import CODES, LimitExceeded
from .tokens import check_length

__all__ = ["CODES", "LimitExceeded", "Limits", "OperationCost", "check_length", "reasons_against"]
