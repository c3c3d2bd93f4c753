# API Gateway as a process on this machine, as a user starts it: `direct local`. Sourced, never run.
# shellcheck shell=bash

gateway_pid=

start_gateway() {
  gateway_port=$(free_port)
  gateway_url=http://127.0.0.1:$gateway_port
  printf '\n%s$ direct local --port %s --endpoint-url %s --quotas aws --log none &%s\n' "$bold" "$gateway_port" "$AWS_ENDPOINT_URL" "$plain"
  dotnet "$root/artifacts/bin/DirectRoute.Cli/release/DirectRoute.Cli.dll" local --port "$gateway_port" --endpoint-url "$AWS_ENDPOINT_URL" --quotas aws --log none \
    >"$work/gateway.log" 2>&1 &
  gateway_pid=$!
  eventually 60 "the gateway's readiness" gateway_answers
  cat "$work/gateway.log"
}

# A gateway that has ended will never answer.
gateway_answers() {
  kill -0 "$gateway_pid" 2>/dev/null || { gateway_pid= && die "the gateway has ended"; }
  curl -sS --noproxy '*' --max-time 5 -o /dev/null "$gateway_url"
}

stop_gateway() {
  local code=0
  [ -n "$gateway_pid" ] || return 0
  kill -TERM "$gateway_pid" 2>/dev/null || true
  wait "$gateway_pid" || code=$?
  gateway_pid=
  return "$code"
}

# at API: where a deployed API answers; no name service needs to know it.
at() { echo "http://$1.execute-api.localhost:$gateway_port"; }

# signed-curl: curl as a caller of routes with IAM authorization. The names of APIs need no name service.
signed-curl() {
  curl -sS --resolve "*:$gateway_port:127.0.0.1" --aws-sigv4 "aws:amz:$AWS_REGION:execute-api" --user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY" "$@"
}

# status URL: the status of a signed GET; its body goes into answer.json.
status() { signed-curl -o answer.json -w '%{http_code}' "$1"; }
