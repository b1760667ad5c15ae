"""What every plugin promises, as checks that run on any plugin: in its own tests and by manage.py conform."""
