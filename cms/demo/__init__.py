"""The content of the demonstration site, as data files, and the program that makes its documents."""
