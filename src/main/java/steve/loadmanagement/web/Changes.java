/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.site.Placement;
import steve.loadmanagement.site.Strand;

/** What an edit changed, in words for the audit: {@code limit: 50.0 A / 50.0 A / 50.0 A -> 63.0 A / 63.0 A / 63.0 A}. */
final class Changes {

    private static final String NOTHING = "none";

    private Changes() {}

    /** Null: it was not there, or is no more. */
    static String of(@Nullable Strand before, @Nullable Strand after) {
        Map<String, String> old = before == null ? Map.of() : fields(before);
        Map<String, String> now = after == null ? Map.of() : fields(after);
        List<String> changes = new ArrayList<>();
        (after == null ? old : now).forEach((field, _) -> {
            String was = old.getOrDefault(field, NOTHING);
            String is = now.getOrDefault(field, NOTHING);
            if (!was.equals(is)) {
                changes.add(field + ": " + was + " -> " + is);
            }
        });
        return changes.isEmpty() ? "nothing" : String.join("; ", changes);
    }

    static String of(Placement placement) {
        return "strand " + placement.strand() + ", wiring " + placement.wiring() + ", rating " + placement.rating()
                + ", minimum " + placement.minimum() + ", fallback "
                + (placement.ownFallback() == null ? "the strand's" : placement.ownFallback()) + ", weight "
                + placement.weight() + (placement.controllable() ? "" : ", not controllable")
                + (placement.neverPause() ? ", never paused" : "");
    }

    private static Map<String, String> fields(Strand strand) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", strand.name());
        fields.put("fed by", text(strand.parent()));
        fields.put("limit", text(strand.rating().currents()));
        fields.put("power limit", text(strand.rating().power()));
        fields.put("school", strand.fallback().school().name());
        fields.put("fallback", text(strand.fallback().inTheEnd()));
        fields.put("fallback after", text(strand.fallback().after()));
        fields.put("mode", strand.mode().name());
        fields.put("measure", strand.sharing().measure().name());
        fields.put("others", strand.sharing().others().name());
        fields.put("unbalance", text(strand.unbalance()));
        fields.put("margin", strand.margin().current() + ", " + strand.margin().percent() + " %");
        fields.put("closed loop", String.valueOf(strand.closedLoop()));
        return fields;
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> NOTHING;
            case Duration time -> time.toSeconds() + " s";
            default -> value.toString();
        };
    }
}
