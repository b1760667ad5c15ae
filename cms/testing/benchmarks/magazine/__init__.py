"""A plugin to be measured: articles with a category, an author and related articles.

Only `config.settings.benchmark` runs it; no installation ever has it.
"""
