/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.capacity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.PhaseCurrents;

/**
 * Whether a meter can be right, given what the EVSEs below it draw. What is strange three times in a row is named; what is
 * right once is right again.
 *
 * @param last the newest reading; null: none yet
 * @param unchangedSince since when it shows the same
 * @param controlledThen what the EVSEs drew then, at least, as far as they had said it a minute later
 * @param suspected what it looks like; null: right
 * @param times so often in a row
 */
record Plausibility(
        MeterReading.@Nullable Measured last,
        @Nullable Instant unchangedSince,
        PhaseCurrents controlledThen,
        @Nullable Oddity suspected,
        int times) {

    static final Plausibility UNKNOWN = new Plausibility(null, null, PhaseCurrents.ZERO, null, 0);

    private static final int NAMED_AFTER = 3;
    private static final Duration FROZEN_AFTER = Duration.ofMinutes(2);

    /** What the EVSEs say may be older than what the meter shows: so long, a change of theirs is the meter's last one. */
    private static final Duration CAUGHT_UP_AFTER = Duration.ofMinutes(1);

    private static final Current TOLERANCE = Current.ofAmps(3);

    /** The oddity that is sure by now; null: none. */
    @Nullable
    Oddity oddity() {
        return suspected == Oddity.JUMP || times >= NAMED_AFTER ? suspected : null;
    }

    Plausibility after(
            MeterReading.Measured reading, LoadRange controlled, boolean feedIn, @Nullable PhaseCurrents rating) {
        boolean isSame = last != null
                && last.currents().equals(reading.currents())
                && last.power().equals(reading.power());
        Instant since = isSame && unchangedSince != null ? unchangedSince : reading.at();
        boolean hasCaughtUp = since.plus(CAUGHT_UP_AFTER).isBefore(reading.at());
        PhaseCurrents then = isSame && hasCaughtUp ? controlledThen : controlled.least();
        Oddity seen = look(reading, controlled, feedIn, rating);
        if (seen == null && isSame && isFrozen(since, then, reading.at(), controlled)) {
            seen = Oddity.FROZEN;
        }
        return new Plausibility(reading, since, then, seen, seen == null ? 0 : seen == suspected ? times + 1 : 1);
    }

    private @Nullable Oddity look(
            MeterReading.Measured reading, LoadRange controlled, boolean feedIn, @Nullable PhaseCurrents rating) {
        if (last != null
                && rating != null
                && !change(last.currents(), reading.currents()).fitsIn(rating)) {
            return Oddity.JUMP;
        }
        PhaseCurrents metered = reading.currents();
        if (feedIn || isAtLeast(metered, controlled.least())) {
            return null;
        }
        boolean drawsClearly = controlled.least().heaviest().isMoreThan(TOLERANCE.plus(TOLERANCE));
        PhaseCurrents inverted = PhaseCurrents.ZERO.minus(metered);
        if (drawsClearly && metered.heaviest().milliamps() <= 0 && isAtLeast(inverted, controlled.least())) {
            return Oddity.SIGN;
        }
        return drawsClearly && orders(metered).stream().anyMatch(other -> isAtLeast(other, controlled.most()))
                ? Oddity.SWAPPED_PHASES
                : Oddity.NEGATIVE_RESIDUAL;
    }

    private static boolean isAtLeast(PhaseCurrents metered, PhaseCurrents drawn) {
        return drawn.minus(PhaseCurrents.ofEach(TOLERANCE)).fitsIn(metered);
    }

    /** The same phases in every other order. */
    private static List<PhaseCurrents> orders(PhaseCurrents it) {
        return List.of(
                new PhaseCurrents(it.l1(), it.l3(), it.l2()),
                new PhaseCurrents(it.l2(), it.l1(), it.l3()),
                new PhaseCurrents(it.l2(), it.l3(), it.l1()),
                new PhaseCurrents(it.l3(), it.l1(), it.l2()),
                new PhaseCurrents(it.l3(), it.l2(), it.l1()));
    }

    private static boolean isFrozen(Instant since, PhaseCurrents then, Instant now, LoadRange controlled) {
        boolean isLong = !since.plus(FROZEN_AFTER).isAfter(now);
        PhaseCurrents tolerance = PhaseCurrents.ofEach(TOLERANCE);
        boolean hasRisen = !controlled.least().fitsIn(then.plus(tolerance));
        boolean hasFallen = !then.fitsIn(controlled.most().plus(tolerance));
        return isLong && (hasRisen || hasFallen);
    }

    private static PhaseCurrents change(PhaseCurrents from, PhaseCurrents to) {
        return to.minus(from).max(from.minus(to));
    }
}
