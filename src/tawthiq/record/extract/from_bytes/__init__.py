"""From bytes: how a kept file of any kind becomes the document that extractors read, offsets included."""
