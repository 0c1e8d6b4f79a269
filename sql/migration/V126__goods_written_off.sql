-- What is spoiled, broken or lost leaves the store too: with a reason, and to nobody.
ALTER TABLE goods_entry
  MODIFY COLUMN kind VARCHAR(16) NOT NULL COMMENT 'RECEIVED, ISSUED, WRITTEN_OFF, CORRECTION',
  ADD CONSTRAINT ck_goods_entry_written_off
    CHECK (kind <> 'WRITTEN_OFF' OR (quantity < 0 AND reason IS NOT NULL AND household_id IS NULL));
