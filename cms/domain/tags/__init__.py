"""What an answer depends on, by name, so that caches can drop exactly the answers that a change concerns.

`naming` says how tags are called, `ledger` collects those of one operation from what it reads, `observing`
makes querysets tell what they were asked by, and `changes` is the inverse: from a change to its tags.
"""
