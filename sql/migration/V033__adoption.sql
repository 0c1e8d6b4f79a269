-- Which region follows which rule book, and when; a region below follows it too.
CREATE TABLE adoption (
  id            BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  division_code VARCHAR(12) NOT NULL,
  book          VARCHAR(5)  NOT NULL,
  starts_on     DATE        NOT NULL,
  ends_on       DATE        NULL COMMENT 'the first day it is no longer followed',
  recorded_by   BIGINT      NULL,
  recorded_at   DATETIME(3) NOT NULL,
  UNIQUE KEY uk_adoption (division_code, book, starts_on) COMMENT 'for Adopting.adopt; adopted once per day',
  CONSTRAINT ck_adoption_dates CHECK (ends_on IS NULL OR ends_on >= starts_on)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_0900_ai_ci COMMENT '采用哪本规则书';

INSERT INTO adoption (division_code, book, starts_on, recorded_at) VALUES
  ('',          'LAW', '2021-06-01', '2021-06-01 00:00:00'),
  ('511304114', 'JB',  '2023-11-08', '2023-11-08 00:00:00'),
  ('44',        'GD',  '2024-04-18', '2024-04-18 00:00:00');
