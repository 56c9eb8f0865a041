-- Run once as the database's administrator (again does no harm). One statement a line.
-- ${host}: from where Quen connects, as MariaDB writes it, e.g. % or 10.0.0.%
-- ${app.user} works inside tenants: no right of its own; it is granted each tenant's role.
-- ${control.user} reads and writes the control schema, and no tenant's.
-- ${owner.user} makes and changes schemas and roles; only provisioning, migrations and changes of searchable fields use it.
CREATE DATABASE IF NOT EXISTS quen_control CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
CREATE USER IF NOT EXISTS '${app.user}'@'${host}' IDENTIFIED BY '${app.password}';
CREATE USER IF NOT EXISTS '${control.user}'@'${host}' IDENTIFIED BY '${control.password}';
CREATE USER IF NOT EXISTS '${owner.user}'@'${host}' IDENTIFIED BY '${owner.password}';
ALTER USER '${app.user}'@'${host}' IDENTIFIED BY '${app.password}';
ALTER USER '${control.user}'@'${host}' IDENTIFIED BY '${control.password}';
ALTER USER '${owner.user}'@'${host}' IDENTIFIED BY '${owner.password}';
GRANT SELECT, INSERT, UPDATE, DELETE ON `quen\_control`.* TO '${control.user}'@'${host}';
GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, DROP, ALTER, INDEX, REFERENCES ON `quen\_control`.* TO '${owner.user}'@'${host}';
GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, DROP, ALTER, INDEX, REFERENCES ON `t\_%`.* TO '${owner.user}'@'${host}' WITH GRANT OPTION;
GRANT CREATE USER ON *.* TO '${owner.user}'@'${host}';
