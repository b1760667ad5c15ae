"""GraphQL over HTTP: who asks, what a request says, and the headers that an answer carries."""
