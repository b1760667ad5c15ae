"""A timeline as a page that needs no frontend: an ordered list first, a band as an enhancement."""
