-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE TABLE IF NOT EXISTS charge_box (
    charge_box_id    VARCHAR(255) NOT NULL PRIMARY KEY,
    ocpp_protocol    VARCHAR(255) NULL,
    endpoint_address VARCHAR(255) NULL
);
CREATE TABLE IF NOT EXISTS evse (
    charge_box_id VARCHAR(255) NOT NULL,
    connector_id  INT          NOT NULL,
    status        VARCHAR(30)  NULL,
    status_ms     BIGINT       NULL,
    PRIMARY KEY (charge_box_id, connector_id)
);
CREATE TABLE IF NOT EXISTS transaction (
    id            INT          NOT NULL AUTO_INCREMENT PRIMARY KEY,
    charge_box_id VARCHAR(255) NOT NULL,
    connector_id  INT          NOT NULL,
    id_tag        VARCHAR(255) NOT NULL,
    start_ms      BIGINT       NOT NULL,
    start_value   INT          NOT NULL,
    stop_ms       BIGINT       NULL
);
CREATE TABLE IF NOT EXISTS meter_value (
    id             BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    charge_box_id  VARCHAR(255) NOT NULL,
    connector_id   INT          NOT NULL,
    transaction_id INT          NULL,
    samples        INT          NOT NULL
);
