-- Whose customer a search term finds, so that a search passes over what who asks may not see
-- without looking the customers up.
ALTER TABLE customer_search ADD COLUMN owner_id UUID NULL;

UPDATE customer_search s JOIN customer c ON c.id = s.customer_id
SET s.owner_id = c.owner_id WHERE c.owner_id IS NOT NULL;
