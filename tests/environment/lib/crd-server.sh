# The standalone server of k8s.io/apiextensions-apiserver: custom resources and nothing else. Sourced, never run.
# shellcheck shell=bash disable=SC2034

is_provided() { [ -x "$bin/crd-server" ] && [ -x "$bin/etcd" ] && [ -d "$pki" ]; }

# sid has the libraries, trixie-backports a compiler that is new enough for them and runs here. Their lists are kept apart from
# those of the environment, and the lock too: no environment waits for this build.
provide_crd_server() (
  exec 8>"$cache/crd-server.lock"
  flock 8
  [ ! -x "$bin/crd-server" ] || return 0
  apt_state=$cache/crd-server.apt apt_suites='sid trixie-backports' private_apt_is_fresh='' unpacked=$cache/crd-server.new
  SECONDS=0
  say "building the CRD server from Debian's packages, once: three minutes with two cores"
  update_private_apt
  # shellcheck disable=SC2046
  unpack "$unpacked" golang-1.26-go/trixie-backports golang-1.26-src/trixie-backports $(crd_server_libraries)
  "$environment/lib/build-crd-server" "$unpacked" "$bin/crd-server" >"$cache/crd-server.log" 2>&1 ||
    { tail -n 20 "$cache/crd-server.log" >&2; die "the CRD server does not build from sid's present packages; see $cache/crd-server.log"; }
  rm -rf "$unpacked" "$apt_state"
  say "the CRD server is built"
)

crd_server_libraries() {
  local name
  for name in $(libraries_below golang-k8s-apiextensions-apiserver-dev); do echo "$name/sid"; done
}

# libraries_below PACKAGE: the Go libraries that the package needs, itself included, and theirs.
libraries_below() {
  private_apt depends --recurse --no-recommends --no-suggests --no-conflicts --no-breaks --no-replaces --no-enhances "$1" |
    grep -E '^golang-.*-dev$' | sort -u
}

# A client of system:masters may do everything; the server, which asks itself who may do what, is one too.
write_crd_server_client() {
  (
    cd "$run" &&
      openssl req -newkey rsa:2048 -nodes -subj /O=system:masters/CN=admin -keyout client.key -out client.csr &&
      openssl x509 -req -in client.csr -CA "$pki/ca.crt" -CAkey "$pki/ca.key" -set_serial 2 -days 3650 -out client.crt \
        -extfile <(echo extendedKeyUsage=clientAuth)
  ) >"$run/pki.log" 2>&1
  cat >"$run/kubeconfig" <<YAML
apiVersion: v1
kind: Config
current-context: admin
clusters:
- {name: crd-server, cluster: {server: "$crd_server", certificate-authority: $pki/ca.crt}}
contexts:
- {name: admin, context: {cluster: crd-server, user: admin}}
users:
- {name: admin, user: {client-certificate: $run/client.crt, client-key: $run/client.key}}
YAML
}

# There are no namespaces, webhooks or policies to admit by: what serves them is not there.
crd_server_admission=NamespaceLifecycle,MutatingAdmissionWebhook,ValidatingAdmissionWebhook,MutatingAdmissionPolicy,ValidatingAdmissionPolicy

start_crd_server() {
  local port
  read -r etcd_port etcd_peer_port port < <(free_ports 3)
  crd_server=https://127.0.0.1:$port
  write_crd_server_client
  start_etcd || return 1
  start crd-server "$bin/crd-server" --etcd-servers "http://127.0.0.1:$etcd_port" --bind-address 127.0.0.1 --secure-port "$port" \
    --tls-cert-file "$pki/apiserver.crt" --tls-private-key-file "$pki/apiserver.key" --client-ca-file "$pki/ca.crt" \
    --authentication-skip-lookup --authentication-kubeconfig "$run/kubeconfig" --authorization-kubeconfig "$run/kubeconfig" \
    --kubeconfig "$run/kubeconfig" --enable-priority-and-fairness=false --disable-admission-plugins "$crd_server_admission"
  # Not /readyz, which waits for Services: nobody serves those.
  wait_ready crd-server curl -fs --noproxy '*' -m 5 --cacert "$pki/ca.crt" --cert "$run/client.crt" --key "$run/client.key" "$crd_server/apis/apiextensions.k8s.io/v1/customresourcedefinitions"
}

print_crd_server() {
  export_line DIRECTROUTE_RUN "$run"
  export_line DIRECTROUTE_TEST_CRD_SERVER "$crd_server"
  export_line DIRECTROUTE_TEST_CA "$pki/ca.crt"
  export_line DIRECTROUTE_TEST_CLIENT_CRT "$run/client.crt"
  export_line DIRECTROUTE_TEST_CLIENT_KEY "$run/client.key"
}
