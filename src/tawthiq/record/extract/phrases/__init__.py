"""Phrases: finite verbs, noun phrases, words of saying, told apart in a sentence."""
