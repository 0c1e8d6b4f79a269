-- As many characters as may be written, sealed, are longer than these columns were: the end of a complaint was cut off, which
-- makes the whole impossible to open, and long words of a facet or of a restraint were refused.
ALTER TABLE volunteer_complaint
  MODIFY COLUMN about_sealed  TEXT NOT NULL,
  MODIFY COLUMN reason_sealed TEXT NULL COMMENT 'why it was found true or not';
ALTER TABLE case_facet          MODIFY COLUMN content_sealed TEXT NOT NULL;
ALTER TABLE adult_access_change MODIFY COLUMN reason_sealed  TEXT NOT NULL;
