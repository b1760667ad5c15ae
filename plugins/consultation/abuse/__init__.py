"""What keeps submissions from being flooded or abused, without watching anybody."""
