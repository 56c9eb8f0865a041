-- What somebody does on a usual day, and what stood out.

CREATE TABLE habit (
  subject_id UUID NOT NULL,
  kind VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  day DATE NOT NULL COMMENT 'in the workspace\'s time zone',
  what VARCHAR(100) COLLATE utf8mb4_bin NOT NULL COMMENT 'an hour, a place; empty where it is only counted',
  amount BIGINT NOT NULL,
  PRIMARY KEY (subject_id, kind, day, what),
  KEY habit_day (day)
);

CREATE TABLE security_event (
  id UUID NOT NULL,
  rule VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  at DATETIME(6) NOT NULL,
  subject_kind VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject_id UUID NULL,
  subject_name VARCHAR(200) NOT NULL,
  amount BIGINT NULL,
  threshold BIGINT NULL,
  detail LONGTEXT NOT NULL COMMENT 'JSON',
  entry_seq BIGINT NULL COMMENT 'of the trail',
  ends_sessions BOOLEAN NOT NULL,
  acknowledged_at DATETIME(6) NULL,
  acknowledged_kind VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NULL,
  acknowledged_id UUID NULL,
  acknowledged_name VARCHAR(200) NULL,
  note VARCHAR(500) NULL,
  PRIMARY KEY (id),
  KEY security_event_subject (subject_id, rule, at),
  KEY security_event_open (acknowledged_at, id)
);

-- How the rules are set, and up to which entry the trail has been watched.
CREATE TABLE alert_setting (
  name VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  value LONGTEXT NOT NULL,
  PRIMARY KEY (name)
);
