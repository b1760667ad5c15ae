"""How the documents of the demonstration site are made; needs the development dependencies."""
