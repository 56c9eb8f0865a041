-- So that two people who change a link at once do not overwrite each other.
ALTER TABLE customer_link ADD COLUMN version INT NOT NULL DEFAULT 1;
