"""How fast, and at which cost, GraphQL is delivered: ours alone, beside a peer, and with 100,000 pages."""
