"""Who is asked: the registry of stakeholders, their lists, and invitations with what became of them."""
