"""What things are. No logic beyond what a value says of itself."""
