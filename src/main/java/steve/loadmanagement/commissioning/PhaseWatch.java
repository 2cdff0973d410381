/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.commissioning;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.commissioning.PhaseSearch.Moment;

/**
 * Pairs what the EVSE's meter and the strand's meter show, for the search of phases. The two are read at different times, so
 * only readings of the strand count between two readings of the EVSE that show the same, and not in the first ten seconds after
 * it changed: a meter may lag.
 *
 * @param moments what belongs together, at most one each five seconds
 * @param steadySince since when the EVSE shows the same; null: nothing was read yet
 * @param last the newest reading of the EVSE; null: none yet
 * @param since readings of the strand since then
 */
public record PhaseWatch(
        List<Moment> moments,
        @Nullable Instant steadySince,
        @Nullable Shown last,
        List<Shown> since) {

    /** Nothing was seen yet. */
    public static final PhaseWatch NOTHING = new PhaseWatch(List.of(), null, null, List.of());

    private static final Duration APART = Duration.ofSeconds(5);
    private static final Duration LAG = Duration.ofSeconds(10);
    private static final int MOST = 200;

    public PhaseWatch {
        moments = List.copyOf(moments);
        since = List.copyOf(since);
    }

    /** @param ofEvse its newest reading; null: there is none. The same for the strand */
    PhaseWatch see(@Nullable Shown ofEvse, @Nullable Shown ofStrand) {
        PhaseWatch next = last != null && ofStrand != null && isNext(ofStrand) ? withStrand(ofStrand) : this;
        boolean isNew = ofEvse != null && (last == null || ofEvse.at().isAfter(last.at()));
        return isNew && ofEvse != null ? next.withEvse(ofEvse) : next;
    }

    private boolean isNext(Shown ofStrand) {
        Instant least = since.isEmpty()
                ? last == null ? Instant.MIN : last.at()
                : since.getLast().at().plus(APART).minusMillis(1);
        return ofStrand.at().isAfter(least);
    }

    private PhaseWatch withStrand(Shown ofStrand) {
        List<Shown> more = new ArrayList<>(since);
        more.add(ofStrand);
        return new PhaseWatch(moments, steadySince, last, more.subList(Math.max(0, more.size() - MOST), more.size()));
    }

    private PhaseWatch withEvse(Shown ofEvse) {
        Instant steady = steadySince;
        if (steady == null || last == null || !last.isAsIn(ofEvse)) {
            return new PhaseWatch(moments, ofEvse.at(), ofEvse, List.of());
        }
        List<Moment> more = new ArrayList<>(moments);
        since.stream()
                .filter(shown -> !shown.at().isAfter(ofEvse.at()) && !shown.at().isBefore(steady.plus(LAG)))
                .map(shown -> new Moment(ofEvse.currents(), shown.currents()))
                .forEach(more::add);
        return new PhaseWatch(more.subList(0, Math.min(MOST, more.size())), steady, ofEvse, List.of());
    }
}
