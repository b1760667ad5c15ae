"""Reading language tags; touches nothing."""


def primary_subtag(language: str) -> str:
    """Return the language of a tag in small letters: `tr` for `tr`, `tr-TR` and `TR`.

    The underscore of system locales (`tr_TR`) is read as a hyphen: taking it for an unknown language
    would spell every I wrong without anybody noticing.
    """
    return language.replace("_", "-").partition("-")[0].lower()
