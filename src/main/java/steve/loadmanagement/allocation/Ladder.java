/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.allocation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.demand.Demand;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.Layout;
import steve.loadmanagement.unit.Current;

/**
 * What each constraint on an EVSE's way to the root alone would have allowed it, down to the one that decides. Made on
 * demand: for each constraint the snapshot is planned again, with all others on this way taken off.
 *
 * @param rungs the highest first; it stands on the lowest
 */
public record Ladder(List<Rung> rungs) {

    public Ladder {
        rungs = List.copyOf(rungs);
    }

    /** One constraint, and what it alone would have allowed. */
    public sealed interface Rung {

        Current allows();

        /** What the hardware bears. */
        record OfEvse(Current allows) implements Rung {}

        /** What the vehicle can or does take. */
        record OfVehicle(Current allows, Demand.Cause cause) implements Rung {}

        /** What a limit of a strand leaves it. */
        record OfLimit(Current allows, Reason.Constraint constraint) implements Rung {}

        /** What the plan grants, in steps of the station. */
        record Granted(Current allows) implements Rung {}
    }

    /** The ladder of an EVSE; empty where it does not want to charge, or not on this site. */
    public static Ladder of(EvseRef ref, Snapshot snapshot, TreeAllocator allocator) {
        Leaves leaves = Leaves.of(snapshot);
        int leaf = leaves.layout().leafOf(ref, 0);
        if (leaf == Layout.NONE || !leaves.isWanting(leaf)) {
            return new Ladder(List.of());
        }
        Bounds bounds = Bounds.of(snapshot, leaves);
        int[] way = bounds.onTheWayOf(leaf);
        List<Rung> rungs = new ArrayList<>(own(leaves.layout().evse(leaf), leaves.demand(leaf)));
        for (int bound : way) {
            Plan alone = allocator.allocate(snapshot, other -> other == bound || !contains(way, other));
            rungs.add(new Rung.OfLimit(currentOf(ref, alone), bounds.constraint(bound)));
        }
        rungs.sort(Comparator.comparing(Rung::allows).reversed());
        rungs.add(new Rung.Granted(currentOf(ref, allocator.allocate(snapshot))));
        return new Ladder(rungs);
    }

    private static List<Rung> own(Evse evse, Demand demand) {
        Rung rating = new Rung.OfEvse(evse.rating());
        return demand.cause() == Demand.Cause.RATING
                ? List.of(rating)
                : List.of(rating, new Rung.OfVehicle(demand.ceiling(), demand.cause()));
    }

    private static boolean contains(int[] way, int bound) {
        for (int on : way) {
            if (on == bound) {
                return true;
            }
        }
        return false;
    }

    private static Current currentOf(EvseRef evse, Plan plan) {
        @Nullable Allocation allocation = plan.of(evse);
        return allocation == null ? Current.ZERO : allocation.current();
    }

    /** A line for each rung, the highest first. */
    public String explain(Snapshot snapshot, Locale locale) {
        Words words = new Words(locale);
        StringBuilder text = new StringBuilder();
        for (Rung rung : rungs) {
            text.append(String.format(Locale.ROOT, "%8s  %s\n", words.of(rung.allows()), name(rung, snapshot, words)));
        }
        return text.toString();
    }

    private static String name(Rung rung, Snapshot snapshot, Words words) {
        return switch (rung) {
            case Rung.OfEvse _ -> words.text("ladder.EVSE");
            case Rung.OfVehicle it -> words.text("ladder." + it.cause());
            case Rung.OfLimit it -> words.limit(it.constraint(), snapshot);
            case Rung.Granted _ -> words.text("ladder.ROUNDED");
        };
    }
}
