# The AWS CLI, and moto, a foreign implementation of AWS, as a process on loopback. Sourced, never run.
# shellcheck shell=bash

moto_packages=(moto antlr4 boto3 botocore s3transfer jmespath dateutil flask flask-cors werkzeug jinja2 itsdangerous click blinker
  requests responses xmltodict urllib3 certifi idna chardet six typing-extensions docker joserfc graphql-core jsonpath-ng ply
  jsonpickle aws-xray-sdk attr)

# The AWS CLI of Debian 12 does not know AWS_ENDPOINT_URL and would call the real AWS: the one in our directory cannot.
provide_aws_cli() {
  local aws=/usr/bin/aws
  [ -x "$aws" ] || aws=$(command -v aws)
  cat >"$bin/aws.new" <<SH
#!/bin/sh
exec $aws --endpoint-url "\${AWS_ENDPOINT_URL:?is not set}" "\$@"
SH
  chmod +x "$bin/aws.new"
  mv -f "$bin/aws.new" "$bin/aws"
}

# Trixie's moto and its pure-Python dependencies run on bookworm's interpreter, unpacked.
provide_moto() {
  [ ! -d "$cache/moto" ] || return 0
  unpack "$cache/moto.new" "${moto_packages[@]/#/python3-}"
  without_openapi_validator "$cache/moto.new/usr/lib/python3/dist-packages/openapi_spec_validator"
  mv "$cache/moto.new" "$cache/moto"
  say "moto is unpacked"
}

# Not in Debian 12; moto asks it only whether an imported OpenAPI document is valid.
without_openapi_validator() {
  mkdir -p "$1/validation"
  : >"$1/validation/__init__.py"
  echo 'def validate(*args, **kwargs): pass' >"$1/__init__.py"
  echo 'class OpenAPIValidationError(Exception): pass' >"$1/validation/exceptions.py"
}

moto_answers() { curl -fs --noproxy '*' -m 5 "$1/moto-api/data.json"; }

# The link gives the process a command line that names the run directory. With a clean environment and home, moto, which
# uses AWS's SDK itself, meets no profile or configuration of the caller's.
start_moto() {
  local port
  port=$(free_ports 1)
  aws_endpoint=http://127.0.0.1:$port
  ln -sfn "$cache/moto/usr/bin/moto_server" "$run/moto_server"
  start moto env -i PATH="$PATH" HOME="$run" PYTHONPATH="$cache/moto/usr/lib/python3/dist-packages" \
    /usr/bin/python3 "$run/moto_server" -H 127.0.0.1 -p "$port"
  wait_ready moto moto_answers "$aws_endpoint"
}
