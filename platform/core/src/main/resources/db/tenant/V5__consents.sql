-- Where data comes from, what customers allowed, and how customers belong together.

CREATE TABLE source (
  id UUID NOT NULL,
  version INT NOT NULL,
  kind VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name VARCHAR(120) NOT NULL,
  -- the name without the difference of case
  name_key VARCHAR(120) COLLATE utf8mb4_nopad_bin NOT NULL,
  purpose JSON NOT NULL COMMENT '{vi, en}: what the data is collected for',
  confidence VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  active BOOLEAN NOT NULL,
  -- the key whose writes come from this source
  api_key_id UUID NULL,
  created_at DATETIME(6) NOT NULL COMMENT 'UTC',
  created_by_kind VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_by_id UUID NULL,
  created_by_name VARCHAR(200) NOT NULL,
  updated_at DATETIME(6) NOT NULL COMMENT 'UTC',
  updated_by_kind VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  updated_by_id UUID NULL,
  updated_by_name VARCHAR(200) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY source_name (name_key),
  UNIQUE KEY source_api_key (api_key_id)
);

-- One of each kind, for what names none. The same ids in every workspace, so that a write needs no
-- look-up: see app.quen.source.SourceKind.
INSERT INTO source (id, version, kind, name, name_key, purpose, confidence, active, created_at, created_by_kind, created_by_name, updated_at, updated_by_kind, updated_by_name) VALUES
  ('00000000-0000-7000-8000-000000000001', 1, 'manual', 'Nhân viên nhập', 'nhân viên nhập', '{"vi": "Phục vụ và chăm sóc khách hàng", "en": "Serving and caring for customers"}', 'high', TRUE, UTC_TIMESTAMP(6), 'SYSTEM', 'Quen', UTC_TIMESTAMP(6), 'SYSTEM', 'Quen'),
  ('00000000-0000-7000-8000-000000000002', 1, 'form', 'Biểu mẫu trên web', 'biểu mẫu trên web', '{"vi": "Trả lời điều khách hàng gửi qua biểu mẫu", "en": "Answering what customers send by a form"}', 'high', TRUE, UTC_TIMESTAMP(6), 'SYSTEM', 'Quen', UTC_TIMESTAMP(6), 'SYSTEM', 'Quen'),
  ('00000000-0000-7000-8000-000000000003', 1, 'import', 'Tệp nhập vào', 'tệp nhập vào', '{"vi": "Đưa dữ liệu khách hàng đang có vào Quen", "en": "Bringing the customer data at hand into Quen"}', 'medium', TRUE, UTC_TIMESTAMP(6), 'SYSTEM', 'Quen', UTC_TIMESTAMP(6), 'SYSTEM', 'Quen'),
  ('00000000-0000-7000-8000-000000000004', 1, 'api', 'Phần mềm khác qua API', 'phần mềm khác qua api', '{"vi": "Đồng bộ với phần mềm khác của doanh nghiệp", "en": "Keeping in step with other software of the business"}', 'medium', TRUE, UTC_TIMESTAMP(6), 'SYSTEM', 'Quen', UTC_TIMESTAMP(6), 'SYSTEM', 'Quen'),
  ('00000000-0000-7000-8000-000000000005', 1, 'plugin', 'Tiện ích', 'tiện ích', '{"vi": "Việc mà tiện ích đã bật làm thay doanh nghiệp", "en": "What a plugin that is switched on does for the business"}', 'medium', TRUE, UTC_TIMESTAMP(6), 'SYSTEM', 'Quen', UTC_TIMESTAMP(6), 'SYSTEM', 'Quen');

-- Customers that were there before: their history says how they came in.
ALTER TABLE customer ADD COLUMN source_id UUID NULL;
UPDATE customer c SET c.source_id = COALESCE((SELECT CASE JSON_VALUE(h.payload, '$.source.kind') WHEN 'import' THEN '00000000-0000-7000-8000-000000000003' WHEN 'api' THEN '00000000-0000-7000-8000-000000000004' END FROM customer_history h WHERE h.customer_id = c.id AND h.type = 'CustomerRegistered' ORDER BY h.fact_seq LIMIT 1), '00000000-0000-7000-8000-000000000001');
ALTER TABLE customer MODIFY COLUMN source_id UUID NOT NULL, ADD KEY customer_by_source (source_id, archived), ADD CONSTRAINT customer_source FOREIGN KEY (source_id) REFERENCES source (id);

CREATE TABLE consent_purpose (
  id UUID NOT NULL,
  version INT NOT NULL,
  purpose_key VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name JSON NOT NULL COMMENT '{vi, en}',
  channels VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'with commas: email, sms, zns, phone',
  active BOOLEAN NOT NULL,
  created_at DATETIME(6) NOT NULL COMMENT 'UTC',
  created_by_kind VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_by_id UUID NULL,
  created_by_name VARCHAR(200) NOT NULL,
  updated_at DATETIME(6) NOT NULL COMMENT 'UTC',
  updated_by_kind VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  updated_by_id UUID NULL,
  updated_by_name VARCHAR(200) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY consent_purpose_key (purpose_key)
);

-- What people were asked, in each version. Rows are never changed.
CREATE TABLE consent_text (
  purpose_id UUID NOT NULL,
  version INT NOT NULL,
  text JSON NOT NULL COMMENT '{vi, en}',
  keeps_consents BOOLEAN NOT NULL COMMENT 'whether what was granted to the version before still holds',
  created_at DATETIME(6) NOT NULL COMMENT 'UTC',
  created_by_kind VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_by_id UUID NULL,
  created_by_name VARCHAR(200) NOT NULL,
  PRIMARY KEY (purpose_id, version),
  CONSTRAINT consent_text_purpose FOREIGN KEY (purpose_id) REFERENCES consent_purpose (id)
);

-- What customers said, with the proof. Rows are only added; what holds is the newest by (at, seq) of a
-- customer, purpose and channel. No row means no.
CREATE TABLE consent (
  customer_id UUID NOT NULL,
  seq INT NOT NULL COMMENT 'in the order in which it was recorded',
  id UUID NOT NULL,
  purpose_id UUID NOT NULL,
  channel VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  purpose_version INT NOT NULL,
  at DATETIME(6) NOT NULL COMMENT 'UTC, when the customer said so',
  recorded_at DATETIME(6) NOT NULL COMMENT 'UTC',
  source_id UUID NOT NULL,
  text_shown TEXT NULL,
  address VARCHAR(254) NULL COMMENT 'the IP, e-mail address or phone number that it came from',
  note VARCHAR(500) NULL,
  actor_kind VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  actor_id UUID NULL,
  actor_name VARCHAR(200) NOT NULL,
  PRIMARY KEY (customer_id, seq),
  KEY consent_by_time (customer_id, at),
  KEY consent_of_purpose (purpose_id, channel, customer_id),
  CONSTRAINT consent_version FOREIGN KEY (purpose_id, purpose_version) REFERENCES consent_text (purpose_id, version),
  CONSTRAINT consent_source FOREIGN KEY (source_id) REFERENCES source (id)
);

-- Of a pair without a direction, from_id is the smaller one, so that no pair comes twice.
CREATE TABLE customer_link (
  id UUID NOT NULL,
  from_id UUID NOT NULL,
  to_id UUID NOT NULL,
  type VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  since DATE NULL,
  until DATE NULL,
  note VARCHAR(500) NULL,
  created_at DATETIME(6) NOT NULL COMMENT 'UTC',
  created_by_kind VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_by_id UUID NULL,
  created_by_name VARCHAR(200) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY customer_link_once (from_id, to_id, type),
  KEY customer_link_to (to_id)
);
