"""Django settings: base.py and, for each kind of machine, the differences."""
