"""The reader's search: an index of words kept true to what is published, and the questions asked of it."""
