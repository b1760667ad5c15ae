"""Documents that are known before anybody asks, by the SHA-256 of their text: those of the contract."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from django.conf import settings

from cms.graphql.http.access import Asker
from cms.graphql.http.problems import RequestProblem, bad_request
from cms.graphql.requests import Asked
from cms.operations.contract import text_of
from cms.operations.documents import read_operations
from cms.plugin_host.composition import PluginSet


def with_document(asked: Asked, *, asker: Asker, plugins: PluginSet) -> Asked:
    """Return what is asked, with the text of its document.

    Raises RequestProblem for a document that is not known, where one has to be, and for a wrong hash. Nothing
    registers itself: a client that sends a hash first is told that it is not known, and then sends the text.
    """
    known = registered_documents(plugins)
    if not asked.query:
        text = known.get(asked.document_hash)
        if text is None:
            raise RequestProblem(404, "PERSISTED_QUERY_NOT_FOUND", "PersistedQueryNotFound")
        return replace(asked, query=text)
    if asked.document_hash and asked.document_hash != hash_of(asked.query):
        raise bad_request("The hash is not that of `query`.")
    if not asker.may_ask_freely and hash_of(asked.query) not in known:
        message = "Only registered operations are answered. Register it, or send a token that may ask freely."
        raise RequestProblem(403, "OPERATION_NOT_REGISTERED", message)
    return asked


@cache
def registered_documents(plugins: PluginSet) -> Mapping[str, str]:
    """Return the text of every registered document by its hash. Read once; a change needs a restart."""
    return {hash_of(text): text for text in registered_texts(plugins)}


def registered_texts(plugins: PluginSet) -> Iterator[str]:
    for owner, folder in plugins.collect("operations"):
        for document in read_operations(folder, owner=owner):
            yield document.source
            yield text_of(document)  # as the contract has it
    for path in sorted(Path(settings.FRONTEND_CONTRACT_DIR).glob("consumers/**/*.graphql")):
        yield path.read_text(encoding="utf-8")


def hash_of(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
