/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.allocation.Allocation;
import steve.loadmanagement.allocation.Allocator;
import steve.loadmanagement.allocation.Plan;
import steve.loadmanagement.allocation.Snapshot;
import steve.loadmanagement.demand.Demand;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.Site;
import steve.loadmanagement.unit.Current;

/**
 * Setpoints above what was said before: only into what is surely free, and rationed. A raise must be worth a message, come
 * some time after the one before, fit the station's budget of writes, and not all come at once. The first grant of a session
 * waits for none but the last two.
 */
final class Raises {

    private final Round round;
    private final Allocator allocator;

    private Raises(Round round, Allocator allocator) {
        this.round = round;
        this.allocator = allocator;
    }

    static List<Setpoint> permitted(Round round, Allocator allocator) {
        return new Raises(round, allocator).permitted();
    }

    private List<Setpoint> permitted() {
        Map<EvseRef, Current> raised = new HashMap<>();
        Map<EvseRef, Current> above = new HashMap<>();
        round.targets().forEach((ref, target) -> {
            if (isWorthRaising(ref, target) && mayBeRaised(ref)) {
                (target.isMoreThan(round.worst(ref)) ? above : raised).put(ref, target);
            }
        });
        raised.putAll(share(above));
        return raised.isEmpty() ? List.of() : staggered(raised);
    }

    private boolean isWorthRaising(EvseRef ref, Current to) {
        Current from = round.commanded(ref);
        return to.isMoreThan(from)
                && (from.isZero() || !round.policy().smallestRaise().isMoreThan(to.minus(from)));
    }

    private boolean mayBeRaised(EvseRef ref) {
        Evse evse = round.evse(ref);
        Command newest = round.grantOf(ref).newest();
        Instant last = newest == null || newest.value().isZero() ? null : newest.sentAt();
        boolean isRested =
                last == null || !last.plus(evse.traits().raiseInterval()).isAfter(round.now());
        boolean isAnswered = newest == null || newest.isAccepted() || newest.isDueAgain(round.now());
        return isRested && isAnswered && !round.isGettingUp(evse) && !WriteBudget.isSpent(evse, round.ledger());
    }

    /** Shares the free committed current; who would get no more than it may draw already stays, and counts as it is. */
    private Map<EvseRef, Current> share(Map<EvseRef, Current> candidates) {
        Map<EvseRef, Current> raised = new HashMap<>(candidates);
        while (!raised.isEmpty()) {
            Plan shared = allocator.allocate(free(raised));
            boolean anybodyStays = raised.keySet().removeIf(ref -> {
                Current current = currentOf(shared.of(ref));
                return !current.isMoreThan(round.worst(ref)) || !isWorthRaising(ref, current);
            });
            if (!anybodyStays) {
                raised.replaceAll((ref, _) -> currentOf(shared.of(ref)));
                return raised;
            }
        }
        return raised;
    }

    private Snapshot free(Map<EvseRef, Current> raised) {
        Site site = round.snapshot().site();
        Ledger ledger = round.ledger();
        var held = Committed.below(
                site, evse -> raised.containsKey(evse.ref()) ? ledger.loadBesides(evse) : ledger.load(evse));
        List<Demand> demands = round.snapshot().demands().stream()
                .filter(demand -> raised.containsKey(demand.evse()))
                .map(demand -> demand.upTo(raised.getOrDefault(demand.evse(), Current.ZERO)))
                .toList();
        return new Snapshot(round.now(), site, round.snapshot().capacities(), demands).less(held);
    }

    /** No more at once than the site may have in flight: those without any current first. */
    private List<Setpoint> staggered(Map<EvseRef, Current> raised) {
        long inFlight = round.targets().keySet().stream()
                .filter(ref -> round.grantOf(ref).isInFlight())
                .count();
        List<EvseRef> order = new ArrayList<>(raised.keySet());
        order.sort(
                Comparator.comparing((EvseRef ref) -> round.commanded(ref)).thenComparing(Comparator.naturalOrder()));
        return order.stream()
                .limit(Math.max(0, round.policy().raisesAtOnce() - inFlight))
                .<Setpoint>map(ref -> round.grant(ref, raised.getOrDefault(ref, Current.ZERO)))
                .toList();
    }

    private static Current currentOf(@Nullable Allocation allocation) {
        return allocation == null ? Current.ZERO : allocation.current();
    }
}
