# On a fresh machine `make site` and `make test` set up all they need.
.PHONY: site serve check test papers words bench setup setup-development
bin := .venv/bin
export NO_MKDOCS_2_WARNING := 1

setup:
	@tools/set-up

setup-development:
	@tools/set-up development

site: setup
	@$(bin)/scifi build

serve: setup
	@$(bin)/scifi serve

check: setup-development
	@$(bin)/scifi check
	@$(bin)/scifi format --check
	@$(bin)/ruff check .
	@$(bin)/ruff format --check --quiet .
	@$(bin)/mypy
	@$(bin)/lint-imports
	@$(bin)/python -m scifi.build.node

test: check
	@$(bin)/scifi build
	@$(bin)/pytest -n 2 --dist worksteal

# Every paper under the checkers; `make test` looks at a sixth of the case studies and solutions.
papers: setup-development
	@$(bin)/scifi build
	@SCIFI_EVERY_PAPER=1 $(bin)/pytest -n 2 --dist worksteal tests/printing

# The catalogue of all words, from which translations are made.
words: setup-development
	@$(bin)/pybabel --quiet extract --mapping-file src/scifi/locale/babel.cfg --no-wrap \
	    --keywords N_ --add-location file --sort-by-file --omit-header \
	    --output-file src/scifi/locale/scifi.pot .

bench: setup-development
	@$(bin)/python -m benchmarks
