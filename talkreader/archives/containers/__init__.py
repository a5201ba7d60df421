"""Files that hold other files: zip, web archives, MHTML."""
