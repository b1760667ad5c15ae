"""Text as its language has it: case, keys, slugs, order and suffixes; pure Python, touches nothing else."""

from cms.text.casing import capitalise, lower, upper
from cms.text.folding import fold, fold_root
from cms.text.normalisation import tidy
from cms.text.slugs import slugify
from cms.text.sorting import sort_key
from cms.text.suffixes import ablative, dative, genitive, locative, plural

__all__ = [
    "ablative",
    "capitalise",
    "dative",
    "fold",
    "fold_root",
    "genitive",
    "locative",
    "lower",
    "plural",
    "slugify",
    "sort_key",
    "tidy",
    "upper",
]
