/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package standin.store;

import de.rwth.idsg.steve.repository.dto.InsertTransactionParams;
import de.rwth.idsg.steve.repository.dto.Transaction;
import de.rwth.idsg.steve.repository.dto.UpdateTransactionParams;
import java.util.List;
import java.util.Objects;
import org.joda.time.DateTime;
import org.joda.time.DateTimeZone;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** Transactions. A repeated start gets the id it had; a stop that makes no sense changes nothing. */
@Component
public class Transactions {

    private static final RowMapper<Transaction> ROW = (row, _) -> new Transaction(
            row.getInt("id"),
            row.getInt("connector_id"),
            row.getString("charge_box_id"),
            row.getString("id_tag"),
            new DateTime(row.getLong("start_ms"), DateTimeZone.UTC));

    private final JdbcTemplate jdbc;

    Transactions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Inserts it, unless it is there already; its id. */
    public synchronized int insert(InsertTransactionParams params) {
        List<Integer> known = jdbc.query(
                """
                SELECT id FROM transaction
                WHERE charge_box_id = ? AND connector_id = ? AND id_tag = ? AND start_ms = ? AND start_value = ?""",
                (row, _) -> row.getInt(1),
                params.getChargeBoxId(),
                params.getConnectorId(),
                params.getIdTag(),
                params.getStartTimestamp().getMillis(),
                Integer.valueOf(params.getStartMeterValue()));
        if (!known.isEmpty()) {
            return known.getFirst();
        }
        jdbc.update(
                """
                INSERT INTO transaction (charge_box_id, connector_id, id_tag, start_ms, start_value)
                VALUES (?, ?, ?, ?, ?)""",
                params.getChargeBoxId(),
                params.getConnectorId(),
                params.getIdTag(),
                params.getStartTimestamp().getMillis(),
                Integer.valueOf(params.getStartMeterValue()));
        return Objects.requireNonNull(jdbc.queryForObject("SELECT MAX(id) FROM transaction", Integer.class));
    }

    public boolean isRunning(String chargeBoxId, int connectorId, int transactionId) {
        return active().stream()
                .anyMatch(transaction -> transaction.getId() == transactionId
                        && transaction.getConnectorId() == connectorId
                        && transaction.getChargeBoxId().equals(chargeBoxId));
    }

    /** Stops it; false where it is unknown, stopped already, or would end before it began. */
    public boolean stop(UpdateTransactionParams params) {
        return jdbc.update(
                        """
                        UPDATE transaction SET stop_ms = ?
                        WHERE id = ? AND charge_box_id = ? AND stop_ms IS NULL AND start_ms <= ? AND start_value <= ?""",
                        params.getStopTimestamp().getMillis(),
                        params.getTransactionId(),
                        params.getChargeBoxId(),
                        params.getStopTimestamp().getMillis(),
                        Integer.valueOf(params.getStopMeterValue()))
                > 0;
    }

    public List<Transaction> active() {
        return jdbc.query("SELECT * FROM transaction WHERE stop_ms IS NULL ORDER BY id", ROW);
    }
}
