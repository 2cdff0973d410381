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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.Phase;

/**
 * One current that the EVSE is told in the test, and what it made of it.
 *
 * @param before what it was told before
 * @param toldAt when it was told; null: not yet, for there was no room, or raises are rationed
 * @param refusal why the station refused it; null: it did not
 * @param samples what was measured after it accepted, each reading once
 * @param readBack what the station said by itself that it would do; null: nothing
 */
public record Step(
        Current target,
        Current before,
        Instant since,
        @Nullable Instant toldAt,
        @Nullable Instant acceptedAt,
        @Nullable String refusal,
        List<Sample> samples,
        @Nullable String readBack) {

    /** What a meter's readings and a vehicle's regulation differ by. */
    static final Current TOLERANCE = Current.ofAmps(1);

    private static final Duration DWELL = Duration.ofSeconds(20);
    private static final Duration LONGEST = Duration.ofSeconds(150);
    private static final Duration REFUSED = Duration.ofSeconds(20);
    private static final int ENOUGH = 2;

    /** A reading. */
    public record Sample(Instant at, Map<Phase, Current> currents) {

        public Current heaviest() {
            return currents.values().stream().max(Comparator.naturalOrder()).orElse(Current.ZERO);
        }
    }

    /** What it comes to. */
    public enum Verdict {
        /** It came to the current that it was told. */
        FOLLOWED,
        /** It stayed below, as a vehicle may that takes no more. */
        TAKES_LESS,
        /** It drew more than it was told. */
        NOT_FOLLOWED,
        /** The station refused the profile. */
        REFUSED,
        /** It accepted, and nobody measured anything. */
        NOT_MEASURED,
        /** There was no room in the strand, or no answer. */
        NOT_TOLD
    }

    public Step {
        samples = List.copyOf(samples);
    }

    static Step begun(Current target, Current before, Instant now) {
        return new Step(target, before, now, null, null, null, List.of(), null);
    }

    Step see(Sight sight) {
        boolean isTold = target.equals(sight.told());
        List<Sample> more = new ArrayList<>(samples);
        if (isTold && isNew(sight)) {
            more.add(new Sample(sight.measuredAt() == null ? sight.now() : sight.measuredAt(), sight.measured()));
        }
        return new Step(
                target,
                before,
                since,
                toldAt == null && isTold ? sight.now() : toldAt,
                acceptedAt == null && isTold ? sight.acceptedAt() : acceptedAt,
                isTold ? sight.refusal() : refusal,
                more,
                readBack);
    }

    Step readBack(String words) {
        return new Step(target, before, since, toldAt, acceptedAt, refusal, samples, words);
    }

    private boolean isNew(Sight sight) {
        Instant at = sight.measuredAt();
        Instant accepted = sight.acceptedAt();
        return at != null
                && accepted != null
                && at.isAfter(accepted)
                && !sight.measured().isEmpty()
                && (samples.isEmpty() || at.isAfter(samples.getLast().at()));
    }

    /** Whether enough was seen, or nothing more will come. */
    boolean isOver(Instant now) {
        Instant settled = settledAt();
        boolean isSeen = settled != null
                && samples.size() >= ENOUGH
                && !settled.plus(DWELL).isAfter(now);
        boolean isRefused =
                refusal != null && toldAt != null && !toldAt.plus(REFUSED).isAfter(now);
        return isSeen || isRefused || !since.plus(LONGEST).isAfter(now);
    }

    /** The first reading from which on it was where it was told to be; null: it never came there. */
    private @Nullable Instant settledAt() {
        Instant settled = null;
        for (Sample sample : samples) {
            boolean isThere = !sample.heaviest().isMoreThan(target.plus(TOLERANCE))
                    && !target.minus(TOLERANCE).isMoreThan(sample.heaviest());
            settled = isThere ? settled == null ? sample.at() : settled : null;
        }
        return settled;
    }

    /** From the station's answer to the first reading that shows the current; null: it never came there. */
    public @Nullable Duration reaction() {
        Instant settled = settledAt();
        return settled == null || acceptedAt == null ? null : Duration.between(acceptedAt, settled);
    }

    /** How far the last reading lies above what it was told; below zero: below; null: nobody measured. */
    public @Nullable Integer offMilliamps() {
        return samples.isEmpty()
                ? null
                : (Integer) samples.getLast().heaviest().minus(target).milliamps();
    }

    /** The conductors on which current was seen. */
    public List<Phase> phases() {
        return samples.stream()
                .flatMap(sample -> sample.currents().entrySet().stream())
                .filter(on -> on.getValue().isMoreThan(TOLERANCE))
                .map(Map.Entry::getKey)
                .distinct()
                .sorted()
                .toList();
    }

    public Verdict verdict() {
        if (refusal != null) {
            return Verdict.REFUSED;
        }
        if (acceptedAt == null) {
            return Verdict.NOT_TOLD;
        }
        if (samples.isEmpty()) {
            return Verdict.NOT_MEASURED;
        }
        if (settledAt() != null) {
            return Verdict.FOLLOWED;
        }
        return samples.getLast().heaviest().isMoreThan(target.plus(TOLERANCE))
                ? Verdict.NOT_FOLLOWED
                : Verdict.TAKES_LESS;
    }
}
