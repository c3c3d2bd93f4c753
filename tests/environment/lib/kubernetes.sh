# etcd, kube-apiserver and kube-controller-manager as processes on loopback. Sourced, never run.
# shellcheck shell=bash

provide_kubectl() {
  [ ! -x "$bin/etcd" ] || [ ! -x "$bin/kubectl" ] || return 0
  if ! on_debian; then
    ln -sfn "$(command -v kubectl)" "$bin/kubectl"
    return 0
  fi
  unpack "$cache/unpacked" etcd-server etcd-client kubectl
  mv -f "$cache"/unpacked/usr/bin/{etcd,etcdctl,kubectl} "$bin/"
  rm -rf "$cache/unpacked"
  say "etcd, etcdctl and kubectl are unpacked"
}

provide_kubernetes() {
  [ ! -x "$bin/kube-apiserver" ] || [ ! -x "$bin/kube-controller-manager" ] || return 0
  need_packages golang-1.19-go rsync jq make dpkg-dev patch xz-utils
  local reflect2=$cache/unpacked/usr/share/gocode/src/github.com/modern-go/reflect2
  unpack "$cache/unpacked" golang-github-modern-go-reflect2-dev
  rm -rf "$cache/source"
  mkdir -p "$cache/source"
  (cd "$cache/source" && private_apt source kubernetes) >"$run/source.log" 2>&1 ||
    { tail "$run/source.log" >&2; die "apt-get could not get the source of kubernetes"; }
  say "building Kubernetes from Debian's source, once: three minutes with many cores, eight with two"
  build_kubernetes "$cache"/source/kubernetes-*/ "$reflect2"
  rm -rf "$cache/source" "$cache/unpacked"
  say "Kubernetes is built"
}

# In a session of its own, so that an interrupted `up` can end the compilers too; each 250th package is a sign of life.
build_kubernetes() {
  setsid "$environment/lib/build-kubernetes" "$1" "$2" "$bin" 8>&- 9>&- \
    > >(tee "$run/build.log" | awk 'NR % 250 == 0 { printf "        %d packages\n", NR }' >&2) 2>&1 &
  wait $! || { tail -n 20 "$run/build.log" >&2; die "Kubernetes does not build; see $run/build.log"; }
}

write_kubeconfig() {
  cat >"$run/kubeconfig" <<YAML
apiVersion: v1
kind: Config
current-context: admin
clusters:
- {name: directroute-test, cluster: {server: "https://127.0.0.1:$apiserver_port", certificate-authority-data: $(base64 -w0 "$pki/ca.crt")}}
contexts:
- {name: admin, context: {cluster: directroute-test, user: admin}}
- {name: nobody, context: {cluster: directroute-test, user: nobody}}
users:
- {name: admin, user: {token: $(token_of admin)}}
- {name: nobody, user: {token: $(token_of nobody)}}
YAML
}

kubectl_raw() { "$bin/kubectl" --kubeconfig "$1" --request-timeout 5s get --raw "$2"; }

start_etcd() {
  local client=http://127.0.0.1:$etcd_port peer=http://127.0.0.1:$etcd_peer_port
  start etcd "$bin/etcd" --data-dir "$run/etcd" --unsafe-no-fsync --log-level warn \
    --listen-client-urls "$client" --advertise-client-urls "$client" \
    --listen-peer-urls "$peer" --initial-advertise-peer-urls "$peer" --initial-cluster "default=$peer"
  wait_ready etcd curl -fs --noproxy '*' -m 5 "$client/health"
}

start_apiserver() {
  local flags=()
  read -r -a flags <<<"$apiserver_flags"
  start apiserver "$bin/kube-apiserver" --etcd-servers "http://127.0.0.1:$etcd_port" --cert-dir "$run/apiserver" \
    --bind-address 127.0.0.1 --advertise-address 127.0.0.1 --secure-port "$apiserver_port" \
    --endpoint-reconciler-type none --service-cluster-ip-range 10.0.0.0/24 \
    --authorization-mode RBAC --token-auth-file "$pki/tokens.csv" --client-ca-file "$pki/ca.crt" \
    --tls-cert-file "$pki/apiserver.crt" --tls-private-key-file "$pki/apiserver.key" \
    --service-account-issuer https://kubernetes.default.svc \
    --service-account-key-file "$pki/sa.pub" --service-account-signing-key-file "$pki/sa.key" \
    --enable-admission-plugins NamespaceLifecycle,ServiceAccount,MutatingAdmissionWebhook,ValidatingAdmissionWebhook \
    "${flags[@]}"
  wait_ready apiserver kubectl_raw "$run/kubeconfig" /readyz
}

# Ready when it has made the first namespace's service account: every controller runs by then.
start_controller_manager() {
  start controller-manager "$bin/kube-controller-manager" --kubeconfig "$run/kubeconfig" --leader-elect=false \
    --bind-address 127.0.0.1 --secure-port "$controller_manager_port" --port 0 \
    --controllers namespace,garbagecollector,serviceaccount,serviceaccount-token,root-ca-cert-publisher,clusterrole-aggregation \
    --service-account-private-key-file "$pki/sa.key" --root-ca-file "$pki/ca.crt"
  wait_ready controller-manager kubectl_raw "$run/kubeconfig" /api/v1/namespaces/default/serviceaccounts/default
}

start_kubernetes() {
  read -r etcd_port etcd_peer_port apiserver_port controller_manager_port < <(free_ports 4)
  apiserver_flags=${DIRECTROUTE_TEST_APISERVER_FLAGS:-}
  declare -p etcd_port apiserver_port apiserver_flags >"$run/apiserver.settings"
  write_kubeconfig
  start_etcd && start_apiserver && start_controller_manager
}
