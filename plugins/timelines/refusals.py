"""What a refused date says: a stable code and a sentence telling what to do. Imports nothing of ours."""


class DateError(ValueError):
    """Input that is not kept, with the reason.

    `code` is stable and meant for programs. `message` is the untranslated sentence and `values` fill its
    gaps, so that whoever shows it to a person can translate first and fill in afterwards.
    """

    def __init__(self, code: str, message: str, **values: str | int) -> None:
        super().__init__(message % values)
        self.code = code
        self.message = message
        self.values = values


def gettext_noop(message: str) -> str:
    """Return the sentence unchanged; its name is what the message extractor looks for."""
    return message
