# k3s and moto as containers, for DIRECTROUTE_TEST_DOCKER=1. Sourced, never run.
# shellcheck shell=bash
# On the host's network: webhooks of a test listen on loopback, and two environments differ in their ports alone.

k3s_image=${DIRECTROUTE_TEST_K3S_IMAGE:-rancher/k3s:v1.33.4-k3s1}
moto_image=${DIRECTROUTE_TEST_MOTO_IMAGE:-motoserver/moto:5.1.1}

require_docker() {
  command -v docker >/dev/null || die "DIRECTROUTE_TEST_DOCKER=1, but there is no docker command; install an engine, or unset the variable"
  docker info >/dev/null 2>&1 || die "DIRECTROUTE_TEST_DOCKER=1, but no Docker engine answers (docker info); start one, or unset the variable"
}

provide_image() {
  docker image inspect "$1" >/dev/null 2>&1 || docker pull "$1" >&2 ||
    die "DIRECTROUTE_TEST_DOCKER=1, but the image $1 cannot be had; load it into the engine, or unset the variable"
}

# start_container NAME IMAGE [DOCKER-OPTION...] -- ARGUMENT...
start_container() {
  local name=$1 image=$2 options=()
  shift 2
  while [ "$1" != -- ]; do options+=("$1"); shift; done
  shift
  docker run --detach --rm --network host --cidfile "$run/$name.cid" "${options[@]}" "$image" "$@" >/dev/null
}

# wait_container NAME COMMAND...
wait_container() {
  local name=$1 deadline=$((SECONDS + 120))
  shift
  until "$@" >/dev/null 2>&1; do
    if ! container_runs "$name" || ((SECONDS > deadline)); then
      say "the container $name does not come up"
      docker logs --tail 15 "$(cat "$run/$name.cid")" >&2
      return 1
    fi
    sleep 0.2
  done
  say "the container $name is ready"
}

container_runs() { [ "$(docker inspect -f '{{.State.Running}}' "$(cat "$run/$1.cid")" 2>/dev/null)" = true ]; }

container_names() {
  local file
  for file in "$run"/*.cid; do [ -e "$file" ] && basename "$file" .cid; done
  return 0
}

stop_containers() {
  local name
  for name in $(container_names); do
    docker rm --force --volumes "$(cat "$run/$name.cid")" >/dev/null 2>&1 || say "the container $name could not be removed"
    rm -f "$run/$name.cid"
  done
}

start_k3s() {
  local port controllers
  read -r port controllers < <(free_ports 2)
  start_container k3s "$k3s_image" --privileged --tmpfs /run -- server --disable-agent --disable-scheduler --disable-cloud-controller \
    --https-listen-port "$port" --kube-controller-manager-arg "secure-port=$controllers"
  wait_container k3s k3s_answers
}

k3s_answers() {
  docker cp "$(cat "$run/k3s.cid"):/etc/rancher/k3s/k3s.yaml" "$run/kubeconfig" &&
    kubectl_raw "$run/kubeconfig" /api/v1/namespaces/default/serviceaccounts/default
}

start_moto_container() {
  local port
  port=$(free_ports 1)
  aws_endpoint=http://127.0.0.1:$port
  start_container moto "$moto_image" -- -H 127.0.0.1 -p "$port"
  wait_container moto moto_answers "$aws_endpoint"
}
