"""Tests on the house itself: its floors, its shape, its pages."""
