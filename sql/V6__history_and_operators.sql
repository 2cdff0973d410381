-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the pages show of the past: means over time, decisions, who changed what; events that were acknowledged; EVSEs that an
-- operator paused.

CREATE TABLE lm_strand_sample (
    strand_pk         INT          NOT NULL COMMENT 'the strand; it may be deleted since',
    span_s            INT          NOT NULL COMMENT 'length of the time that the means are of, s: 60 or 900',
    begins_at         TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) COMMENT 'when that time begins, UTC',
    covered_s         INT          NOT NULL COMMENT 'how much of that time was seen, s',
    limit_l1_ma       INT          NULL COMMENT 'limit in force on phase L1, mean, mA; null: no limit in A',
    limit_l2_ma       INT          NULL COMMENT 'limit in force on phase L2, mean, mA',
    limit_l3_ma       INT          NULL COMMENT 'limit in force on phase L3, mean, mA',
    limit_w           INT          NULL COMMENT 'limit in force over all phases, mean, W; null: none',
    committed_l1_ma   INT          NOT NULL COMMENT 'committed current on phase L1, mean, mA',
    committed_l2_ma   INT          NOT NULL COMMENT 'committed current on phase L2, mean, mA',
    committed_l3_ma   INT          NOT NULL COMMENT 'committed current on phase L3, mean, mA',
    granted_l1_ma     INT          NOT NULL COMMENT 'granted on phase L1, mean, mA',
    granted_l2_ma     INT          NOT NULL COMMENT 'granted on phase L2, mean, mA',
    granted_l3_ma     INT          NOT NULL COMMENT 'granted on phase L3, mean, mA',
    measured_l1_ma    INT          NOT NULL COMMENT 'what vehicles were measured to draw on phase L1, mean, mA',
    measured_l2_ma    INT          NOT NULL COMMENT 'what vehicles were measured to draw on phase L2, mean, mA',
    measured_l3_ma    INT          NOT NULL COMMENT 'what vehicles were measured to draw on phase L3, mean, mA',
    measured_complete BOOLEAN      NOT NULL COMMENT 'every session below was measured all the time; else it was at least this much',
    PRIMARY KEY (strand_pk, span_s, begins_at)
);

CREATE INDEX lm_strand_sample_by_time ON lm_strand_sample (span_s, begins_at);

CREATE TABLE lm_evse_sample (
    charge_box_id     VARCHAR(255) NOT NULL COMMENT 'station',
    evse_id           INT          NOT NULL COMMENT 'EVSE within the station',
    span_s            INT          NOT NULL COMMENT 'length of the time that the means are of, s: 60 or 900',
    begins_at         TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) COMMENT 'when that time begins, UTC',
    covered_s         INT          NOT NULL COMMENT 'how much of that time a session was seen, s; without a session there is no row',
    granted_ma        INT          NOT NULL COMMENT 'granted over the whole span, mean, mA per phase',
    measured_l1_ma    INT          NULL COMMENT 'measured on grid phase L1 over the whole span, mean, mA; null: not measured',
    measured_l2_ma    INT          NULL COMMENT 'measured on grid phase L2 over the whole span, mean, mA; null: not measured',
    measured_l3_ma    INT          NULL COMMENT 'measured on grid phase L3 over the whole span, mean, mA; null: not measured',
    waiting_s         INT          NOT NULL COMMENT 'of that time it had a session and nothing was granted, s',
    curtailed_w       INT          NOT NULL COMMENT 'what the plan granted less than the EVSE could have used at most, over the whole span, mean, W',
    PRIMARY KEY (charge_box_id, evse_id, span_s, begins_at)
);

CREATE INDEX lm_evse_sample_by_time ON lm_evse_sample (span_s, begins_at);

CREATE TABLE lm_decision (
    decision_pk       BIGINT       NOT NULL AUTO_INCREMENT,
    strand_pk         INT          NOT NULL COMMENT 'root strand of the site that was decided on',
    decided_at        TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) COMMENT 'when, UTC; it held until the next decision on this site',
    content           MEDIUMBLOB   NOT NULL COMMENT 'what it was made from, as JSON, deflated (RFC 1950)',
    PRIMARY KEY (decision_pk)
);

CREATE INDEX lm_decision_by_time ON lm_decision (strand_pk, decided_at);

CREATE TABLE lm_audit (
    audit_pk          BIGINT       NOT NULL AUTO_INCREMENT,
    done_at           TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) COMMENT 'when, UTC',
    done_by           VARCHAR(255) NOT NULL COMMENT 'login of who did it',
    action            VARCHAR(40)  NOT NULL COMMENT 'what was done: STRAND_ADDED, STRAND_CHANGED, EVSES_ASSIGNED, BOOSTED, ...',
    subject           VARCHAR(300) NOT NULL COMMENT 'to whom, as an operator names it',
    detail            VARCHAR(2000) NOT NULL COMMENT 'what changed, in words',
    PRIMARY KEY (audit_pk)
);

CREATE INDEX lm_audit_by_time ON lm_audit (done_at);

CREATE TABLE lm_pause (
    charge_box_id     VARCHAR(255) NOT NULL COMMENT 'station',
    evse_id           INT          NOT NULL COMMENT 'EVSE within the station',
    until_at          TIMESTAMP(6) NULL DEFAULT NULL COMMENT 'it gets nothing until then, UTC; null: until released',
    PRIMARY KEY (charge_box_id, evse_id)
);

ALTER TABLE lm_event ADD COLUMN acknowledged_at TIMESTAMP(6) NULL DEFAULT NULL COMMENT 'when an operator took note, UTC; null: nobody did';

ALTER TABLE lm_event ADD COLUMN acknowledged_by VARCHAR(255) NULL COMMENT 'login of the operator who took note; null: nobody did';
