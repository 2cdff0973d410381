/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.store;

import static steve.loadmanagement.store.jooq.Tables.LM_METER;

import java.time.Duration;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.capacity.MeterId;
import steve.loadmanagement.capacity.MeterSettings;
import steve.loadmanagement.capacity.MeterSource;
import steve.loadmanagement.capacity.Spread;
import steve.loadmanagement.capacity.StaleRule;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.store.jooq.tables.records.LmMeterRecord;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.PhaseCurrents;
import tools.jackson.databind.json.JsonMapper;

/** Meters in {@code lm_meter}. */
final class MeterRows {

    private final DSLContext ctx;
    private final SealedSecrets<LmMeterRecord> secrets;

    MeterRows(DSLContext ctx, SecretBox box) {
        this.ctx = ctx;
        this.secrets = new SealedSecrets<>(box, "meter", LM_METER, LM_METER.METER_PK, LM_METER.SECRET);
    }

    List<MeterSettings> all() {
        return ctx.selectFrom(LM_METER).orderBy(LM_METER.METER_PK).fetch(MeterRows::meter);
    }

    @Nullable
    String secret(MeterId meter) {
        return secrets.of(ctx, meter.value());
    }

    MeterId insert(MeterSettings meter, @Nullable String secret) {
        LmMeterRecord row = ctx.newRecord(LM_METER);
        fill(row, meter);
        return new MeterId(secrets.insert(ctx, row, secret));
    }

    boolean update(MeterSettings meter, @Nullable String secret) {
        LmMeterRecord row = ctx.newRecord(LM_METER);
        fill(row, meter);
        row.setVersion(meter.version() + 1);
        if (secret != null) {
            row.setSecret(secrets.sealed(secret, meter.id().value()));
        }
        return ctx.update(LM_METER)
                        .set(row)
                        .where(LM_METER.METER_PK.eq(meter.id().value()))
                        .and(LM_METER.VERSION.eq(meter.version()))
                        .execute()
                > 0;
    }

    boolean delete(MeterId meter) {
        return ctx.deleteFrom(LM_METER)
                        .where(LM_METER.METER_PK.eq(meter.value()))
                        .execute()
                > 0;
    }

    private static void fill(LmMeterRecord row, MeterSettings meter) {
        row.setStrandPk(meter.strand().value());
        row.setName(meter.name());
        row.setKind(meter.source().kind());
        row.setSource(JsonMapper.shared().writeValueAsString(meter.source()));
        row.setSpread(meter.spread().name());
        row.setMaximumAgeS(Math.toIntExact(meter.maximumAge().toSeconds()));
        row.setFeedIn(meter.feedIn());
        switch (meter.whenStale()) {
            case StaleRule.HighestOf rule -> {
                row.setStaleRule("HIGHEST");
                row.setStaleDays(rule.days());
            }
            case StaleRule.Fixed rule -> {
                row.setStaleRule("FIXED");
                row.setStaleL1Ma(rule.baseLoad().l1().milliamps());
                row.setStaleL2Ma(rule.baseLoad().l2().milliamps());
                row.setStaleL3Ma(rule.baseLoad().l3().milliamps());
            }
            case StaleRule.StopCharging _ -> row.setStaleRule("STOP");
        }
    }

    private static MeterSettings meter(LmMeterRecord row) {
        return new MeterSettings(
                new MeterId(row.getMeterPk()),
                new StrandId(row.getStrandPk()),
                row.getName(),
                source(row.getKind(), row.getSource()),
                Spread.valueOf(row.getSpread()),
                Duration.ofSeconds(row.getMaximumAgeS()),
                rule(row),
                row.getFeedIn(),
                row.getVersion());
    }

    private static StaleRule rule(LmMeterRecord row) {
        return switch (row.getStaleRule()) {
            case "HIGHEST" -> new StaleRule.HighestOf(row.getStaleDays());
            case "FIXED" ->
                new StaleRule.Fixed(new PhaseCurrents(
                        Current.ofMilliamps(row.getStaleL1Ma()),
                        Current.ofMilliamps(row.getStaleL2Ma()),
                        Current.ofMilliamps(row.getStaleL3Ma())));
            default -> new StaleRule.StopCharging();
        };
    }

    private static MeterSource source(String kind, String json) {
        JsonMapper mapper = JsonMapper.shared();
        return switch (kind) {
            case "OCPP" -> mapper.readValue(json, MeterSource.OcppStation.class);
            case "MODBUS_TCP" -> mapper.readValue(json, MeterSource.ModbusTcp.class);
            case "MQTT" -> mapper.readValue(json, MeterSource.Mqtt.class);
            case "HTTP_PUSH" -> new MeterSource.HttpPush();
            case "HTTP_POLL" -> mapper.readValue(json, MeterSource.HttpPoll.class);
            default -> throw new IllegalStateException("a meter of unknown kind " + kind);
        };
    }
}
