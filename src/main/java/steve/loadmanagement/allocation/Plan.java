/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.allocation;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.unit.PhaseCurrents;

/**
 * What every EVSE of a site should get, and why. What could not be placed is the residue.
 *
 * @param allocations one for each EVSE that wants to charge, in the order of their names
 * @param residue for each strand with a limit in A, its capacity less what is allocated below it
 */
public record Plan(List<Allocation> allocations, Map<StrandId, PhaseCurrents> residue) {

    public Plan {
        allocations = List.copyOf(allocations);
        residue = Map.copyOf(residue);
    }

    /** The allocation of that EVSE; null: it does not want to charge. */
    public @Nullable Allocation of(EvseRef evse) {
        int low = 0;
        int high = allocations.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = allocations.get(middle).evse().compareTo(evse);
            if (order == 0) {
                return allocations.get(middle);
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return null;
    }

    /** Those that wait for a turn, first in the queue first. */
    public List<EvseRef> waiting() {
        return allocations.stream()
                .filter(allocation -> allocation.reason() instanceof Reason.Waiting)
                .sorted(Comparator.comparingInt(allocation -> ((Reason.Waiting) allocation.reason()).place()))
                .map(Allocation::evse)
                .toList();
    }

    /** The whole plan as text for people, in English: strand by strand, then EVSE by EVSE with its reason. */
    public String explain(Snapshot snapshot) {
        return explain(snapshot, Locale.ROOT);
    }

    /** The same in the language of the locale, as far as it is spoken here: English and German. */
    public String explain(Snapshot snapshot, Locale locale) {
        return PlanText.of(this, snapshot, locale);
    }
}
