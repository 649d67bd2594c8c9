"""What both readers stand on: received bytes as text, what was mended in it, the words it is read by."""
