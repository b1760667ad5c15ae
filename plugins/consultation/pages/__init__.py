"""What people open in a browser: receipts, the heads of the log, and the page that verifies."""
