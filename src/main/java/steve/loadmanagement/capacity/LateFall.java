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
import org.jspecify.annotations.Nullable;

/**
 * A quantity that rises at once and falls late. Each sample says that the true value is within [low, high]:
 *
 * <pre>
 * value &lt; low            value := low
 * value &gt; high           candidate := max(candidate, high); after it stayed so for the hold time, value := candidate
 * low &lt;= value &lt;= high   nothing new: stays, and the candidate is forgotten
 * </pre>
 *
 * @param value mA or W
 * @param candidate the highest that it may fall to; null: it does not fall
 * @param since since when every sample was below the value
 */
record LateFall(
        int value, @Nullable Integer candidate, @Nullable Instant since) {

    static LateFall at(int value) {
        return new LateFall(value, null, null);
    }

    LateFall after(int low, int high, Instant at, Duration hold) {
        if (value < low) {
            return at(low);
        }
        if (value <= high) {
            return at(value);
        }
        int highest = candidate == null ? high : Math.max(candidate, high);
        Instant from = since == null ? at : since;
        return from.plus(hold).isAfter(at) ? new LateFall(value, highest, from) : new LateFall(highest, high, at);
    }
}
