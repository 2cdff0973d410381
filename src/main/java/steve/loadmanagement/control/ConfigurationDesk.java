/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.control;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.control.StationErrands.Change;
import steve.loadmanagement.quirk.Capabilities;

/**
 * Sets keys of a station's configuration, one after the other, and says what became of each. Where a station rejects a list of
 * measurands, or does not bear one, they are added one at a time, and those that it takes stay.
 */
public final class ConfigurationDesk {

    private final StationErrands errands;

    public ConfigurationDesk(StationErrands errands) {
        this.errands = errands;
    }

    /** What became of a key: what it is set to now, and null where that is not known. */
    public record Done(String key, String wanted, @Nullable String set, String result) {}

    public CompletableFuture<Done> set(String chargeBoxId, String key, String value, boolean oneAtATime) {
        boolean isList = key.equalsIgnoreCase(Capabilities.MEASURANDS);
        List<String> words = List.of(value.split("\\s*,\\s*"));
        if (isList && oneAtATime) {
            return oneByOne(chargeBoxId, key, words, new ArrayList<>(), 0);
        }
        return errands.change(chargeBoxId, key, value)
                .thenCompose(change -> change == Change.REJECTED && isList
                        ? oneByOne(chargeBoxId, key, words, new ArrayList<>(), 0)
                        : CompletableFuture.completedFuture(done(key, value, change)));
    }

    private static Done done(String key, String value, Change change) {
        return switch (change) {
            case DONE -> new Done(key, value, value, "set");
            case AFTER_A_BOOT -> new Done(key, value, value, "set, in force after a boot");
            case REJECTED -> new Done(key, value, null, "rejected");
            case NOT_SUPPORTED -> new Done(key, value, null, "not supported");
        };
    }

    private CompletableFuture<Done> oneByOne(
            String chargeBoxId, String key, List<String> words, List<String> taken, int next) {
        if (next == words.size()) {
            String set = taken.isEmpty() ? null : String.join(",", taken);
            String result = taken.size() == words.size() ? "set" : "set as far as the station takes them";
            return CompletableFuture.completedFuture(
                    new Done(key, String.join(",", words), set, taken.isEmpty() ? "rejected" : result));
        }
        List<String> more = new ArrayList<>(taken);
        more.add(words.get(next));
        return errands.change(chargeBoxId, key, String.join(",", more))
                .thenCompose(change -> oneByOne(chargeBoxId, key, words, isSet(change) ? more : taken, next + 1));
    }

    private static boolean isSet(Change change) {
        return change == Change.DONE || change == Change.AFTER_A_BOOT;
    }
}
