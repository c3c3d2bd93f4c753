# A certificate authority, serving certificates and tokens for this cache alone. Sourced, never run.
# shellcheck shell=bash

serving_names='IP:127.0.0.1,IP:10.0.0.1,DNS:localhost,DNS:kubernetes,DNS:kubernetes.default,DNS:kubernetes.default.svc'

serving_certificate() {
  openssl req -newkey rsa:2048 -nodes -subj "/CN=$1" -keyout "$1.key" -out "$1.csr"
  openssl x509 -req -in "$1.csr" -CA ca.crt -CAkey ca.key -CAcreateserial -days 3650 -out "$1.crt" \
    -extfile <(printf 'extendedKeyUsage=serverAuth,clientAuth\nsubjectAltName=%s\n' "$serving_names")
}

make_pki() {
  openssl req -x509 -newkey rsa:2048 -nodes -days 3650 -subj /CN=directroute-test-ca -keyout ca.key -out ca.crt
  serving_certificate apiserver
  serving_certificate webhook
  openssl genrsa -out sa.key 2048
  openssl rsa -in sa.key -pubout -out sa.pub
  printf '%s,admin,admin,system:masters\n%s,nobody,nobody\n' "$(openssl rand -hex 16)" "$(openssl rand -hex 16)" >tokens.csv
}

provide_pki() {
  [ ! -d "$pki" ] || return 0
  rm -rf "$pki.new"
  mkdir -p "$pki.new"
  (cd "$pki.new" && make_pki) >"$run/pki.log" 2>&1 || { tail "$run/pki.log" >&2; die "openssl could not make the certificates"; }
  mv "$pki.new" "$pki"
  say "certificates are made"
}

# token_of USER
token_of() { awk -F, -v user="$1" '$2 == user { print $1 }' "$pki/tokens.csv"; }
