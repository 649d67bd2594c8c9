"""The people of a release: their names, titles and forms of address, and who is meant by each."""
