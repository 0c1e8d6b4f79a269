-- Who manages an account, the second factor, and roles with dates. Failed attempts are counted in Redis from now on, so
-- that a name nobody has is locked out exactly like one that somebody has.
ALTER TABLE account
  ADD COLUMN division_code   VARCHAR(12)  NOT NULL DEFAULT '' COMMENT 'where the account is kept' AFTER display_name,
  ADD COLUMN totp_pending    VARCHAR(200) NULL COMMENT 'sealed; offered, not yet confirmed by a first code' AFTER totp_secret,
  ADD COLUMN totp_step       BIGINT       NULL COMMENT 'the time step of the last code accepted: a code serves once' AFTER totp_pending,
  ADD COLUMN last_sign_in_at DATETIME(3)  NULL,
  DROP COLUMN failed_attempts,
  DROP COLUMN locked_until,
  ADD KEY ix_account_division (division_code, username) COMMENT 'for AccountAdministration.list';

ALTER TABLE account_role
  ADD COLUMN starts_on  DATE   NOT NULL DEFAULT '2000-01-01',
  ADD COLUMN ends_on    DATE   NULL COMMENT 'the first day it no longer holds',
  ADD COLUMN granted_by BIGINT NULL,
  ADD UNIQUE KEY uk_account_role_dates (account_id, role, division_code, unit_id, starts_on)
    COMMENT 'a role is held once per scope and day; for Accounts.roles',
  DROP KEY uk_account_role,
  ADD CONSTRAINT ck_account_role_dates CHECK (ends_on IS NULL OR ends_on >= starts_on);

UPDATE account a SET a.division_code =
  COALESCE((SELECT MIN(r.division_code) FROM account_role r WHERE r.account_id = a.id), '');
