"""What the paragraph writers learn from: composed summaries cut into slots, recombined, and plans of our own."""
