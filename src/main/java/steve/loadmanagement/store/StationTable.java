/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.store;

import static steve.loadmanagement.store.LedgerTable.utc;
import static steve.loadmanagement.store.jooq.Tables.LM_QUIRK_PROFILE;
import static steve.loadmanagement.store.jooq.Tables.LM_STATION;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import steve.loadmanagement.control.StationStore;
import steve.loadmanagement.quirk.QuirkProfile;
import steve.loadmanagement.quirk.StationIdentity;
import steve.loadmanagement.store.jooq.tables.records.LmQuirkProfileRecord;
import steve.loadmanagement.store.jooq.tables.records.LmStationRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What is known of stations in {@code lm_station}, and an operator's quirk profiles in {@code lm_quirk_profile}. */
public final class StationTable implements StationStore {

    private static final Logger LOG = LoggerFactory.getLogger(StationTable.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST = 100;

    private final DSLContext ctx;

    public StationTable(DSLContext ctx) {
        this.ctx = ctx;
    }

    @Override
    public List<Known> stations() {
        return ctx.selectFrom(LM_STATION).orderBy(LM_STATION.CHARGE_BOX_ID).fetch(StationTable::known);
    }

    @Override
    public void save(Known station) {
        LmStationRecord row = ctx.newRecord(LM_STATION);
        row.setChargeBoxId(station.chargeBoxId());
        row.setVendor(limited(station.identity().vendor()));
        row.setModel(limited(station.identity().model()));
        row.setFirmware(limited(station.identity().firmware()));
        row.setQuirkProfile(station.assigned());
        row.setConfiguration(station.configuredAt() == null ? null : JSON.writeValueAsString(station.configuration()));
        row.setConfiguredAt(utc(station.configuredAt()));
        ctx.insertInto(LM_STATION).set(row).onDuplicateKeyUpdate().set(row).execute();
    }

    @Override
    public List<QuirkProfile> shipped() {
        return QuirkYaml.shipped();
    }

    /** One that cannot be read any more is left out, with a line in the log. */
    @Override
    public List<QuirkProfile> own() {
        List<QuirkProfile> profiles = new ArrayList<>();
        ctx.selectFrom(LM_QUIRK_PROFILE).orderBy(LM_QUIRK_PROFILE.NAME).forEach(row -> {
            try {
                profiles.addAll(QuirkYaml.read(row.getBody(), false));
            } catch (IllegalArgumentException e) {
                LOG.warn("quirk profile {} cannot be read and is left out: {}", row.getName(), e.getMessage());
            }
        });
        return profiles;
    }

    @Override
    public void save(QuirkProfile profile) {
        LmQuirkProfileRecord row = ctx.newRecord(LM_QUIRK_PROFILE);
        row.setName(profile.name());
        row.setBody(QuirkYaml.write(profile));
        ctx.insertInto(LM_QUIRK_PROFILE)
                .set(row)
                .onDuplicateKeyUpdate()
                .set(row)
                .execute();
    }

    @Override
    public boolean delete(String profile) {
        return ctx.deleteFrom(LM_QUIRK_PROFILE)
                        .where(LM_QUIRK_PROFILE.NAME.eq(profile))
                        .execute()
                > 0;
    }

    private static Known known(LmStationRecord row) {
        return new Known(
                row.getChargeBoxId(),
                new StationIdentity(row.getVendor(), row.getModel(), row.getFirmware()),
                row.getQuirkProfile(),
                configuration(row.getConfiguration()),
                row.getConfiguredAt() == null ? null : row.getConfiguredAt().toInstant(ZoneOffset.UTC));
    }

    private static Map<String, String> configuration(@Nullable String json) {
        Map<String, String> configuration = new HashMap<>();
        try {
            if (json != null) {
                JSON.readTree(json)
                        .properties()
                        .forEach(entry -> configuration.put(
                                entry.getKey(), entry.getValue().asString("")));
            }
        } catch (JacksonException e) {
            LOG.warn("a stored configuration cannot be read: {}", e.getOriginalMessage());
        }
        return configuration;
    }

    private static @Nullable String limited(@Nullable String text) {
        return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
