"""What a plugin is and how plugins combine. Imports Django only."""
