# Paths, messages, locks and quoting that the scripts of this folder share. Sourced, never run.
# shellcheck shell=bash disable=SC2034
set -euo pipefail
export LC_ALL=C
umask 077

environment=$(dirname -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")")
cache=$(realpath -m -- "${DIRECTROUTE_CACHE:-${HOME:?HOME is not set: set it, or DIRECTROUTE_CACHE}/.cache/directroute}")
run=$(realpath -m -- "${DIRECTROUTE_RUN:-$cache/run}")
bin=$cache/bin pki=$cache/pki

say() { printf '[%4ds] %s\n' "$SECONDS" "$*" >&2; }
die() { printf 'error: %s\n' "$*" >&2; exit 1; }

# One up, down or restart at a time for each run directory. Daemons are started without the descriptor.
lock_run() {
  mkdir -p "$run"
  exec 9>"$run/lock"
  flock -n 9 || { say "waiting for another script that holds $run/lock"; flock 9; }
}

# One at a time fills the cache; held by no daemon either.
lock_cache() {
  mkdir -p "$bin"
  exec 8>"$cache/lock"
  flock -n 8 || { say "waiting for another script that fills $cache"; flock 8; }
}

unlock_cache() { exec 8>&-; }

# Prints an assignment that every POSIX shell reads back as it was.
export_line() { printf "export %s='%s'\n" "$1" "${2//\'/\'\\\'\'}"; }
