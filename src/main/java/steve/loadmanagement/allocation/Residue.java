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
import java.util.List;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.site.Layout;
import steve.loadmanagement.site.Strand;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.unit.PhaseCurrents;

/**
 * What a strand has left after a plan.
 *
 * @param left on each phase; null: it has no limit in A
 * @param why it was not given to anybody
 */
public record Residue(@Nullable PhaseCurrents left, Why why) {

    /** Why something is left. */
    public enum Why {
        /** Nobody below wants to charge. */
        NOBODY,
        /** Everybody below has all that they can use. */
        SATISFIED,
        /** It is full, up to less than a step on the phases that decide; what is left on others nobody here can use. */
        FULL,
        /** It is less than a minimum, and those who charge have all that they can use. */
        BELOW_MINIMUM,
        /** Another strand decides for those below. */
        ANOTHER_DECIDES
    }

    public static Residue of(StrandId strand, Plan plan, Snapshot snapshot) {
        List<StrandId> ids = snapshot.site().strands().stream().map(Strand::id).toList();
        return of(ids.indexOf(strand), plan, snapshot);
    }

    /** Of the strand in that place of its site. */
    static Residue of(int number, Plan plan, Snapshot snapshot) {
        StrandId strand = snapshot.site().strands().get(number).id();
        return new Residue(plan.residue().get(strand), why(strand, below(number, plan, snapshot)));
    }

    private static Why why(StrandId strand, List<Reason> below) {
        if (below.isEmpty()) {
            return Why.NOBODY;
        }
        if (below.stream().anyMatch(reason -> isBy(strand, reason) && reason instanceof Reason.Share)) {
            return Why.FULL;
        }
        if (below.stream().anyMatch(reason -> isBy(strand, reason))) {
            return Why.BELOW_MINIMUM;
        }
        return below.stream().allMatch(reason -> reason.constraint() == null) ? Why.SATISFIED : Why.ANOTHER_DECIDES;
    }

    private static boolean isBy(StrandId strand, Reason reason) {
        Reason.Constraint constraint = reason.constraint();
        return constraint != null && constraint.strand().equals(strand);
    }

    private static List<Reason> below(int strand, Plan plan, Snapshot snapshot) {
        Layout layout = snapshot.site().layout();
        List<Reason> below = new ArrayList<>();
        for (int leaf = layout.firstLeaf(strand); leaf < layout.endLeaf(strand); leaf++) {
            Allocation allocation = plan.of(layout.evse(leaf).ref());
            if (allocation != null) {
                below.add(allocation.reason());
            }
        }
        return below;
    }
}
