# boto3, and the AWS CLI as a Python package. Sourced, never run.
# shellcheck shell=bash disable=SC2034

boto3_packages=(boto3 botocore s3transfer jmespath dateutil urllib3 six)

# moto's own packages have boto3 too.
boto3_home() {
  local home
  for home in "$cache/moto" "$cache/boto3"; do
    [ ! -d "$home/usr/lib/python3/dist-packages/boto3" ] || { echo "$home/usr/lib/python3/dist-packages"; return 0; }
  done
  return 1
}

# The CLI brings a botocore of its own, inside its package.
has_aws_cli() { [ -d /usr/lib/python3/dist-packages/awscli/botocore ]; }

aws_clients_are_provided() { boto3_home >/dev/null && has_aws_cli; }

provide_aws_clients() (
  mkdir -p "$cache" "$run"
  exec 8>"$cache/boto3.lock"
  flock 8
  ! aws_clients_are_provided || return 0
  on_debian || die "boto3 and the AWS CLI are taken from Debian's packages, and this is another system"
  has_aws_cli || need_packages awscli
  ! boto3_home >/dev/null || return 0
  apt_state=$cache/boto3.apt private_apt_is_fresh=''
  say "unpacking boto3, once"
  unpack "$cache/boto3.new" "${boto3_packages[@]/#/python3-}"
  mv "$cache/boto3.new" "$cache/boto3"
  rm -rf "$apt_state"
)

# With a clean environment and home: no profile or configuration of the caller's is met.
run_with_aws_clients() {
  local home
  aws_clients_are_provided || die "boto3 and the AWS CLI are not there; run tests/environment/aws-clients provide"
  home=$(mktemp -d)
  # shellcheck disable=SC2064
  trap "rm -rf '$home'" EXIT
  env -i PATH="$PATH" HOME="$home" LC_ALL=C.UTF-8 DIRECTROUTE_BOTO3="$(boto3_home)" PYTHONDONTWRITEBYTECODE=1 /usr/bin/python3 "$@"
}
