/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.ledger;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.capacity.Capacity;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.site.Strand;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.PhaseCurrents;

/**
 * Setpoints below what was said before, and what was said and did not arrive. Never held back; only a cut that is too small
 * to be worth a message waits, as long as no strand above it has promised too much and nobody waits for a start.
 */
final class Cuts {

    private final Round round;
    private final boolean somebodyWaits;
    private @Nullable Set<StrandId> overcommitted;

    private Cuts(Round round) {
        this.round = round;
        this.somebodyWaits = doesSomebodyWait(round);
    }

    static List<Setpoint> due(Round round) {
        Cuts cuts = new Cuts(round);
        List<Setpoint> due = new ArrayList<>();
        round.targets().forEach((ref, target) -> {
            if (!target.isMoreThan(round.commanded(ref)) && cuts.isDue(ref, target)) {
                due.add(round.grant(ref, target));
            }
        });
        return due;
    }

    private boolean isDue(EvseRef ref, Current target) {
        Track grant = round.grantOf(ref);
        Current commanded = round.commanded(ref);
        if (target.equals(commanded)) {
            return !grant.stands(target, round.now()) && !isSaidByDefault(ref, target);
        }
        return target.isZero()
                || !round.policy().smallestRaise().isMoreThan(commanded.minus(target))
                || somebodyWaits
                || isOvercommitted(ref);
    }

    /** Somebody is to start, and has nothing yet: small cuts add up to a minimum current. */
    private static boolean doesSomebodyWait(Round round) {
        return round.targets().entrySet().stream()
                .anyMatch(target -> !target.getValue().isZero()
                        && round.commanded(target.getKey()).isZero());
    }

    /** Nothing is granted and the default profile allows nothing: a grant of zero would say the same again. */
    private boolean isSaidByDefault(EvseRef ref, Current target) {
        return target.isZero()
                && round.grantOf(ref).newest() == null
                && round.worst(ref).isZero();
    }

    private boolean isOvercommitted(EvseRef ref) {
        if (overcommitted == null) {
            overcommitted = overcommitted(round);
        }
        Set<StrandId> over = overcommitted;
        Site site = round.snapshot().site();
        return site.wayToRoot(round.evse(ref).strand()).stream().anyMatch(strand -> over.contains(strand.id()));
    }

    private static Set<StrandId> overcommitted(Round round) {
        Site site = round.snapshot().site();
        Map<StrandId, PhaseCurrents> committed = Committed.below(site, round.ledger()::load);
        Set<StrandId> over = new HashSet<>();
        for (Strand strand : site.strands()) {
            PhaseCurrents load = committed.getOrDefault(strand.id(), PhaseCurrents.ZERO);
            Capacity capacity = round.snapshot().capacities().get(strand.id());
            if (capacity != null && !capacity.bears(load, strand.voltage())) {
                over.add(strand.id());
            }
        }
        return over;
    }
}
