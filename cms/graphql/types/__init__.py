"""One concept a file: what frontends see of it."""
