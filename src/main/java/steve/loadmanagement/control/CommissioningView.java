/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.control;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.capacity.MeterReading;
import steve.loadmanagement.commissioning.OfflineTrial;
import steve.loadmanagement.commissioning.Shown;
import steve.loadmanagement.commissioning.Sight;
import steve.loadmanagement.fact.EvseFacts;
import steve.loadmanagement.fact.Reading;
import steve.loadmanagement.ledger.Command;
import steve.loadmanagement.ledger.LedgerEntry;
import steve.loadmanagement.ledger.LedgerPolicy;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.Strand;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.Phase;

/** What a commissioning test sees of an EVSE in the report of a cycle. */
record CommissioningView(CycleReport report, Evse evse, List<GridView> grid, LedgerPolicy policy, Instant now) {

    private static final Duration FRESH = Duration.ofMinutes(2);

    boolean isConnected() {
        return report.facts().ofStation(evse.ref().chargeBoxId()).connected();
    }

    boolean isCharging() {
        EvseFacts facts = facts();
        return facts.session() != null && facts.session().isBelieved();
    }

    private EvseFacts facts() {
        return report.facts().of(evse.ref());
    }

    private @Nullable LedgerEntry entry() {
        return report.entries().get(evse.ref());
    }

    private @Nullable Command newest() {
        LedgerEntry entry = entry();
        return entry == null ? null : entry.grant().newest();
    }

    private @Nullable Reading fresh() {
        Reading reading = facts().reading();
        return reading == null || reading.isStale(now, FRESH) ? null : reading;
    }

    Sight sight() {
        Command newest = newest();
        Reading reading = fresh();
        boolean isRefused = newest != null && newest.outcome() != null && !newest.isAccepted();
        return new Sight(
                now,
                isConnected(),
                isCharging(),
                newest == null ? null : newest.value(),
                newest == null ? null : newest.acceptedAt(),
                isRefused && newest != null && newest.outcome() != null
                        ? newest.outcome().word()
                        : null,
                currents(reading),
                reading == null ? null : reading.register(),
                reading == null ? null : reading.receivedAt(),
                strand());
    }

    private static Map<Phase, Current> currents(@Nullable Reading reading) {
        Map<Phase, Current> currents = new EnumMap<>(Phase.class);
        for (Phase phase : Phase.values()) {
            Current current = reading == null || reading.imported() == null
                    ? null
                    : reading.imported().on(phase);
            if (current != null) {
                currents.put(phase, current);
            }
        }
        return currents;
    }

    /** The nearest metered strand on the way to the root. */
    private @Nullable Shown strand() {
        for (Strand strand : report.snapshot().site().wayToRoot(evse.strand())) {
            for (GridView view : grid) {
                if (view.strand().equals(strand.id())) {
                    return shown(view.sum());
                }
            }
        }
        return null;
    }

    private static @Nullable Shown shown(MeterReading.@Nullable Measured sum) {
        if (sum == null) {
            return null;
        }
        Map<Phase, Current> currents = new EnumMap<>(Phase.class);
        for (Phase phase : Phase.values()) {
            currents.put(phase, sum.currents().on(phase));
        }
        return new Shown(sum.at(), currents);
    }

    /** What holds now, should the connection be cut. */
    OfflineTrial.Before before() {
        LedgerEntry entry = entry();
        Current granted = entry == null ? Current.ZERO : entry.allowedByGrant();
        Reading reading = fresh();
        return new OfflineTrial.Before(
                granted,
                granted.min(evse.fallback().inTheEnd()),
                reading == null || reading.imported() == null
                        ? null
                        : reading.imported().heaviest());
    }

    /** When the grant must have fallen back if it is not said again; null: it does not, or nobody knows when. */
    @Nullable
    Instant fallenBackAt() {
        LedgerEntry entry = entry();
        Instant deadManAt = entry == null ? null : entry.deadManAt();
        return deadManAt == null
                ? null
                : policy.fallenBackAt(
                        deadManAt,
                        report.facts().ofStation(evse.ref().chargeBoxId()).clock(),
                        evse.traits());
    }

    OfflineTrial.Sight offlineSight() {
        Reading reading = facts().reading();
        boolean isMeasured = reading != null && reading.imported() != null;
        Command newest = newest();
        return new OfflineTrial.Sight(
                now,
                isConnected(),
                isCharging(),
                before(),
                fallenBackAt(),
                isMeasured && reading != null && reading.imported() != null
                        ? reading.imported().heaviest()
                        : null,
                isMeasured && reading != null
                        ? report.facts()
                                .ofStation(evse.ref().chargeBoxId())
                                .clock()
                                .ours(reading.measuredAt(), reading.receivedAt())
                        : null,
                newest == null ? null : newest.sentAt());
    }
}
