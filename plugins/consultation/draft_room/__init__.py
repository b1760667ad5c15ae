"""What editors do with drafts: bringing provisions in, linking versions, publishing."""
