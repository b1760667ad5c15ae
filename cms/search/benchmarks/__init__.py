"""How well the search finds, and how fast. Judged by hand, measured by machine."""
