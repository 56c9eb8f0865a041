#!/bin/sh
# Lays the parts of an installation that the build has made into one folder, in the places where the launcher looks.
# usage: assemble.sh <repository> <target folder>
set -eu
from=$1
to=$2
mkdir -p "$to/ear/launcher/target" "$to/ear/app/target" "$to/plugins"
cp -R "$from/ear/launcher/target/quen-launcher.jar" "$from/ear/launcher/target/lib" "$from/ear/launcher/target/server" "$to/ear/launcher/target/"
cp "$from/ear/app/target/quen.ear" "$to/ear/app/target/"
for zip in "$from"/plugins/*/target/*.zip; do
  plugin=$(basename "$(dirname "$(dirname "$zip")")")
  mkdir -p "$to/plugins/$plugin/target"
  cp "$zip" "$to/plugins/$plugin/target/"
done
cat > "$to/start" <<'START'
#!/bin/sh
# The database is somebody else's: QUEN_CELL_URL and the QUEN_DATABASE_ settings say whose.
: "${QUEN_CELL_URL:?set QUEN_CELL_URL, e.g. jdbc:mariadb://db:3306/}"
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx96m -XX:+UseSerialGC -Dquen.root=/opt/quen \
  -cp "/opt/quen/ear/launcher/target/quen-launcher.jar:/opt/quen/ear/launcher/target/lib/*" app.quen.launcher.Quen run
START
cat > "$to/healthy" <<'HEALTHY'
#!/bin/sh
exec curl -fsS -o /dev/null "http://127.0.0.1:${QUEN_PORT:-8080}/health/ready"
HEALTHY
sed -i "s#/opt/quen#$to#g" "$to/start"
chmod 755 "$to/start" "$to/healthy"
