# On a fresh machine `make site` and `make test` set up all they need.
.PHONY: site serve test check bench setup
bin := .venv/bin
export NO_MKDOCS_2_WARNING := 1

setup:
	@tools/set-up

site: setup
	@$(bin)/scifi build

serve: setup
	@$(bin)/mkdocs serve

check: setup
	@$(bin)/scifi check
	@$(bin)/ruff check .
	@$(bin)/ruff format --check --quiet .
	@$(bin)/mypy
	@$(bin)/lint-imports

test: check
	@$(bin)/scifi build
	@$(bin)/pytest -n 2 --dist worksteal

bench: setup
	@$(bin)/python -m benchmarks
