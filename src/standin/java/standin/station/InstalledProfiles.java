/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package standin.station;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The charging profiles of one connector and what they allow (OCPP 1.6, section 3.13). The same id, or the same purpose on
 * the same stack level, replaces; the highest stack level of a purpose wins; a TxProfile overrules the default; the
 * maximum of the station bounds both. Without any profile the station is free.
 */
public final class InstalledProfiles {

    private final List<Profile> profiles = new ArrayList<>();

    /** What a profile is for. */
    public enum Purpose {
        CHARGE_POINT_MAX,
        TX_DEFAULT,
        TX
    }

    /** From so many seconds after the schedule's start, that current. */
    public record Period(int startS, double amps) {}

    /**
     * @param transactionId only for {@link Purpose#TX}
     * @param periods in the order of their starts, the first at 0
     */
    public record Profile(
            int id,
            int stackLevel,
            Purpose purpose,
            @Nullable Integer transactionId,
            Instant start,
            List<Period> periods) {

        Optional<Double> at(Instant now) {
            long elapsed = now.getEpochSecond() - start.getEpochSecond();
            return periods.stream()
                    .filter(period -> period.startS() <= elapsed)
                    .reduce((first, second) -> second)
                    .map(Period::amps);
        }
    }

    /** Installs it; false if it is for a transaction that does not run. */
    public synchronized boolean install(Profile profile, @Nullable Integer runningTransaction) {
        boolean isForeign =
                profile.purpose() == Purpose.TX && !Objects.equals(profile.transactionId(), runningTransaction);
        if (isForeign
                || profile.periods().isEmpty()
                || profile.periods().getFirst().startS() != 0) {
            return false;
        }
        profiles.removeIf(known -> known.id() == profile.id()
                || known.purpose() == profile.purpose() && known.stackLevel() == profile.stackLevel());
        profiles.add(profile);
        return true;
    }

    /** Removes those; whether there were any. */
    public synchronized boolean clear(Predicate<Profile> which) {
        return profiles.removeIf(which);
    }

    /** The transaction ended: its profiles go. */
    public synchronized void transactionEnded() {
        profiles.removeIf(profile -> profile.purpose() == Purpose.TX);
    }

    /** What is allowed then, not above {@code ratingA}. */
    public synchronized double limit(Instant now, double ratingA) {
        double transaction =
                of(Purpose.TX, now).or(() -> of(Purpose.TX_DEFAULT, now)).orElse(ratingA);
        double station = of(Purpose.CHARGE_POINT_MAX, now).orElse(ratingA);
        return Math.min(ratingA, Math.min(transaction, station));
    }

    private Optional<Double> of(Purpose purpose, Instant now) {
        return profiles.stream()
                .filter(profile -> profile.purpose() == purpose)
                .max(Comparator.comparingInt(Profile::stackLevel))
                .flatMap(profile -> profile.at(now));
    }
}
