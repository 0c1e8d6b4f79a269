-- What a photo shows of itself before it is stripped, whom it is about, and whether a guardian has agreed.
ALTER TABLE photo
  ADD COLUMN thumbnail_key VARCHAR(120) NULL,
  ADD COLUMN source_digest CHAR(64)     NULL COMMENT 'HMAC of the bytes as they came',
  ADD COLUMN look          BIGINT       NULL COMMENT 'difference hash of 64 bits; NULL for a picture without features',
  ADD COLUMN look_a        INT          NULL COMMENT 'its first quarter, and so on: alike pictures share a quarter',
  ADD COLUMN look_b        INT          NULL,
  ADD COLUMN look_c        INT          NULL,
  ADD COLUMN look_d        INT          NULL,
  ADD COLUMN taken_at      DATETIME(3)  NULL COMMENT 'from the camera, before that was removed',
  ADD COLUMN place_sealed  VARCHAR(300) NULL COMMENT 'from the camera, before that was removed',
  ADD COLUMN attached_to   VARCHAR(40)  NULL COMMENT 'visit:7, consent:7; a photo proves one thing',
  ADD COLUMN held_since    DATE         NULL COMMENT 'no consent since; the file goes after a month',
  ADD COLUMN complete      BOOLEAN      NOT NULL DEFAULT TRUE COMMENT 'false while the files are on their way',
  ADD COLUMN deleted_at    DATETIME(3)  NULL COMMENT 'the files are gone; the row says that there was one',
  ADD KEY ix_photo_source (uploaded_by, source_digest) COMMENT 'for the same bytes sent again',
  ADD KEY ix_photo_look_a (look_a) COMMENT 'for Photos.alike',
  ADD KEY ix_photo_look_b (look_b) COMMENT 'for Photos.alike',
  ADD KEY ix_photo_look_c (look_c) COMMENT 'for Photos.alike',
  ADD KEY ix_photo_look_d (look_d) COMMENT 'for Photos.alike',
  ADD KEY ix_photo_deleted (deleted_at, complete) COMMENT 'for files that would not go',
  ADD KEY ix_photo_held (held_since) COMMENT 'for throwing away what nobody consented to',
  ADD KEY ix_photo_subject (attached_to, deleted_at, uploaded_at) COMMENT 'for the photos of a visit, and for throwing away what nothing uses';

CREATE TABLE photo_child (
  photo_id BIGINT NOT NULL,
  child_id BIGINT NOT NULL,
  PRIMARY KEY (photo_id, child_id),
  KEY ix_photo_child (child_id, photo_id) COMMENT 'for what a withdrawn consent stops'
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci;

CREATE TABLE photo_ticket (
  id               BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  phone_account_id BIGINT       NOT NULL,
  object_key       VARCHAR(120) NOT NULL,
  until_at         DATETIME(3)  NOT NULL,
  photo_id         BIGINT       NULL,
  KEY ix_photo_ticket_until (until_at) COMMENT 'for throwing away what was never completed'
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '直传的票';

CREATE TABLE photo_consent (
  id                BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  child_id          BIGINT      NOT NULL,
  adult_id          BIGINT      NULL COMMENT 'the guardian on file; NULL: only a relation is known, from paper',
  relation          VARCHAR(20) NOT NULL,
  version           VARCHAR(20) NOT NULL,
  decision          VARCHAR(16) NOT NULL COMMENT 'GIVEN, REFUSED, WITHDRAWN',
  channel           VARCHAR(16) NOT NULL COMMENT 'PHONE, PAPER',
  evidence_photo_id BIGINT      NULL,
  recorded_by_phone BIGINT      NULL,
  recorded_by       BIGINT      NULL,
  decided_at        DATETIME(3) NOT NULL,
  KEY ix_photo_consent_child (child_id, id) COMMENT 'for PhotoConsents.inForce',
  CONSTRAINT ck_photo_consent_recorder CHECK (recorded_by_phone IS NOT NULL OR recorded_by IS NOT NULL)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '照片使用授权,每次表态都留着';

-- What a photo belongs to stands with the photo from now on.
UPDATE photo p SET p.attached_to = (SELECT CONCAT('visit:', v.visit_id) FROM visit_photo v WHERE v.photo_id = p.id);
INSERT INTO photo_child (photo_id, child_id)
  SELECT v.photo_id, c.child_id FROM visit_photo v JOIN visit_child c ON c.visit_id = v.visit_id;
DROP TABLE visit_photo;
