"""The commands of manage.py, one a module; each calls the layers below and decides nothing itself."""
