# Starts, watches and ends the daemons of one run directory. Sourced, never run.
# shellcheck shell=bash
# A process is ours when its pid is in a pid file of the run directory and its command line names that directory:
# pids are used again after a crash or a reboot, and somebody else's process must never be ended.

declare -A started=()

# start NAME COMMAND...: in a session of its own, so that Ctrl-C in a terminal does not reach it.
# The child writes its pid before it becomes the command: no interrupt leaves a process that nobody knows.
start() {
  local name=$1
  shift
  (
    echo "$BASHPID" >"$run/$name.pid"
    exec setsid "$@"
  ) >>"$run/$name.log" 2>&1 </dev/null 8>&- 9>&- &
  started[$name]=$!
}

# wait_ready NAME COMMAND...: until the command succeeds, for at most two minutes, or until the process has died.
wait_ready() {
  local name=$1 deadline=$((SECONDS + 120))
  shift
  until "$@" >/dev/null 2>&1; do
    if ! kill -0 "${started[$name]}" 2>/dev/null || ((SECONDS > deadline)); then
      say "$name does not come up; the end of $run/$name.log:"
      tail -n 15 "$run/$name.log" >&2
      return 1
    fi
    sleep 0.1
  done
  say "$name is ready"
}

# process_of NAME: prints the pid of the process, fails when it does not run or is not ours.
process_of() {
  local pid
  pid=$(cat "$run/$1.pid" 2>/dev/null) && [[ $pid =~ ^[0-9]+$ ]] || return 1
  tr '\0' ' ' 2>/dev/null <"/proc/$pid/cmdline" | grep -qF -- "$run/" && echo "$pid"
}

process_names() {
  local file
  for file in "$run"/*.pid; do [ -e "$file" ] && basename "$file" .pid; done
  return 0
}

# stop SIGNAL NAME...: sends the signal, then KILL to whatever is still there after some three seconds (an API server with
# open watches would take a minute).
stop() {
  local signal=$1 name pid deadline=$((SECONDS + 3))
  shift
  for name; do
    pid=$(process_of "$name") && kill "-$signal" "$pid" 2>/dev/null
    while pid=$(process_of "$name"); do
      ((SECONDS > deadline)) && kill -KILL "$pid" 2>/dev/null
      sleep 0.05
    done
    rm -f "$run/$name.pid"
  done
  return 0
}

# Free ports outside of the range that outgoing connections take theirs from: nobody gets one of them by chance
# between our look and the daemon's bind, nor while a daemon restarts.
free_ports() {
  /usr/bin/python3 - "$1" <<'PYTHON'
import random, socket, sys
sockets = []
for port in random.sample(range(20000, 32000), 4000):
    if len(sockets) == int(sys.argv[1]):
        break
    candidate = socket.socket()
    try:
        candidate.bind(("127.0.0.1", port))
        sockets.append(candidate)
    except OSError:
        candidate.close()
print(*(s.getsockname()[1] for s in sockets))
PYTHON
}
