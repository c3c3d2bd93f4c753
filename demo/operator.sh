# The operator as a process on this machine, as the ServiceAccount that it has in a cluster. Sourced, never run.
# shellcheck shell=bash

operator_pid=

# The shipped RBAC and nothing else: a kubeconfig with the ServiceAccount's token and no other credentials.
operator_kubeconfig() {
  local token
  token=$(kubectl create token direct-operator --namespace directroute-system --duration 1h)
  kubectl config view --minify --flatten --raw >"$work/operator.kubeconfig"
  local config=(kubectl --kubeconfig "$work/operator.kubeconfig" config)
  "${config[@]}" unset users
  "${config[@]}" set-credentials direct-operator --token "$token"
  "${config[@]}" set-context --current --user direct-operator --namespace directroute-system
}

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

start_operator() {
  operator_kubeconfig >/dev/null
  operator_url=http://127.0.0.1:$(free_port)
  printf '\n%s$ dotnet DirectRoute.Operator.dll --cluster-name=demo --kubeconfig=... --log-format=text --address=%s &%s\n' "$bold" "$operator_url" "$plain"
  dotnet "$root/artifacts/bin/DirectRoute.Operator/release/DirectRoute.Operator.dll" --cluster-name=demo --namespace=directroute-system \
    --kubeconfig="$work/operator.kubeconfig" --log-format=text --address="$operator_url" >"$work/operator.log" 2>&1 &
  operator_pid=$!
  eventually 60 "the operator's readiness" operator_answers
}

# An operator that has ended will never answer: no need to wait for that.
operator_answers() {
  kill -0 "$operator_pid" 2>/dev/null || { operator_pid= && die "the operator has ended"; }
  curl -fsS --noproxy '*' --max-time 5 "$operator_url/readyz"
}

# Ends it as a kubelet does, and says with which exit code it went.
stop_operator() {
  local code=0
  [ -n "$operator_pid" ] || return 0
  kill -TERM "$operator_pid" 2>/dev/null || true
  wait "$operator_pid" || code=$?
  operator_pid=
  return "$code"
}

show_log() {
  [ ! -s "$work/operator.log" ] || { echo '--- the last words of the operator' && tail -n 40 "$work/operator.log"; }
}
