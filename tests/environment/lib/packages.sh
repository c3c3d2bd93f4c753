# Debian packages: installed ones, and ones that are only unpacked into the cache. Sourced, never run.
# shellcheck shell=bash

on_debian() {
  # shellcheck disable=SC1091
  [ "$(. /etc/os-release 2>/dev/null && echo "${VERSION_CODENAME:-}")" = bookworm ]
}

require_debian() {
  on_debian || die "the built-in environment is made from the packages of Debian 12 (bookworm), and this is another system; run it in one," \
    "or use what you have: DIRECTROUTE_TEST_KUBECONFIG and AWS_ENDPOINT_URL, or DIRECTROUTE_TEST_DOCKER=1 (see tests/environment/README.md)"
}

# need_commands NAME...: for other systems, which have packages of their own.
need_commands() {
  local name
  for name; do
    command -v "$name" >/dev/null || die "the command $name is missing; install it"
  done
}

# need_packages NAME...: installs those that are missing, when we may.
need_packages() {
  local name as_root=() missing=()
  for name; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null)" = installed ] || missing+=("$name")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  if [ "$(id -u)" != 0 ]; then
    sudo -n true 2>/dev/null || die "packages are missing; install them and try again: apt-get install --no-install-recommends ${missing[*]}"
    as_root=(sudo -n)
  fi
  say "installing ${missing[*]}"
  { "${as_root[@]}" apt-get update -qq &&
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"; } \
    >"$run/packages.log" 2>&1 9>&- 8>&- || { tail "$run/packages.log" >&2; die "apt-get could not install ${missing[*]}"; }
}

# The mirror that this system is set up with; only it is ever asked.
debian_mirror() {
  # shellcheck disable=SC2016
  local target='$(RELEASE) $(COMPONENT) $(ORIGIN) $(REPO_URI)'
  apt-get indextargets --format "$target" |
    awk '$1 == "bookworm" && $2 == "main" { print ($3 == "Debian" ? 0 : 1), $NF }' | sort -u | awk 'NR == 1 { print $2 }'
}

# An apt of our own: binaries of trixie and sources of bookworm, and the system's lists stay as they are.
apt_state=$cache/apt apt_suites=trixie

private_apt() {
  local command=$1 state=$apt_state program=apt-get
  shift
  [ "$command" != depends ] || program=apt-cache
  "$program" -qq -o Dir::Etc::sourcelist="$state/sources.list" -o Dir::Etc::sourceparts=/dev/null -o Dir::Etc::preferencesparts=/dev/null \
    -o Dir::State::lists="$state/lists" -o Dir::Cache="$state/cache" -o APT::Sandbox::User=root -o Acquire::Languages=none \
    -o Acquire::Retries=3 "$command" "$@" 8>&- 9>&-
}

update_private_apt() {
  [ -z "${private_apt_is_fresh:-}" ] || return 0
  local suite mirror key='[signed-by=/usr/share/keyrings/debian-archive-keyring.gpg]'
  mirror=$(debian_mirror)
  [ -n "$mirror" ] || die "apt knows no mirror of Debian bookworm main; add one to /etc/apt/sources.list"
  mkdir -p "$apt_state"/lists/partial "$apt_state"/cache/archives/partial
  for suite in $apt_suites; do echo "deb $key $mirror $suite main"; done >"$apt_state/sources.list"
  echo "deb-src $key $mirror bookworm main" >>"$apt_state/sources.list"
  private_apt update || die "apt-get could not read the package lists of $mirror"
  private_apt_is_fresh=yes
}

# unpack DIRECTORY PACKAGE...: packages, not installed: their files below the directory. Trixie's, unless PACKAGE/SUITE says otherwise.
unpack() {
  local directory=$1 downloads=$1.deb package names=()
  shift
  update_private_apt
  for package; do if [[ $package == */* ]]; then names+=("$package"); else names+=("$package/trixie"); fi; done
  rm -rf "$directory" "$downloads"
  mkdir -p "$directory" "$downloads"
  (cd "$downloads" && private_apt download "${names[@]}") || die "apt-get could not download $*"
  for package in "$downloads"/*.deb; do dpkg -x "$package" "$directory"; done
  rm -rf "$downloads"
}
