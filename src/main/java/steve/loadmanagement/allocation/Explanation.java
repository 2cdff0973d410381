/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.allocation;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.capacity.Capacity;
import steve.loadmanagement.site.Strand;
import steve.loadmanagement.unit.Phase;
import steve.loadmanagement.unit.PhaseCurrents;

/** A {@link Reason} as a sentence for an operator: amount, what binds, with whom. */
public final class Explanation {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Snapshot snapshot;
    private final ResourceBundle words;

    private Explanation(Snapshot snapshot, Locale locale) {
        this.snapshot = snapshot;
        this.words = ResourceBundle.getBundle("steve.loadmanagement.allocation.reasons", locale);
    }

    /** In English. */
    public static String of(Allocation allocation, Snapshot snapshot) {
        return of(allocation, snapshot, Locale.ROOT);
    }

    public static String of(Allocation allocation, Snapshot snapshot, Locale locale) {
        return new Explanation(snapshot, locale).sentence(allocation.reason());
    }

    private String sentence(Reason reason) {
        return switch (reason) {
            case Reason.Ceiling r -> words.getString("ceiling." + r.cause());
            case Reason.Share r ->
                r.sharing() == 1
                        ? text("share.alone", limit(r.constraint()), strand(r.constraint()))
                        : text("share", r.sharing(), limit(r.constraint()), strand(r.constraint()));
            case Reason.Waiting r -> waiting(r);
            case Reason.Paused r -> text("paused", strand(r.constraint()));
            case Reason.Nothing r -> text("nothing", strand(r.constraint()), r.why());
        };
    }

    private String waiting(Reason.Waiting reason) {
        String waits = text("waiting", strand(reason.constraint()), limit(reason.constraint()));
        return reason.nextTurnAt() == null
                ? waits
                : waits + " " + text("waiting.next", TIME.format(reason.nextTurnAt()));
    }

    private String strand(Reason.Constraint constraint) {
        return snapshot.site().strand(constraint.strand()).name();
    }

    /** What is shared: {@code 63.0 A on L2} or {@code 50.0 kW}, less what is held back. */
    private String limit(Reason.Constraint constraint) {
        Strand strand = snapshot.site().strand(constraint.strand());
        Capacity capacity = snapshot.capacities().get(strand.id());
        @Nullable Phase phase = constraint.phase();
        PhaseCurrents currents = capacity == null ? null : capacity.currents();
        if (phase != null && currents != null) {
            return text("limit.current", currents.on(phase), phase);
        }
        return capacity == null || capacity.power() == null
                ? ""
                : capacity.power().toString();
    }

    private String text(String key, Object... values) {
        return String.format(Locale.ROOT, words.getString(key), values);
    }
}
