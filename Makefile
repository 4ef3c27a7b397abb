# Two commands. Nothing is decided here: the steps are in scripts/, the server is `tawthiq demo serve`.
.DEFAULT_GOAL := help
# Each command is many short processes: without bytecode kept between them every one would compile everything again.
unexport PYTHONDONTWRITEBYTECODE
.PHONY: help run test lock docs clean

PINNED := pyproject.toml requirements-build.lock scripts/install

help:            ## what can be said to make
	@sed -n 's/^\([a-z]*\):.*## /make \1   /p' Makefile

run: .venv/ready-run   ## install, load the invented demo, serve it on 127.0.0.1:8000
	.venv/bin/tawthiq demo serve

test: .venv/ready-test   ## install the test tools, then check everything
	.venv/bin/python scripts/check.py

lock:            ## resolve the three lock files again (needs uv)
	scripts/lock

docs: .venv/ready-test   ## write the reference pages again from the code
	.venv/bin/python -m tawthiq.doors.reference

clean:           ## remove the environment, never a home with records
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

.venv/ready-run: requirements.lock $(PINNED)
	scripts/install run

.venv/ready-test: requirements-dev.lock $(PINNED)
	scripts/install test
