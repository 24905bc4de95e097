# make run      install what is missing, build, and run the main job on surveys/carcassonne-2023
# make test     install what is missing, and run the whole test suite
# make install  build, and put the tool and its shell completions under PREFIX
# make fixtures write the synthetic exports again
# make bench    the benchmarks, beside their floor (Benchmarks/README.md)
# make fuzz     random inputs through the reader; make fuzz-guided: the same under libFuzzer
# make huge     inputs of a size that no survey has
# make lint     the house style

SWIFT ?= swift
PROJECT ?= surveys/carcassonne-2023
OUT ?= results/$(notdir $(PROJECT))
PREFIX ?= /usr/local
RELEASE = .build/release/concertation
# Set BINARY to run one that is already built.
BINARY ?=

.PHONY: run test install release setup fixtures bench lint fuzz fuzz-guided huge

run: $(if $(BINARY),,release)
	@$(or $(BINARY),$(RELEASE)) run $(PROJECT) --out $(OUT)

test: setup
	@$(SWIFT) build --build-tests
	@$(SWIFT) test --skip-build

release: setup
	@$(SWIFT) build --configuration release --product concertation --static-swift-stdlib

setup:
	@./.ci/setup

install: release
	install -s -D -m 755 $(RELEASE) $(DESTDIR)$(PREFIX)/bin/concertation
	install -d $(DESTDIR)$(PREFIX)/share/bash-completion/completions
	install -d $(DESTDIR)$(PREFIX)/share/zsh/site-functions
	install -d $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	$(RELEASE) --generate-completion-script bash > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/concertation
	$(RELEASE) --generate-completion-script zsh > $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_concertation
	$(RELEASE) --generate-completion-script fish > $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/concertation.fish

fixtures:
	@$(SWIFT) run FixtureMaker fixtures

bench: setup
	@./Benchmarks/run.sh

lint:
	@$(SWIFT) format lint --strict --recursive Sources Tests fixtures Package.swift

# A million seeded inputs through the reader and the recognition of survey tools.
COUNT ?= 1000000
fuzz: setup
	@$(SWIFT) build --configuration release --product fuzz
	@.build/release/fuzz $(COUNT)

# The same checks, led by libFuzzer to code that was not reached yet.
SECONDS ?= 120
fuzz-guided: setup
	@./Tests/Fuzzing/guided.sh $(SECONDS)

# Inputs of a size that no survey has: answers, seconds, peak memory.
huge: release
	@python3 Tests/Fuzzing/huge.py $(RELEASE)
