"""Networks and organisations of the field, listed and described in each language."""
