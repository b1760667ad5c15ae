"""What a body is made of. Imports the plugin host and Wagtail's blocks."""
