-- What was done on somebody's behalf is found by them, too.
ALTER TABLE `${audit}`.audit_entry ADD INDEX IF NOT EXISTS audit_entry_behalf (behalf_id, seq);
