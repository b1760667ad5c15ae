"""Reads what a level of an answer needs, all at once: the same SQL for one page and for a hundred.

Each module reads one kind of thing for many objects and remembers it for the request (`identity.py`).
What may be seen is decided in `cms.domain.visibility`; the batch resolvers of `cms.graphql.types` come here.
"""
