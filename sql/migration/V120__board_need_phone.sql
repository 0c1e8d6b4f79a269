-- Needs are written down on phones too, on a visit or out of a difficulty; a second person reads them all the same.
ALTER TABLE board_need
  MODIFY COLUMN raised_by BIGINT NULL COMMENT 'account; NULL when it was written down on a phone',
  ADD COLUMN raised_phone BIGINT NULL COMMENT 'phone account' AFTER raised_by,
  ADD KEY ix_board_need_visit (visit_id) COMMENT 'for what a visit found missing',
  ADD CONSTRAINT ck_board_need_writer CHECK ((raised_by IS NULL) <> (raised_phone IS NULL));
