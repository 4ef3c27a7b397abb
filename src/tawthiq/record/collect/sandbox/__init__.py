"""Decoders of foreign bytes, in a child process that can be killed."""
