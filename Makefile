# Every task of the project; `make` alone lists them.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help sdk build test verify generate cli demo bench env-up env-down

# No build server may outlive its task, or be killed under another build with the environment of a test.
export MSBUILDDISABLENODEREUSE := 1
export DOTNET_CLI_USE_MSBUILD_SERVER := 0
export DOTNET_CLI_TELEMETRY_OPTOUT := 1
export DOTNET_NOLOGO := 1

solution := Operator.sln
with := tests/environment/with

help: ## list the tasks
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

sdk:
	@dotnet --list-sdks 2>/dev/null | grep -q '^10\.' || \
	  { echo 'error: the .NET SDK 10.0 is needed, and `dotnet --list-sdks` names none; install dotnet-sdk-10.0' >&2; exit 1; }

build: sdk ## build everything; a warning is an error
	dotnet build $(solution)

test: build ## run every test on an environment of its own; FILTER=name for some of them
	rm -rf artifacts/test-results
	-@tests/environment/crd-server provide
	-@tests/environment/velocity provide
	-@tests/environment/service-proxy provide
	-@tests/environment/aws-clients provide
	-@tests/environment/chromium provide
	$(with) dotnet test $(solution) --no-build --blame-hang-timeout 10m --blame-hang-dump-type none $(if $(FILTER),--filter '$(FILTER)')

verify: build ## check that generated files are up to date and the code is formatted
	.ci/unchanged-by $(MAKE) generate
	dotnet format $(solution) --no-restore --verify-no-changes

generate: sdk ## write what is made from code: crds/, config/rbac, reference pages
	dotnet run --project tools/Generate

# A restore for one platform would write that platform into the lock files under version control.
cli: sdk ## publish the command line to artifacts/cli: direct, and kubectl-direct beside it
	dotnet publish operator/Cli --configuration Release --use-current-runtime --no-self-contained -p:PublishReadyToRun=true \
	  -p:PublishDocumentationFiles=false -p:NuGetLockFilePath=obj/publish.lock.json --output artifacts/cli
	ln -sf direct artifacts/cli/kubectl-direct

demo: sdk ## apply the samples to a real API server and show what becomes of them
	$(with) demo/run

bench: sdk ## measure, one line a figure; FIGURES=prefix for some of them
	dotnet publish operator/Operator --configuration Release --os linux --no-self-contained -p:PublishReadyToRun=true \
	  -p:NuGetLockFilePath=obj/publish.lock.json --output artifacts/bench/operator
	dotnet publish operator/Cli --configuration Release --os linux --no-self-contained -p:PublishReadyToRun=true \
	  -p:PublishDocumentationFiles=false -p:NuGetLockFilePath=obj/publish.lock.json --output artifacts/bench/direct
	dotnet build -c Release tests/Benchmarks
	DIRECTROUTE_OPERATOR=$(CURDIR)/artifacts/bench/operator/DirectRoute.Operator.dll DIRECTROUTE_DIRECT=$(CURDIR)/artifacts/bench/direct/DirectRoute.Cli.dll $(with) dotnet run -c Release --no-build --project tests/Benchmarks -- $(FIGURES)

env-up: ## bring up the test environment and print its variables: eval "$$(make -s env-up)"
	@tests/environment/up

env-down: ## end it, and what killed tests left behind
	@tests/environment/down --all
