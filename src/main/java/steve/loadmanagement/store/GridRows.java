/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.store;

import static java.util.stream.Collectors.groupingBy;
import static steve.loadmanagement.store.LedgerTable.utc;
import static steve.loadmanagement.store.jooq.Tables.LM_GRID_RULE;
import static steve.loadmanagement.store.jooq.Tables.LM_GRID_SIGNAL;
import static steve.loadmanagement.store.jooq.Tables.LM_PEAK_TARGET;
import static steve.loadmanagement.store.jooq.Tables.LM_STEERABLE;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.capacity.GridRules;
import steve.loadmanagement.capacity.GridSignal;
import steve.loadmanagement.capacity.PeakTarget;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.unit.Power;

/** What the grid operator and the tariff ask for, in {@code lm_grid_rule}, {@code lm_grid_signal} and their neighbours. */
final class GridRows {

    private final DSLContext ctx;

    GridRows(DSLContext ctx) {
        this.ctx = ctx;
    }

    List<PeakTarget> targets() {
        return ctx.selectFrom(LM_PEAK_TARGET)
                .fetch(row -> new PeakTarget(
                        new StrandId(row.getStrandPk()),
                        ZoneId.of(row.getZone()),
                        Power.ofWatts(row.getTargetW()),
                        row.getFollowsPeak()));
    }

    void put(PeakTarget target) {
        ctx.insertInto(LM_PEAK_TARGET)
                .set(LM_PEAK_TARGET.STRAND_PK, target.strand().value())
                .set(LM_PEAK_TARGET.ZONE, target.zone().getId())
                .set(LM_PEAK_TARGET.TARGET_W, target.target().watts())
                .set(LM_PEAK_TARGET.FOLLOWS_PEAK, target.followsPeak())
                .onDuplicateKeyUpdate()
                .set(LM_PEAK_TARGET.ZONE, target.zone().getId())
                .set(LM_PEAK_TARGET.TARGET_W, target.target().watts())
                .set(LM_PEAK_TARGET.FOLLOWS_PEAK, target.followsPeak())
                .execute();
    }

    boolean deleteTarget(StrandId strand) {
        return ctx.deleteFrom(LM_PEAK_TARGET)
                        .where(LM_PEAK_TARGET.STRAND_PK.eq(strand.value()))
                        .execute()
                > 0;
    }

    Map<StrandId, GridRules> rules() {
        Map<StrandId, GridRules> rules = new HashMap<>();
        ctx.selectFrom(LM_GRID_RULE)
                .forEach(row -> rules.put(
                        new StrandId(row.getStrandPk()),
                        new GridRules(
                                row.getHeartbeatS() == null ? null : Duration.ofSeconds(row.getHeartbeatS()),
                                row.getFailSafeW() == null ? null : Power.ofWatts(row.getFailSafeW()),
                                Duration.ofSeconds(row.getFailSafeForS()),
                                Duration.ofSeconds(row.getReleaseS()))));
        return rules;
    }

    void put(StrandId strand, GridRules rules) {
        Duration heartbeat = rules.heartbeat();
        Power failSafe = rules.failSafe();
        ctx.transaction(configuration -> {
            configuration
                    .dsl()
                    .deleteFrom(LM_GRID_RULE)
                    .where(LM_GRID_RULE.STRAND_PK.eq(strand.value()))
                    .execute();
            configuration
                    .dsl()
                    .insertInto(LM_GRID_RULE)
                    .set(LM_GRID_RULE.STRAND_PK, strand.value())
                    .set(LM_GRID_RULE.HEARTBEAT_S, heartbeat == null ? null : seconds(heartbeat))
                    .set(LM_GRID_RULE.FAIL_SAFE_W, failSafe == null ? null : (Integer) failSafe.watts())
                    .set(LM_GRID_RULE.FAIL_SAFE_FOR_S, seconds(rules.failSafeFor()))
                    .set(LM_GRID_RULE.RELEASE_S, seconds(rules.release()))
                    .execute();
        });
    }

    Set<EvseRef> steerable() {
        return new HashSet<>(
                ctx.selectFrom(LM_STEERABLE).fetch(row -> new EvseRef(row.getChargeBoxId(), row.getEvseId())));
    }

    void steerable(EvseRef evse, boolean isSteerable) {
        if (isSteerable) {
            ctx.insertInto(LM_STEERABLE)
                    .set(LM_STEERABLE.CHARGE_BOX_ID, evse.chargeBoxId())
                    .set(LM_STEERABLE.EVSE_ID, evse.evseId())
                    .onDuplicateKeyIgnore()
                    .execute();
        } else {
            ctx.deleteFrom(LM_STEERABLE)
                    .where(LM_STEERABLE.CHARGE_BOX_ID.eq(evse.chargeBoxId()))
                    .and(LM_STEERABLE.EVSE_ID.eq(evse.evseId()))
                    .execute();
        }
    }

    List<GridSignal> signals() {
        return ctx.selectFrom(LM_GRID_SIGNAL)
                .fetch(row -> new GridSignal(
                        new StrandId(row.getStrandPk()),
                        GridSignal.Channel.valueOf(row.getChannel()),
                        row.getDimmed(),
                        row.getLimitW() == null ? null : Power.ofWatts(row.getLimitW()),
                        row.getSinceAt().toInstant(ZoneOffset.UTC),
                        row.getHeardAt().toInstant(ZoneOffset.UTC)));
    }

    /** One that says the same as before goes on from when that began. */
    void put(GridSignal signal) {
        Map<GridSignal.Channel, List<GridSignal>> before = signals().stream()
                .filter(known -> known.strand().equals(signal.strand()))
                .collect(groupingBy(GridSignal::channel));
        @Nullable
        GridSignal known = before.getOrDefault(signal.channel(), List.of()).stream()
                .findFirst()
                .orElse(null);
        GridSignal newest = signal.after(known);
        Power limit = newest.limit();
        ctx.transaction(configuration -> {
            configuration
                    .dsl()
                    .deleteFrom(LM_GRID_SIGNAL)
                    .where(LM_GRID_SIGNAL.STRAND_PK.eq(newest.strand().value()))
                    .and(LM_GRID_SIGNAL.CHANNEL.eq(newest.channel().name()))
                    .execute();
            configuration
                    .dsl()
                    .insertInto(LM_GRID_SIGNAL)
                    .set(LM_GRID_SIGNAL.STRAND_PK, newest.strand().value())
                    .set(LM_GRID_SIGNAL.CHANNEL, newest.channel().name())
                    .set(LM_GRID_SIGNAL.DIMMED, newest.isDimmed())
                    .set(LM_GRID_SIGNAL.LIMIT_W, limit == null ? null : (Integer) limit.watts())
                    .set(LM_GRID_SIGNAL.SINCE_AT, utc(newest.since()))
                    .set(LM_GRID_SIGNAL.HEARD_AT, utc(newest.heardAt()))
                    .execute();
        });
    }

    private static int seconds(Duration duration) {
        return Math.toIntExact(duration.toSeconds());
    }
}
