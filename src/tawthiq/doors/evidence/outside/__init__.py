"""Outside: the checks of one who has nothing of ours but one file; standard library only, offline, Python 3.11.

The rooms here, with the Merkle arithmetic of the safe, are laid end to end into the one `verify.py` that is handed
out. So each imports the others by name only, and no two share a name at the top.
"""
