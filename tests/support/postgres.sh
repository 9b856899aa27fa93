#!/usr/bin/env bash
# A private PostgreSQL server for the tests: its data in a temporary folder, reached over the loopback on a free port.
#   eval "$(tests/support/postgres.sh start)"    sets PHAEN_TEST_POSTGRES to its URL and PHAEN_TEST_POSTGRES_DIR
#   tests/support/postgres.sh stop               stops it and removes the folder
set -eu
binaries=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)

# The server refuses to run as root: then it runs as the user `postgres`, who owns the folder.
as_server() {
  if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

start() {
  if [ -z "$binaries" ]; then echo "no PostgreSQL server is installed" >&2; return 1; fi
  folder=$(mktemp -d "${TMPDIR:-/tmp}/phaen-postgres.XXXXXX")
  chmod 700 "$folder"
  if [ "$(id -u)" = 0 ]; then chown postgres "$folder"; fi
  cd "$folder"
  as_server "$binaries/initdb" -D "$folder/data" -U phaen --auth=trust --encoding=UTF8 --locale=C >"$folder/initdb.log" 2>&1 ||
    { cat "$folder/initdb.log" >&2; rm -rf "$folder"; return 1; }
  # Another program may take a free port before the server does: then the next is tried.
  for attempt in 1 2 3 4 5 6 7 8; do
    port=$((20000 + ($$ * 7 + attempt * 1009) % 30000))
    if as_server "$binaries/pg_ctl" -D "$folder/data" -w -t 60 -l "$folder/server.log" \
        -o "-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories='$folder' -c fsync=off" \
        start >/dev/null 2>&1; then
      echo "export PHAEN_TEST_POSTGRES_DIR=$folder"
      echo "export PHAEN_TEST_POSTGRES=postgresql://phaen@127.0.0.1:$port/postgres"
      return 0
    fi
  done
  cat "$folder/server.log" >&2
  rm -rf "$folder"
  return 1
}

stop() {
  folder=${PHAEN_TEST_POSTGRES_DIR:-}
  if [ -z "$folder" ] || [ ! -d "$folder/data" ]; then return 0; fi
  cd "$folder"
  as_server "$binaries/pg_ctl" -D "$folder/data" -m immediate -w stop >/dev/null 2>&1 || true
  cd /
  rm -rf "$folder"
}

case "${1:-}" in
  start) start || { echo false; exit 1; } ;;
  stop) stop ;;
  *) echo "usage: postgres.sh start|stop" >&2; exit 2 ;;
esac
