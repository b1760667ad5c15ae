"""What a contact answers through the link that was mailed."""

from __future__ import annotations

from collections.abc import Callable

import graphene
from graphql import GraphQLResolveInfo

from cms.api import BadInput, context_of
from plugins.networks.confirming import TooMany, confirm, propose

TOKEN = graphene.String(required=True, description="The token of the mailed link.")


class NetworksAnswer(graphene.ObjectType):
    """What became of an answer."""

    is_accepted = graphene.Boolean(
        required=True,
        description="Always true: what cannot be accepted is an error, the same for every unusable token.",
    )


class NetworksMutation(graphene.ObjectType):
    networks_entry_confirm = graphene.Field(
        NetworksAnswer, description="Say that an entry is true. The token can be used once.", token=TOKEN
    )
    networks_correction_propose = graphene.Field(
        NetworksAnswer,
        description="Say what is wrong with an entry. An editor decides. The token can be used once.",
        token=TOKEN,
        message=graphene.String(required=True, description="What is wrong, in at most 2000 characters."),
    )

    def resolve_networks_entry_confirm(root: None, info: GraphQLResolveInfo, token: str) -> dict[str, bool]:
        return _answer(lambda: confirm(token, asker=context_of(info).asker))

    def resolve_networks_correction_propose(
        root: None, info: GraphQLResolveInfo, token: str, message: str
    ) -> dict[str, bool]:
        return _answer(lambda: propose(token, message, asker=context_of(info).asker))


def _answer(act: Callable[[], bool]) -> dict[str, bool]:
    try:
        is_accepted = act()
    except TooMany:
        raise BadInput("Too many answers have come in this minute. Try again in a minute.") from None
    except ValueError as error:
        raise BadInput(f"`message` {error}.") from None
    if not is_accepted:
        # The same for every token: whether it was ever given to anybody is not told.
        raise BadInput("`token` cannot be used: it is unknown, used or expired. Ask for a new link.")
    return {"is_accepted": True}
