# One environment: whether it runs, what it is made of, how it ends. Sourced, never run.
# shellcheck shell=bash

# A shell that took over what an `up` printed has our own values in the variables that name somebody else's cluster
# or endpoint. DIRECTROUTE_TEST_OWN says which values are ours.
foreign_value() {
  [[ " ${DIRECTROUTE_TEST_OWN:-} " == *" $1 "* ]] || echo "$1"
}

read_settings() {
  foreign_kubeconfig=$(foreign_value "${DIRECTROUTE_TEST_KUBECONFIG:-}")
  foreign_endpoint=$(foreign_value "${AWS_ENDPOINT_URL:-}")
  docker=${DIRECTROUTE_TEST_DOCKER:-}
  [[ $docker =~ ^(|0|1)$ ]] || die "DIRECTROUTE_TEST_DOCKER is '$docker'; it can be 1, 0 or unset"
  [ "$docker" != 0 ] || docker=
  if [ -n "$foreign_kubeconfig" ]; then
    [ -r "$foreign_kubeconfig" ] || die "DIRECTROUTE_TEST_KUBECONFIG names $foreign_kubeconfig, which cannot be read"
    foreign_kubeconfig=$(realpath -- "$foreign_kubeconfig")
  fi
  settings="kubeconfig=$foreign_kubeconfig endpoint=$foreign_endpoint docker=$docker flags=${DIRECTROUTE_TEST_APISERVER_FLAGS:-}"
}

# Everything that the last `up` started still runs, was started for the same settings, and answers.
is_up() {
  local name
  [ -f "$run/env" ] && [ "$(cat "$run/settings" 2>/dev/null)" = "$settings" ] || return 1
  for name in $(process_names); do process_of "$name" >/dev/null || return 1; done
  for name in $(container_names); do container_runs "$name" || return 1; done
  answers_in_time
}

# Patient: what runs but is slow, since the machine is busy, must not be ended under the tests of somebody else.
answers_in_time() {
  local deadline=$((SECONDS + 60))
  until answers; do
    ((SECONDS < deadline)) || return 1
    sleep 0.5
  done
}

answers() {
  kubectl_raw "${foreign_kubeconfig:-$run/kubeconfig}" /readyz >/dev/null 2>&1 || return 1
  [ -n "$foreign_endpoint" ] || moto_answers "$(cat "$run/endpoint")" >/dev/null
}

# Ends whatever runs for this directory and drops its data; the logs stay. The data is thrown away: nothing needs an orderly end.
take_down() {
  rm -f "$run/env"
  # shellcheck disable=SC2046
  stop KILL $(process_names)
  stop_containers
  rm -rf "$run"/{etcd,apiserver,kubeconfig,endpoint,settings,apiserver.settings,moto_server,kubectl}
}

# Variables of the caller that would lead a client to another account or endpoint than ours.
print_unset() {
  local name names=()
  for name in ${!AWS_@}; do
    [ -z "${!name+set}" ] || [ "$name" = AWS_CA_BUNDLE ] || grep -q "^export $name=" "$run/env" || names+=("$name")
  done
  [ ${#names[@]} = 0 ] || echo "unset ${names[*]}"
}

print_environment() {
  print_unset
  cat "$run/env"
}
