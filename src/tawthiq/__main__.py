"""`python -m tawthiq`."""

from tawthiq.doors.cli import main

main()
