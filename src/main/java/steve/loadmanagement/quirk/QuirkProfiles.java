/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.quirk;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All quirk profiles there are. An operator's takes the place of a shipped one of the same name. */
public record QuirkProfiles(List<QuirkProfile> all) {

    public QuirkProfiles {
        all = List.copyOf(all);
    }

    /** The shipped ones, and an operator's. */
    public static QuirkProfiles of(List<QuirkProfile> shipped, List<QuirkProfile> own) {
        List<QuirkProfile> kept = shipped.stream()
                .filter(profile -> own.stream().noneMatch(other -> other.name().equals(profile.name())))
                .toList();
        return new QuirkProfiles(
                java.util.stream.Stream.concat(own.stream(), kept.stream()).toList());
    }

    /** Of that name; null: there is none. */
    public @Nullable QuirkProfile named(String name) {
        return all.stream()
                .filter(profile -> profile.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** The one that fits a station best: firmware before model before vendor, an operator's before a shipped one. */
    public @Nullable QuirkProfile of(StationIdentity station) {
        return all.stream()
                .filter(profile -> profile.match().fits(station) > 0)
                .max(Comparator.comparingInt(
                                (QuirkProfile profile) -> profile.match().fits(station))
                        .thenComparing(profile -> !profile.isShipped()))
                .orElse(null);
    }
}
