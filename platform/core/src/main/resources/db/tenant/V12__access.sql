-- Who may do and see what: roles are data of the workspace, so that each can have its own. The
-- membership in the control schema keeps the key of the role.

CREATE TABLE role (
  role_key VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version INT NOT NULL,
  label JSON NOT NULL COMMENT '{vi, en}',
  position INT NOT NULL,
  ready BOOLEAN NOT NULL COMMENT 'came with the product: it can be changed, not removed',
  permissions JSON NOT NULL COMMENT '[wildcard strings]',
  reach JSON NOT NULL COMMENT '{record type: none, own, team, team-below, all}; none where it is not named',
  -- flat, so that a migration can add to it: <record type>/<field key>, and <record type>/* for the
  -- fields that are not named. Of a field above public that is not named, nothing is seen.
  fields JSON NOT NULL COMMENT '{record type/key: hidden, masked, read, write}',
  updated_at DATETIME(6) NOT NULL COMMENT 'UTC',
  updated_by LONGTEXT NOT NULL COMMENT 'JSON actor',
  PRIMARY KEY (role_key)
);

CREATE TABLE team (
  id UUID NOT NULL,
  version INT NOT NULL,
  parent_id UUID NULL,
  name VARCHAR(120) NOT NULL,
  -- ids from the top to itself, each with a slash behind: those below begin with it
  path VARCHAR(1000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (id),
  KEY team_path (path),
  KEY team_parent (parent_id)
);

CREATE TABLE team_member (
  account_id UUID NOT NULL,
  team_id UUID NOT NULL,
  PRIMARY KEY (account_id, team_id),
  KEY team_member_team (team_id)
);

CREATE TABLE share (
  id UUID NOT NULL,
  record_type VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  record_id UUID NOT NULL,
  to_kind VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'member, team',
  to_id UUID NOT NULL,
  level VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'read, write',
  until DATETIME(6) NULL COMMENT 'UTC; null: until it is taken back',
  created_at DATETIME(6) NOT NULL COMMENT 'UTC',
  created_by LONGTEXT NOT NULL COMMENT 'JSON actor',
  PRIMARY KEY (id),
  UNIQUE KEY share_once (record_type, record_id, to_kind, to_id),
  KEY share_to (to_id, to_kind)
);

INSERT INTO role (role_key, version, label, position, ready, permissions, reach, fields, updated_at, updated_by) VALUES
  ('owner', 1, '{"vi": "Chủ sở hữu", "en": "Owner"}', 1, TRUE, '["*"]',
   '{"customer": "all", "order": "all", "interaction": "all", "feedback": "all", "task": "all"}',
   '{}', UTC_TIMESTAMP(6), '{"kind": "SYSTEM", "name": "Quen"}'),
  ('administrator', 1, '{"vi": "Quản trị viên", "en": "Administrator"}', 2, TRUE,
   '["customer:*", "order:*", "interaction:*", "feedback:*", "task:*", "survey:*", "consent:*", "source:*", "import:*", "view:*", "field:*", "plugin:*", "apikey:*", "setting:*", "member:*", "role:*", "team:*", "record:*", "delivery:*", "audit:read"]',
   '{"customer": "all", "order": "all", "interaction": "all", "feedback": "all", "task": "all"}',
   '{}', UTC_TIMESTAMP(6), '{"kind": "SYSTEM", "name": "Quen"}'),
  ('manager', 1, '{"vi": "Quản lý", "en": "Manager"}', 3, TRUE,
   '["customer:*", "order:*", "interaction:*", "feedback:*", "task:*", "survey:*", "consent:read", "consent:record", "source:read", "import:*", "view:*", "field:read", "plugin:read", "setting:read", "member:read", "role:read", "team:*", "record:*"]',
   '{"customer": "all", "order": "all", "interaction": "all", "feedback": "all", "task": "all"}',
   '{}', UTC_TIMESTAMP(6), '{"kind": "SYSTEM", "name": "Quen"}'),
  -- as it was before roles were data: in a workspace without teams and owners of customers, a
  -- shorter reach would show nothing
  ('sales', 1, '{"vi": "Kinh doanh", "en": "Sales"}', 4, TRUE,
   '["customer:*", "order:*", "interaction:*", "feedback:*", "task:*", "survey:read", "survey:send", "consent:read", "consent:record", "source:read", "import:*", "field:read", "plugin:read", "setting:read", "member:read", "record:share"]',
   '{"customer": "all", "order": "all", "interaction": "all", "feedback": "all", "task": "all"}',
   '{}', UTC_TIMESTAMP(6), '{"kind": "SYSTEM", "name": "Quen"}'),
  ('care', 1, '{"vi": "Chăm sóc khách hàng", "en": "Customer care"}', 5, TRUE,
   '["customer:read", "customer:create", "customer:update", "order:read", "interaction:*", "feedback:*", "task:*", "survey:read", "survey:send", "consent:read", "consent:record", "source:read", "field:read", "plugin:read", "setting:read", "member:read", "record:share"]',
   '{"customer": "all", "order": "all", "interaction": "all", "feedback": "all", "task": "all"}',
   '{"customer/taxCode": "masked", "customer/incomeBand": "hidden"}', UTC_TIMESTAMP(6), '{"kind": "SYSTEM", "name": "Quen"}'),
  ('marketing', 1, '{"vi": "Tiếp thị", "en": "Marketing"}', 6, TRUE,
   '["customer:read", "order:read", "feedback:read", "survey:*", "consent:read", "source:read", "view:*", "field:read", "setting:read", "member:read"]',
   '{"customer": "all", "order": "all", "feedback": "all"}',
   '{"customer/*": "read", "customer/phones": "masked", "customer/emails": "masked", "customer/addresses": "masked", "customer/taxCode": "hidden", "order/*": "read", "feedback/*": "read"}', UTC_TIMESTAMP(6), '{"kind": "SYSTEM", "name": "Quen"}'),
  ('analyst', 1, '{"vi": "Phân tích", "en": "Analyst"}', 7, TRUE,
   '["customer:read", "order:read", "interaction:read", "feedback:read", "survey:read", "consent:read", "source:read", "field:read", "setting:read", "member:read"]',
   '{"customer": "all", "order": "all", "interaction": "all", "feedback": "all"}',
   '{"customer/*": "read", "customer/phones": "masked", "customer/emails": "masked", "customer/addresses": "masked", "customer/taxCode": "hidden", "customer/externalId": "masked", "order/*": "read", "interaction/*": "read", "interaction/body": "hidden", "feedback/*": "read"}', UTC_TIMESTAMP(6), '{"kind": "SYSTEM", "name": "Quen"}'),
  ('data-officer', 1, '{"vi": "Phụ trách dữ liệu", "en": "Data officer"}', 8, TRUE,
   '["customer:*", "order:read", "order:export", "interaction:read", "feedback:read", "task:read", "survey:read", "consent:*", "source:*", "import:*", "view:*", "field:*", "setting:read", "member:read", "role:read", "audit:read"]',
   '{"customer": "all", "order": "all", "interaction": "all", "feedback": "all", "task": "all"}',
   '{"order/*": "read", "interaction/*": "read", "feedback/*": "read", "task/*": "read"}', UTC_TIMESTAMP(6), '{"kind": "SYSTEM", "name": "Quen"}'),
  -- sees all and changes nothing; who had it before keeps what they see
  ('viewer', 1, '{"vi": "Chỉ xem", "en": "Viewer"}', 9, TRUE,
   '["customer:read", "order:read", "interaction:read", "feedback:read", "task:read", "survey:read", "consent:read", "source:read", "field:read", "setting:read", "member:read"]',
   '{"customer": "all", "order": "all", "interaction": "all", "feedback": "all", "task": "all"}',
   '{"customer/*": "read", "order/*": "read", "interaction/*": "read", "feedback/*": "read", "task/*": "read"}', UTC_TIMESTAMP(6), '{"kind": "SYSTEM", "name": "Quen"}');

-- Fields that are there already stay as they were for the roles that people have now; what comes
-- later and is above public is for owners until a role is given it.
UPDATE role SET fields = JSON_MERGE_PATCH(fields, COALESCE(
    (SELECT JSON_OBJECTAGG(CONCAT(record_type, '/', field_key), 'write') FROM field), '{}'))
  WHERE role_key IN ('administrator', 'manager', 'sales');
UPDATE role SET fields = JSON_MERGE_PATCH(fields, COALESCE(
    (SELECT JSON_OBJECTAGG(CONCAT(record_type, '/', field_key), 'read') FROM field), '{}'))
  WHERE role_key = 'viewer';
