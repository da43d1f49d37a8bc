"""Takes in updates and keeps them until they are answered."""
