"""The host: one Django app whose packages are layers; README.md draws them."""
