/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.store;

import static steve.loadmanagement.store.jooq.Tables.LM_GRID_SIGNAL;
import static steve.loadmanagement.store.jooq.Tables.LM_LIMIT;
import static steve.loadmanagement.store.jooq.Tables.LM_SIGNAL_LINE;

import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.capacity.GridSignal;
import steve.loadmanagement.capacity.SignalLine;
import steve.loadmanagement.capacity.SignalLineId;
import steve.loadmanagement.capacity.SignalSource;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.store.jooq.tables.records.LmSignalLineRecord;
import tools.jackson.databind.json.JsonMapper;

/** Signal lines in {@code lm_signal_line}. */
final class SignalLineRows {

    private final DSLContext ctx;
    private final SealedSecrets<LmSignalLineRecord> secrets;

    SignalLineRows(DSLContext ctx, SecretBox box) {
        this.ctx = ctx;
        this.secrets = new SealedSecrets<>(
                box, "signal line", LM_SIGNAL_LINE, LM_SIGNAL_LINE.SIGNAL_LINE_PK, LM_SIGNAL_LINE.SECRET);
    }

    List<SignalLine> all() {
        return ctx.selectFrom(LM_SIGNAL_LINE)
                .orderBy(LM_SIGNAL_LINE.SIGNAL_LINE_PK)
                .fetch(SignalLineRows::line);
    }

    @Nullable
    String secret(SignalLineId line) {
        return secrets.of(ctx, line.value());
    }

    SignalLineId insert(SignalLine line, @Nullable String secret) {
        LmSignalLineRecord row = ctx.newRecord(LM_SIGNAL_LINE);
        fill(row, line);
        return new SignalLineId(secrets.insert(ctx, row, secret));
    }

    boolean update(SignalLine line, @Nullable String secret) {
        LmSignalLineRecord row = ctx.newRecord(LM_SIGNAL_LINE);
        fill(row, line);
        row.setVersion(line.version() + 1);
        if (secret != null) {
            row.setSecret(secrets.sealed(secret, line.id().value()));
        }
        return ctx.transactionResult(configuration -> {
            SignalLine before = find(configuration.dsl(), line.id());
            boolean isDone = configuration
                            .dsl()
                            .update(LM_SIGNAL_LINE)
                            .set(row)
                            .where(LM_SIGNAL_LINE.SIGNAL_LINE_PK.eq(line.id().value()))
                            .and(LM_SIGNAL_LINE.VERSION.eq(line.version()))
                            .execute()
                    > 0;
            if (isDone && before != null && !isSameWay(before, line)) {
                forget(configuration.dsl(), before);
            }
            return isDone;
        });
    }

    private static boolean isSameWay(SignalLine one, SignalLine other) {
        return one.strand().equals(other.strand())
                && one.source().kind().equals(other.source().kind());
    }

    boolean delete(SignalLineId id) {
        return ctx.transactionResult(configuration -> {
            SignalLine line = find(configuration.dsl(), id);
            if (line == null) {
                return false;
            }
            forget(configuration.dsl(), line);
            configuration
                    .dsl()
                    .deleteFrom(LM_SIGNAL_LINE)
                    .where(LM_SIGNAL_LINE.SIGNAL_LINE_PK.eq(id.value()))
                    .execute();
            return true;
        });
    }

    private static @Nullable SignalLine find(DSLContext dsl, SignalLineId id) {
        return dsl.selectFrom(LM_SIGNAL_LINE)
                .where(LM_SIGNAL_LINE.SIGNAL_LINE_PK.eq(id.value()))
                .fetchOne(SignalLineRows::line);
    }

    /** What came on it last. */
    private static void forget(DSLContext dsl, SignalLine line) {
        GridSignal.Channel channel = line.channel();
        if (channel != null) {
            dsl.deleteFrom(LM_GRID_SIGNAL)
                    .where(LM_GRID_SIGNAL.STRAND_PK.eq(line.strand().value()))
                    .and(LM_GRID_SIGNAL.CHANNEL.eq(channel.name()))
                    .execute();
        }
        dsl.deleteFrom(LM_LIMIT)
                .where(LM_LIMIT.SIGNAL_LINE_PK.eq(line.id().value()))
                .execute();
    }

    private static void fill(LmSignalLineRecord row, SignalLine line) {
        row.setStrandPk(line.strand().value());
        row.setName(line.name());
        row.setKind(line.source().kind());
        row.setSource(JsonMapper.shared().writeValueAsString(line.source()));
    }

    private static SignalLine line(LmSignalLineRecord row) {
        return new SignalLine(
                new SignalLineId(row.getSignalLinePk()),
                new StrandId(row.getStrandPk()),
                row.getName(),
                source(row.getKind(), row.getSource()),
                row.getVersion());
    }

    private static SignalSource source(String kind, String json) {
        JsonMapper mapper = JsonMapper.shared();
        return switch (kind) {
            case "MQTT_DIMMING" -> mapper.readValue(json, SignalSource.MqttDimming.class);
            case "MQTT_LIMIT" -> mapper.readValue(json, SignalSource.MqttLimit.class);
            case "MODBUS_DIMMING" -> mapper.readValue(json, SignalSource.ModbusDimming.class);
            default -> throw new IllegalStateException("a signal line of unknown kind " + kind);
        };
    }
}
