-- SPDX-License-Identifier: GPL-3.0-or-later
-- Strands, the EVSEs on them, limits and priorities, the ledger, and the setpoints sent.
-- Currents in milliamperes per phase (_ma), power in watts (_w), time in UTC. No foreign key leads into SteVe's tables:
-- a station is known by its charge_box_id alone.

CREATE TABLE lm_strand (
    strand_pk     INT          NOT NULL AUTO_INCREMENT,
    name          VARCHAR(100) NOT NULL COMMENT 'unique name, shown to operators and in reasons',
    parent_pk     INT          NULL     COMMENT 'the strand that feeds this one; null: a root, at the grid connection',
    limit_l1_ma   INT          NULL     COMMENT 'fuse, mA on phase L1; null: no limit in A',
    limit_l2_ma   INT          NULL     COMMENT 'fuse, mA on phase L2',
    limit_l3_ma   INT          NULL     COMMENT 'fuse, mA on phase L3',
    limit_w       INT          NULL     COMMENT 'limit over all phases, W; null: none',
    voltage_v     INT          NOT NULL DEFAULT 230 COMMENT 'nominal voltage, line to neutral, V',
    school        VARCHAR(20)  NOT NULL DEFAULT 'BLOCK' COMMENT 'what an EVSE does that hears nothing: BLOCK or FALLBACK',
    fallback_ma   INT          NOT NULL DEFAULT 0 COMMENT 'mA per phase under FALLBACK, 0 under BLOCK',
    mode          VARCHAR(10)  NOT NULL DEFAULT 'OBSERVE' COMMENT 'OFF, OBSERVE (computes, sends nothing) or ACTIVE',
    measure       VARCHAR(10)  NOT NULL DEFAULT 'POWER' COMMENT 'what is shared equally: POWER or CURRENT; the root''s holds',
    others        VARCHAR(20)  NOT NULL DEFAULT 'MAY_BE_PAUSED' COMMENT 'beside priorities: MAY_BE_PAUSED or KEEP_MINIMUM; the root''s holds',
    unbalance_ma  INT          NULL     COMMENT 'largest planned difference between two phases, mA; null: none',
    version       INT          NOT NULL DEFAULT 0 COMMENT 'counts changes: the second of two editors is told',
    updated_at    TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) COMMENT 'last change, UTC',
    PRIMARY KEY (strand_pk),
    CONSTRAINT lm_strand_name UNIQUE (name),
    CONSTRAINT lm_strand_parent FOREIGN KEY (parent_pk) REFERENCES lm_strand (strand_pk)
);

CREATE TABLE lm_evse (
    evse_pk       INT          NOT NULL AUTO_INCREMENT,
    charge_box_id VARCHAR(255) NOT NULL COMMENT 'SteVe''s and OCPP''s name of the station',
    evse_id       INT          NOT NULL COMMENT 'EVSE within the station, from 1; OCPP 1.6: the connector id',
    strand_pk     INT          NOT NULL COMMENT 'the strand it hangs on; one only',
    wiring        VARCHAR(10)  NOT NULL DEFAULT 'L1L2L3' COMMENT 'grid phases behind its conductors, in their order, or UNKNOWN',
    rating_ma     INT          NOT NULL COMMENT 'what the hardware bears, mA per phase',
    minimum_ma    INT          NOT NULL DEFAULT 6000 COMMENT 'least charging current, mA per phase; IEC 61851-1: 6 A',
    step_ma       INT          NOT NULL DEFAULT 100 COMMENT 'what the station resolves, mA: 100 or 1000',
    fallback_ma   INT          NULL     COMMENT 'its own fallback, mA per phase; null: the strand''s',
    weight        INT          NOT NULL DEFAULT 1 COMMENT 'factor on its share',
    controllable  BOOLEAN      NOT NULL DEFAULT TRUE COMMENT 'false: takes no profiles, its rating is reserved',
    PRIMARY KEY (evse_pk),
    CONSTRAINT lm_evse_ref UNIQUE (charge_box_id, evse_id),
    CONSTRAINT lm_evse_strand FOREIGN KEY (strand_pk) REFERENCES lm_strand (strand_pk)
);

CREATE TABLE lm_limit (
    limit_pk      INT          NOT NULL AUTO_INCREMENT,
    strand_pk     INT          NOT NULL COMMENT 'the strand it limits',
    source        VARCHAR(20)  NOT NULL COMMENT 'who set it: SCHEDULE, OPERATOR or EXTERNAL',
    limit_l1_ma   INT          NULL     COMMENT 'mA on phase L1; null: no limit in A',
    limit_l2_ma   INT          NULL     COMMENT 'mA on phase L2',
    limit_l3_ma   INT          NULL     COMMENT 'mA on phase L3',
    limit_w       INT          NULL     COMMENT 'over all phases, W; null: none',
    from_at       TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) COMMENT 'in force from, UTC',
    until_at      TIMESTAMP(6) NULL DEFAULT NULL COMMENT 'in force until, UTC; null: until withdrawn',
    PRIMARY KEY (limit_pk),
    CONSTRAINT lm_limit_strand FOREIGN KEY (strand_pk) REFERENCES lm_strand (strand_pk)
);

CREATE TABLE lm_priority (
    priority_pk   INT          NOT NULL AUTO_INCREMENT,
    id_tag        VARCHAR(255) NULL     COMMENT 'whose sessions come first; null: see charge_box_id',
    charge_box_id VARCHAR(255) NULL     COMMENT 'at which station sessions come first; null: see id_tag',
    evse_id       INT          NULL     COMMENT 'EVSE within that station',
    tier          INT          NOT NULL DEFAULT 0 COMMENT 'lower is served first; without a priority: 1',
    from_at       TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) COMMENT 'valid from, UTC',
    until_at      TIMESTAMP(6) NULL DEFAULT NULL COMMENT 'valid until, UTC; null: until withdrawn',
    PRIMARY KEY (priority_pk)
);

CREATE TABLE lm_ledger (
    charge_box_id   VARCHAR(255) NOT NULL COMMENT 'station',
    evse_id         INT          NOT NULL COMMENT 'EVSE within the station',
    transaction_id  INT          NULL     COMMENT 'running transaction that the setpoints belong to; null: none',
    default_ma      INT          NULL     COMMENT 'what its accepted default profile allows, mA per phase; null: none is confirmed',
    confirmed_ma    INT          NOT NULL COMMENT 'setpoint accepted and seen in a reading, mA per phase',
    unsettled_ma    INT          NULL     COMMENT 'highest setpoint sent after it and not settled, mA per phase; null: none',
    dead_man_at     TIMESTAMP(6) NULL DEFAULT NULL COMMENT 'when the newest grant falls back by itself, UTC',
    written_at      TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) COMMENT 'last change, UTC',
    PRIMARY KEY (charge_box_id, evse_id)
);

CREATE TABLE lm_setpoint (
    setpoint_pk     BIGINT       NOT NULL AUTO_INCREMENT,
    charge_box_id   VARCHAR(255) NOT NULL COMMENT 'station',
    evse_id         INT          NOT NULL COMMENT 'EVSE within the station; 0: all of them',
    transaction_id  INT          NULL     COMMENT 'transaction of a TxProfile; null: a default profile',
    setpoint_ma     INT          NOT NULL COMMENT 'current commanded, mA per phase',
    reason          VARCHAR(500) NOT NULL COMMENT 'why this much, in words',
    sent_at         TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) COMMENT 'handed to SteVe, UTC',
    outcome         VARCHAR(20)  NULL     COMMENT 'ACCEPTED, REJECTED, NOT_SUPPORTED, ERROR, UNANSWERED, OFFLINE; null: in flight',
    outcome_at      TIMESTAMP(6) NULL DEFAULT NULL COMMENT 'when it became known, UTC',
    PRIMARY KEY (setpoint_pk)
);

CREATE INDEX lm_setpoint_by_evse ON lm_setpoint (charge_box_id, evse_id, sent_at);
CREATE INDEX lm_setpoint_by_time ON lm_setpoint (sent_at);
