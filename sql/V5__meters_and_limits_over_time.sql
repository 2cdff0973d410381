-- SPDX-License-Identifier: GPL-3.0-or-later
-- Grid meters, limits over time, targets for the quarter hour, and dimming under section 14a EnWG.

CREATE TABLE lm_meter (
    meter_pk        INT           NOT NULL AUTO_INCREMENT,
    strand_pk       INT           NOT NULL COMMENT 'the strand at whose head it stands',
    name            VARCHAR(100)  NOT NULL COMMENT 'shown to operators',
    kind            VARCHAR(20)   NOT NULL COMMENT 'OCPP, MODBUS_TCP, MQTT, HTTP_PUSH or HTTP_POLL',
    source          VARCHAR(8000) NOT NULL COMMENT 'where its values come from, JSON; no secrets',
    secret          VARCHAR(1000) NULL     COMMENT 'password or token, AES-GCM under the key of load-management.secret-key; null: none',
    spread          VARCHAR(20)   NOT NULL DEFAULT 'BALANCED' COMMENT 'a total over the phases: BALANCED or WORST_PHASE',
    maximum_age_s   INT           NOT NULL DEFAULT 60 COMMENT 'an older reading is no reading, s',
    stale_rule      VARCHAR(20)   NOT NULL DEFAULT 'STOP' COMMENT 'when stale: HIGHEST (of stale_days), FIXED (stale_*_ma) or STOP',
    stale_days      INT           NULL     COMMENT 'under HIGHEST: of so many days',
    stale_l1_ma     INT           NULL     COMMENT 'under FIXED: base load on L1, mA',
    stale_l2_ma     INT           NULL     COMMENT 'under FIXED: base load on L2, mA',
    stale_l3_ma     INT           NULL     COMMENT 'under FIXED: base load on L3, mA',
    feed_in         BOOLEAN       NOT NULL DEFAULT FALSE COMMENT 'what is generated below the strand may be shared too',
    version         INT           NOT NULL DEFAULT 0 COMMENT 'counts changes',
    PRIMARY KEY (meter_pk),
    CONSTRAINT lm_meter_strand FOREIGN KEY (strand_pk) REFERENCES lm_strand (strand_pk) ON DELETE CASCADE
);

CREATE TABLE lm_base_load_day (
    strand_pk       INT           NOT NULL COMMENT 'metered strand',
    on_day          DATE          NOT NULL COMMENT 'UTC',
    highest_l1_ma   INT           NOT NULL COMMENT 'highest base load of that day on L1, mA',
    highest_l2_ma   INT           NOT NULL COMMENT 'on L2, mA',
    highest_l3_ma   INT           NOT NULL COMMENT 'on L3, mA',
    PRIMARY KEY (strand_pk, on_day)
);

ALTER TABLE lm_limit ADD COLUMN zone VARCHAR(50) NULL COMMENT 'with a schedule: by whose clock';
ALTER TABLE lm_limit ADD COLUMN schedule VARCHAR(2000) NULL COMMENT 'weekly: days and times at which it holds, as in MON,TUE 08:00-18:00; null: always';

CREATE TABLE lm_peak_target (
    strand_pk       INT           NOT NULL COMMENT 'metered strand',
    zone            VARCHAR(50)   NOT NULL COMMENT 'by whose clock quarter hours and years begin',
    target_w        INT           NOT NULL COMMENT 'mean power of a quarter hour, W',
    follows_peak    BOOLEAN       NOT NULL DEFAULT FALSE COMMENT 'may rise to the highest quarter hour of the year so far',
    PRIMARY KEY (strand_pk),
    CONSTRAINT lm_peak_target_strand FOREIGN KEY (strand_pk) REFERENCES lm_strand (strand_pk) ON DELETE CASCADE
);

CREATE TABLE lm_quarter_hour (
    strand_pk       INT           NOT NULL COMMENT 'metered strand',
    from_at         TIMESTAMP(6)  NOT NULL DEFAULT CURRENT_TIMESTAMP(6) COMMENT 'begin, UTC',
    energy_wh       BIGINT        NOT NULL COMMENT 'drawn from the grid in it, Wh',
    assumed_s       INT           NOT NULL COMMENT 'seconds of it in which nobody measured',
    PRIMARY KEY (strand_pk, from_at)
);

CREATE TABLE lm_grid_rule (
    strand_pk       INT           NOT NULL COMMENT 'strand that the grid operator may dim',
    heartbeat_s     INT           NULL     COMMENT 'a channel silent for longer has failed, s; null: silence means nothing',
    fail_safe_w     INT           NULL     COMMENT 'limit while a channel has failed, W; null: as if dimmed',
    fail_safe_for_s INT           NOT NULL COMMENT 'so long, then as if released, s',
    release_s       INT           NOT NULL COMMENT 'from a release until nothing is held back, s',
    PRIMARY KEY (strand_pk),
    CONSTRAINT lm_grid_rule_strand FOREIGN KEY (strand_pk) REFERENCES lm_strand (strand_pk) ON DELETE CASCADE
);

CREATE TABLE lm_steerable (
    charge_box_id   VARCHAR(255)  NOT NULL COMMENT 'station',
    evse_id         INT           NOT NULL COMMENT 'EVSE that is a controllable device under section 14a EnWG',
    PRIMARY KEY (charge_box_id, evse_id)
);

CREATE TABLE lm_grid_signal (
    strand_pk       INT           NOT NULL COMMENT 'strand',
    channel         VARCHAR(20)   NOT NULL COMMENT 'HAND, REST, MQTT or CONTROL_BOX',
    dimmed          BOOLEAN       NOT NULL COMMENT 'false: released',
    limit_w         INT           NULL     COMMENT 'what is left of grid draw, W; null: the minimum by law',
    since_at        TIMESTAMP(6)  NOT NULL DEFAULT CURRENT_TIMESTAMP(6) COMMENT 'when that began, UTC',
    heard_at        TIMESTAMP(6)  NOT NULL DEFAULT CURRENT_TIMESTAMP(6) COMMENT 'when the channel last said so, UTC',
    PRIMARY KEY (strand_pk, channel)
);

CREATE TABLE lm_dimming (
    strand_pk       INT           NOT NULL COMMENT 'strand; kept when the strand is deleted',
    signalled_at    TIMESTAMP(6)  NOT NULL DEFAULT CURRENT_TIMESTAMP(6) COMMENT 'when the signal came, UTC',
    channel         VARCHAR(20)   NOT NULL COMMENT 'on which way',
    limit_w         INT           NOT NULL COMMENT 'what was left to the devices, W',
    before_w        INT           NOT NULL COMMENT 'what they drew when the signal came, W',
    kept_at         TIMESTAMP(6)  NULL DEFAULT NULL COMMENT 'when they drew no more than the limit, UTC; null: not yet',
    ended_at        TIMESTAMP(6)  NULL DEFAULT NULL COMMENT 'when it was released, UTC; null: it lasts',
    PRIMARY KEY (strand_pk, signalled_at)
);
