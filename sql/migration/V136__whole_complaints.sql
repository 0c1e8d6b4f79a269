-- Five hundred characters, sealed, are longer than the column was; what was cut off cannot be opened.
ALTER TABLE volunteer_complaint
  MODIFY COLUMN about_sealed  TEXT NOT NULL,
  MODIFY COLUMN reason_sealed TEXT NULL COMMENT 'why it was found true or not';
