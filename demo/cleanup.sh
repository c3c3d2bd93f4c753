# What the demo leaves behind: nothing. Sourced, never run.
# shellcheck shell=bash

# ours VALUE: whether it leads to something that ends with the environment.
ours() { [[ " ${DIRECTROUTE_TEST_OWN:-} " == *" $1 "* ]]; }

# A cluster and an endpoint of somebody else's are left as they were found. While the operator runs: it takes the finalizers off.
take_objects_away() {
  [ -n "${installed:-}" ] && ! ours "$DIRECTROUTE_TEST_KUBECONFIG" || return 0
  kubectl delete --ignore-not-found --timeout 120s --namespace demo -f "$work/samples/sqs-send-message" -f "$work/samples/dynamodb-get-item"
  kubectl delete --ignore-not-found --timeout 60s -f "$work/samples/account"
}

take_operator_away() {
  [ -n "${installed:-}" ] && ! ours "$DIRECTROUTE_TEST_KUBECONFIG" || return 0
  kubectl delete --ignore-not-found --timeout 60s -k "$root/config/rbac"
  kubectl delete --ignore-not-found --timeout 60s namespace demo directroute-system
  kubectl delete --ignore-not-found --timeout 60s -k "$root/crds"
}

take_targets_away() {
  [ -n "${targets:-}" ] && ! ours "$emulator_url" || return 0
  aws sqs delete-queue --queue-url "$(aws sqs get-queue-url --queue-name my-test-queue --output text)"
  aws dynamodb delete-table --table-name my-test-table
}

finish() {
  local code=$?
  trap - EXIT
  trap '' INT TERM HUP
  set +e
  [ "$code" = 0 ] || show_log >&2
  { take_objects_away && stop_operator; take_operator_away; take_targets_away; } >/dev/null 2>&1
  stop_operator
  stop_gateway >/dev/null 2>&1
  rm -rf "$work"
  [ "$code" = 0 ] || printf '%sdemo: failed%s\n' "$red" "$plain" >&2
  exit "$code"
}
