"""The rules of language versions on top of wagtail-localize; beside cms.domain, above cms.models.

wagtail-localize extracts the strings and puts them back. What is saved, published, copied and believed
about a version is decided here.
"""
