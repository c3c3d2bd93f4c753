# The generator of templates that ours are compared with, from the npm registry. Sourced, never run.
# shellcheck shell=bash disable=SC2034

service_proxy=$cache/service-proxy-2.2.2
# lodash comes with Serverless, which the plugin lives in and which is not needed for its templates.
service_proxy_packages=(serverless-apigateway-service-proxy@2.2.2 lodash@4.17.21)

service_proxy_is_provided() { [ -f "$service_proxy/provided" ] && command -v node >/dev/null; }

provide_service_proxy() (
  service_proxy_is_provided && return
  command -v node >/dev/null && command -v npm >/dev/null || die "node and npm are needed for the comparison with serverless-apigateway-service-proxy"
  mkdir -p "$cache"
  exec 8>"$service_proxy.lock"
  flock 8
  ! service_proxy_is_provided || return 0
  say "installing serverless-apigateway-service-proxy, once"
  mkdir -p "$service_proxy"
  npm install --prefix "$service_proxy" --no-save --legacy-peer-deps --ignore-scripts --no-audit --no-fund --loglevel error "${service_proxy_packages[@]}" >&2
  touch "$service_proxy/provided"
)

run_service_proxy() {
  service_proxy_is_provided || die "serverless-apigateway-service-proxy is not there; run tests/environment/service-proxy provide"
  exec node "$environment/../Comparison/ServiceProxy/generate.js" "$service_proxy"
}
