/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.site;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.Phase;
import steve.loadmanagement.unit.PhaseCurrents;
import steve.loadmanagement.unit.Power;

/** What holds for every set of strands and EVSEs. One rule a method; each problem stands at the field that causes it. */
public final class SiteRules {

    private static final int LARGEST_STEP = 100_000;

    private final List<Strand> strands;
    private final List<Evse> evses;
    private final Map<StrandId, Strand> byId;
    private final List<Problem> problems = new ArrayList<>();

    private SiteRules(List<Strand> strands, List<Evse> evses) {
        this.strands = strands;
        this.evses = evses;
        this.byId = strands.stream().collect(toMap(Strand::id, Function.identity(), (first, second) -> first));
    }

    /** Every problem in these strands and EVSEs; empty where there is none. */
    public static List<Problem> check(List<Strand> strands, List<Evse> evses) {
        SiteRules rules = new SiteRules(strands, evses);
        rules.namesAreUnique();
        rules.limitsAreAboveZero();
        rules.marginsLeaveSomething();
        rules.everyStrandHasOneWayToARoot();
        rules.everyEvseHasOnePlace();
        rules.everyEvseCanCharge();
        if (rules.problems.isEmpty()) {
            rules.fallbacksFitTheLimits();
        }
        return List.copyOf(rules.problems);
    }

    private void namesAreUnique() {
        Set<String> names = new HashSet<>();
        Set<StrandId> ids = new HashSet<>();
        for (Strand strand : strands) {
            if (strand.name().isBlank()) {
                problem(strand, "name", "a strand needs a name");
            } else if (!names.add(strand.name())) {
                problem(strand, "name", "another strand is called " + strand.name() + " already");
            }
            if (!ids.add(strand.id())) {
                problem(strand, "parent", "stands twice in the tree; a strand has one parent");
            }
        }
    }

    private void limitsAreAboveZero() {
        for (Strand strand : strands) {
            PhaseCurrents currents = strand.rating().currents();
            if (currents != null && currents.lightest().milliamps() <= 0) {
                problem(strand, "limit", "a limit is above 0 A on each phase, not " + currents.lightest());
            }
            Power power = strand.rating().power();
            if (power != null && power.watts() <= 0) {
                problem(strand, "limitPower", "a limit is above 0 kW, not " + power);
            }
        }
    }

    private void marginsLeaveSomething() {
        for (Strand strand : strands) {
            Margin margin = strand.margin();
            if (margin.percent() < 0 || margin.percent() > 99) {
                problem(strand, "marginPercent", "a margin is from 0 to 99 %, not " + margin.percent() + " %");
            }
            if (margin.current().milliamps() < 0) {
                problem(strand, "margin", "a margin is 0 A or more, not " + margin.current());
            }
        }
    }

    private void everyStrandHasOneWayToARoot() {
        Set<StrandId> done = new HashSet<>();
        for (Strand strand : strands) {
            SequencedSet<Strand> way = new LinkedHashSet<>();
            @Nullable Strand at = strand;
            while (at != null && !done.contains(at.id()) && way.add(at)) {
                at = parent(at);
            }
            if (at != null && way.contains(at)) {
                way.stream()
                        .dropWhile(not(at::equals))
                        .forEach(on -> problem(
                                on, "parent", "would be its own ancestor: choose a strand that it does not feed"));
            }
            way.forEach(on -> done.add(on.id()));
        }
    }

    private @Nullable Strand parent(Strand strand) {
        StrandId id = strand.parent();
        if (id != null && !byId.containsKey(id)) {
            problem(strand, "parent", "its parent " + id + " does not exist");
        }
        return id == null ? null : byId.get(id);
    }

    private void everyEvseHasOnePlace() {
        Set<EvseRef> once = new HashSet<>();
        Set<EvseRef> twice = new LinkedHashSet<>();
        for (Evse evse : evses) {
            if (!once.add(evse.ref())) {
                twice.add(evse.ref());
            }
            if (!byId.containsKey(evse.strand())) {
                problem(evse.ref(), "evse", "hangs on strand " + evse.strand() + ", which does not exist");
            }
        }
        twice.forEach(ref -> problem(ref, "evse", "hangs on two strands; an EVSE hangs on one"));
    }

    private void everyEvseCanCharge() {
        for (Evse evse : evses) {
            if (evse.minimum().milliamps() <= 0) {
                problem(evse.ref(), "minimum", "a minimum current is above 0 A, not " + evse.minimum());
            }
            if (evse.minimum().isMoreThan(evse.rating())) {
                problem(
                        evse.ref(),
                        "rating",
                        "its rating of " + evse.rating() + " is below its minimum of " + evse.minimum());
            }
            if (evse.step().milliamps() <= 0 || evse.step().milliamps() > LARGEST_STEP) {
                problem(evse.ref(), "step", "a step is above 0 A, and 100 A at most, not " + evse.step());
            }
            if (evse.weight() < 1) {
                problem(evse.ref(), "weight", "a weight is 1 or more, not " + evse.weight());
            }
            Current fallback = evse.fallback().inTheEnd();
            if (!fallback.isZero() && evse.minimum().isMoreThan(fallback) || fallback.isMoreThan(evse.rating())) {
                problem(
                        evse.ref(),
                        "fallback",
                        "a fallback is 0 A or from the minimum of " + evse.minimum() + " to the rating of "
                                + evse.rating() + ", not " + fallback);
            }
        }
    }

    /** Rule 2 of the design: what all EVSEs may take when they hear nothing fits every limit above them. */
    private void fallbacksFitTheLimits() {
        Map<StrandId, PhaseCurrents> sums = new HashMap<>();
        for (Evse evse : evses) {
            if (evse.fallback().inTheEnd().isZero()) {
                continue;
            }
            PhaseCurrents fallback = evse.wiring().spread(evse.fallback().inTheEnd(), Phase.values().length);
            for (Strand at = byId.get(evse.strand()); at != null; at = at.isRoot() ? null : byId.get(at.parent())) {
                sums.merge(at.id(), fallback, PhaseCurrents::plus);
            }
        }
        strands.forEach(strand -> fallbacksFit(strand, sums.getOrDefault(strand.id(), PhaseCurrents.ZERO)));
    }

    private void fallbacksFit(Strand strand, PhaseCurrents sum) {
        PhaseCurrents limit = strand.rating().currents();
        if (limit != null && !sum.fitsIn(limit)) {
            problem(
                    strand,
                    "fallback",
                    "the fallbacks of its EVSEs sum up to " + sum + ", more than its limit of " + limit);
        }
        Power power = strand.rating().power();
        if (power != null && strand.voltage().power(sum).compareTo(power) > 0) {
            problem(
                    strand,
                    "fallback",
                    "the fallbacks of its EVSEs sum up to " + strand.voltage().power(sum) + ", more than its limit of "
                            + power);
        }
    }

    private void problem(Strand strand, String field, String message) {
        problems.add(new Problem(strand.name(), field, message));
    }

    private void problem(EvseRef evse, String field, String message) {
        problems.add(new Problem(evse.toString(), field, message));
    }
}
