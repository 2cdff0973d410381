/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.control.SiteEditor.Draft;
import steve.loadmanagement.ledger.LedgerEntry;
import steve.loadmanagement.site.Evse;
import steve.loadmanagement.site.Limit;
import steve.loadmanagement.site.Strand;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.PhaseCurrents;
import steve.loadmanagement.unit.Power;
import steve.loadmanagement.unit.Wiring;

/**
 * Whether a strand holds, before it is saved.
 *
 * @param errors why it cannot be saved; empty: it can
 */
record Plausibility(List<Check> checks, List<Map<String, String>> errors) {

    /**
     * One thing to look at.
     *
     * @param what FALLBACKS, FED_BY, FEEDS, CARS_AT_ONCE, NOT_CONTROLLABLE, NOT_CONFIRMED or WIRING_UNKNOWN
     * @param state OK, NOTE, DEGRADED or ALARM
     * @param about whom, where it is not the strand itself
     * @param unit A, kW, or nothing where things are counted
     * @param value in mA or W, or a number of things
     * @param of what it should fit in; null: nothing limits it
     */
    record Check(
            String what,
            String state,
            String about,
            String unit,
            long value,
            @Nullable Long of) {}

    private static final String AMPS = "A";
    private static final String KILOWATTS = "kW";

    static Plausibility of(Draft draft, StrandId id, @Nullable LiveSite live) {
        Strand strand = draft.strand(id);
        List<Evse> below = draft.below(id);
        List<Check> checks = new ArrayList<>();
        sum("FALLBACKS", strand, below, checks);
        Set<StrandId> seen = new HashSet<>(Set.of(id));
        Strand parent = draft.parent(strand);
        while (parent != null && seen.add(parent.id())) {
            sum("FED_BY", parent, draft.below(parent.id()), checks);
            smaller(strand, parent, "FED_BY", checks);
            parent = draft.parent(parent);
        }
        draft.children(id).forEach(child -> smaller(child, strand, "FEEDS", checks));
        checks.add(carsAtOnce(strand, below));
        checks.add(count(
                "NOT_CONTROLLABLE",
                "DEGRADED",
                below,
                below.stream().filter(e -> !e.controllable()).toList()));
        if (live != null) {
            checks.add(count(
                    "NOT_CONFIRMED",
                    "DEGRADED",
                    below,
                    below.stream().filter(evse -> !isConfirmed(evse, live)).toList()));
        }
        checks.add(count(
                "WIRING_UNKNOWN",
                "NOTE",
                below,
                below.stream().filter(evse -> evse.wiring() == Wiring.UNKNOWN).toList()));
        return new Plausibility(
                checks,
                draft.problems().stream()
                        .map(problem -> Map.of(
                                "subject", problem.subject(), "field", problem.field(), "message", problem.message()))
                        .toList());
    }

    private static boolean isConfirmed(Evse evse, LiveSite live) {
        LedgerEntry entry = live.report().entries().get(evse.ref());
        return entry != null && entry.isDefaultConfirmed();
    }

    /** What all may take when they hear nothing, against the limit; the heaviest phase. */
    private static void sum(String what, Strand strand, List<Evse> below, List<Check> checks) {
        PhaseCurrents sum = PhaseCurrents.ZERO;
        for (Evse evse : below) {
            Current fallback = evse.controllable() ? evse.fallback().inTheEnd() : evse.rating();
            sum = sum.plus(evse.wiring().spread(fallback, evse.wiring().conductorCount()));
        }
        Limit limit = strand.rating();
        if (limit.currents() != null) {
            String state = sum.fitsIn(limit.currents()) ? "OK" : AlarmView.ALARM;
            checks.add(
                    new Check(what, state, strand.name(), AMPS, sum.heaviest().milliamps(), (long)
                            limit.currents().lightest().milliamps()));
        }
        if (limit.power() != null) {
            Power power = strand.voltage().power(sum);
            String state = power.compareTo(limit.power()) <= 0 ? "OK" : AlarmView.ALARM;
            checks.add(new Check(what, state, strand.name(), KILOWATTS, power.watts(), (long)
                    limit.power().watts()));
        }
    }

    /** A strand that could bear more than the one that feeds it will never get it. */
    private static void smaller(Strand child, Strand parent, String what, List<Check> checks) {
        PhaseCurrents own = child.rating().currents();
        PhaseCurrents above = parent.rating().currents();
        if (own != null && above != null && !own.fitsIn(above)) {
            checks.add(new Check(
                    what + "_LESS",
                    "NOTE",
                    what.equals("FEEDS") ? child.name() : parent.name(),
                    AMPS,
                    own.heaviest().milliamps(),
                    (long) above.lightest().milliamps()));
        }
    }

    /** How many can have their minimum together, the smallest first. */
    private static Check carsAtOnce(Strand strand, List<Evse> below) {
        PhaseCurrents used = PhaseCurrents.ZERO;
        int fitting = 0;
        for (Evse evse :
                below.stream().sorted(Comparator.comparing(Evse::minimum)).toList()) {
            PhaseCurrents with =
                    used.plus(evse.wiring().spread(evse.minimum(), evse.wiring().conductorCount()));
            PhaseCurrents currents = strand.rating().currents();
            Power power = strand.rating().power();
            boolean fits = (currents == null || with.fitsIn(strand.margin().off(currents)))
                    && (power == null
                            || strand.voltage()
                                            .power(with)
                                            .compareTo(strand.margin().off(power, strand.voltage()))
                                    <= 0);
            if (fits) {
                used = with;
                fitting++;
            }
        }
        return new Check("CARS_AT_ONCE", fitting == below.size() ? "OK" : "NOTE", "", "", fitting, (long) below.size());
    }

    private static Check count(String what, String state, List<Evse> below, List<Evse> found) {
        String names = found.stream()
                .limit(5)
                .map(evse -> evse.ref().toString())
                .collect(java.util.stream.Collectors.joining(", "));
        return new Check(what, found.isEmpty() ? "OK" : state, names, "", found.size(), (long) below.size());
    }
}
