/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.allocation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.capacity.Capacity;
import steve.loadmanagement.site.LimitSource;
import steve.loadmanagement.site.Strand;
import steve.loadmanagement.unit.Current;
import steve.loadmanagement.unit.PhaseCurrents;
import steve.loadmanagement.unit.Power;

/** Sentences and quantities in a language: English, or German. Times are UTC. */
final class Words {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Locale locale;
    private final ResourceBundle bundle;

    Words(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(
                "steve.loadmanagement.allocation.reasons",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The sentence of that key with these values in it. */
    String text(String key, Object... values) {
        return String.format(locale, bundle.getString(key), values);
    }

    String of(Current current) {
        return String.format(locale, "%.1f A", current.milliamps() / 1000.0);
    }

    String of(Power power) {
        return String.format(locale, "%.1f kW", power.milliwatts() / 1e6);
    }

    String of(Instant time) {
        return TIME.format(time);
    }

    String of(Reason.Level level) {
        return switch (level) {
            case Reason.Level.OfPower it -> of(it.power());
            case Reason.Level.OfCurrent it -> of(it.current());
        };
    }

    /** What is limited, where and by whom: {@code 63.0 A on L2 of strand B (fuse)}. */
    String limit(Reason.Constraint constraint, Snapshot snapshot) {
        Strand strand = snapshot.site().strand(constraint.strand());
        return text("limit", amount(constraint, strand, snapshot), strand.name(), source(constraint, snapshot));
    }

    private String source(Reason.Constraint constraint, Snapshot snapshot) {
        String source = text("source." + constraint.source());
        Capacity capacity = snapshot.capacities().get(constraint.strand());
        Capacity.Others baseLoad = capacity == null ? null : capacity.others();
        if (baseLoad == null
                || constraint.quantity() == Reason.Quantity.UNBALANCE
                || constraint.source() == LimitSource.GRID_OPERATOR) {
            return source;
        }
        String others = constraint.phase() == null
                ? of(baseLoad.power())
                : of(baseLoad.currents().on(constraint.phase()));
        return text("source.less", source, others);
    }

    private String amount(Reason.Constraint constraint, Strand strand, Snapshot snapshot) {
        Capacity capacity = snapshot.capacities().get(strand.id());
        @Nullable PhaseCurrents currents = capacity == null ? null : capacity.currents();
        @Nullable Power power = capacity == null ? null : capacity.power();
        return switch (constraint.quantity()) {
            case CURRENT ->
                currents == null || constraint.phase() == null
                        ? text("limit.unknown")
                        : text("limit.current", of(currents.on(constraint.phase())), constraint.phase());
            case POWER -> power == null ? text("limit.unknown") : of(power);
            case UNBALANCE ->
                text(
                        "limit.unbalance",
                        of(strand.unbalance() == null ? Current.ZERO : strand.unbalance()),
                        constraint.phase() == null ? "" : constraint.phase());
        };
    }
}
