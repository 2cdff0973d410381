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
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.InvalidSite;
import steve.loadmanagement.site.Placement;
import steve.loadmanagement.site.Problem;
import steve.loadmanagement.site.StrandId;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.Wiring;

/** An EVSE on a strand as it comes in. Currents in mA on each phase; what is left out has its default. */
record EvseForm(
        @Nullable String chargeBoxId,
        @Nullable Integer evseId,
        @Nullable Integer strand,
        @Nullable String wiring,
        @Nullable Integer ratingMa,
        @Nullable Integer minimumMa,
        @Nullable Integer stepMa,
        @Nullable Integer fallbackMa,
        @Nullable Integer weight,
        @Nullable Boolean controllable,
        @Nullable Boolean neverPause) {

    private static final int DEFAULT_RATING_MA = 32_000;
    private static final int DEFAULT_MINIMUM_MA = 6_000;
    private static final int DEFAULT_STEP_MA = 100;

    /** What these describe. Throws {@link InvalidSite} with every problem that stands in the forms themselves. */
    static List<Placement> placements(List<EvseForm> forms) {
        List<Problem> problems = new ArrayList<>();
        List<Placement> placements = new ArrayList<>();
        for (EvseForm form : forms) {
            Placement placement = form.placement(problems);
            if (placement != null) {
                placements.add(placement);
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidSite(problems);
        }
        return placements;
    }

    private @Nullable Placement placement(List<Problem> problems) {
        Wiring checked = wiring(problems);
        if (chargeBoxId == null || chargeBoxId.isBlank() || evseId == null) {
            problems.add(new Problem("EVSE", "evse", "an EVSE is named by its station and its number"));
            return null;
        }
        EvseRef ref = new EvseRef(chargeBoxId, evseId);
        if (strand == null) {
            problems.add(new Problem(ref.toString(), "strand", "choose the strand it hangs on"));
            return null;
        }
        return new Placement(
                ref,
                new StrandId(strand),
                checked,
                current(ratingMa, DEFAULT_RATING_MA),
                current(minimumMa, DEFAULT_MINIMUM_MA),
                current(stepMa, DEFAULT_STEP_MA),
                fallbackMa == null ? null : Current.ofMilliamps(fallbackMa),
                weight == null ? 1 : weight,
                controllable == null || controllable,
                neverPause != null && neverPause);
    }

    private Wiring wiring(List<Problem> problems) {
        return Arrays.stream(Wiring.values())
                .filter(known ->
                        wiring == null ? known == Wiring.UNKNOWN : known.name().equals(wiring))
                .findFirst()
                .orElseGet(() -> {
                    problems.add(new Problem(
                            chargeBoxId + "/" + evseId,
                            "wiring",
                            "is one of " + Arrays.toString(Wiring.values()) + ", not " + wiring));
                    return Wiring.UNKNOWN;
                });
    }

    private static Current current(@Nullable Integer milliamps, int ifMissing) {
        return Current.ofMilliamps(milliamps == null ? ifMissing : milliamps);
    }
}
