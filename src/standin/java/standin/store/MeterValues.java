/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package standin.store;

import java.util.List;
import ocpp.cs._2015._10.MeterValue;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Counts the meter values that were kept; their content matters to nobody here. */
@Component
public class MeterValues {

    private final JdbcTemplate jdbc;

    MeterValues(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(String chargeBoxId, int connectorId, @Nullable Integer transactionId, List<MeterValue> values) {
        jdbc.update(
                "INSERT INTO meter_value (charge_box_id, connector_id, transaction_id, samples) VALUES (?, ?, ?, ?)",
                chargeBoxId,
                connectorId,
                transactionId,
                values.size());
    }

    /** How many messages of that station were kept. */
    public int count(String chargeBoxId) {
        Integer count = jdbc.queryForObject(
                "SELECT COUNT(*) FROM meter_value WHERE charge_box_id = ?", Integer.class, chargeBoxId);
        return count == null ? 0 : count;
    }
}
