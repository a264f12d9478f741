"""What is counted and drawn: frames of numbers, and charts that show them."""
