# What the demo is told with: headlines, commands that are shown before they run, expectations. Sourced, never run.
# shellcheck shell=bash

if [ -t 1 ]; then bold=$'\e[1m' green=$'\e[32m' red=$'\e[31m' plain=$'\e[0m'; else bold='' green='' red='' plain=''; fi

step() { printf '\n%s== %s%s\n' "$bold" "$*" "$plain"; }

die() {
  printf '%sdemo: %s%s\n' "$red" "$*" "$plain" >&2
  exit 1
}

# run COMMAND: shows a command line and runs it, as one types it.
run() {
  printf '\n%s$ %s%s\n' "$bold" "$1" "$plain"
  eval "$1" || die "the command failed"
}

# refuses COMMAND: shows a command line, runs it, and wants it to fail.
refuses() {
  printf '\n%s$ %s%s\n' "$bold" "$1" "$plain"
  if eval "$1" 2>&1; then die "the command was expected to fail"; fi
}

# expect WHAT EXPECTED ACTUAL
expect() {
  [ "$2" = "$3" ] || die "$1: expected '$2', and it is '$3'"
  printf '%s   ok: %s%s\n' "$green" "$1" "$plain"
}

# eventually SECONDS WHAT COMMAND...: tries until the command succeeds.
eventually() {
  local deadline=$((SECONDS + $1)) what=$2
  shift 2
  until "$@" >/dev/null 2>&1; do
    [ "$SECONDS" -lt "$deadline" ] || die "$what did not come true in time"
    sleep 0.2
  done
}

# field KIND NAME JSONPATH: one value of an object.
field() { kubectl get "$1" "$2" -o "jsonpath={$3}"; }

# json FILE EXPRESSION: a value of a JSON document, called d.
json() { python3 -c 'import json, sys; d = json.load(open(sys.argv[1])); print(eval(sys.argv[2]))' "$1" "$2"; }
