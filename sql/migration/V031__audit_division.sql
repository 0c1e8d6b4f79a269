-- Where the person stood who did it: an auditor searches what was done by the accounts of his or her own region.
ALTER TABLE audit_entry
  ADD COLUMN division_code VARCHAR(12) NOT NULL DEFAULT '' AFTER role,
  ADD KEY ix_audit_entry_at (at, id)                 COMMENT 'for AuditTrail.search by day',
  ADD KEY ix_audit_entry_division (division_code, at) COMMENT 'for AuditTrail.search in a region';
