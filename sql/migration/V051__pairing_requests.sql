ALTER TABLE pairing
  ADD COLUMN paired_by_name VARCHAR(50) NULL,
  ADD COLUMN decided_by BIGINT NULL COMMENT 'who allowed or rejected what another person asked for',
  ADD COLUMN decided_at DATETIME(3) NULL,
  ADD COLUMN decision VARCHAR(300) NULL COMMENT 'why it was rejected',
  ADD COLUMN requested_child_id BIGINT GENERATED ALWAYS AS (IF(status = 'REQUESTED' AND kind = 'FAMILY', child_id, NULL)) VIRTUAL;

ALTER TABLE pairing
  ADD UNIQUE KEY uk_pairing_requested_child (requested_child_id) COMMENT 'at most one request waits per child',
  ADD KEY ix_pairing_status (status, child_id) COMMENT 'for PairingRequests.waiting';

ALTER TABLE area_duty
  ADD COLUMN entered_by BIGINT NULL,
  ADD COLUMN entered_at DATETIME(3) NULL,
  ADD COLUMN ended_by BIGINT NULL,
  ADD COLUMN ended_at DATETIME(3) NULL;
