/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.control;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.control.StationStore.Known;
import steve.loadmanagement.quirk.Capabilities;
import steve.loadmanagement.quirk.Fit;
import steve.loadmanagement.quirk.QuirkProfile;
import steve.loadmanagement.quirk.QuirkProfiles;
import steve.loadmanagement.quirk.StationIdentity;

/**
 * What is known of each station, and the fit that follows from it. Asking is cheap and never fails; until the store could be
 * read, every station is as usual. Changes are stored on the caller's thread.
 */
public final class Stations {

    private final StationStore store;
    private final Runnable changed;
    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private volatile Map<String, Fit> fits = Map.of();
    private volatile QuirkProfiles profiles = new QuirkProfiles(List.of());
    private volatile Set<String> shippedNames = Set.of();
    private volatile boolean isRead;

    /** @param changed told when stations are to be treated otherwise */
    public Stations(StationStore store, Runnable changed) {
        this.store = store;
        this.changed = changed;
    }

    /** How the station is treated. */
    public Fit fit(String chargeBoxId) {
        return fits.getOrDefault(chargeBoxId, Fit.STANDARD);
    }

    public QuirkProfiles profiles() {
        return profiles;
    }

    /** Whether it is an operator's that has taken a shipped one's place. */
    public boolean shadowsShipped(QuirkProfile profile) {
        return !profile.isShipped() && shippedNames.contains(profile.name());
    }

    public List<Known> all() {
        return known.values().stream()
                .sorted(java.util.Comparator.comparing(Known::chargeBoxId))
                .toList();
    }

    public Known of(String chargeBoxId) {
        return known.getOrDefault(chargeBoxId, Known.unknown(chargeBoxId));
    }

    /** Reads the store where that was not possible yet. */
    public void read() {
        if (!isRead) {
            store.stations().forEach(station -> known.putIfAbsent(station.chargeBoxId(), station));
            readProfiles();
            isRead = true;
        }
    }

    /** It booted and said who it is; false: it is as it was known. */
    public boolean identified(String chargeBoxId, StationIdentity identity) {
        return !of(chargeBoxId).identity().equals(identity) && change(chargeBoxId, it -> it.identified(identity));
    }

    /** It said what it can do. */
    public void configured(String chargeBoxId, Map<String, String> configuration, Instant at) {
        change(chargeBoxId, it -> it.configured(configuration, at));
    }

    /**
     * An operator chose how it is to be treated; null: as fits best.
     *
     * @throws IllegalArgumentException if there is no such profile
     */
    public void assign(String chargeBoxId, @Nullable String profile) {
        if (profile != null && profiles.named(profile) == null) {
            throw new IllegalArgumentException("there is no quirk profile " + profile);
        }
        change(chargeBoxId, it -> it.assigned(profile));
    }

    /** An operator's copy, or a change of it. */
    public void save(QuirkProfile profile) {
        store.save(profile);
        readProfiles();
        changed.run();
    }

    /** False: there was no such profile of an operator's. */
    public boolean delete(String profile) {
        boolean wasThere = store.delete(profile);
        readProfiles();
        changed.run();
        return wasThere;
    }

    private boolean change(String chargeBoxId, UnaryOperator<Known> change) {
        Known changedOne = change.apply(of(chargeBoxId));
        known.put(chargeBoxId, changedOne);
        refit();
        store.save(changedOne);
        changed.run();
        return true;
    }

    private void readProfiles() {
        List<QuirkProfile> shipped = store.shipped();
        shippedNames = shipped.stream().map(QuirkProfile::name).collect(toSet());
        profiles = QuirkProfiles.of(shipped, store.own());
        refit();
    }

    private void refit() {
        QuirkProfiles current = profiles;
        fits = known.values().stream().collect(toMap(Known::chargeBoxId, station -> fit(station, current)));
    }

    private static Fit fit(Known station, QuirkProfiles profiles) {
        String assigned = station.assigned();
        QuirkProfile profile = assigned == null ? null : profiles.named(assigned);
        return Fit.of(
                profile == null ? profiles.of(station.identity()) : profile, Capabilities.of(station.configuration()));
    }
}
