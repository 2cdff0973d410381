-- SPDX-License-Identifier: GPL-3.0-or-later
-- A priority may rest for the rest of a month once its sessions have taken so much; charts show what others use.

ALTER TABLE lm_priority ADD COLUMN quota_wh INT NULL COMMENT 'once its sessions took so much in a calendar month it rests until the next, Wh; null: never';

CREATE TABLE lm_priority_use (
    priority_pk     INT           NOT NULL COMMENT 'priority with a quota',
    in_month        CHAR(7)       NOT NULL COMMENT 'calendar month by the clock of the host, as in 2026-11',
    used_wh         BIGINT        NOT NULL COMMENT 'what its sessions took in that month, as far as seen, Wh',
    PRIMARY KEY (priority_pk, in_month),
    CONSTRAINT lm_priority_use_priority FOREIGN KEY (priority_pk) REFERENCES lm_priority (priority_pk) ON DELETE CASCADE
);

ALTER TABLE lm_strand_sample ADD COLUMN base_l1_ma INT NULL COMMENT 'mean base load on L1, already off the limit, mA; below zero: fed in; null: nobody measured it';
ALTER TABLE lm_strand_sample ADD COLUMN base_l2_ma INT NULL COMMENT 'on L2, mA';
ALTER TABLE lm_strand_sample ADD COLUMN base_l3_ma INT NULL COMMENT 'on L3, mA';
