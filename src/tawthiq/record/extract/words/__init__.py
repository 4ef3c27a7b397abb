"""Words: tokens of a text, and what a language's lexicon knows of them."""
