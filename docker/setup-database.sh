#!/usr/bin/env bash
# Makes Quen's users: setup.sql with the passwords of the environment. usage: setup-database.sh <host> <setup.sql> [<port>]
set -euo pipefail
sql=$(<"$2")
sql=${sql//'${host}'/%}
for user in app control owner; do
  password=QUEN_DATABASE_${user^^}_PASSWORD
  sql=${sql//"\${$user.user}"/quen_$user}
  sql=${sql//"\${$user.password}"/${!password}}
done
MYSQL_PWD=$QUEN_DB_ROOT_PASSWORD "${MARIADB:-mariadb}" --host="$1" --port="${3:-3306}" --user=root --protocol=tcp <<<"$sql"
